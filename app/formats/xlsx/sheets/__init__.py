"""The sheets of rows: layout, tables, labels, preview."""
