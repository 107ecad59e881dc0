"""Print pages of blocks that are laid out as rich text.

The task here paints them.
"""
