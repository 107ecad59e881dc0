"""What is above the single article: the index of all articles, and what is asked of it."""
