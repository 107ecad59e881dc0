"""The unfinished file that the same command goes on with.

It lies beside the file that is asked for, and replaces it at the end. Its name holds what the command was asked for:
another question has another file. A line that a crash cut off is dropped.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.files.unwritable import explain_unwritable_file
from app.core.message import UserError
from app.core.model import Document
from app.formats.jsonl.jsonl_file import encode_document

_TEXT = "text"


class UnfinishedFile:
    """Lines of JSONL of an earlier run, to be continued."""

    def __init__(self, target: Path, question: object) -> None:
        """Look for what a run with the same `question` has written."""
        self._target = Path(os.path.realpath(target))
        digest = hashlib.sha256(repr(question).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        self._path = self._target.with_name(f".{self._target.name}.{digest}.unfinished")
        self.texts = self._read_texts()
        """The texts of the articles that are written, in their order."""

    def skip_written(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Yield the documents behind those that are written.

        Raise UserError where the files are not those of the earlier run.
        """
        rest = iter(documents)
        for digest in self.texts:
            document = next(rest, None)
            if document is None or _digest(document.text) != digest:
                raise UserError(
                    "The files have changed since “{name}” was begun.",
                    hint="Remove {path}, and start the command again.",
                    name=self._target.name,
                    path=str(self._path),
                )
        yield from rest

    def write(self, documents: Iterable[Document], progress: Callable[[int], None]) -> Path:
        """Write more documents; put the file in its place at the end."""
        with _errors_about(self._target), self._removing_empty():
            with self._path.open("ab") as file:
                for count, document in enumerate(documents, start=len(self.texts) + 1):
                    file.write(encode_document(document))
                    file.flush()
                    progress(count)
                os.fsync(file.fileno())
            self._path.replace(self._target)
        return self._target

    @contextmanager
    def _removing_empty(self) -> Iterator[None]:
        """Leave no file where nothing was written."""
        try:
            yield
        finally:
            if self._path.is_file() and not self._path.stat().st_size:
                self._path.unlink()

    def _read_texts(self) -> list[str]:
        """Return digests of the texts; cut off what is no line."""
        if not self._path.is_file():
            return []
        digests, whole = [], 0
        with _errors_about(self._target), self._path.open("rb+") as file:
            for line in file:
                text = _text_of(line)
                if text is None:
                    break
                digests.append(_digest(text))
                whole += len(line)
            file.truncate(whole)
        return digests


def _text_of(line: bytes) -> str | None:
    """Return the text in a line, None where that is not whole."""
    if not line.endswith(b"\n"):
        return None
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row.get(_TEXT) if isinstance(row, dict) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@contextmanager
def _errors_about(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise explain_unwritable_file(path, fault) from fault
