"""The claim rules, one pattern a module."""
