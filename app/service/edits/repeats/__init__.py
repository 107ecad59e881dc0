"""The same elsewhere: equal words, equal corrections, and offers to repeat them."""
