"""The window of the review queue."""
