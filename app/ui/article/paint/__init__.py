"""Painting of an article."""
