"""Formats of other annotation tools, one folder or module each, and what they share."""
