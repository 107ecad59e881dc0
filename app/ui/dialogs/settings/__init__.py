"""The settings dialog and its page of keys."""
