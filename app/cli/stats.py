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
from app.cli.english import count_words
from app.core.model import Status
from app.core.vocabulary import ClaimForm
from app.store.rows.totals import Totals

_MOST_SPEAKERS = 10


def show_stats(project: Path, *, as_json: bool) -> int:
    """Show the counts of a project; return the exit code."""
    with closing(opened_to_read(project)) as source:
        path, totals = source.path, source.totals()
    if as_json:
        out().print(json.dumps(_make_tree(path, totals), ensure_ascii=False, indent=2))
    else:
        _print_tables(path, totals)
    return 0


def _make_tree(path: Path, totals: Totals) -> dict[str, Any]:
    return {
        "project": str(path),
        "articles": totals.articles,
        "done": totals.done,
        "first": totals.first.isoformat() if totals.first else None,
        "last": totals.last.isoformat() if totals.last else None,
        "notes": totals.notes,
        "entities": _nest_counts(totals.entities),
        "claims": _nest_counts(totals.claims),
        "forms": _nest_counts(totals.forms),
        "speakers": dict(totals.speakers.most_common(_MOST_SPEAKERS)),
        "sources": dict(totals.sources.most_common()),
    }


def _nest_counts(counts: Counter[tuple[str, Any]]) -> dict[str, dict[str, int]]:
    """Return counts by their first word, then by their second."""
    tree: dict[str, dict[str, int]] = {}
    for (first, second), count in sorted(counts.items()):
        tree.setdefault(first, {})[str(second)] = count
    return tree


def _print_tables(path: Path, totals: Totals) -> None:
    console = out()
    dates = f", {totals.first} to {totals.last}" if totals.first else ""
    articles, notes = count_words(totals.articles, "article"), count_words(totals.notes, "note")
    console.print(f"{escaped_name(path)}: {articles} ({totals.done} done){dates}, {notes}")
    statuses = [str(status) for status in Status]
    for title, counts in (("entities", totals.entities), ("claims", totals.claims)):
        console.print(_make_table(title, statuses, _nest_counts(counts)))
    console.print(
        _make_table(
            "claims by form", (ClaimForm.DIRECT, ClaimForm.INDIRECT, ClaimForm.REPORTED), _nest_counts(totals.forms)
        )
    )
    speakers = {name: {"claims": count} for name, count in totals.speakers.most_common(_MOST_SPEAKERS)}
    console.print(_make_table("who speaks most", (), speakers))


def _make_table(title: str, columns: Iterable[str], tree: dict[str, dict[str, int]]) -> Table:
    names = list(columns)
    table = Table(title, *names, "total")
    for column in table.columns[1:]:
        column.justify = "right"
    for label, row in tree.items():
        table.add_row(escaped_name(label), *(str(row.get(name, 0)) for name in names), str(sum(row.values())))
    return table
