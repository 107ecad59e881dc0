"""Pometka: annotation of Russian-language news by keyboard alone."""

__version__ = "0.1.0"
