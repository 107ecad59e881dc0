"""Saved web pages: the tree, its blocks of text, the fields of the article and its body."""
