"""Compare a workbook that comes back, and take what was accepted."""
