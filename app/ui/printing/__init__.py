"""Printing: pages of blocks laid out as rich text, and the task that paints them."""
