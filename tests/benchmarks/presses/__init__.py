"""A simulated analyst who corrects pre-tags to gold.

The keys and the window are real ones.
"""
