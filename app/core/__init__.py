"""The words of the domain as plain values: text, spans, labels, changes.

Standard library only.
"""
