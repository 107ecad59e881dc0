"""Dates, times of the year and stretches of time, found by compiled rules and turned into ISO values."""
