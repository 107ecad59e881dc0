"""Find articles that are nearly the same, by signatures of their texts."""
