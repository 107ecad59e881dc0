"""A simulated analyst who corrects pre-tags to gold by real keys in the real window."""
