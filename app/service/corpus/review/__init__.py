"""The queue of the least certain annotations of a project."""
