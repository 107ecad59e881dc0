"""Files that come with the program, and folders that last."""
