"""Formats of articles without their annotations.

They are text files, and a table with one article a row.
"""
