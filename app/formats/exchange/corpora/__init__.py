"""Formats of corpus tools with a library or a schema of their own: UIMA CAS, spaCy, REFI-QDA."""
