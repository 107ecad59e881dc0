"""Values of annotations in words: figures and periods."""
