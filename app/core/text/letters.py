"""The letters of Russian and Kazakh, for classes of regular expressions.

`\\w` knows no case, and `А-Я` lacks Ё and the letters of Kazakh.
"""

from __future__ import annotations

KAZAKH_CAPITALS = "ӘҒҚҢӨҰҮҺІ"
KAZAKH_SMALL = "әғқңөұүһі"
KAZAKH_LETTERS = f"{KAZAKH_CAPITALS}{KAZAKH_SMALL}"
"""The letters that Russian does not have."""

CAPITALS = f"А-ЯЁ{KAZAKH_CAPITALS}"
SMALL = f"а-яё{KAZAKH_SMALL}"
"""Those of both alphabets."""
