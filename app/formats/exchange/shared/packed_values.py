"""Article fields, values of marks and notes as JSON objects."""

from __future__ import annotations

import json
from typing import Any

from app.formats.exchange.shared.json_texts import get_list, get_texts
from app.formats.exchange.shared.marked_text import Mark, MarkedText


def pack_article(marked: MarkedText) -> dict[str, Any]:
    """Return the fields and notes of an article as JSON object.

    Title and source are there when they are empty, so that no reader takes others for them.
    """
    notes = {"notes": marked.notes} if marked.notes else {}
    stated = {name: marked.fields.get(name, "") for name in ("title", "source")}
    return {**marked.fields, **stated, **notes}


def unpack_article(marked: MarkedText, tree: Any) -> None:
    """Put the fields and notes of a JSON object into a text.

    The text is a marked text.
    """
    names = ("id", "title", "date", "source", "url", "language", "progress")
    marked.fields = get_texts(tree, *names)
    if isinstance(tree, dict) and tree.get("title") == "":
        marked.fields["title"] = ""
    marked.notes = [get_texts(note) for note in get_list(tree, "notes")]


def pack_mark(mark: Mark) -> dict[str, Any]:
    """Return values, attributes and notes of a mark as JSON object.

    Empty ones are left out.
    """
    parts = {**mark.values, "attributes": mark.attributes, "notes": mark.notes}
    return {name: value for name, value in parts.items() if value}


def unpack_mark(mark: Mark, tree: Any) -> None:
    """Put values, attributes and notes of a JSON object into a mark."""
    mark.values.update(get_texts(tree, "kind", *VALUE_NAMES))
    attributes = tree.get("attributes") if isinstance(tree, dict) else None
    if isinstance(attributes, dict):
        mark.attributes.update({name: value for name, value in attributes.items() if isinstance(value, str)})
    mark.notes += [get_texts(note) for note in get_list(tree, "notes")]


def pack_text(tree: dict[str, Any]) -> str:
    """Return a JSON object on one line in ASCII.

    No tool splits or alters such a line.
    """
    return json.dumps(tree)


VALUE_NAMES = ("status", "origin", "rule", "confidence", "normal", "author", "created", "changed")
