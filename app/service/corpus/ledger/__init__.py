"""The ledger: all claims of a project, and their verdicts."""
