"""Find repeated keys in the objects of a JSON text.

Such a key stands more than once in one object.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

_TIGHT, _LOOSE = '":', re.compile(r'"\s+:')
"""How the end of a key looks in almost all files, and how else it may look."""


def find_repeated_keys(text: str, value: Any) -> list[str]:
    """Return the keys that an object has more than once.

    The objects are those of a text; `value` is what the text was parsed to.

    A text is parsed again, object by object, only where it has more ends of keys than the value has keys.
    """
    ends = text.count(_TIGHT)
    if not _LOOSE.search(text) and (ends == _count_near_keys(value) or ends == _count_keys(value)):
        return []
    return _collect_repeated_keys(text)


def _count_near_keys(row: Any) -> int:
    """Return the number of keys of a row and its objects.

    The objects are those in its lists.
    """
    if type(row) is not dict:
        return 0
    lists = [part for part in row.values() if type(part) is list]
    return len(row) + sum([len(item) for part in lists for item in part if type(item) is dict])


def _count_keys(value: Any) -> int:
    count, parts = 0, [value]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            count += len(part)
            parts += part.values()
        elif isinstance(part, list):
            parts += part
    return count


def _collect_repeated_keys(text: str) -> list[str]:
    repeated: list[str] = []

    def note_object(pairs: list[tuple[str, Any]]) -> None:
        counts = Counter(key for key, _ in pairs)
        repeated.extend(key for key, count in counts.items() if count > 1)

    json.loads(text, object_pairs_hook=note_object)
    return repeated
