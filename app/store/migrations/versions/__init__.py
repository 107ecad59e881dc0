"""One migration a revision."""
