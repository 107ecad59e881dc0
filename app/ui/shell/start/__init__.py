"""Start the program: the first paint, then the rest."""
