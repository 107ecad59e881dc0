"""A project of several articles that is searched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Kind, text_digest
from app.core.span import Span
from app.service.concordance.hits import Hit
from app.service.corpus.corpus_search import CorpusSearch
from app.service.corpus.indexing import IndexRequest, refresh_index
from app.service.project.schemes import default_scheme
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from app.store.project import Project

TEXTS = (
    "Акимат Алматы выделит субсидии фермерам. Аким Серик Алимов обещал построить школу до 2026 года.",
    "Субсидию выделили в Астане. «Школы построим», - сказал Алимов.\nТокаева ждут в Алматы.",
    "Токаеву показали новую шко\xadлу. Налог не вырастет.",
    "Қала әкімдігі мектеп салады. Ёлку поставили.",
)


class Corpus:
    """A project and its index."""

    def __init__(self, folder: Path) -> None:
        self.project = Project.create(folder / "p.pometka", default_scheme())
        self.index = folder / "p.index"
        self.ids = [self.add(text, date(2025, 6, 1 + place)) for place, text in enumerate(TEXTS)]
        self.readers: list[IndexReader] = []

    def add(self, text: str, day: date | None = None) -> int:
        number, title = self.project.next_id(), text.split(".", maxsplit=1)[0]
        article = Article(number, title, day, "akorda.kz", digest=text_digest(title, text), length=len(text))
        self.apply(Change(None, article), Change(None, Body(number, text)))
        return number

    def mark(self, article_id: int, words: str, label: str, **fields: object) -> Annotation:
        text = self.project.text(article_id)
        start = text.index(words)
        span = Span(start, start + len(words))
        row = Annotation(self.project.next_id(), article_id, Kind.ENTITY, label, (span,))
        row = replace(row, **fields)  # type: ignore[arg-type]
        self.apply(Change(None, row))
        return row

    def apply(self, *changes: Change) -> None:
        self.project.apply(Step(Message("change"), changes))

    def refresh(self) -> None:
        self.project.flush()
        list(refresh_index(IndexRequest(self.project.place, self.index)))

    def search(self, typed: str) -> list[Hit]:
        connection = open_for_reading(self.index)
        assert connection is not None
        reader = IndexReader(connection)
        try:
            found = CorpusSearch(self.project, reader)
            return list(found.find_hits(found.parse(typed)))
        finally:
            reader.close()

    def words_found(self, typed: str) -> list[str]:
        return [hit.line[1] for hit in self.search(typed)]

    def contents(self) -> list[object]:
        """Return what the index says, without the numbers that it gives itself."""
        with closing(sqlite3.connect(self.index)) as connection:
            articles = connection.execute(
                "SELECT id, digest, date, source, title_key, progress FROM article ORDER BY 1"
            )
            mentions = connection.execute(
                """SELECT m.id, article, start, stop, kind, label, status, coalesce(n.key, ''), due
                   FROM mention m LEFT JOIN name n ON n.id = m.name ORDER BY m.id"""
            )
            notes = connection.execute("SELECT * FROM note ORDER BY id")
            connection.execute("CREATE VIRTUAL TABLE temp.place USING fts5vocab(main, words, instance)")
            words = connection.execute(
                "SELECT a.id, col, offset, term FROM article a JOIN temp.place ON doc = entry ORDER BY 1, 2, 3"
            )
            claims = connection.execute(
                "SELECT c.id, article, start, label, status, form, figures, due, date, said FROM claim c ORDER BY c.id"
            )
            return [claims.fetchall(), articles.fetchall(), mentions.fetchall(), notes.fetchall(), words.fetchall()]
