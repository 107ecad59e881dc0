"""Exchange formats: one module a format, and `registry`, the one door to them."""
