"""brat standoff: a text and its annotations beside it."""
