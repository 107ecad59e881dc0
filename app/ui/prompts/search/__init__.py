"""Search in all articles: a query, its hits in their lines, and what is done to them."""
