"""The line of a query, and what completes it."""
