"""Speakers: the words that name one, and the entity meant."""
