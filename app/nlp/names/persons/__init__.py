"""Persons by given name, by Latin letters, by position."""
