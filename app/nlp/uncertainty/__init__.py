"""The confidence of proposals, and where a mention may be missing."""
