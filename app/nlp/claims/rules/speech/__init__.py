"""Rules for direct speech, with and without quotation marks."""
