"""Frozen dataclasses that are made in half the time."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def fill_slots(kind: type[T]) -> type[T]:
    """Let a frozen dataclass with slots fill these itself.

    Its own `__init__` asks the class anew for each field, since nothing may be set. A project has millions of rows, and
    an import makes each of them several times.
    """
    listed = fields(kind)  # type: ignore[arg-type]  # a dataclass, as the decorator above it says
    values: dict[str, Any] = {f"_set_{one.name}": getattr(kind, one.name).__set__ for one in listed}
    values |= {f"_default_{one.name}": one.default for one in listed}
    parameters = [one.name if one.default is MISSING else f"{one.name}=_default_{one.name}" for one in listed]
    lines = [f"    _set_{one.name}(self, {one.name})" for one in listed]
    exec("\n".join([f"def __init__(self, {', '.join(parameters)}):", *lines]), values)  # noqa: S102  # our own names
    type.__setattr__(kind, "__init__", values["__init__"])
    return kind
