"""The open project and where the analyst is in it."""
