"""Quotation marks and the parts of direct speech."""
