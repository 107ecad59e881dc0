"""The window that marks several articles."""
