"""Rules for phrases that name the source of a sentence."""
