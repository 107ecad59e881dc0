"""The export command: its options, and what they choose."""
