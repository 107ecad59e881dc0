"""Find ways to a place by keys before pressing any.

The real handlers are tried on a caret in mind.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any

from psygnal import Signal

from app.core.message import Message
from app.core.span import Span
from app.core.text.boundary import word_at
from app.service.article.candidates import Candidate
from app.service.article.cursor import Cursor
from app.service.article.navigation import Navigation
from app.service.article.open_article import OpenArticle
from app.service.commands.registry import by_id
from app.service.edits.candidate_jumps import CandidateJumps
from app.ui.article.view import ArticleView
from app.ui.prompts.jump import marks

# From a selection only the first is tried: what is current behind it depends on how it came about.
_MOVES = (
    "walk.miss",
    "walk.next",
    "walk.previous",
    "walk.next_proposed",
    "walk.previous_proposed",
    "caret.next",
    "caret.previous",
    "caret.down",
    "caret.up",
    "caret.sentence_next",
    "caret.sentence_previous",
    "caret.line_start",
    "caret.line_end",
    "caret.text_start",
    "caret.text_end",
    "caret.page_down",
    "caret.page_up",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a route has led, and by which keys.

    It holds caret, selection and current annotation.
    """

    caret: Span | None
    selection: Span | None
    current: int | None
    goal_x: float | None
    keys: tuple[str, ...]


class _Lines:
    """What the view says of its lines, asked once.

    Trying ways asks for the same again and again.
    """

    def __init__(self, view: ArticleView) -> None:
        self.token_in_line = cache(view.token_in_line)
        self.x_of = cache(view.x_of)
        self.line_start = cache(view.line_start)
        self.line_end = cache(view.line_end)
        self.lines_per_page = view.lines_per_page


class _Workplace:
    """The little of a session that moving needs."""

    notified = Signal(Message)

    def __init__(self, open_article: OpenArticle, like: Navigation) -> None:
        self.open_article = open_article
        self.cursor = Cursor()
        self.navigation = Navigation(self.cursor)
        self.cursor.set_text(open_article.text)
        self.navigation.set_open_article(open_article)
        self.navigation.by_uncertainty = like.by_uncertainty
        self.navigation.groups_on = like.groups_on
        self.navigation.shows_rejected = like.shows_rejected
        self.editor = SimpleNamespace(candidates=CandidateJumps(self))


class Routes:
    """Find the shortest ways from a place.

    Every key that moves the caret is tried, as the window's `navigation` would take it.
    """

    def __init__(self, open_article: OpenArticle, view: ArticleView, navigation: Navigation) -> None:
        self._mind = _Workplace(open_article, navigation)
        self._host: Any = SimpleNamespace(session=self._mind, view=_Lines(view))
        self._text = open_article.text

    def places(self, start: Place, visible: Span, deepest: int) -> Iterator[Place]:
        """Yield the places in reach, each by its shortest way.

        The nearest come first. Hint jumps start from the first place as well.
        """
        seen = {_spot(start)}
        waiting = deque([start])
        jumps = sorted(self._jumps(start, visible), key=lambda place: len(place.keys))
        while waiting:
            place = waiting.popleft()
            while jumps and len(jumps[0].keys) <= len(place.keys):
                yield jumps.pop(0)
            yield place
            if len(place.keys) >= deepest:
                continue
            for move in _MOVES if place.selection is None else _MOVES[:1]:
                following = self._moved(place, move)
                if _spot(following) not in seen:
                    seen.add(_spot(following))
                    waiting.append(following)
        yield from jumps

    def _moved(self, place: Place, move: str) -> Place:
        self._stand(place)
        action = by_id(move)
        action.perform(self._host)
        return self._here((*place.keys, action.keys[0]))

    def _jumps(self, start: Place, visible: Span) -> Iterator[Place]:
        self._stand(start)
        candidates: list[Candidate] = self._mind.editor.candidates.find_in(visible)
        key = by_id("walk.jump").keys[0]
        for candidate, mark in zip(candidates, marks(len(candidates)), strict=False):
            self._stand(start)
            self._mind.editor.candidates.go_to(candidate)
            yield self._here((key, *mark))

    def _here(self, keys: tuple[str, ...]) -> Place:
        return place_of(self._mind.cursor, self._mind.navigation, keys)

    def _stand(self, place: Place) -> None:
        """Put the caret in mind where a place is."""
        cursor, navigation = self._mind.cursor, self._mind.navigation
        cursor.move_to(place.caret, goal_x=place.goal_x)
        current = None if place.current is None else self._mind.open_article.annotations.get(place.current)
        if current is not None and navigation.current_id != place.current:
            if word_at(self._text, current.start) == place.caret:
                navigation.go_to(current.id)
            else:
                navigation.stay_on(current.id)


def place_of(cursor: Cursor, navigation: Navigation, keys: tuple[str, ...] = ()) -> Place:
    """Return where a caret and the current annotation are.

    With a selection, no annotation counts as current.
    """
    current = navigation.current_id if cursor.selection is None else None
    return Place(cursor.caret, cursor.selection, current, cursor.goal_x, keys)


def _spot(place: Place) -> tuple[object, ...]:
    return (place.caret, place.selection, place.current)
