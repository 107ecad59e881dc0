"""An article at the export and now, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.model import Document, Note
from app.core.records import Judgement, RegisterRecord
from app.core.scheme import Scheme
from app.formats.xlsx.export_stamp import ExportStamp
from app.service.article.joined_names import join_names
from app.service.history.past_article import read_past, read_past_project

if TYPE_CHECKING:
    from app.store import Project


@dataclass(frozen=True, slots=True)
class Sides:
    """One article: `base` at the export.

    None where it is not known or was not there; `now`, None where it is gone.
    """

    article_id: int
    base: Document | None
    now: Document | None

    @property
    def document(self) -> Document:
        """The article as it is now, else as it was."""
        document = self.now or self.base
        assert document is not None, "an article is or was there"
        return document


class Past:
    """The state of a project that a workbook was written from.

    Without it where the history is another one.
    """

    def __init__(self, project: Project, stamp: ExportStamp | None) -> None:
        self._project = project
        self.step: int | None = None
        self.scheme: Scheme = project.scheme()
        self.notes: list[Note] = list(project.notes(None))
        self.joined = join_names(project.rows(Judgement), project.rows(RegisterRecord))
        self._changed: set[int] = set()
        history = project.history()
        if stamp is not None and history.has_step(*stamp.point):
            self.step = stamp.point.step
            back, forward = history.back_and_forward(self.step)
            self._changed = history.touched_by([*back, *forward])
            if 0 in self._changed:
                past = read_past_project(project, self.step)
                self.scheme, self.notes = past.scheme, past.notes
                self.joined = join_names(past.judgements, past.records)

    @property
    def is_known(self) -> bool:
        return self.step is not None

    def article_ids(self) -> list[int]:
        """Return the ids of all articles, present and past."""
        return sorted({article.id for article in self._project.articles()} | (self._changed - {0}))

    def sides(self, article_ids: list[int]) -> Iterator[Sides]:
        """Yield articles at both times, those that were or are there."""
        known = {article.id for article in self._project.articles()}
        present = self._project.documents([one for one in article_ids if one in known])
        now = next(present, None)
        for article_id in article_ids:
            here = now if now is not None and now.article.id == article_id else None
            if here is not None:
                now = next(present, None)
            base = here if self.is_known else None
            if self.step is not None and article_id in self._changed:
                past = read_past(self._project, article_id, self.step)
                base = past.document if past is not None else None
            if here is not None or base is not None:
                yield Sides(article_id, base, here)
