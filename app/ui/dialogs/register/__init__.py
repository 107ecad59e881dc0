"""The register: records, a record's card, and possible duplicates."""
