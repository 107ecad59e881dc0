"""Corrections of what the tagger found."""
