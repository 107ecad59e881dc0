"""Tables of articles: CSV, TSV, sheets, JSON and JSONL of other programs."""
