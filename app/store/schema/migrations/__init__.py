"""The migrations of project files.

Alembic finds them here, and is loaded only when a file needs them.
"""
