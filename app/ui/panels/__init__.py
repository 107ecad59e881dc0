"""Panels beside and around the article."""
