"""Quotation marks of every make, paired.

Example: « », „ “, “ ”, " ", nested, unbalanced, over several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.core.span import Span
from app.core.text.tokens import lines

_MARK = re.compile(r"[«»„“”\"]|''|``")
_MAX_PARAGRAPHS = 12
"""How many paragraphs a quotation can span before its opening mark counts as lost."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation that lies in no other.

    `span` is with its marks, `inner` without them.
    """

    span: Span
    inner: Span


@dataclass(frozen=True, slots=True)
class _LineScan:
    """The quotations of a line, and marks without a partner."""

    whole: list[Quotation]
    opened: Span | None
    closed: Span | None


def find_quotations(text: str, span: Span | None = None) -> list[Quotation]:
    """Return the outermost quotations of `text`, in order.

    With a span, return only those in it.
    """
    rows = list(lines(text, span.start, span.stop) if span is not None else lines(text))
    scans = [_scan_line(text, row) for row in rows]
    found: list[Quotation] = []
    number = 0
    while number < len(rows):
        scan = scans[number]
        end = _find_closing_line(text, rows, scans, number) if scan.opened else None
        if scan.opened and end is not None:
            found += [quotation for quotation in scan.whole if quotation.span.stop <= scan.opened.start]
            closed = scans[end].closed
            assert closed is not None, "the line was found by it"
            found.append(Quotation(Span(scan.opened.start, closed.stop), Span(scan.opened.stop, closed.start)))
            found += [quotation for quotation in scans[end].whole if quotation.span.start >= closed.stop]
            number = end + 1
            continue
        found += scan.whole
        if scan.opened and not any(quotation.span.start > scan.opened.start for quotation in scan.whole):
            found += _close_at_dash(text, rows[number], scan.opened)
        elif scan.opened:
            found = [quotation for quotation in found if quotation.span.start < scan.opened.start]
            found += _close_lost_mark(text, rows[number], scan)
        number += 1
    return found


def _close_lost_mark(text: str, row: Span, scan: _LineScan) -> Iterator[Quotation]:
    """Close a lost opening mark at the last closing one.

    Two quotations may end in a single mark: «… «Лента.ру».
    """
    assert scan.opened is not None, "only then there is something to mend"
    last = max((quotation.span.stop for quotation in scan.whole), default=scan.opened.stop)
    rest = text[last : row.stop].lstrip(" ,.!?…\u00a0")
    if scan.opened.start == row.start and (not rest or rest[0] in "—–-"):
        yield Quotation(Span(scan.opened.start, last), Span(scan.opened.stop, last - 1))
    else:
        yield from (quotation for quotation in scan.whole if quotation.span.start > scan.opened.start)


def _close_at_dash(text: str, row: Span, opened: Span) -> Iterator[Quotation]:
    """Close a forgotten quotation at the dash before its speaker.

    It must open the line.
    """
    if opened.start != row.start:
        return
    dash = re.search(r"[,.!?…]\s*[—–-]\s", text[row.start : row.stop])
    if dash:
        stop = row.start + dash.start()
        yield Quotation(Span(opened.start, stop), Span(opened.stop, stop))


def _find_closing_line(text: str, rows: list[Span], scans: list[_LineScan], number: int) -> int | None:
    """Return the number of the line in which a quotation ends."""
    opened = scans[number].opened
    assert opened is not None, "only then there is something to close"
    family = text[opened.start]
    for later in range(number + 1, min(number + _MAX_PARAGRAPHS, len(rows))):
        closed = scans[later].closed
        if closed is not None:
            return later if _are_partners(family, text[closed.start]) else None
        repeats = scans[later].opened
        if repeats is not None and repeats.start != rows[later].start:
            return None
    return None


def _are_partners(opening: str, closing: str) -> bool:
    return closing in {"«": "»", "„": '“”"', "“": '”“"', '"': '"', "”": "”"}.get(opening, "")


def _scan_line(text: str, row: Span) -> _LineScan:
    """Pair the marks of one line with a stack.

    Only the outermost pairs are kept.
    """
    whole: list[Quotation] = []
    stack: list[Span] = []
    closed: Span | None = None
    for match in _MARK.finditer(text, row.start, row.stop):
        mark = Span(match.start(), match.end())
        if _is_opening(text, mark, row, stack):
            stack.append(mark)
        elif stack:
            begin = stack.pop()
            while whole and whole[-1].span.start > begin.start:  # those inside this one
                whole.pop()
            whole.append(Quotation(Span(begin.start, mark.stop), Span(begin.stop, mark.start)))
        elif closed is None:
            closed = mark
            whole = []
    opened = stack[0] if stack else None
    return _LineScan(whole, opened, closed)


def _is_opening(text: str, mark: Span, row: Span, stack: list[Span]) -> bool:
    """Say whether a mark opens.

    Its shape tells, else what stands beside it.
    """
    sign = text[mark.start : mark.stop]
    if sign in ("«", "„"):
        return True
    if sign == "»":
        return False
    before = text[mark.start - 1] if mark.start > row.start else " "
    after = text[mark.stop] if mark.stop < row.stop else " "
    if sign == "“" and stack and text[stack[-1].start] == "„":
        return False
    looks_open = (before.isspace() or before in '([—–-«„“"/') and not after.isspace()
    if sign == "”" and looks_open:
        return not stack
    return looks_open
