"""The current annotation, field by field."""
