"""Exchange formats: one module a format, and `catalogue`, the one door to them."""
