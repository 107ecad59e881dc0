"""List the article files in folders, and report those left out."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from app.core.message import Message
from app.core.text.tokens import normalise

_MAX_NAMED_FILES = 20
"""So many files of no known kind are named; the rest are counted."""
_NOT_SUPPORTED = Message("its format is not supported")
_LEADS_OUT = Message("it is a link that leads out of the folder")


@dataclass(slots=True)
class Listing:
    """The files to read, in order, and the files left out."""

    files: list[Path] = field(default_factory=list)
    left_out: list[Message] = field(default_factory=list)
    unknown: dict[Path, Path] = field(default_factory=dict)
    """Files of no known kind, each with its place in the folder that was named."""
    unknown_reason: Message = _NOT_SUPPORTED

    def leave_out(self, path: Path, reason: Message) -> None:
        """Note why a file is left out."""
        self.left_out.append(_left_out_message(path, reason))

    def drop(self, paths: Set[Path]) -> None:
        """Take files off the list in silence."""
        self.files = [path for path in self.files if path not in paths]
        self.unknown = {path: place for path, place in self.unknown.items() if path not in paths}

    def messages(self) -> list[Message]:
        """Return the messages about files that are left out.

        Links and pipes are named, of unknown files the first ones; the rest are counted.
        """
        unknown = list(self.unknown.values())
        named = [_left_out_message(path, self.unknown_reason) for path in unknown[:_MAX_NAMED_FILES]]
        rest = Counter(path.suffix.lower() or "–" for path in unknown[_MAX_NAMED_FILES:])
        kinds = ", ".join(f"{count} {extension}" for extension, count in rest.most_common())
        more = {"n": str(rest.total()), "kinds": kinds}
        counted = [Message("{n} more files in other formats are left out: {kinds}.", more)] if rest else []
        return [*self.left_out, *named, *counted]


def list_files(
    paths: Iterable[Path], extensions: Iterable[str], is_known: Callable[[Path], bool] = lambda _: False
) -> Listing:
    """List the files that `paths` name, and the files in folders.

    The files of a folder are sorted by name and stand before those of its folders.

    In a folder, only files with one of the `extensions` count, and those without any that `is_known`. Hidden files and
    a README about the folder are passed over in silence, links that lead out of it, pipes and devices with a word: none
    of them is opened. A folder that cannot be looked into stands for itself, so that its reader says why.
    """
    listing = Listing()
    wanted = {extension.lower() for extension in extensions}
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  # which does not raise where a folder above is closed
            _list_folder(path, wanted, is_known, listing)
        else:
            listing.files.append(path)
    return listing


def _list_folder(folder: Path, wanted: set[str], is_known: Callable[[Path], bool], listing: Listing) -> None:
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(_drop_hidden(folders))
        for name in folders:
            if _leads_out(Path(root, name), folder):
                listing.leave_out(Path(root, name).relative_to(folder), _LEADS_OUT)
        for name in sorted(_drop_hidden(names)):
            path = Path(root, name)
            fault = _find_fault(path, folder)
            if fault is not None:
                listing.leave_out(path.relative_to(folder), fault)
            elif path.stem.lower() == "readme":
                continue
            elif path.suffix.lower() in wanted or (not path.suffix and is_known(path)):
                listing.files.append(path)
            else:
                listing.unknown[path] = path.relative_to(folder)
    listing.files += [Path(fault.filename) for fault in closed]


def _find_fault(path: Path, folder: Path) -> Message | None:
    """Return why a file of a folder is not opened, if so."""
    if _leads_out(path, folder):
        return _LEADS_OUT
    try:
        kind = path.stat().st_mode
    except OSError:  # of a link to itself or to nothing; of a file, its reader says why
        return Message("it is a link that leads nowhere") if path.is_symlink() else None
    return None if stat.S_ISREG(kind) else Message("it is a pipe or a device")


def _leads_out(path: Path, folder: Path) -> bool:
    if not path.is_symlink():
        return False
    real, top = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    return real != top and top not in real.parents


def _drop_hidden(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith("."))


def _left_out_message(path: Path, reason: Message) -> Message:
    return Message("“{name}” is left out: {reason}.", {"name": normalise(str(path)), "reason": reason})
