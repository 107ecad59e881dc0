"""Saved web pages.

The tree, its blocks of text, the fields of the article and its body.
"""
