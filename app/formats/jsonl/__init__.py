"""JSONL files: one article a line, without loss."""
