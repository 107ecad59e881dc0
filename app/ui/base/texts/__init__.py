"""Texts on screen: dates, sizes, names, and what is cut to fit."""
