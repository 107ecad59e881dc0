"""Claims: who says what, by rules over syntax, reporting words and quotation marks."""
