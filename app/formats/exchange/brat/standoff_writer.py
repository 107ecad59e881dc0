"""Write the lines of an ".ann" file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from app.core.span import Pieces, Span, normal_pieces
from app.formats.exchange.shared.label_names import escape_name
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText, MarkKind
from app.formats.exchange.shared.packed_values import VALUE_NAMES, pack_text

PACKED = "Pometka"
"""The type of comment that holds, as JSON, what brat has no line for."""
NORMAL_FORM = "Normal:form"
_WORD = re.compile(r"[\w.+-]+")
_LINES = re.compile(r"[^\n]+")


def write_standoff(marked: MarkedText) -> str:
    """Return the annotations of a text, in lines that brat reads."""
    writer = _StandoffWriter(marked)
    return "".join(f"{line}\n" for line in writer.lines())


def split_at_newlines(text: str, pieces: Pieces) -> Pieces:
    """Return pieces without line ends, as brat wants them."""
    return tuple(Span(*found.span()) for piece in pieces for found in _LINES.finditer(text, piece.start, piece.stop))


def join_at_newlines(text: str, pieces: Pieces) -> Pieces:
    """Return pieces joined where only line ends are between them."""
    gaps = [
        Span(one.stop, other.start)
        for one, other in pairwise(pieces)
        if 0 <= one.stop < other.start <= len(text) and not text[one.stop : other.start].strip("\r\n")
    ]
    return normal_pieces((*pieces, *gaps))


class _StandoffWriter:
    def __init__(self, marked: MarkedText) -> None:
        self._marked = marked
        self._attributes = 0
        self._comments = 0
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in marked.links:
            self._links[link.source].append(link)

    def lines(self) -> Iterator[str]:
        """Yield the lines: spans, events, attributes, normal forms, comments."""
        for mark in self._marked.marks:
            yield self._span_line(mark)
            target = f"T{mark.id}"
            if mark.values.get("kind") == MarkKind.CLAIM:
                target = f"E{mark.id}"
                yield self._event_line(mark)
            else:
                yield from self._relation_lines(mark)
            rest = self._rest(mark)
            for name, value in self._simple_attributes(mark):
                self._attributes += 1
                yield f"A{self._attributes}\t{name} {target} {value}"
            normal = mark.values.get("normal", "")
            if normal.isprintable() and normal.strip():
                yield f"N{mark.id}\tReference {target} {NORMAL_FORM}\t{normal}"
            for note in mark.notes:
                if note.keys() == {"text"} and note["text"].isprintable():
                    yield self._comment("AnnotatorNotes", target, note["text"])
            if rest:
                yield self._comment(PACKED, target, pack_text(rest))

    def _span_line(self, mark: Mark) -> str:
        text = self._marked.text
        pieces = split_at_newlines(text, mark.pieces) or mark.pieces
        ends = ";".join(f"{start} {stop}" for start, stop in pieces)
        words = " ".join(text[start:stop] for start, stop in pieces).replace("\n", " ")
        return f"T{mark.id}\t{escape_name(mark.label)} {ends}\t{words}"

    def _event_line(self, mark: Mark) -> str:
        parts, seen = [f"{escape_name(mark.label)}:T{mark.id}"], Counter[str]()
        for link in self._links[mark.id]:
            seen[link.name] += 1
            number = seen[link.name] if seen[link.name] > 1 else ""
            parts.append(f"{escape_name(link.name)}{number}:T{link.target}")
        return f"E{mark.id}\t" + " ".join(parts)

    def _relation_lines(self, mark: Mark) -> Iterator[str]:
        for link in self._links[mark.id]:
            yield f"R{link.target}\t{escape_name(link.name)} Arg1:T{mark.id} Arg2:T{link.target}"

    def _simple_attributes(self, mark: Mark) -> Iterator[tuple[str, str]]:
        """Yield attributes that fit on a line.

        A word as name, a word as value.
        """
        yield from ((name, mark.values[name]) for name in ("status", "origin") if name in mark.values)
        yield from ((name, value) for name, value in mark.attributes.items() if _is_simple(name, value))

    def _rest(self, mark: Mark) -> dict[str, object]:
        """Return what has no line of its own."""
        normal = mark.values.get("normal", "")
        in_lines = {"status", "origin", *(["normal"] if normal.isprintable() and normal.strip() else [])}
        values: dict[str, object] = {
            name: value for name, value in mark.values.items() if name not in in_lines and name != "kind"
        }
        notes = [note for note in mark.notes if note.keys() != {"text"} or not note["text"].isprintable()]
        attributes = {name: value for name, value in mark.attributes.items() if not _is_simple(name, value)}
        text = self._marked.text
        written = split_at_newlines(text, mark.pieces) or mark.pieces
        pieces = [] if join_at_newlines(text, written) == mark.pieces else [list(piece) for piece in mark.pieces]
        parts = {"attributes": attributes, "notes": notes, "pieces": pieces}
        return {**values, **{name: value for name, value in parts.items() if value}}

    def _comment(self, kind: str, target: str, text: str) -> str:
        self._comments += 1
        return f"#{self._comments}\t{kind} {target}\t{text}"


def _is_simple(name: str, value: str) -> bool:
    is_ours = name in VALUE_NAMES or name == "kind"
    return not is_ours and escape_name(name) == name != "" and _WORD.fullmatch(value) is not None
