"""Export articles into a file."""
