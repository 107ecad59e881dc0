"""The open article and the list of articles, in memory."""
