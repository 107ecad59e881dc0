"""The columns of the sheet of changes, in the order of reading."""

from __future__ import annotations

from app.formats.export_context import ExportedStep
from app.formats.xlsx.columns.column import Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.shared_columns import make_authors, make_key_column
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import STEP_STATES, Words


def make_step_columns(naming: Naming) -> list[Column[ExportedStep]]:
    """Return the columns of changes."""
    states = {state: words.say(naming.words.language) for state, words in STEP_STATES.items()}
    return [
        Column("time", Words("Time", "Время"), 18, Look.TIME, value=lambda row: row.time),
        *make_authors(naming, lambda row: row.author, width=18),
        Column(
            "what", Words("What was done", "Что сделано"), 70, Look.WRAPPED, value=lambda row: row.title, repeats=False
        ),
        Column("title", Words("Article", "Статья"), 50, Look.WRAPPED, value=lambda row: row.article, max_lines=3),
        Column("annotations", Words("Annotations", "Меток"), 13, Look.NUMBER, value=lambda row: row.annotations),
        Column("state", Words("State", "Состояние"), 16, value=lambda row: states.get(row.state, row.state)),
        make_key_column(RowKind.STEP, naming, lambda row: row.number),
    ]
