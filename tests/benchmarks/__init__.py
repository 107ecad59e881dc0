"""Measurements with bounds: each is run by hand as `python -m tests.benchmarks.NAME` and prints a table."""
