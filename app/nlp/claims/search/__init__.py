"""The rules run over an article: its speech, then its segments."""
