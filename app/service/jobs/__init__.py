"""Long work: importing, tagging and exporting, done by worker processes."""
