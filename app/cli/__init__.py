"""The command line, for scripts and machines without a screen."""

COMMANDS = ("import", "watch", "pretag", "export", "stats", "search", "check", "near", "upgrade", "actions")
"""The words that name a command; any other first word is a project to open in the window."""
