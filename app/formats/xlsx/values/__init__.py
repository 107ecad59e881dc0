"""What a cell holds: values, keys, dates, words of each language."""
