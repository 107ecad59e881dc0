"""Compare the rows of a workbook with the project."""
