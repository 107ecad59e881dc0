"""Read a workbook that comes back."""
