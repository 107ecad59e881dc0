"""The columns of the sheet of claims, in the order of reading."""

from __future__ import annotations

from datetime import date

from app.core.model import Kind
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
from app.formats.xlsx.rows.sheet_rows import ClaimRow
from app.formats.xlsx.values.due_dates import say_due
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.value_figures import say_figures
from app.formats.xlsx.values.words import Words


def make_claim_columns(naming: Naming) -> list[Column[ClaimRow]]:
    """Return the columns of claims, with the attributes that the scheme defines."""
    words = naming.words
    kinds, forms, language = words.claim_labels, words.forms, words.language
    known: set[str] = {AttributeName.FORM, AttributeName.DUE, AttributeName.FIGURES, "summary"}
    return [
        Column(
            "speaker",
            Words("Speaker", "Говорящий"),
            24,
            Look.WRAPPED,
            value=lambda row: row.speaker_name or None,
            max_lines=3,
            comes_back=True,
        ),
        Column(
            "text",
            Words("Claim", "Утверждение"),
            70,
            Look.WRAPPED,
            value=lambda row: row.words,
            comes_back=True,
            repeats=False,
        ),
        Column(
            "kind",
            Words("Kind", "Вид"),
            14,
            choices=ChoiceList.CLAIM_LABELS,
            value=lambda row: kinds.get(row.annotation.label, row.annotation.label),
            comes_back=True,
        ),
        Column(
            "due", Words("Due", "Срок"), 14, Look.DUE, value=lambda row: _due(row.attributes, language), comes_back=True
        ),
        Column(
            "figures",
            Words("Figures", "Цифры"),
            22,
            Look.FIGURES,
            value=lambda row: say_figures(row.attributes.get(AttributeName.FIGURES, ""), language),
            max_lines=3,
        ),
        DATE,
        SOURCE,
        URL,
        make_note(34),
        make_status(words),
        Column(
            "form",
            Words("Form", "Вид речи"),
            16,
            choices=ChoiceList.FORMS,
            value=lambda row: _form(row.attributes, forms),
        ),
        Column("cue", Words("Cue", "Вводящие слова"), 18, value=lambda row: row.cue_words, comes_back=True),
        make_attribute(
            "summary", Words("Summary", "Кратко"), language, 30, look=Look.WRAPPED, max_lines=4, repeats=False
        ),
        *make_scheme_columns(naming, Kind.CLAIM, known),
        *make_amounts(),
        make_article_link(36),
        make_key_column(RowKind.CLAIM, naming, lambda row: row.annotation.id),
        fold_column(make_context(70)),
        fold_column(
            Column("speaker_words", Words("Speaker as named", "Как назван"), 24, value=lambda row: row.speaker_words)
        ),
        *make_bookkeeping(naming),
        *make_label_flags(naming, kinds),
    ]


def _form(attributes: dict[str, str], forms: dict[str, str]) -> str | None:
    value = attributes.get(AttributeName.FORM)
    return forms.get(value, value) if value else None


def _due(attributes: dict[str, str], language: str) -> date | str | None:
    value = attributes.get(AttributeName.DUE)
    return say_due(value, language) if value else None
