"""Spread: give every equal mention the label of the current one.

In the article or in the whole project.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Kind, Origin, Status
from app.core.scheme import Scheme
from app.core.span import Span
from app.core.text.boundary import fitted
from app.core.text.tokens import line_at
from app.service.article.mentions import find_occurrences, word_keys
from app.service.article.open_article import OpenArticle, read_open_article
from app.service.edits.edit_helpers import apply_step, edited_project, notify_together
from app.service.edits.edit_place import Workplace
from app.service.edits.steps import step_builders
from app.service.edits.steps.step_builders import EditContext
from app.service.wording import shorten_text

_AROUND_CHARS = 80
"""How much of the line is shown on either side of a place."""

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is spread.

    The words of a mention, the keys that equal ones share, and what these are to become.
    """

    words: str
    keys: frozenset[str]
    model: Annotation

    def step(self, context: EditContext, open_article: OpenArticle, next_id: Callable[[], int]) -> Step | None:
        """Return the step that labels all equal mentions of an article.

        None where there are none.
        """
        changes = list(self.changes(context, open_article, next_id))
        return Step(self.title(len(changes)), tuple(changes)) if changes else None

    def title(self, count: int) -> Message:
        """Return the title of a step that spreads to so many mentions."""
        args = {"label": self.model.label, "count": str(count), "text": shorten_text(self.words)}
        return Message("spread {label} to {count} × “{text}”", args)

    def changes(self, context: EditContext, open_article: OpenArticle, next_id: Callable[[], int]) -> Iterator[Change]:
        """Yield what spreading changes in an article.

        Equal mentions that are still proposed under the label are accepted, untagged places are marked. What was
        decided or has another label is left, and so is a place inside another mention.
        """
        for row in open_article.equal_to(self.keys):
            if row.status is Status.PROPOSED and row.label == self.model.label:
                yield Change(row, row.decided(row.label, Status.ACCEPTED, context.author, context.now))
        for place in find_occurrences(open_article.text, self.words, self.keys):
            span = fitted(open_article.text, place)
            if not any(_is_in_the_way(row, span) for row in open_article.annotations.overlapping(span)):
                placed = replace(self.model, id=next_id(), article_id=open_article.article.id, pieces=(span,))
                yield Change(None, context.touch(placed, created=context.now))

    def other_changes(self, context: EditContext, open_article: OpenArticle, scheme: Scheme) -> Iterator[Change]:
        """Yield the changes that label the equal mentions.

        They were decided, or have another label. Where an annotation with the label stands there is nothing to change,
        and a rejected one below another mention stays rejected.
        """
        label, rows = self.model.label, open_article.equal_to(self.keys)
        taken = {row.pieces for row in rows if row.label == label and row.is_live}
        for row in sorted(rows, key=lambda row: (not row.is_live, row.label != label, row.start)):
            if row.pieces in taken or _is_rejected_below(row, open_article):
                continue
            change = step_builders.relabelled(context, row, scheme.label(row.kind, label))
            if change is not None:
                taken.add(row.pieces)
                yield change


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of the spread words, and the change of its label.

    `is_equal` is False for a mention that was decided or has another label: spreading leaves it unless it is asked to
    take it along. `line` has the words before, of and after the place.
    """

    article: Article
    pattern: Pattern
    change: Change
    is_equal: bool
    line: tuple[str, str, str]

    @property
    def before(self) -> Annotation | None:
        """The mention as it is, None where the place is untagged."""
        row = self.change.before
        return row if isinstance(row, Annotation) else None


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
    return Pattern(row.words(text), word_keys(row, text), model)


class Spreading:
    """Gives all equal mentions the label of the current one.

    They have the same words, and are untagged or have that label.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def spread(self) -> None:
        """Spread the current mention through its article.

        One that was proposed is thereby decided.
        """
        here = self._current_mention()
        if here is None:
            return
        open_article, row = here
        pattern, is_open = pattern_of(row, open_article.text), self._place.navigation.is_open(row)
        step = pattern.step(self._place.edit_context, open_article, edited_project(self._place).next_id)
        others = len(list(pattern.other_changes(self._place.edit_context, open_article, self._place.scheme)))
        if not apply_step(self._place, step) or step is None:
            self._notify_none_left(pattern, others)
            return
        if is_open:
            self._place.navigation.next_proposed(row)
        else:
            self._place.navigation.stay_on(row.id)
        changed = (change.after for change in step.changes if change.id != row.id)
        rows = [row, *(after for after in changed if isinstance(after, Annotation))]
        notify_together(self._place, Message("Labelled {label}", {"label": row.label}), open_article, rows)

    def plan(self) -> Iterator[Occurrence | None]:
        """Yield the places of the current mention's words in the project.

        It goes as far as the caller asks. None stands between two articles and between the pieces of a long one:
        nothing was found there yet.
        """
        here = self._current_mention()
        if here is None:
            return
        open_article, row = here
        pattern = pattern_of(row, open_article.text)
        for article_id in list(self._place.articles.ids()):
            one = open_article if article_id == open_article.article.id else self._read_article(article_id, pattern)
            if one is not None:
                yield from _read_to_end(one)
                yield from self._find_occurrences(one, pattern)
            yield None

    def apply(self, chosen: Iterable[Occurrence | None]) -> None:
        """Label the chosen places of a plan, as one step."""
        places = [place for place in chosen if place is not None]
        if places:
            title = places[0].pattern.title(len(places))
            apply_step(self._place, Step(title, tuple(place.change for place in places)))
            mentions = Message("{n} mentions", {"n": str(len(places))})
            articles = Message("in {n} articles", {"n": str(len({place.article.id for place in places}))})
            args: dict[str, str | Message] = {
                "mentions": mentions,
                "where": articles,
                "label": places[0].pattern.model.label,
            }
            self._place.notified.emit(Message("{mentions} {where} labelled {label}. One undo takes all back.", args))

    def _find_occurrences(self, open_article: OpenArticle, pattern: Pattern) -> Iterator[Occurrence]:
        """Yield the places in one article, those to change first.

        Both parts are in the text's order.
        """
        equal = pattern.changes(self._place.edit_context, open_article, edited_project(self._place).next_id)
        others = pattern.other_changes(self._place.edit_context, open_article, self._place.scheme)
        for changes, is_equal in ((equal, True), (others, False)):
            for change in sorted(changes, key=_span_of):
                line = line_of(open_article.text, _span_of(change))
                yield Occurrence(open_article.article, pattern, change, is_equal, line)

    def _notify_none_left(self, pattern: Pattern, others: int) -> None:
        words = {"text": shorten_text(pattern.words), "n": str(others)}
        none_left = Message("No other mention of “{text}” is left.", words)
        left = Message("{n} mentions of “{text}” were decided or have another label: they stay as they are.", words)
        self._place.notified.emit(left if others else none_left)

    def _current_mention(self) -> tuple[OpenArticle, Annotation] | None:
        open_article, row = self._place.open_article, self._place.navigation.current
        if open_article is None or row is None or row.kind is not Kind.ENTITY:
            self._place.notified.emit(Message("There is no annotation here."))
            return None
        if row.status is Status.REJECTED:
            self._place.notified.emit(Message("This mention is rejected: accept it first."))
            return None
        return open_article, row

    def _read_article(self, article_id: int, pattern: Pattern) -> OpenArticle | None:
        """Return another article if the words are in its text at all."""
        project, article = edited_project(self._place), self._place.articles.get(article_id)
        text = project.text(article_id)
        if article is None or next(find_occurrences(text, pattern.words, pattern.keys), None) is None:
            return None
        return read_open_article(project, article)


def _read_to_end(open_article: OpenArticle) -> Iterator[None]:
    """Read a long article to its end, in small pieces."""
    while not open_article.is_ready:
        open_article.read_on()
        yield None


def line_of(text: str, span: Span) -> tuple[str, str, str]:
    """Return a span with some words before and after it.

    Each part is on one line.
    """
    line = line_at(text, span.start)
    parts = (
        text[max(line.start, span.start - _AROUND_CHARS) : span.start],
        text[span.start : span.stop],
        text[span.stop : min(line.stop, span.stop + _AROUND_CHARS)],
    )
    before, words, after = (_BLANKS.sub(" ", part) for part in parts)
    return before, words, after


def _span_of(change: Change) -> Span:
    row = change.after
    assert isinstance(row, Annotation), "spreading removes nothing"
    return row.span


def _is_rejected_below(row: Annotation, open_article: OpenArticle) -> bool:
    """Say whether a rejected mention lies below another one that is not."""
    if row.is_live:
        return False
    return any(other.kind is Kind.ENTITY and other.is_live for other in open_article.annotations.overlapping(row.span))


def _is_in_the_way(row: Annotation, span: Span) -> bool:
    if row.kind is not Kind.ENTITY:
        return False
    return row.is_live or row.pieces == (span,)
