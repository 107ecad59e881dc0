"""The status bar and its messages."""
