"""Search the history.

Rows that fit, a page at a time, so that a window can show the first ones at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from app.core.text.comparing import comparable

if TYPE_CHECKING:
    from app.store import History, Record, Unit

_PAGE = 200


def search_records(
    history: History, units: Sequence[Unit], words: str, text_of: Callable[[Record], str]
) -> Iterator[list[Unit]]:
    """Yield each page's rows whose text holds all of `words`.

    They are compared as mentions are.
    """
    wanted = comparable(words).split()
    for start in range(0, len(units), _PAGE):
        found = []
        for record in history.records(units[start : start + _PAGE]):
            text = comparable(text_of(record))
            if all(word in text for word in wanted):
                found.append(record.unit)
        yield found
