"""Formats of corpus tools: UIMA CAS, spaCy and REFI-QDA.

They have a library or a schema of their own.
"""
