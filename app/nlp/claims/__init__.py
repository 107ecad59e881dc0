"""Claims: who says what.

Rules look at syntax, reporting words and quotation marks.
"""
