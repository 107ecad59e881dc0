"""`pometka actions`: the registry of all that the window can do."""

from __future__ import annotations

import json

from rich.table import Table

from app.cli.console import out
from app.service.commands.keymap import markdown_table
from app.service.commands.registry import ACTIONS

_FIELDS = ("id", "title", "keys", "menu", "icon")


def show_actions(*, as_markdown: bool, as_json: bool) -> None:
    """List the actions for people, the README or other programs."""
    if as_markdown:
        out().print(markdown_table(), end="")
    elif as_json:
        rows = [{name: getattr(action, name) for name in _FIELDS} for action in ACTIONS]
        out().print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        table = Table("keys", "does", "action", "menu")
        for action in ACTIONS:
            table.add_row("  ".join(action.keys), action.title, action.id, action.menu)
        out().print(table)
