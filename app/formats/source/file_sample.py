"""Look at the start of a file to recognise its format.

The content decides.
"""

from __future__ import annotations

import lzma
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.formats.source.encodings import NotTextError, find_encoding

_HEAD_BYTES = 1 << 18
_MAX_NAMES = 1000
_MAX_JSON_DEPTH = 20
_JSON_TOKEN = re.compile(r'"(?P<string>[^"\\]*(?:\\.[^"\\]*)*)(?P<end>"|\Z)|[][{},:]', re.DOTALL)
"""A string of JSON, also one that is cut off, or a sign of its structure."""
_XML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML_ROOT = re.compile(r"<(?P<name>[^\s<>/!?]+)[^<>]*>")

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)
"""What `zipfile` raises for an archive, or for a part of it, that is damaged.

`NotImplementedError` is its answer to a way of packing, or a version of the format, that it does not know.
"""
PART_ERRORS = (*ZIP_ERRORS, RuntimeError, ValueError)
"""What it raises for a part that is damaged, encrypted, or not as its header says."""


@dataclass
class FileSample:
    """The first bytes of a file, or the names in it.

    A folder or zip has names.

    `names` are paths inside it, with "/", at most a thousand; () for other files. The rest is made of `head` when it
    is asked for.
    """

    path: Path
    head: bytes = b""
    names: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The extension in lower case, with the dot."""
        return self.path.suffix.lower()

    @cached_property
    def text(self) -> str:
        """The start of the text, "" where the bytes are none."""
        try:
            encoding = find_encoding(self.head, is_whole=len(self.head) < _HEAD_BYTES)
        except NotTextError:
            return ""
        return self.head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")

    @cached_property
    def json_places(self) -> frozenset[str]:
        """The places of a JSON text, such as "[].data.text".

        Those of the lines of JSONL are found too.

        Fields are joined by dots, "[]" stands for the items of a list. Empty where the text begins otherwise.
        """
        return frozenset(_find_json_places(self.text)) if self.text[:1] in ("{", "[") else frozenset()

    @cached_property
    def xml_root(self) -> str:
        """The start tag of the first element.

        "" where the text is no XML or HTML.
        """
        root = _XML_ROOT.search(_XML_COMMENT.sub("", self.text)) if self.text[:1] == "<" else None
        return root.group() if root else ""

    def has_member(self, *endings: str) -> bool:
        """Say whether a name inside ends in one of `endings`.

        The names are those in the folder or zip.
        """
        return any(name.lower().endswith(endings) for name in self.names)


def read_sample(path: Path) -> FileSample:
    """Return the sample of a file or folder.

    An empty one where it cannot be read.

    What is wrong with the file is said by the reader.
    """
    try:
        if path.is_dir():
            return FileSample(path, names=tuple(_list_folder(path)))
        if not path.is_file():
            return FileSample(path)
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return FileSample(path)
    return FileSample(path, head, _list_zip(path) if head.startswith(b"PK\x03\x04") else ())


def _list_folder(folder: Path) -> list[str]:
    names: list[str] = []
    for root, folders, files in os.walk(folder):
        folders.sort()
        names += [Path(root, name).relative_to(folder).as_posix() for name in sorted(files)]
        if len(names) >= _MAX_NAMES:
            break
    return names[:_MAX_NAMES]


def _list_zip(path: Path) -> tuple[str, ...]:
    try:
        with zipfile.ZipFile(path) as archive:
            return tuple(archive.namelist()[:_MAX_NAMES])
    except (OSError, *PART_ERRORS):
        return ()


def _find_json_places(text: str) -> Iterator[str]:
    """Yield the place of each field and list of JSON.

    The text may be cut.
    """
    places = [""]  # of the containers that are open
    string = ""
    for token in _JSON_TOKEN.finditer(text):
        sign = token.group()
        if sign[0] == '"':
            string = token["string"]
        elif sign == ":":
            places[-1] = f".{string}"
            yield _shown_place(places)
        elif sign in "[{":
            places.append("[]" if sign == "[" else "")
            if sign == "[":
                yield _shown_place(places)
        elif sign in "]}" and len(places) > 1:
            places.pop()
        if len(places) > _MAX_JSON_DEPTH:
            return


def _shown_place(places: list[str]) -> str:
    return "".join(places).removeprefix(".")
