"""The list of the annotations of the open article."""
