"""The action registry, its keys, and what actions ask of a face."""
