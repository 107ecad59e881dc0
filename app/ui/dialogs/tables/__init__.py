"""The question which column of a table holds what."""
