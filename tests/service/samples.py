"""Projects to try edits on.

Short ones to read, and long ones to time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Candidate, Document, Kind, Note, Origin, Status, text_digest
from app.core.span import Span
from app.service.article_list.article_counts import ReadCounts
from app.service.article_list.article_list import ArticleList
from app.service.article_list.listed_articles import ListedArticles
from app.service.concordance.hits import Hit
from app.service.project.taught_names import with_label_renamed
from app.service.session.session import Session

TEXT = (
    "Токаев приехал в Алматы 👩‍🚀.\n"
    "«Город вырастет», - сказал\u00a0Токаев. Токаеву верят.\n"
    "\n"
    "𝐀lfa и Йод: Алматы, Астана, Tesla.\n"
)
NOON = datetime(2025, 9, 2, 12, tzinfo=UTC)


def span(text: str, words: str, nth: int = 0) -> Span:
    """Return where `words` stand in `text` for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def entity(text: str, words: str, label: str, nth: int = 0, **fields: object) -> Annotation:
    """Return a proposal over `words`."""
    proposed = Annotation(0, 0, Kind.ENTITY, label, (span(text, words, nth),), origin=Origin.PRETAG, rule="ner/1")
    return replace(proposed, **fields)  # type: ignore[arg-type]


def claim(text: str, words: str, label: str = "statement", **fields: object) -> Annotation:
    """Return a proposed claim over `words`."""
    return entity(text, words, label, **{"kind": Kind.CLAIM, "attributes": (("form", "direct"),), **fields})


PROPOSED = (
    entity(TEXT, "Токаев", "PER", confidence=0.9),
    entity(TEXT, "Алматы", "LOC", confidence=0.8),
    claim(TEXT, "Город вырастет", confidence=0.7),
    entity(TEXT, "Токаев", "PER", 1, confidence=0.6),
    entity(TEXT, "Токаеву", "PER", confidence=0.5),
    entity(TEXT, "Алматы", "LOC", 1, confidence=0.4),
    entity(TEXT, "Астана", "ORG", confidence=0.3),
)


def rename_label(session: Session, kind: Kind, old: str, new: str) -> None:
    """Rename or merge a label, as the scheme editor does."""
    session.editor.scheme.change(with_label_renamed(session.scheme, kind, old, new), [(kind, old, new)])


def add_article(session: Session, text: str, annotations: Iterable[Annotation] = (), title: str = "Статья") -> int:
    """Bring an article into the open project in one step.

    Return its id.
    """
    assert session.project is not None
    next_id = session.project.next_id
    article = Article(next_id(), title, digest=text_digest(title, text), length=len(text))
    rows = [replace(row, id=next_id(), article_id=article.id) for row in annotations]
    changes = [Change(None, row) for row in (article, Body(article.id, text), *rows)]
    session.apply(Step(Message("import"), tuple(changes)))
    return article.id


class HeldArticles:
    """Articles in memory, read as those of a project."""

    def __init__(self, rows: Iterable[Article]) -> None:
        self.rows = {row.id: row for row in sorted(rows, key=lambda row: row.id)}
        self.read = list[int]()
        """The articles whose rows were read."""

    def articles(self, ids: Sequence[int] | None = None) -> list[Article]:
        wanted = list(self.rows) if ids is None else [number for number in ids if number in self.rows]
        self.read += wanted
        return [self.rows[number] for number in wanted]

    def damaged_articles(self, ids: Sequence[int]) -> list[int]:
        return []

    def article_fields(self, *names: str) -> list[tuple[Any, ...]]:
        return [(row.id, *(getattr(row, name) for name in names)) for row in self.rows.values()]


def listed(rows: Iterable[Article], read_counts: ReadCounts | None = None) -> ArticleList:
    """Return a list of articles in memory."""
    made = ArticleList()
    made.load(ListedArticles(HeldArticles(rows)), read_counts)
    return made


def opened(path: Path, text: str = TEXT, annotations: Iterable[Annotation] = PROPOSED) -> Session:
    """Return a session over a new project with one article.

    Its clock ticks a second a look.
    """
    ticks = count()
    session = Session(author="Ая", clock=lambda: NOON.replace(second=next(ticks) % 60))
    session.projects.create(path)
    add_article(session, text, annotations)
    return session


def state(session: Session) -> list[Document]:
    """Return all that the project says of its articles."""
    assert session.project is not None
    return sorted(session.project.documents(), key=lambda document: document.article.id)


def memory(session: Session) -> tuple[list[Annotation], list[Note], list[Candidate]]:
    """Return what the open article holds, for comparison with the project."""
    assert session.open_article is not None
    owners = [None, *(row.id for row in session.open_article.annotations)]
    notes = [note for owner in owners for note in session.open_article.notes_on(owner)]
    return (
        list(session.open_article.annotations),
        sorted(notes, key=lambda note: note.id),
        sorted(session.open_article.candidates, key=lambda candidate: candidate.id),
    )


def found(session: Session, words: str, nth: int = 0) -> Annotation:
    """Return the annotation over `words`, as it is now."""
    assert session.open_article is not None
    wanted = span(session.open_article.text, words, nth)
    return next(row for row in session.open_article.annotations if row.span == wanted)


def long_article(annotations: int) -> tuple[str, list[Annotation]]:
    """Return a text with so many proposals.

    No two names are alike in their neighbourhood.
    """
    words = [f"Имя{place % 997}" for place in range(annotations)]
    text = " и тут ".join(words)
    rows, start = [], 0
    for place, word in enumerate(words):
        label = "PER" if place % 2 else "LOC"
        rows.append(
            Annotation(0, 0, Kind.ENTITY, label, (Span(start, start + len(word)),), Status.PROPOSED, Origin.PRETAG)
        )
        start += len(word) + len(" и тут ")
    return text, rows


def planned(session: Session) -> list[Hit]:
    """Return what spreading the current mention through the project would do."""
    search = session.editor.spreading.find_equal()
    return [] if search is None else [hit for portion in search.find() for hit in portion.hits]


def take(session: Session, hits: list[Hit]) -> None:
    """Spread the current mention to some hits."""
    search = session.editor.spreading.find_equal()
    if search is not None:
        search.apply(hits)


@contextmanager
def session_over(text: str, rows: list[Annotation]) -> Iterator[Session]:
    """Open an article in a folder of its own for one example."""
    with tempfile.TemporaryDirectory() as folder:
        session = opened(Path(folder) / "p.pometka", text, rows)
        try:
            yield session
        finally:
            session.projects.close()
