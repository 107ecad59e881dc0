"""Organisations: full names, quoted names, foreign firms."""
