"""Lists and tables: places in them, and one for very many rows."""
