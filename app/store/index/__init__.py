"""The index of a project.

What its articles say, in a file of its own that can be made again.
"""
