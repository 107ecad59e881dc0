"""Search in all articles.

It has a query, its hits in their lines, and what is done to them.
"""
