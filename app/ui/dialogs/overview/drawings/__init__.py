"""Drawings of pictures: each kind, its colours and words."""
