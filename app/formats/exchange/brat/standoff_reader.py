"""Read the lines of an ".ann" file, ours and those of brat."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from app.core.message import Message
from app.core.span import Pieces, Span, normal_pieces
from app.core.text.tokens import normalise
from app.formats.exchange.brat.standoff_writer import PACKED, join_at_newlines
from app.formats.exchange.shared.json_texts import get_list
from app.formats.exchange.shared.label_names import unescape_name
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText, MarkKind
from app.formats.exchange.shared.offset_units import OffsetUnit, choose_unit, map_to_code_points
from app.formats.exchange.shared.packed_values import VALUE_NAMES, unpack_mark

_ROLE_NUMBER = "0123456789"
"""brat numbers equal roles of one event: Speaker, Speaker2."""
_MAX_PIECES = 10_000


def read_standoff(marked: MarkedText, standoff: str) -> None:
    """Put the annotations of an ".ann" file into a marked text.

    Lines not understood are reported.
    """
    _StandoffReader(marked).read(standoff)


class _StandoffReader:
    def __init__(self, marked: MarkedText) -> None:
        self._marked = marked
        self._spans: dict[str, Mark] = {}
        self._words: dict[str, str] = {}
        self._events: dict[str, Mark] = {}
        self._triggers: set[str] = set()
        self._exact: dict[str, Pieces] = {}

    def read(self, standoff: str) -> None:
        """Read all lines: spans first, then what hangs on them."""
        lines = [
            (number, line.rstrip("\r")) for number, line in enumerate(standoff.split("\n"), start=1) if line.strip()
        ]
        for first in ("T", "E", "RANM#*"):
            for number, line in lines:
                if line[0] in first and not self._read_line(line):
                    self._report(number, line)
        for number, line in lines:
            if line[0] not in "TERANM#*":
                self._report(number, line)
        self._convert_offsets()
        used = [mark for number, mark in self._spans.items() if number not in self._triggers]
        self._marked.marks = [*used, *self._events.values()]

    def _read_line(self, line: str) -> bool:
        """Read one line; say whether it was understood."""
        number, _, rest = line.partition("\t")
        head, _, tail = rest.partition("\t")
        readers = {"T": self._read_span, "E": self._read_event, "A": self._read_attribute, "M": self._read_attribute}
        readers |= {"N": self._read_normal, "#": self._read_comment, "R": self._read_relation}
        read = readers.get(line[0])
        return read is not None and read(number, head, tail)

    def _read_span(self, number: str, head: str, words: str) -> bool:
        label, _, ends = head.partition(" ")
        pieces = tuple(_read_pieces(ends))
        if not label or not pieces or number in self._spans:
            return False
        self._spans[number] = Mark(number, unescape_name(label), pieces)
        self._words[number] = words
        return True

    def _read_event(self, number: str, head: str, _: str) -> bool:
        pairs = [part.rpartition(":") for part in head.split()]
        if not pairs or pairs[0][2] not in self._spans or number in self._events:
            return False
        trigger = self._spans[pairs[0][2]]
        self._events[number] = Mark(number, unescape_name(pairs[0][0]), trigger.pieces, {"kind": MarkKind.CLAIM})
        self._triggers.add(trigger.id)
        for name, _colon, target in pairs[1:]:
            self._marked.links.append(Link(self._role_name(name), number, target))
        return True

    def _role_name(self, name: str) -> str:
        """Return the role of an event without its number.

        brat gives a number to the second role of its kind.
        """
        return unescape_name(name.rstrip(_ROLE_NUMBER) or name)

    def _read_attribute(self, _: str, head: str, __: str) -> bool:
        name, _, rest = head.partition(" ")
        target, _, value = rest.partition(" ")
        mark = self._find(target)
        if mark is None or not name:
            return False
        if name in VALUE_NAMES:
            mark.values[name] = value
        else:
            mark.attributes[unescape_name(name)] = value or "true"
        return True

    def _read_normal(self, _: str, head: str, name: str) -> bool:
        parts = head.split()
        mark = self._find(parts[1]) if len(parts) == 3 else None
        if mark is None or not name:
            return False
        mark.values["normal"] = name
        if not parts[2].startswith("Normal:"):
            mark.attributes["reference"] = parts[2]
        return True

    def _read_comment(self, _: str, head: str, text: str) -> bool:
        kind, _, target = head.partition(" ")
        mark = self._find(target)
        if mark is None:
            return False
        if kind != PACKED:
            mark.notes.append({"text": text})
            return bool(text)
        tree = _parse_packed(text)
        unpack_mark(mark, tree)
        pieces = tuple(Span(*pair) for pair in get_list(tree, "pieces") if _is_pair(pair))
        if pieces:
            self._exact[mark.id] = normal_pieces(pieces)
        return isinstance(tree, dict)

    def _read_relation(self, number: str, head: str, _: str) -> bool:
        name, *arguments = head.split()
        targets = [argument.rpartition(":")[2] for argument in arguments]
        if len(targets) != 2:
            return False
        self._marked.links.append(Link(unescape_name(name), *targets))
        return True

    def _find(self, target: str) -> Mark | None:
        """Return what a line is about.

        A comment on the trigger of an event is about the event.
        """
        return self._events.get(target) or self._spans.get(target)

    def _convert_offsets(self) -> None:
        text = self._marked.text
        recorded = [
            (*mark.pieces[0], self._words[number]) for number, mark in self._spans.items() if len(mark.pieces) == 1
        ]
        unit = choose_unit(text, recorded, OffsetUnit.CODE_POINTS)
        position = map_to_code_points(text, unit)
        for mark in (*self._spans.values(), *self._events.values()):
            converted = tuple(Span(*map(position, piece)) for piece in mark.pieces)
            mark.pieces = self._exact.get(mark.id) or join_at_newlines(text, converted)
        for number, mark in self._spans.items():
            self._report_other_words(mark, self._words[number])

    def _report_other_words(self, mark: Mark, words: str) -> None:
        there = " ".join(self._marked.text[start:stop] for start, stop in mark.pieces)
        if words and "".join(there.split()) != "".join(words.split()):
            fields = {"label": mark.label, "words": words[:60], "there": there[:60]}
            self._marked.lost.append(
                Message("The annotation “{label}” marks “{there}”, but the file says “{words}”.", fields)
            )

    def _report(self, number: int, line: str) -> None:
        fields = {"line": str(number), "value": normalise(line[:60])}
        self._marked.lost.append(Message("Line {line} of the annotations is left out: “{value}”.", fields))


def _read_pieces(ends: str) -> Iterator[Span]:
    for pair in ends.split(";")[:_MAX_PIECES]:
        start, _, stop = pair.strip().partition(" ")
        if not (start.isdecimal() and stop.isdecimal() and len(start) < 12 and len(stop) < 12):
            return
        if int(start) < int(stop):
            yield Span(int(start), int(stop))


def _parse_packed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_pair(pair: Any) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair)
