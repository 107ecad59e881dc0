"""Articles and workbooks that come in, and the questions about them."""
