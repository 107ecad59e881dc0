"""Files for people who read: a report of claims, and articles with their highlights and notes."""
