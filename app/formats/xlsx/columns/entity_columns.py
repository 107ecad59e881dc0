"""The columns of the sheet of entities, in the order of reading."""

from __future__ import annotations

from app.core.model import Kind
from app.core.values.attribute_words import say_normal
from app.core.vocabulary import AttributeName
from app.formats.xlsx.columns.column import ChoiceList, Column, Look
from app.formats.xlsx.columns.found_columns import (
    make_amounts,
    make_article_link,
    make_attribute,
    make_bookkeeping,
    make_context,
    make_label_flags,
    make_note,
    make_scheme_columns,
    make_status,
)
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.shared_columns import DATE, SOURCE, URL, fold_column, make_key_column
from app.formats.xlsx.rows.sheet_rows import EntityRow
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import Words

_REFERENT = AttributeName.REFERENT.value


def make_entity_columns(naming: Naming) -> list[Column[EntityRow]]:
    """Return the columns of entities, with the attributes that the scheme defines."""
    words, language = naming.words, naming.words.language
    titles = words.entity_labels
    known: set[str] = {AttributeName.VALUE, AttributeName.REFERENT}
    return [
        Column(
            "text",
            Words("Text", "Текст"),
            26,
            Look.WRAPPED,
            value=lambda row: row.words,
            max_lines=3,
            comes_back=True,
            repeats=False,
        ),
        Column(
            "label",
            Words("Label", "Метка"),
            20,
            choices=ChoiceList.ENTITY_LABELS,
            value=lambda row: titles.get(row.annotation.label, row.annotation.label),
            comes_back=True,
        ),
        Column(
            "normal",
            Words("Normal form", "Начальная форма"),
            28,
            Look.WRAPPED,
            value=lambda row: say_normal(row.annotation, language) or row.words,
            max_lines=3,
            comes_back=True,
        ),
        Column(
            "referent",
            Words("Who or what", "Кто или что"),
            24,
            Look.WRAPPED,
            value=lambda row: row.attributes.get(_REFERENT),
            max_lines=2,
            comes_back=True,
        ),
        make_context(70),
        DATE,
        SOURCE,
        URL,
        make_note(30),
        make_status(words),
        Column("day", Words("Day", "День"), 11, Look.DATE, value=lambda row: row.figures.day),
        *make_amounts(),
        make_article_link(36),
        make_key_column(RowKind.ENTITY, naming, lambda row: row.annotation.id),
        fold_column(make_attribute("value", Words("Value", "Значение"), language, 20)),
        *(fold_column(column) for column in make_scheme_columns(naming, Kind.ENTITY, known)),
        *make_bookkeeping(naming),
        *make_label_flags(naming, titles),
    ]
