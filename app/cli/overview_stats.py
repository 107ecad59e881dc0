"""`pometka stats --show`: the pictures of the overview, in figures.

Each is counted only where it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.table import Table

from app.cli.console import escaped_name, opened_to_read, out
from app.cli.searching import bring_up_to_date
from app.core.message import UserError
from app.core.query.parsing import parse_query
from app.service.corpus.corpus_search import label_words
from app.service.corpus.index_place import project_index_path
from app.service.corpus.overview.making import PictureMaker, Scope
from app.service.corpus.overview.pictures import Picture, PictureKind
from app.store.index.index_file import open_for_reading
from app.store.index.overview_counts import OverviewCounts


def show_pictures(path: Path, names: Sequence[str], typed: str, *, as_json: bool) -> int:
    """Show pictures of the articles that fit a query.

    Return the exit code.
    """
    kinds = [_read_kind(name) for name in names]
    with closing(opened_to_read(path)) as project:
        index = project_index_path(project.path)
        bring_up_to_date(project.place, index)
        connection = open_for_reading(index)
        if connection is None:
            raise UserError("The index of “{name}” cannot be read.", hint="Try again.", name=project.path.name)
        with closing(OverviewCounts(connection)) as counts:
            query = parse_query(typed, label_words(project.scheme()))
            scope = Scope(datetime.now().astimezone().date(), query, typed)
            for picture in PictureMaker(project, counts, scope).make_all(kinds):
                if as_json:
                    out().print(json.dumps(_make_tree(picture), ensure_ascii=False))
                else:
                    _print_picture(picture)
    return 0


def _read_kind(name: str) -> PictureKind:
    try:
        return PictureKind(name.strip().casefold())
    except ValueError as fault:
        raise UserError(
            "There is no picture “{name}”.", hint="They are: {names}.", name=name, names=", ".join(PictureKind)
        ) from fault


def _make_tree(picture: Picture) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "picture": picture.kind.value,
        "rows": [heading.name for heading in picture.rows],
        "columns": [heading.name for heading in picture.columns],
        "counts": picture.values,
    }
    if picture.pace is not None:
        pace = picture.pace
        tree |= {"articles": pace.total, "done": pace.done, "open": pace.open, "skipped": pace.skipped}
        tree |= {"per_day": pace.per_day, "expected": pace.expected.isoformat() if pace.expected else None}
    if picture.measured is not None:
        tree["rates"] = [
            {"label": one.label, "right": one.right, "judged": one.judged, "low": one.low, "high": one.high}
            for one in picture.measured.rates
        ]
    return tree


def _print_picture(picture: Picture) -> None:
    if picture.measured is not None:
        table = Table("precision", "right", "judged", "share", "95 %")
        for rate in picture.measured.rates:
            share = f"{rate.share:.0%}" if rate.is_enough else "not enough yet"
            table.add_row(
                escaped_name(rate.label), str(rate.right), str(rate.judged), share, f"{rate.low:.0%} to {rate.high:.0%}"
            )
    else:
        table = Table(picture.kind.value, *(escaped_name(heading.name) for heading in picture.rows), "total")
        for place, heading in enumerate(picture.columns):
            counts = [values[place] for values in picture.values]
            total = counts[place] if picture.kind is PictureKind.NAMES else sum(counts)
            table.add_row(escaped_name(heading.name), *map(str, counts), str(total))
    for column in table.columns[1:]:
        column.justify = "right"
    out().print(table)
    if picture.pace is not None and picture.pace.per_day is not None:
        pace = picture.pace
        expected = f", all done on {pace.expected}" if pace.expected else ""
        out().print(f"{pace.done} of {pace.total} done, {pace.per_day:.1f} a day{expected}")
