"""Export presets: named choices of an export.

The settings keep them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.core.json import shapes
from app.core.message import Message, UserError
from app.core.model import Status
from app.formats.export_options import ExportOptions

LAST = ""
"""The name under which the choices of the last export are kept."""

_FLAGS = ("done_only", "include_rejected", "with_authors", "with_label_columns")
_TEXTS = ("format_name", "content", "language")
_LISTS = ("sheets", "columns", "labels", "statuses")
_DAYS = ("since", "until")


def write_preset(options: ExportOptions) -> str:
    """Return the choices as text.

    Which articles and who exports is no part of them.
    """
    plain = ExportOptions()
    tree: dict[str, Any] = {}
    for name in (*_FLAGS, *_TEXTS, *_LISTS, *_DAYS):
        value = getattr(options, name)
        if value != getattr(plain, name):
            tree[name] = value.isoformat() if isinstance(value, date) else value
    return json.dumps(tree, ensure_ascii=False)


def read_preset(text: str, name: str) -> ExportOptions:
    """Return the choices that `write_preset` wrote; raise UserError where they are damaged."""
    try:
        tree = shapes.parse_json(text)
        if isinstance(tree, dict):
            return _make_options(tree)
        reason = Message("it is no JSON object")
    except shapes.ShapeError as fault:
        reason = fault.message
    except (ValueError, TypeError) as fault:
        reason = Message(str(fault))
    raise UserError(
        "The export preset “{name}” is damaged: {reason}.",
        hint="Save it again in the export dialog.",
        name=name,
        reason=reason,
    )


def find_preset(presets: Mapping[str, str], name: str) -> ExportOptions:
    """Return a preset by its name; raise UserError where there is none."""
    if name == LAST or name not in presets:
        raise UserError(
            "There is no export preset “{name}”.",
            hint="Choose of: {names}. The export dialog saves more.",
            name=name,
            names=", ".join(sorted(known for known in presets if known != LAST)) or "–",
        )
    return read_preset(presets[name], name)


def override_preset(preset: ExportOptions, wanted: ExportOptions) -> ExportOptions:
    """Return the choices of a preset, overridden by `wanted`.

    A choice of `wanted` counts if it differs from that of a plain export.
    """
    plain = ExportOptions()
    names = (*_FLAGS, *_TEXTS, *_LISTS, *_DAYS, "article_ids", "part", "author")
    changes = {name: getattr(wanted, name) for name in names if getattr(wanted, name) != getattr(plain, name)}
    return replace(preset, **changes)


def _make_options(tree: dict[str, Any]) -> ExportOptions:
    """Return the options of a tree.

    Raise ValueError or TypeError where a value is of another shape.
    """
    made: dict[str, Any] = {}
    for name, value in tree.items():
        if isinstance(value, bool if name in _FLAGS else str) and name in (*_FLAGS, *_TEXTS):
            made[name] = value
        elif name in _DAYS:
            made[name] = date.fromisoformat(value)
        elif name in _LISTS and isinstance(value, list) and all(isinstance(one, str) for one in value):
            made[name] = tuple(map(Status, value)) if name == "statuses" else tuple(value)
        else:
            raise ValueError(name)
    return ExportOptions(**made)
