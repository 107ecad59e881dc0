"""Measurements with bounds.

Each is run by hand as `python -m tests.benchmarks.NAME` and prints a table.
"""
