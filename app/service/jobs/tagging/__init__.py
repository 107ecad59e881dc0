"""Tag texts in workers, and what tagging changes in an article."""
