"""Edits: what a key, a menu or the mouse changes."""
