"""A workbook that comes back: what was changed in it, against the export and against the project now."""
