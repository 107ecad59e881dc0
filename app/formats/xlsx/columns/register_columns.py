"""The columns of the entity register, in the order of reading."""

from __future__ import annotations

from dataclasses import replace

from app.formats.xlsx.columns.column import ChoiceList, Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.shared_columns import make_key_column
from app.formats.xlsx.rows.register import RegisterRow
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import Words


def make_register_columns(naming: Naming) -> list[Column[RegisterRow]]:
    """Return the columns of the entity register."""
    titles = naming.words.entity_labels
    return [
        Column(
            "entity",
            Words("Entity", "Кто или что"),
            40,
            Look.WRAPPED_LINK,
            value=lambda row: row.name,
            link=lambda row: row.place,
            max_lines=3,
            repeats=False,
        ),
        Column(
            "label",
            Words("Type", "Тип"),
            20,
            choices=ChoiceList.ENTITY_LABELS,
            value=lambda row: titles.get(row.label, row.label),
        ),
        Column(
            "aliases",
            Words("Named as", "Как назван"),
            60,
            Look.WRAPPED,
            value=lambda row: row.aliases,
            max_lines=4,
            repeats=False,
        ),
        Column("mentions", Words("Mentions", "Упоминаний"), 14, Look.NUMBER, value=lambda row: row.mentions),
        Column("articles", Words("Articles", "Статей"), 12, Look.NUMBER, value=lambda row: row.articles),
        Column("first", Words("First", "Впервые"), 12, Look.DATE, value=lambda row: row.first),
        Column("last", Words("Last", "Последний раз"), 15, Look.DATE, value=lambda row: row.last),
        replace(make_key_column(RowKind.REGISTER, naming, lambda row: row.number), width=20),
    ]
