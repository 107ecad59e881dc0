"""The article view.

A canvas that lays out and paints only what is on screen.
"""
