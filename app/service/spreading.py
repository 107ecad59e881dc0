"""Spreading: give every equal mention the label of the current one, in the article or in the whole project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Kind, Origin, Status
from app.core.span import Span
from app.service import edits
from app.service.desk import Desk, read_desk
from app.service.editing import Editing
from app.service.edits import Hand
from app.service.mentions import keys_of, occurrences
from app.service.words import shortened


@dataclass(frozen=True, slots=True)
class ArticleSpread:
    """What spreading would do in one article: `count` mentions get the label, by `step`."""

    article: Article
    count: int
    step: Step


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is spread: the words of a mention, the keys that equal ones share, and what these are to become."""

    words: str
    keys: frozenset[str]
    model: Annotation

    def step(self, hand: Hand, desk: Desk, next_id: Callable[[], int]) -> Step | None:
        """Return the step that gives the label to all equal mentions of an article; None where there is none.

        Rejected ones are left, and so is a place inside another mention.
        """
        places = list(occurrences(desk.text, self.words, self.keys))
        changes = [*self._relabelled(hand, desk), *self._created(hand, desk, places, next_id)]
        title = Message(
            "spread {label} to {count} × “{text}”",
            {"label": self.model.label, "count": str(len(changes)), "text": shortened(self.words)},
        )
        return Step(title, tuple(changes)) if changes else None

    def _relabelled(self, hand: Hand, desk: Desk) -> Iterator[Change]:
        for row in desk.equal_to(self.keys):
            change = edits.relabelled(hand, row, self.model.label) if row.status is not Status.REJECTED else None
            if change is not None:
                yield change

    def _created(self, hand: Hand, desk: Desk, places: Iterable[Span], next_id: Callable[[], int]) -> Iterator[Change]:
        for span in places:
            if not any(_is_in_the_way(row, span) for row in desk.annotations.overlapping(span)):
                placed = replace(self.model, id=next_id(), article_id=desk.article.id, pieces=(span,))
                yield Change(None, hand.touch(placed, created=hand.now))


def pattern_of(row: Annotation, text: str) -> Pattern:
    """Return what spreading a mention means."""
    model = Annotation(
        0,
        0,
        Kind.ENTITY,
        row.label,
        (),
        Status.ACCEPTED,
        Origin.SPREAD,
        normal=row.normal,
        attributes=row.attributes,
    )
    return Pattern(row.words(text), keys_of(row, text), model)


class Spreading(Editing):
    """Gives the label of the current mention to all that are equal to it."""

    def spread(self) -> None:
        """Spread the current mention through its article; one that was proposed is thereby decided."""
        here = self._current_mention()
        if here is None:
            return
        desk, row = here
        step = pattern_of(row, desk.text).step(self._place.hand, desk, self._project().next_id)
        is_open = self._place.walk.is_open(row)
        if not self._apply(step) or step is None:
            self._tell(Message("No other mention of “{text}” is left.", {"text": shortened(row.words(desk.text))}))
            return
        self._tell(Message("{n} mentions are {label} now.", {"n": str(len(step.changes)), "label": row.label}))
        if is_open:
            self._place.walk.next_proposed(row)
        else:
            self._place.walk.stay_on(row.id)

    def plan_spread(self) -> Iterator[ArticleSpread | None]:
        """Yield what spreading the current mention would do, article by article, as far as the caller asks.

        A long article is read in small pieces, with None after each.
        """
        here = self._current_mention()
        if here is None:
            return
        desk, row = here
        pattern, project = pattern_of(row, desk.text), self._project()
        for article_id in list(self._place.articles.ids()):
            one = desk if article_id == desk.article.id else self._read(article_id, pattern)
            if one is not None and not one.annotations.is_whole:
                yield from _reading(one)
            step = None if one is None else pattern.step(self._place.hand, one, project.next_id)
            if one is not None and step is not None:
                yield ArticleSpread(one.article, len(step.changes), step)

    def apply_spread(self, plan: Iterable[ArticleSpread]) -> None:
        """Apply what was planned as one step."""
        steps = [part.step for part in plan]
        changes = tuple(chain.from_iterable(step.changes for step in steps))
        if changes:
            title = steps[0].title
            counted = replace(title, args={**title.args, "count": str(len(changes))})
            self._apply(Step(counted, changes))

    def _current_mention(self) -> tuple[Desk, Annotation] | None:
        desk, row = self._place.desk, self._place.walk.current_of(Kind.ENTITY)
        if desk is None or row is None:
            self._tell(Message("There is no annotation here."))
            return None
        if row.status is Status.REJECTED:
            self._tell(Message("This mention is rejected: accept it first."))
            return None
        return desk, row

    def _read(self, article_id: int, pattern: Pattern) -> Desk | None:
        """Return another article if the words are in its text at all."""
        project, article = self._project(), self._place.articles.get(article_id)
        text = project.text(article_id)
        if article is None or next(occurrences(text, pattern.words, pattern.keys), None) is None:
            return None
        return read_desk(project, article)


def _reading(desk: Desk) -> Iterator[None]:
    """Read a long article to its end, in small pieces."""
    while not desk.is_ready:
        desk.read_on()
        yield None


def _is_in_the_way(row: Annotation, span: Span) -> bool:
    if row.kind is not Kind.ENTITY:
        return False
    return row.status is not Status.REJECTED or row.pieces == (span,)
