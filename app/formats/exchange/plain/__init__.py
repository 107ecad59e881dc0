"""Articles without their annotations: text files, and a table with one article a row."""
