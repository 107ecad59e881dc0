"""The columns of the sheet of articles, in the order of reading."""

from __future__ import annotations

from app.core.model import Article
from app.formats.xlsx.columns.column import ChoiceList, Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.shared_columns import DATE, SOURCE, make_key_column
from app.formats.xlsx.rows.sheet_rows import ArticleRow
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import Words


def make_article_columns(naming: Naming) -> list[Column[ArticleRow]]:
    """Return the columns of articles."""
    progress = naming.words.progress
    return [
        Column(
            "title",
            Words("Title", "Заголовок"),
            52,
            Look.WRAPPED,
            value=lambda row: row.article.title,
            max_lines=3,
            repeats=False,
        ),
        DATE,
        SOURCE,
        Column(
            "url",
            Words("Link", "Ссылка"),
            24,
            Look.LINK,
            value=lambda row: row.article.url,
            link=lambda row: row.article.url,
            repeats=False,
        ),
        Column(
            "progress",
            Words("Progress", "Готовность"),
            13,
            choices=ChoiceList.PROGRESS,
            value=lambda row: progress[row.article.progress],
        ),
        Column(
            "remark",
            Words("Flag or reason", "Флажок, причина"),
            20,
            Look.WRAPPED,
            value=lambda row: _remark_of(row.article),
            max_lines=3,
            repeats=False,
        ),
        Column(
            "tags",
            Words("Tags", "Теги"),
            18,
            Look.WRAPPED,
            value=lambda row: ", ".join(row.article.tags),
            max_lines=3,
            repeats=False,
        ),
        Column(
            "priority",
            Words("Priority", "Приоритет"),
            12,
            value=lambda row: naming.words.priorities[row.article.priority],
        ),
        Column(
            "entities",
            Words("Entities", "Имён", ("Сущностей",)),
            13,
            Look.NUMBER_LINK,
            value=lambda row: row.entities,
            link=lambda row: row.entity_place,
        ),
        Column(
            "claims",
            Words("Claims", "Утверждений"),
            15,
            Look.NUMBER_LINK,
            value=lambda row: row.claims,
            link=lambda row: row.claim_place,
        ),
        Column("proposed", Words("Left to decide", "Не решено"), 15, Look.NUMBER, value=lambda row: row.proposed),
        Column(
            "note",
            Words("Note", "Заметка"),
            40,
            Look.WRAPPED,
            value=lambda row: row.notes,
            max_lines=4,
            comes_back=True,
            repeats=False,
        ),
        make_key_column(RowKind.ARTICLE, naming, lambda row: row.article.id),
        Column("language", Words("Language", "Язык"), 10, value=lambda row: row.article.language, is_folded=True),
        Column(
            "length",
            Words("Characters", "Знаков"),
            12,
            Look.NUMBER,
            value=lambda row: row.article.length,
            is_folded=True,
        ),
        Column(
            "source_key",
            Words("Key at the source", "Ключ источника"),
            22,
            value=lambda row: row.article.key,
            is_folded=True,
            repeats=False,
        ),
    ]


def _remark_of(article: Article) -> str:
    """Return why an article is flagged or skipped.

    A sign stands before the reason if the article is flagged.
    """
    return " ".join(filter(None, ("⚑" if article.is_flagged else "", article.remark)))
