"""The sheet "Summary": tables, charts, layout."""
