"""What edits ask of the session.

Each family of edits names the protocol with what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from psygnal import SignalInstance

from app.core.change import Changed, Step
from app.core.message import Message
from app.core.scheme import Scheme
from app.service.article.cursor import Cursor
from app.service.article.navigation import Navigation
from app.service.article.open_article import OpenArticle
from app.service.article_list.article_list import ArticleList
from app.service.concordance.hits import HitSearch
from app.service.edits.steps.move_origins import MoveOrigins
from app.service.edits.steps.step_builders import EditContext
from app.service.similarity.near_pairs import NearPairs

if TYPE_CHECKING:
    from app.store import Project


ChooseArticles = Callable[[Sequence[int], frozenset[str]], Iterator[Sequence[int]]]
"""Returns those of some articles whose texts can hold a name with one of some keys: see `mention_key`.

By their ids and in their order; called from any thread.
"""


class ArticlePlace(Protocol):
    """Where the analyst is: the open article, the caret, the current annotation."""

    notified: SignalInstance

    @property
    def open_article(self) -> OpenArticle | None: ...
    @property
    def cursor(self) -> Cursor: ...
    @property
    def navigation(self) -> Navigation: ...


class StepTarget(Protocol):
    """What takes steps: the open project, with author and time."""

    notified: SignalInstance

    @property
    def project(self) -> Project | None: ...
    @property
    def edit_context(self) -> EditContext: ...
    @property
    def move_origins(self) -> MoveOrigins: ...

    def apply(self, step: Step) -> Changed: ...


class EditPlace(ArticlePlace, StepTarget, Protocol):
    """What an edit at the caret needs."""


class ProjectPlace(StepTarget, Protocol):
    """What an edit of articles or of the scheme needs."""

    @property
    def articles(self) -> ArticleList: ...
    @property
    def near_pairs(self) -> NearPairs: ...
    @property
    def choose_articles(self) -> ChooseArticles: ...
    @property
    def scheme(self) -> Scheme: ...


class OfferBoard(Protocol):
    """What offers to do the same elsewhere."""

    def offer(self, search: HitSearch, reason: Message) -> None: ...


class ArticleOpener(Protocol):
    """What opens another article."""

    def go_to(self, article_id: int) -> None: ...


class Workplace(EditPlace, ProjectPlace, Protocol):
    """The session, as all edits together see it."""

    @property
    def reader(self) -> ArticleOpener: ...
    @property
    def offers(self) -> OfferBoard: ...
