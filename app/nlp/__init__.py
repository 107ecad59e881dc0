"""Pre-tagging: plain text in, proposed annotations out. Models load here alone, in the worker."""
