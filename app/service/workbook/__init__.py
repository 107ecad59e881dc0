"""A workbook that comes back.

What was changed in it, against the export and against the project now.
"""
