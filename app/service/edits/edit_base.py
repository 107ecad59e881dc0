"""What all edits share: where they happen, who edits, and the one way that they are applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from psygnal import SignalInstance

from app.core.change import Changed, Step
from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.scheme import Scheme
from app.service.article.article_list import ArticleList
from app.service.article.cursor import Cursor
from app.service.article.mentions import other_forms
from app.service.article.navigation import Navigation
from app.service.article.open_article import OpenArticle
from app.service.article.speakers import nearest_claim
from app.service.edits.step_builders import EditContext
from app.service.wording import listed, shortened

if TYPE_CHECKING:
    from app.store import Project


class Workplace(Protocol):
    """The session, as the edits see it."""

    notified: SignalInstance

    @property
    def project(self) -> Project | None: ...
    @property
    def open_article(self) -> OpenArticle | None: ...
    @property
    def cursor(self) -> Cursor: ...
    @property
    def navigation(self) -> Navigation: ...
    @property
    def articles(self) -> ArticleList: ...
    @property
    def scheme(self) -> Scheme: ...
    @property
    def edit_context(self) -> EditContext: ...

    def apply(self, step: Step) -> Changed: ...
    def go_to_article(self, article_id: int) -> None: ...


class Editing:
    """The base of all editors: each knows the workplace and nothing of the others."""

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def _apply(self, step: Step | None) -> bool:
        """Apply a step; return whether there was anything to do."""
        if step is None:
            return False
        self._place.apply(step)
        return True

    def _notify(self, message: Message) -> None:
        self._place.notified.emit(message)

    def _group(self, open_article: OpenArticle, row: Annotation, *, by_entity: bool = False) -> list[Annotation]:
        """Return a mention and those decided with it, the mention first."""
        ids = self._place.navigation.group_of(row, by_entity=by_entity)
        others = (open_article.annotations.get(equal) for equal in ids if equal != row.id)
        return [row, *(other for other in others if other is not None)]

    def _notify_together(self, done: Message, open_article: OpenArticle, rows: Sequence[Annotation]) -> None:
        """Say what was done with the first of `rows` and how many others, and in which other words these stand."""
        if len(rows) < 2:
            return
        words, *others = (row.words(open_article.text) for row in rows)
        forms = listed(other_forms(words, others))
        message = Message("{done}: “{text}” and {n} more: {others}" if forms else "{done}: “{text}” and {n} more")
        counts = {"text": shortened(words), "n": str(len(others)), "others": forms}
        self._notify(replace(message, args={"done": done, **counts}))

    def _project(self) -> Project:
        project = self._place.project
        assert project is not None, "an article is edited only in an open project"
        return project

    def claim_here(self) -> Annotation | None:
        """Return the claim that is edited here: the current one, else the nearest in the paragraph.

        Who said it, with what word, and what else was said mostly stands beside the claim.
        """
        open_article, cursor, claim = (
            self._place.open_article,
            self._place.cursor,
            self._place.navigation.current_of(Kind.CLAIM),
        )
        place = cursor.selection or cursor.caret
        if claim is not None or open_article is None or place is None:
            return claim
        return nearest_claim(open_article, place)

    def _show_first(self, claim: Annotation) -> None:
        """Make a claim current instead of changing it unseen, and say so."""
        self._place.navigation.stay_on(claim.id)
        self._notify(Message("The claim here is current now: press again to change it."))

    def _current(self) -> tuple[OpenArticle, Annotation] | None:
        """Return the open article and its current annotation; say so where there is none."""
        open_article, current = self._place.open_article, self._place.navigation.current
        if open_article is None:
            return None
        if current is None:
            self._notify(Message("There is no annotation here."))
            return None
        return open_article, current
