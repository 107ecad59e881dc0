"""Panels that ask over the article: choose, find, preview."""
