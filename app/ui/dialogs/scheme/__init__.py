"""Dialogs of the label scheme and the taught names."""
