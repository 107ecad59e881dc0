"""Text files: news articles with a frame, plain text, written dates."""
