"""Dialogs: questions, settings, and the only place where errors are shown."""
