"""Worker processes that run requests, with limits of time and memory."""
