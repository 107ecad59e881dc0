"""Files for people who read.

A report of claims, and articles with their highlights and notes.
"""
