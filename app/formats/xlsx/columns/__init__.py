"""The columns of each sheet, declared once."""
