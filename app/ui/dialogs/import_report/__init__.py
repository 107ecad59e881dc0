"""The report of an import: what was taken, known, nearly the same and left out."""
