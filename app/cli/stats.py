"""`pometka stats`: what is in a project, in figures."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from rich.table import Table

from app.cli.console import escaped_name, opened_to_read, out
from app.core.model import Status
from app.formats.tally import Tally

_MOST_SPEAKERS = 10


def show_stats(project: Path, *, as_json: bool) -> int:
    """Show the counts of a project; return the exit code."""
    tally = Tally()
    with closing(opened_to_read(project)) as source:
        path = source.path
        for document in source.documents():
            tally.add(document)
        project_notes = len(source.notes())
    if as_json:
        out().print(json.dumps(_tree(path, tally, project_notes), ensure_ascii=False, indent=2))
    else:
        _print_tables(path, tally, project_notes)
    return 0


def _tree(path: Path, tally: Tally, project_notes: int) -> dict[str, Any]:
    return {
        "project": str(path),
        "articles": tally.articles,
        "done": tally.done,
        "first": tally.first.isoformat() if tally.first else None,
        "last": tally.last.isoformat() if tally.last else None,
        "notes": tally.notes + project_notes,
        "entities": _nested(tally.labels),
        "claims": _nested(tally.claim_status),
        "forms": _nested(tally.kinds),
        "speakers": dict(tally.speakers.most_common(_MOST_SPEAKERS)),
        "sources": dict(tally.sources.most_common()),
    }


def _nested(counts: Counter[tuple[str, Any]]) -> dict[str, dict[str, int]]:
    """Return counts by their first word, then by their second."""
    tree: dict[str, dict[str, int]] = {}
    for (first, second), count in sorted(counts.items()):
        tree.setdefault(first, {})[str(second)] = count
    return tree


def _print_tables(path: Path, tally: Tally, project_notes: int) -> None:
    console = out()
    dates = f", {tally.first} to {tally.last}" if tally.first else ""
    notes = tally.notes + project_notes
    console.print(f"{escaped_name(path)}: {tally.articles} articles ({tally.done} done){dates}, {notes} notes")
    statuses = [str(status) for status in Status]
    for title, counts in (("entities", tally.labels), ("claims", tally.claim_status)):
        console.print(_table(title, statuses, _nested(counts)))
    console.print(_table("claims by form", ("direct", "indirect", "reported"), _nested(tally.kinds)))
    speakers = {name: {"claims": count} for name, count in tally.speakers.most_common(_MOST_SPEAKERS)}
    console.print(_table("who speaks most", (), speakers))


def _table(title: str, columns: Iterable[str], tree: dict[str, dict[str, int]]) -> Table:
    names = list(columns)
    table = Table(title, *names, "total")
    for column in table.columns[1:]:
        column.justify = "right"
    for label, row in tree.items():
        table.add_row(escaped_name(label), *(str(row.get(name, 0)) for name in names), str(sum(row.values())))
    return table
