"""JSON from elsewhere: its shape, and what is wrong with it."""
