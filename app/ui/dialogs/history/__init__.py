"""The history: steps, the article at each, and restoring."""
