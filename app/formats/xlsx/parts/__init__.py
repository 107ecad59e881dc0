"""The parts of an xlsx package, written row by row."""
