"""The stored steps: journal, payload, pages of the history."""
