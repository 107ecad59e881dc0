"""Reporting cues: the lexicon, their detection, and what is worth parsing."""
