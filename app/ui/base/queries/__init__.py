"""The line of a query, its completion, and the index it asks."""
