"""Lines and shapes of an article in pixels."""
