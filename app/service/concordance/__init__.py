"""Places of the project in their lines.

They are found beside the window and taken together.
"""
