"""How probable it is that a proposal is right, and where a mention may be missing."""
