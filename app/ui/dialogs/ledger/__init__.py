"""The ledger: all claims of the project as a table, with verdicts given by keyboard."""
