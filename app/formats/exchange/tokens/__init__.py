"""Tokens in lines: CoNLL and WebAnno TSV."""
