"""Copy words with their source, and annotations as a table.

Both have the form that the clipboard takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from app.core.model import Annotation, Article, Kind, Note
from app.core.values.attribute_words import say_normal
from app.core.values.period_words import say_day, say_period
from app.core.vocabulary import AttributeName
from app.formats.xlsx.values.cells import make_link_target
from app.formats.xlsx.values.words import Vocabulary, Words

_FORMULA_STARTS = ("=", "+", "-", "@")
_HEADER = (
    Words("Text", "Текст"),
    Words("Label", "Метка"),
    Words("Normal form", "Начальная форма"),
    Words("Speaker", "Говорящий"),
    Words("Due", "Срок"),
    Words("Status", "Решение"),
    Words("Note", "Заметка"),
    Words("Article", "Статья"),
    Words("Date", "Дата"),
    Words("Source", "Источник"),
    Words("Link", "Ссылка"),
)
_TABLE_STYLE = "td { mso-number-format: '\\@'; }"
"""Has Excel take every cell as text: no formula, no date of its own making."""


@dataclass(frozen=True, slots=True)
class CopiedText:
    """A text for the clipboard, plain and as HTML."""

    plain: str
    html: str


def quote_words(words: str, article: Article, language: str, speaker: str = "") -> CopiedText:
    """Return words in quotation marks with their source.

    A speaker stands before the source; words without one, or without a source, have the title of the article there.
    """
    quoted = f"«{' '.join(words.split())}»"
    day = say_day(article.date, language) if article.date else ""
    said_by = " ".join(speaker.split())
    is_found_by_title = not said_by or not (article.source or article.url)
    title = _name_title(article) if is_found_by_title else ""
    before = [part for part in (said_by, title, day, article.source) if part]
    plain = f"{quoted} — {', '.join([*before, *([article.url] if article.url else [])])}"
    source = escape(", ".join(before))
    target = make_link_target(article.url)
    if target:
        source = f'{source}{", " if before else ""}<a href="{escape(target)}">{escape(article.url)}</a>'
    elif article.url:
        source = f"{source}, {escape(article.url)}"
    return CopiedText(plain if before or article.url else quoted, f"<p>{escape(quoted)} — {source}</p>")


def quote_annotation(annotation: Annotation, text: str, article: Article, language: str) -> CopiedText:
    """Return the words of an annotation with their source.

    Those of a claim with its speaker.
    """
    speaker = annotation.speaker.shown_name(text) if annotation.speaker else ""
    return quote_words(annotation.words(text), article, language, speaker)


def join_quotes(quotes: Sequence[CopiedText]) -> CopiedText:
    """Return several quotations, each in a paragraph of its own."""
    return CopiedText("\n".join(quote.plain for quote in quotes), "".join(quote.html for quote in quotes))


def make_table(
    annotations: Iterable[Annotation],
    text: str,
    article: Article,
    notes: Mapping[int, Sequence[Note]],
    vocabulary: Vocabulary,
) -> CopiedText:
    """Return annotations as a table for spreadsheets.

    Each one is a row below a header.

    `notes` are those on annotations, by id.
    """
    header = tuple(title.say(vocabulary.language) for title in _HEADER)
    rows = [header]
    for one in annotations:
        own = "\n".join(note.text for note in notes.get(one.id, ()))
        rows.append(tuple(_make_row(one, text, article, own, vocabulary)))
    return join_rows(rows)


def join_rows(rows: Sequence[tuple[str, ...]]) -> CopiedText:
    """Return rows of cells as a table for spreadsheets."""
    plain = "".join("\t".join(map(_guard_cell, row)) + "\r\n" for row in rows)
    cells = ("".join(f"<td>{_break_lines(cell)}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return CopiedText(plain, f"<style>{_TABLE_STYLE}</style><table>{table}</table>")


def _make_row(one: Annotation, text: str, article: Article, notes: str, vocabulary: Vocabulary) -> Iterator[str]:
    titles = vocabulary.claim_labels if one.kind is Kind.CLAIM else vocabulary.entity_labels
    yield one.words(text)
    yield titles.get(one.label, one.label)
    yield say_normal(one, vocabulary.language)
    yield one.speaker.shown_name(text) if one.speaker else ""
    yield say_period(one.attribute(AttributeName.DUE), vocabulary.language)
    yield vocabulary.statuses[one.status]
    yield notes
    yield article.title
    yield say_day(article.date, vocabulary.language) if article.date else ""
    yield article.source
    yield article.url


def _guard_cell(text: str) -> str:
    """Return a cell that a spreadsheet takes as one cell of text.

    No formula, and quoted where it has to be.
    """
    guarded = f"'{text}" if text.startswith(_FORMULA_STARTS) else text
    if any(char in guarded for char in '\t\r\n"'):
        return '"' + guarded.replace('"', '""') + '"'
    return guarded


def _break_lines(text: str) -> str:
    return escape(text).replace("\n", '<br style="mso-data-placement: same-cell">')


def _name_title(article: Article) -> str:
    return f"«{article.title}»" if article.title else ""
