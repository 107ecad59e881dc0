"""Who speaks: the words that name a speaker, and the entity they mean."""
