"""The panes beside the article, one module each."""
