"""Rows between `app.core` and the tables: codec, writing, counts."""
