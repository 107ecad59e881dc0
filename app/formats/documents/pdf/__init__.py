"""PDF files: lines with their places, lines that recur on pages, paragraphs."""
