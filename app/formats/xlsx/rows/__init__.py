"""The rows of the sheets, and what is counted over them."""
