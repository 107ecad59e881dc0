"""The ledger: all claims of the project as a table.

Verdicts are given by keyboard.
"""
