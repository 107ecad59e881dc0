"""Formats of other annotation tools, and what they share.

Each format is one folder or module.
"""
