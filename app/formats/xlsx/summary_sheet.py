"""The sheet "Summary": who exported when, and the main counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from openpyxl.worksheet.worksheet import Worksheet

from app.core.model import Kind, Status
from app.core.vocabulary import ClaimForm
from app.formats.export_context import ExportContext
from app.formats.tally import Tally
from app.formats.xlsx.cells import Value, to_cell_value, to_local_time
from app.formats.xlsx.columns import Look
from app.formats.xlsx.styles import COUNT, HEADER, MUTED, NUMBER_HEADER, TITLE, fit_to_paper, make_cell

_COLUMN_WIDTHS = (44, 18, 14, 14, 14, 14)
_MAX_RANKED = 20
_FORMS = (ClaimForm.DIRECT, ClaimForm.INDIRECT, ClaimForm.REPORTED, "")

KeyT = TypeVar("KeyT", str, tuple[str, str])
Line = tuple[str, Sequence[Value]]
"""A row of the sheet: the look of its cells, and their values."""


def write_summary(sheet: Worksheet, tally: Tally, context: ExportContext, now: datetime) -> None:
    """Fill the sheet with a title, totals and small tables."""
    for letter, width in zip("ABCDEF", _COLUMN_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    fit_to_paper(sheet, "portrait")
    for look, values in _make_lines(tally, context, now):
        sheet.append([_make_cell(sheet, value, look, column) for column, value in enumerate(values)])


def _make_cell(sheet: Worksheet, value: Value, look: str, column: int) -> object:
    kept = to_cell_value(value)
    if kept is None:
        return None
    if isinstance(kept, datetime):
        return make_cell(sheet, kept, Look.TIME)
    if look == HEADER:
        return make_cell(sheet, kept, HEADER if column == 0 else NUMBER_HEADER)
    return make_cell(sheet, kept, COUNT if isinstance(kept, int) else look)


def _make_lines(tally: Tally, context: ExportContext, now: datetime) -> Iterator[Line]:
    yield TITLE, (context.project or "Pometka",)
    author = context.options.author
    yield MUTED, ("exported", to_local_time(now), f"by {author}" if author else None)
    yield from _totals_table(tally, context)
    yield from _status_table("entities by label", tally.labels, _order_labels(tally.labels, context, Kind.ENTITY))
    yield from _status_table(
        "claims by kind", tally.claim_status, _order_labels(tally.claim_status, context, Kind.CLAIM)
    )
    yield from _form_table(tally, _order_labels(tally.kinds, context, Kind.CLAIM))
    yield from _ranking_table(
        "who speaks most", ("speaker", "claims"), [((name,), n) for name, n in _rank_counts(tally.speakers)]
    )
    yield from _ranking_table("named most", ("name", "label", "mentions"), _rank_counts(tally.names))
    yield from _ranking_table(
        "sources", ("source", "articles"), [((name or "(none)",), n) for name, n in _rank_counts(tally.sources)]
    )


def _totals_table(tally: Tally, context: ExportContext) -> Iterator[Line]:
    rejected = sum(
        count for (_, status), count in (tally.labels + tally.claim_status).items() if status is Status.REJECTED
    )
    yield Look.TEXT, ()
    yield Look.TEXT, ("articles", tally.articles)
    yield Look.TEXT, ("articles done", tally.done)
    if tally.first and tally.last:
        yield Look.TEXT, ("dates", tally.first.isoformat(), tally.last.isoformat())
    yield Look.TEXT, ("entities", _count_kept(tally.labels))
    yield Look.TEXT, ("claims", _count_kept(tally.claim_status))
    yield Look.TEXT, ("notes", tally.notes + len(context.project_notes))
    yield Look.TEXT, ("rejected", rejected, None if context.options.include_rejected or not rejected else "left out")


def _count_kept(counts: Counter[tuple[str, Status]]) -> int:
    return sum(count for (_, status), count in counts.items() if status.is_live)


def _order_labels(
    counts: Counter[tuple[str, Status]] | Counter[tuple[str, str]], context: ExportContext, kind: str
) -> list[str]:
    """Return the labels that occur, in the order of the scheme.

    Labels that it does not have come last.
    """
    seen = {label for label, _ in counts}
    known = [label.name for label in context.scheme.of_kind(kind) if label.name in seen]
    return known + sorted(seen - set(known))


def _status_table(title: str, counts: Counter[tuple[str, Status]], labels: Sequence[str]) -> Iterator[Line]:
    yield from _header_line((title, *(str(status) for status in Status), "total"))
    for label in labels:
        row = [counts[label, status] for status in Status]
        yield Look.TEXT, (label, *row, sum(row))


def _form_table(tally: Tally, labels: Sequence[str]) -> Iterator[Line]:
    yield from _header_line(("claims by form", *(form or "other" for form in _FORMS), "total"))
    for label in labels:
        row = [tally.kinds[label, form] for form in _FORMS]
        yield Look.TEXT, (label, *row, sum(row))


def _ranking_table(title: str, names: Sequence[str], rows: Iterable[tuple[tuple[str, ...], int]]) -> Iterator[Line]:
    yield from _header_line((title, *names[1:]))
    for words, count in rows:
        yield Look.TEXT, (*words, count)


def _header_line(names: Sequence[str]) -> Iterator[Line]:
    yield Look.TEXT, ()
    yield HEADER, names


def _rank_counts(counts: Counter[KeyT]) -> list[tuple[KeyT, int]]:
    """Return the most frequent keys, equal ones by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MAX_RANKED]
