"""Tables, statements and migrations of a project file."""
