"""Exchange formats: one module a format, each reads and writes documents."""
