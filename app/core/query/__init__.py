"""The query language: what is searched in all articles of a project."""
