"""Ways back in the history of a project."""
