"""Dates, sums of money, shares and numbers."""
