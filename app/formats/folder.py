"""Which files of what the user named are articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def files_in(paths: Iterable[Path], extensions: Iterable[str]) -> Iterator[Path]:
    """Yield the files that `paths` name: a file as it is, a folder's by name, those of its folders after its own.

    In a folder, only files with one of the `extensions` count; hidden ones and a README about the folder do not. A
    folder that cannot be looked into stands for itself, so that its reader says why.
    """
    wanted = {extension.lower() for extension in extensions}
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  # which does not raise where a folder above is closed
            yield from _walk(path, wanted)
        else:
            yield path


def _walk(folder: Path, wanted: set[str]) -> Iterator[Path]:
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if path.suffix.lower() in wanted and not name.startswith(".") and path.stem.lower() != "readme":
                yield path
    yield from (Path(fault.filename) for fault in closed)
