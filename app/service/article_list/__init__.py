"""The list of a project's articles: its filter, counts and pace."""
