"""The register: records, the card of one, and what may be the same."""
