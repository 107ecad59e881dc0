"""The report of an import.

What was taken, known, nearly the same and left out.
"""
