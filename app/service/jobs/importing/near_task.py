"""Look for near duplicates among all articles of a project.

One undo takes the marks back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Document
from app.service.jobs.importing.import_report import ImportReport
from app.service.jobs.importing.near_check import NearCheck
from app.service.jobs.progress import Pace
from app.service.jobs.task import Task
from app.service.similarity.signatures import sign_texts

if TYPE_CHECKING:
    from app.service.session.session import Session
    from app.store import Project

_AT_ONCE = 8
"""So many articles are compared in one piece of work, which keeps the window waiting."""


class NearSearch(Task):
    """Compares each article with those before it, and marks near pairs.

    A pair that somebody decided stays decided, and is not reported.
    """

    report: ImportReport

    def __init__(self, project: Project, session: Session | None = None) -> None:
        super().__init__(project, session)
        self.report = ImportReport()
        self._group = f"near {project.next_id()}"
        self._check = NearCheck(project, (), self.report, keeps_signatures=False)

    def unfinished(self) -> Message:
        return Message("Comparing the articles of “{name}” is not finished: {done} of {n}.", self._how_far())

    def _work(self) -> Iterator[bool]:
        pace = Pace(self._clock)
        articles = [article for article in self.project.articles() if article.digest]
        for start in range(0, len(articles), _AT_ONCE):
            self._compare(articles[start : start + _AT_ONCE])
            self.progress = pace.progress(min(start + _AT_ONCE, len(articles)), len(articles))
            yield not self._is_disk_behind

    def _compare(self, articles: Sequence[Article]) -> None:
        """Compare articles with those before them; mark what is near."""
        present = [article for article in articles if self.project.article(article.id) is not None]
        self._check.open_batch(sign_texts(self.project.text(article.id) for article in present))
        changes: list[Change] = []
        for row, article in enumerate(present):
            self._check.find_reason(Document(article, ""), row, article.title)
            changes += self._check.place(article.id)
        self.report.articles += len(present)
        if changes:
            self._apply_step(Step(Message("mark articles that are nearly the same"), tuple(changes), self._group))
