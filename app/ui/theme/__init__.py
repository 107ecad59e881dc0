"""Colours, stylesheet and icons of the window."""
