"""Build steps and pieces: pure functions."""
