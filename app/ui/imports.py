"""Import what is not Qt's at Python's own speed.

PySide6 puts a function of its own in the place of `__import__`, which reads the source of every module that imports
another to see whether it speaks of PySide6 (`_mod_uses_pyside` in its `feature` module). With some hundreds of modules
behind the store that is a sixth of the time they take.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager

_PLAIN = builtins.__import__
"""Python's own, since `app.ui` imports this module before anything of Qt's."""


@contextmanager
def plain_imports() -> Iterator[None]:
    """Take Qt's import function away for a while; nothing of Qt's may be imported meanwhile."""
    replaced = builtins.__import__
    builtins.__import__ = _PLAIN
    try:
        yield
    finally:
        builtins.__import__ = replaced
