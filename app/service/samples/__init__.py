"""Random samples: what they tell of the tagger, and how files name them."""
