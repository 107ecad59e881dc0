"""A parsed sentence: its tree, its subjects, the bounds of its clauses."""
