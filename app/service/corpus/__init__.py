"""What is above the single article.

The index of all articles, and what is asked of it.
"""
