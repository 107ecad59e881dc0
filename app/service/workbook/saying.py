"""Say what a workbook brings back.

In one line an item, and as a report in text or JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.message import Message
from app.core.model import Kind, Status
from app.core.scheme import Scheme
from app.core.values.figure_words import say_exactly
from app.core.values.period_words import say_period
from app.formats.xlsx.reading.book_reader import NotTaken
from app.formats.xlsx.values.words import STATUSES
from app.service.wording import shorten_text
from app.service.workbook.cells.field_values import LABEL_COLUMNS
from app.service.workbook.items import Comparison, FieldChange, Item, ItemKind, Taken

Say = Callable[[Message], str]

COLUMN_TITLES: Mapping[str, Message] = {
    "text": Message("words"),
    "label": Message("label"),
    "kind": Message("kind"),
    "normal": Message("normal form"),
    "referent": Message("who or what"),
    "speaker": Message("speaker"),
    "cue": Message("cue"),
    "due": Message("due"),
    "status": Message("decision"),
    "note": Message("note"),
}
KIND_TITLES: Mapping[ItemKind, Message] = {
    ItemKind.CHANGE: Message("Changed in the sheet"),
    ItemKind.NEW: Message("New rows"),
    ItemKind.CONFLICT: Message("Conflicts: changed in the program too"),
    ItemKind.MISSING: Message("Not in the sheet"),
    ItemKind.EMPTIED: Message("Emptied cells"),
}
NOT_TAKEN_TITLE = Message("Not taken in")
_MAX_CHARS = 60
_BASELESS = Message(
    "The project does not know what this workbook held at its export: it is compared with what is there now."
)


@dataclass(frozen=True, slots=True)
class ValueNames:
    """What values are called in a language."""

    scheme: Scheme
    language: str

    def say(self, change: FieldChange, value: str) -> str:
        """Return a value of a field in words; "—" for nothing."""
        if not value:
            return "—"
        if change.column in LABEL_COLUMNS:
            kind = Kind.CLAIM if change.column == "kind" else Kind.ENTITY
            return self.scheme.label(kind, value).title(self.language)
        if change.column == "status" and value in tuple(Status):
            return STATUSES[Status(value)].say(self.language)
        is_said = change.column in {"due", "normal"}
        return say_exactly(say_period(value, self.language), self.language) if is_said else value


def say_fields(item: Item, names: ValueNames, say: Say, longest: int = _MAX_CHARS) -> str:
    """Return what differs in a row.

    "label: Person → Organisation; note: — → see page 3".
    """
    return "; ".join(_say_field(item, change, names, say, longest) for change in item.fields)


def say_place(item: Item, say: Say) -> str:
    """Return where an item stands: sheet, row, key."""
    parts = [item.title, say(Message("row {row}", {"row": str(item.row)})) if item.row else "", item.key]
    return " · ".join(filter(None, parts))


def say_item(item: Item, names: ValueNames, say: Say, longest: int = _MAX_CHARS, *, is_taken: bool = False) -> str:
    """Return an item as one line.

    Place, words, what differs, what else is to be known. A row that is missing and taken is deleted.
    """
    if is_taken and item.kind is ItemKind.MISSING:
        what = say(Message("deleted"))
    else:
        what = say_fields(item, names, say, longest)
    words = f"“{shorten_text(item.words, _MAX_CHARS)}”" if item.words else ""
    remark = say(item.remark) if item.remark is not None else ""
    head = " · ".join(filter(None, [say_place(item, say), words]))
    return ": ".join(filter(None, [head, what])) + (f" ({remark})" if remark else "")


def say_not_taken(one: NotTaken, say: Say) -> str:
    """Return what is not taken as one line."""
    row = say(Message("row {row}", {"row": str(one.row)})) if one.row else ""
    return f"{' · '.join(filter(None, [one.sheet, row]))}: {say(one.reason)}"


def preview_lines(comparison: Comparison, names: ValueNames, say: Say) -> Iterator[str]:
    """Yield a preview.

    Every item under the title of its kind, then what is not taken.
    """
    if not comparison.has_base:
        yield say(_BASELESS)
    for kind, title in KIND_TITLES.items():
        yield from _section(say(title), [say_item(item, names, say) for item in comparison.of_kind(kind)])
    yield from _section(say(NOT_TAKEN_TITLE), [say_not_taken(one, say) for one in comparison.not_taken])


def report_text(comparison: Comparison, taken: Taken, names: ValueNames, say: Say) -> str:
    """Return the report of a workbook as text.

    It names what was taken, what was left and what is not taken.
    """
    lines: list[str] = [] if comparison.has_base else [say(_BASELESS)]
    lines += _section(
        say(Message("Taken in")), [say_item(item, names, say, 10_000, is_taken=True) for item in taken.taken]
    )
    for kind, title in KIND_TITLES.items():
        left = [say_item(item, names, say, 10_000) for item in taken.left if item.kind is kind]
        lines += _section(say(Message("Left: {what}", {"what": say(title)})), left)
    lines += _section(say(NOT_TAKEN_TITLE), [say_not_taken(one, say) for one in _all_not_taken(comparison, taken)])
    return "\n".join(lines) + "\n"


def report_json(comparison: Comparison, taken: Taken) -> str:
    """Return the report as JSON.

    Keys are English, and values as they are stored.
    """
    tree = {
        "has_base": comparison.has_base,
        "rows": comparison.rows,
        "taken": [_item_tree(item) for item in taken.taken],
        "left": [_item_tree(item) for item in taken.left],
        "not_taken": [
            {"sheet": one.sheet, "row": one.row, "reason": str(one.reason)} for one in _all_not_taken(comparison, taken)
        ],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _say_field(item: Item, change: FieldChange, names: ValueNames, say: Say, longest: int) -> str:
    title = say(COLUMN_TITLES[change.column])
    wanted = shorten_text(names.say(change, change.wanted), longest)
    if item.kind is ItemKind.NEW:
        return f"{title}: {wanted}"
    present = shorten_text(names.say(change, change.present), longest)
    if item.kind is not ItemKind.CONFLICT:
        return f"{title}: {present} → {wanted}"
    exported = shorten_text(names.say(change, change.exported), longest)
    sides = {"column": title, "exported": exported, "present": present, "wanted": wanted}
    return say(Message("{column}: it was {exported}; in the program {present}, in the sheet {wanted}", sides))


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}: {len(lines)}"
        yield from (f"  {line}" for line in lines)


def _all_not_taken(comparison: Comparison, taken: Taken) -> Iterable[NotTaken]:
    return (*comparison.not_taken, *taken.not_taken)


def _item_tree(item: Item) -> dict[str, Any]:
    return {
        "kind": str(item.kind),
        "sheet": item.title,
        "row": item.row,
        "key": item.key,
        "article": item.article,
        "words": item.words,
        "fields": [change._asdict() for change in item.fields],
        "remark": str(item.remark) if item.remark is not None else "",
    }
