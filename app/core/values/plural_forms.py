"""Which form of a Russian word stands behind a count."""

from __future__ import annotations


def russian_plural_form(count: int) -> int:
    """Return which of three forms a count takes.

    0 is the form of one («1 год»), 1 that of a few («3 года»), 2 that of many («5 лет»). `count` is not negative.
    """
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2
