"""Read values from JSON and JSONL of other tools.

A value is taken only if it has the right type.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.core.json.errors import explain_json_error
from app.core.message import UserError
from app.core.model import Document
from app.formats.exchange.shared.texts import decode_text
from app.formats.source.file_sample import read_sample
from app.formats.source.file_text import read_bytes
from app.formats.source.lines import Line, read_lines

Tree = Any
"""A value that JSON gives, unchecked."""
_MAX_REPORTED_LINES = 20
# Some tools take these for line ends, which JSON does not.
_ODD_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def read_json_file(path: Path) -> Tree:
    """Return the tree of a JSON file.

    Raise UserError that names the place of a fault.
    """
    return parse_json(read_bytes(path), path.name)


def parse_json(raw: bytes, name: str) -> Tree:
    """Return the tree of a JSON text.

    Raise UserError that names the file and the place.
    """
    return _load(decode_text(raw, name), name)


def read_rows(path: Path, read_row: Callable[[dict[str, Tree], str], Document]) -> Iterator[Document]:
    """Yield the document of each row of JSONL or a list.

    A row is a line of JSONL, or an item of one list.

    `read_row` gets the object and a key for it.

    After the last one, raise UserError that names the lines that cannot be read.
    """
    if read_sample(path).text.startswith("["):
        yield from _read_listed_rows(path, read_row)
        return
    faults: list[tuple[int, UserError]] = []
    count = 0
    for line in read_lines(path):
        count += 1
        place = f"{path.name}:{line.number}"
        try:
            yield read_row(_parse_line(line, place), f"{path.stem}-{line.number}")
        except UserError as fault:
            faults.append((line.number, fault))
    if faults:
        raise _combine_faults(path.name, faults)
    if not count:
        raise UserError("“{name}” is empty.", hint="Export it again.", name=path.name)


def format_json_line(tree: Tree) -> bytes:
    """Return a tree as one line of JSONL that no tool splits."""
    return (json.dumps(tree, ensure_ascii=False).translate(_ODD_LINE_ENDS) + "\n").encode()


def get_text(tree: Tree, name: str) -> str:
    """Return a text of an object, a number as its digits.

    "" where there is none.
    """
    value = tree.get(name) if isinstance(tree, dict) else None
    if isinstance(value, str):
        return value
    is_number = type(value) is int or (type(value) is float and math.isfinite(value))
    return str(value) if is_number else ""


def get_texts(tree: Tree, *names: str) -> dict[str, str]:
    """Return the named texts that an object has, or all its texts."""
    listed = names or tuple(tree if isinstance(tree, dict) else ())
    return {name: text for name in listed if (text := get_text(tree, name))}


def get_list(tree: Tree, name: str) -> list[Tree]:
    """Return a list of an object.

    Return an empty list if there is none.
    """
    value = tree.get(name) if isinstance(tree, dict) else None
    return value if isinstance(value, list) else []


def get_object(tree: Tree, name: str) -> dict[str, Tree]:
    """Return an object inside an object.

    Return an empty object if there is none.
    """
    value = tree.get(name) if isinstance(tree, dict) else None
    return value if isinstance(value, dict) else {}


def get_offset(tree: Tree, name: str | int) -> int:
    """Return an offset of an object or list.

    Return -1 if there is none.
    """
    try:
        value = tree[name]
    except (KeyError, IndexError, TypeError):
        return -1
    if isinstance(value, str) and value.isdecimal() and len(value) < 12:
        return int(value)
    if type(value) is float and value.is_integer():
        return int(value)
    return value if type(value) is int else -1


def _read_listed_rows(path: Path, read_row: Callable[[dict[str, Tree], str], Document]) -> Iterator[Document]:
    tree = read_json_file(path)
    for number, row in enumerate(tree if isinstance(tree, list) else [], start=1):
        if not isinstance(row, dict):
            raise _no_object_error(f"{path.name}:{number}")
        yield read_row(row, f"{path.stem}-{number}")


def _no_object_error(place: str) -> UserError:
    return UserError("“{name}” is not a JSON object.", hint="Put one article on each line.", name=place)


def _parse_line(line: Line, place: str) -> dict[str, Tree]:
    if line.fault:
        raise UserError("“{name}”: {reason}.", hint="Save it as UTF-8.", name=place, reason=line.fault)
    row = _load(line.text, place)
    if not isinstance(row, dict):
        raise _no_object_error(place)
    return row


def _load(text: str, name: str) -> Tree:
    try:
        return json.loads(text)
    except (RecursionError, ValueError) as fault:  # ValueError: no JSON, or a number of 5,000 digits
        raise UserError(
            "“{name}” is not JSON: {reason}.",
            hint="Export it again, or correct it there.",
            name=name,
            reason=explain_json_error(fault),
        ) from fault


def _combine_faults(name: str, faults: list[tuple[int, UserError]]) -> UserError:
    if len(faults) == 1:
        return faults[0][1]
    lines = ", ".join(str(number) for number, _ in faults[:_MAX_REPORTED_LINES])
    return UserError(
        "“{name}”: {n} lines cannot be read (lines {lines}). The first: {reason}",
        hint="Correct these and import the file again.",
        name=name,
        n=len(faults),
        lines=lines + (" …" if len(faults) > _MAX_REPORTED_LINES else ""),
        reason=faults[0][1].message,
    )
