"""Columns that entities and claims have alike."""

from __future__ import annotations

from typing import Any

from app.core.values.attribute_words import say_attribute
from app.core.vocabulary import AttributeName
from app.formats.xlsx.columns.column import ChoiceList, Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.shared_columns import fold_column, make_authors
from app.formats.xlsx.rows.sheet_rows import ClaimRow, EntityRow
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import Vocabulary, Words

Found = EntityRow | ClaimRow


def make_article_link(width: int) -> Column[Found]:
    """Return the title of the article, a link to its row."""
    return Column(
        "title",
        Words("Article", "Статья"),
        width,
        Look.LINK,
        value=lambda row: row.article.title,
        link=lambda row: row.article_place,
    )


def make_note(width: int) -> Column[Found]:
    """Return the notes on an annotation, one below the other."""
    return Column(
        "note",
        Words("Note", "Заметка"),
        width,
        Look.WRAPPED,
        value=lambda row: row.notes,
        max_lines=4,
        comes_back=True,
        repeats=False,
    )


def make_context(width: int) -> Column[Found]:
    """Return the sentence around an annotation."""
    return Column(
        "context",
        Words("Context", "Контекст"),
        width,
        Look.RICH,
        value=lambda row: row.context,
        max_lines=3,
        repeats=False,
    )


def make_status(words: Vocabulary) -> Column[Found]:
    """Return the decision, chosen from a list."""
    statuses = words.statuses
    return Column(
        "status",
        Words("Status", "Решение"),
        13,
        choices=ChoiceList.STATUSES,
        value=lambda row: statuses[row.annotation.status],
        comes_back=True,
    )


def make_attribute(name: str, title: Words, language: str, width: int = 16, **more: Any) -> Column[Found]:
    """Return the column of an attribute."""

    def say(row: Found) -> str | None:
        value = row.attributes.get(name)
        return say_attribute(row.annotation, name, value, language) if value else value

    return Column(name, title, width, value=say, **more)


def make_scheme_columns(naming: Naming, kind: str, without: set[str]) -> list[Column[Found]]:
    """Return the attribute columns of the labels of a kind.

    Each column is there once. Attributes that the window has words for have the same in Russian.
    """
    language = naming.words.language
    found = {attribute.name: attribute for label in naming.scheme.of_kind(kind) for attribute in label.attributes}
    return [
        make_attribute(name, Words(attribute.title or name, _RUSSIAN.get(name, attribute.title or name)), language)
        for name, attribute in found.items()
        if name not in without
    ]


_RUSSIAN: dict[str, str] = {AttributeName.PRECISION.value: "Точность", "verdict": "Оценка"}


def make_amounts() -> list[Column[Found]]:
    """Return the columns of sums and shares as numbers."""
    return [
        Column("amount", Words("Amount", "Величина"), 18, Look.AMOUNT, value=lambda row: row.figures.amount),
        Column(
            "amount_to", Words("Amount to", "Величина до"), 18, Look.AMOUNT, value=lambda row: row.figures.amount_to
        ),
        Column("unit", Words("Unit", "Единица"), 10, value=lambda row: row.figures.unit),
    ]


def make_label_flags(naming: Naming, titles: dict[str, str]) -> list[Column[Found]]:
    """Return a column of 0 and 1 for each label.

    They are for users who make pivot tables.
    """
    if not naming.options.with_label_columns:
        return []
    return [_flag(name, title) for name, title in titles.items()]


def _flag(name: str, title: str) -> Column[Found]:
    return Column(
        f"is_{name}",
        Words(f"{title} 0/1", f"{title} 0/1"),
        12,
        Look.FLAG,
        value=_label_of,
        is_folded=True,
        flag=name,
    )


def _label_of(row: Found) -> str:
    return row.annotation.label


def make_bookkeeping(naming: Naming) -> list[Column[Found]]:
    """Return the columns at the right that are folded."""
    make_key, origins = naming.key_of(RowKind.ARTICLE), naming.words.origins
    columns: list[Column[Found]] = [
        Column("article", Words("Article key", "Ключ статьи"), 16, value=lambda row: make_key(row.article.id)),
        Column("start", Words("Start", "Начало"), 9, Look.NUMBER, value=lambda row: row.annotation.start),
        Column("stop", Words("Stop", "Конец"), 9, Look.NUMBER, value=lambda row: row.annotation.stop),
        Column("origin", Words("Origin", "Происхождение"), 18, value=lambda row: origins[row.annotation.origin]),
        Column(
            "confidence",
            Words("Confidence", "Уверенность"),
            14,
            Look.SHARE,
            value=lambda row: _round_share(row.annotation.confidence),
        ),
        Column("rule", Words("Rule", "Правило"), 16, value=lambda row: row.annotation.rule),
        Column(
            "changed",
            Words("Changed", "Изменено"),
            17,
            Look.TIME,
            value=lambda row: row.annotation.changed or row.annotation.created,
        ),
        *make_authors(naming, lambda row: row.annotation.author),
    ]
    return [fold_column(column) for column in columns]


def _round_share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
