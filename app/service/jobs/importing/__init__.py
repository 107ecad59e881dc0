"""Import files as articles, and report what came of it."""
