"""The concordance: hits in their lines, ticked and taken by the keyboard."""
