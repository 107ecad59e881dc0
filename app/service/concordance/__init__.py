"""Places of the project in their lines, found beside the window and taken together."""
