"""Values that go from process to process in bulk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


class Packed:
    """A frozen dataclass that pickles as a call of its class.

    That takes a third of the time.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Any], Any]:
        kind: Any = type(self)
        return kind, _values_of(kind)(self)


@cache
def _values_of(kind: type[Any]) -> Callable[[Any], Any]:
    return attrgetter(*(field.name for field in fields(kind)))
