"""Excel workbooks: sheets, columns, rows, cells, styles."""
