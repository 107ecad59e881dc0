"""Read the lines of a WebAnno TSV file.

The annotations are of our layer or of others.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from app.core.message import Message
from app.core.span import Span
from app.formats.exchange.shared.json_texts import Tree, get_list, get_offset
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.offset_units import OffsetUnit, map_to_code_points
from app.formats.exchange.shared.packed_values import unpack_mark
from app.formats.exchange.tokens.webanno_escapes import unescape

OWN_LAYER = "webanno.custom.Pometka"
_MAX_GAP = 1000
"""How many characters between two sentences are made up at most."""
_NUMBER = re.compile(r"(?P<value>(?:[^\\\[]|\\.)*)\[(?P<number>\d+)\]", re.DOTALL)
"""A value with the number of its annotation: «PER[3]»."""
_STACKED = re.compile(r"(?:^|\|)((?:[^\\|]|\\.)*)", re.DOTALL)
"""One of the values of a cell, parted by bars."""
_NO_LABELS = ("_", "*", "")
_LABEL_FEATURES = ("label", "value", "identifier", "category", "PosValue", "kind", "type")


@dataclass
class _Layer:
    """A layer of the header: its name and features.

    A relation names what it leads from.
    """

    name: str
    features: list[str]
    is_relation: bool = False

    @property
    def own_name(self) -> str:
        return self.name.rpartition(".")[2]


@dataclass
class _Found:
    """A span while its tokens are read.

    Ends in UTF-16 units, values by feature.
    """

    start: int
    stop: int
    values: dict[str, str] = field(default_factory=dict)


class TsvReader:
    """Read the lines of one file, then make its marked text."""

    def __init__(self) -> None:
        self._layers: list[_Layer] = []
        self._texts: list[str] = []
        self._pending: list[str] = []
        self._starts: list[tuple[int, str]] = []
        self._found: dict[tuple[int, str], _Found] = {}
        self._relations = 0
        self._bad_lines = 0
        self._length_utf16 = 0

    def read_line(self, line: str) -> None:
        """Take in one line."""
        if line.startswith(("#T_SP=", "#T_CH=", "#T_RL=")):
            name, *features = line.partition("=")[2].split("|")
            self._layers.append(_Layer(name, features, is_relation=line.startswith("#T_RL=")))
        elif line.startswith("#Text="):
            self._pending.append(unescape(line.removeprefix("#Text=")))
        elif line and not line.startswith("#"):
            self._read_token(line.split("\t"))

    def make_marked_text(self) -> MarkedText:
        """Return the text and its marks."""
        self._flush(None)
        text = "".join(self._texts)
        marked = MarkedText(text)
        position = map_to_code_points(text, OffsetUnit.UTF16)
        for number, ((layer, _), found) in enumerate(self._found.items(), start=1):
            self._add_mark(
                marked, self._layers[layer], found, Span(position(found.start), position(found.stop)), number
            )
        if self._relations:
            fields = {"relation": "–", "count": str(self._relations)}
            marked.lost.append(Message("Relations “{relation}” are left out: {count}.", fields))
        if self._bad_lines:
            marked.lost.append(
                Message("Lines that are no tokens are left out: {count}.", {"count": str(self._bad_lines)})
            )
        return marked

    def _read_token(self, columns: list[str]) -> None:
        ends = columns[1].split("-") if len(columns) > 2 else []
        if len(ends) != 2 or not all(end.isdecimal() and len(end) < 12 for end in ends):
            self._bad_lines += 1
            return
        start, stop = int(ends[0]), int(ends[1])
        if "." not in columns[0]:
            self._flush(start, columns[2])
        place = 3
        for number, layer in enumerate(self._layers):
            width = max(1, len(layer.features))
            cells = columns[place : place + width]
            place += width
            self._read_cells(number, layer, cells, (start, stop), columns[0])

    def _read_cells(self, number: int, layer: _Layer, cells: list[str], ends: tuple[int, int], token: str) -> None:
        stacks = [_STACKED.findall(cell) for cell in cells]
        for place in range(max((len(stack) for stack in stacks), default=0)):
            values = [stack[place] if place < len(stack) else "_" for stack in stacks]
            if all(value == "_" or not value for value in values):
                continue
            if layer.is_relation:
                self._relations += 1
                continue
            match = next((match for value in values if (match := _NUMBER.fullmatch(value))), None)
            key = (number, match["number"] if match else f"{token}/{place}")
            found = self._found.setdefault(key, _Found(*ends))
            found.start, found.stop = min(found.start, ends[0]), max(found.stop, ends[1])
            for feature, value in zip(layer.features or [""], values, strict=False):
                bare = _NUMBER.fullmatch(value)
                found.values[feature] = bare["value"] if bare else value

    def _flush(self, start: int | None, token: str = "") -> None:
        """Put the text of a sentence at its recorded place.

        Its first token says the place. Text between sentences is not in the file: line ends are put there.
        """
        if not self._pending:
            return
        text = "\n".join(self._pending)
        self._pending = []
        if start is not None:
            before = _count_utf16(text[: max(text.find(unescape(token)), 0)])
            text = "\n" * min(max(0, start - before - self._length_utf16), _MAX_GAP) + text
        self._texts.append(text)
        self._length_utf16 += _count_utf16(text)

    def _add_mark(self, marked: MarkedText, layer: _Layer, found: _Found, span: Span, number: int) -> None:
        values = {name: "" if value in _NO_LABELS else unescape(value) for name, value in found.values.items()}
        if layer.name == OWN_LAYER:
            mark = Mark(values.get("id", ""), values.get("label", ""), (span,))
            add_own_mark(marked, mark, _parse_values(values.get("values", "")))
            return
        filled = [name for name, value in values.items() if value]
        used = next((name for name in (*_LABEL_FEATURES, *filled) if name in filled), "")
        mark = Mark(f"span {number}", values.get(used) or layer.own_name, (span,))
        mark.attributes = {name: values[name] for name in filled if name not in (used, "")}
        marked.marks.append(mark)


def add_own_mark(marked: MarkedText, mark: Mark, tree: Tree) -> None:
    """Add a mark with the values that we wrote.

    Its exact ends and its links are added too.
    """
    unpack_mark(mark, tree)
    ends = get_list(tree, "ends")
    if ends:
        mark.pieces = (Span(get_offset(ends, 0), get_offset(ends, 1)),)
    links = [link for link in get_list(tree, "links") if isinstance(link, list) and len(link) == 2]
    marked.links += [Link(str(name), mark.id, str(target)) for name, target in links]
    marked.marks.append(mark)


def _count_utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _parse_values(text: str) -> Tree:
    try:
        return json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
