"""Rules for whole lines and segments."""
