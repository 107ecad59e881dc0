"""The open article, in memory."""
