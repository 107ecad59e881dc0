"""Record in a workbook the state that it was exported from.

It is kept in properties of the file that spreadsheet programs keep.

The point of the project's history is enough to know what each row held: the journal leads back to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from app.core.model import Status
from app.formats.export_context import ExportContext, HistoryPoint
from app.formats.export_options import ExportOptions
from app.formats.xlsx.values.row_keys import make_project_tag

_NAME = "Pometka"
_PART_CHARS = 240
"""Excel shows 255 characters of a property."""


@dataclass(frozen=True, slots=True)
class ExportStamp:
    """What is known of an export.

    It is the point of the history that was exported, the letters of the project in the keys, and what was chosen.
    """

    point: HistoryPoint
    tag: str
    options: ExportOptions


def stamp_workbook(book: Workbook, context: ExportContext) -> None:
    """Write the exported state of the project into a workbook.

    It is kept in the properties of the workbook.
    """
    if context.point is None:
        return
    options = context.options
    tree = {
        "step": context.point.step,
        "time": context.point.time,
        "project": make_project_tag(context.project),
        "language": options.language,
        "sheets": options.sheets,
        "columns": options.columns,
        "labels": options.labels,
        "statuses": options.statuses,
        "done": options.done_only,
        "rejected": options.include_rejected,
        "anonymous": not options.with_authors,
        "since": options.since.isoformat() if options.since else "",
        "until": options.until.isoformat() if options.until else "",
        "articles": None if options.article_ids is None else _say_ranges(options.article_ids),
    }
    text = json.dumps({name: value for name, value in tree.items() if value not in ("", (), False)})
    for number, start in enumerate(range(0, len(text), _PART_CHARS), start=1):
        part = StringProperty(name=f"{_NAME} {number}", value=text[start : start + _PART_CHARS])
        book.custom_doc_props.append(part)  # type: ignore[attr-defined]  # its stubs do not know them


def read_stamp(properties: Mapping[str, str]) -> ExportStamp | None:
    """Return the stamp in the properties of a file.

    Return None if there is none that can be read.
    """
    parts = []
    for number in count(1):
        part = properties.get(f"{_NAME} {number}")
        if part is None:
            break
        parts.append(part)
    try:
        return _parse(json.loads("".join(parts))) if parts else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _parse(tree: dict[str, Any]) -> ExportStamp:
    ranges = tree.get("articles")
    options = ExportOptions(
        article_ids=None if ranges is None else tuple(_parse_ranges(str(ranges))),
        done_only=bool(tree.get("done")),
        include_rejected=bool(tree.get("rejected")),
        with_authors=not tree.get("anonymous"),
        language=str(tree.get("language", "")),
        sheets=tuple(map(str, tree.get("sheets", ()))),
        columns=tuple(map(str, tree.get("columns", ()))),
        labels=tuple(map(str, tree.get("labels", ()))),
        statuses=tuple(map(Status, tree.get("statuses", ()))),
        since=_parse_day(tree.get("since")),
        until=_parse_day(tree.get("until")),
    )
    return ExportStamp(HistoryPoint(int(tree["step"]), str(tree.get("time", ""))), str(tree["project"]), options)


def _parse_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _say_ranges(numbers: Iterable[int]) -> str:
    """Return numbers as "1-5,8"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _parse_ranges(text: str) -> Iterable[int]:
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)
