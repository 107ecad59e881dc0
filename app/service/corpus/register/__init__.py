"""The register: persons, organisations and places, joined by judgements that can be taken back."""
