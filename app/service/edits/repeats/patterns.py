"""Find equal words through the project, and change their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Kind, Origin, Status
from app.core.scheme import Scheme
from app.core.span import Span
from app.core.text.boundary import fitted
from app.core.text.plain_view import PlainView
from app.service.article.annotation_index import AnnotationIndex
from app.service.article.mentions import find_in_view, forms_of, word_keys
from app.service.article.open_article import OpenArticle, read_open_article
from app.service.concordance.hits import Hit, HitSearch, Portion, ReadText, count_articles, hit_at
from app.service.edits.edit_helpers import apply_step, edited_project
from app.service.edits.edit_place import ChooseArticles, Workplace
from app.service.edits.steps import step_builders
from app.service.edits.steps.step_builders import EditContext
from app.service.wording import shorten_text

if TYPE_CHECKING:
    from app.store import Project

FindChanges = Callable[[OpenArticle, Sequence[Span]], Iterator[tuple[Change, bool]]]
"""Yields the changes in an article at the places of the words, each with whether it is open."""

_SHORT = 20_000
"""Code points: an article up to that is read at once."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search looks for in each article.

    `find_changes` looks at mentions with one of the `keys`, and at what touches them or the places, and at no others.
    """

    keys: frozenset[str]
    find_places: Callable[[PlainView], Iterator[Span]]
    find_changes: FindChanges


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is spread.

    The forms of a mention's words, the keys that equal ones share, and what these are to become.
    """

    forms: tuple[str, ...]
    keys: frozenset[str]
    model: Annotation

    @property
    def words(self) -> str:
        """The words of the mention."""
        return self.forms[0]

    def title(self, count: int) -> Message:
        """Return the title of a step that spreads to so many mentions."""
        args = {"label": self.model.label, "count": str(count), "text": shorten_text(self.words)}
        return Message("spread {label} to {count} × “{text}”", args)

    def places(self, view: PlainView) -> Iterator[Span]:
        """Yield where the words stand in a text."""
        return find_in_view(view, self.forms, self.keys)

    def changes(
        self, context: EditContext, open_article: OpenArticle, places: Iterable[Span], next_id: Callable[[], int]
    ) -> Iterator[Change]:
        """Yield what spreading changes in an article.

        Equal mentions that are still proposed under the label are accepted, untagged places are marked. What was
        decided or has another label is left, and so is a place inside another mention.
        """
        for row in open_article.equal_to(self.keys):
            if row.status is Status.PROPOSED and row.label == self.model.label:
                yield Change(row, row.decided(row.label, Status.ACCEPTED, context.author, context.now))
        yield from self.marks(context, open_article, places, next_id)

    def marks(
        self, context: EditContext, open_article: OpenArticle, places: Iterable[Span], next_id: Callable[[], int]
    ) -> Iterator[Change]:
        """Yield the marks of untagged places."""
        for place in places:
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
    return Pattern(forms_of(row, text), word_keys(row, text), model)


def search_articles(
    project: Project,
    articles: Sequence[Article],
    choose: ChooseArticles,
    sought: Sought,
) -> Iterator[Portion]:
    """Yield the hits of equal words, article by article.

    Everything is read from the project, so that a thread can do it. `choose` leaves out articles that cannot hold the
    words. Of the others, one without the words costs its text alone. A long one is read in pieces.
    """
    chosen = choose(articles, sought.keys)
    first = next(chosen, ())
    read_text = lru_cache(1)(project.text)
    for article in first:
        yield from _search_article(project, article, sought, read_text)
    others = [article for some in chosen for article in some]
    yield Portion(articles=len(articles) - len(first) - len(others))
    for article in others:
        yield from _search_article(project, article, sought, read_text)


def _search_article(project: Project, article: Article, sought: Sought, read_text: ReadText) -> Iterator[Portion]:
    text = project.text(article.id)
    places = list(sought.find_places(PlainView(text)))
    if not places:
        yield Portion(articles=1)
        return
    if article.length <= _SHORT:
        open_article = _read_mentions_near(project, article, text, places, sought.keys)
    else:
        open_article = read_open_article(project, article)
    while not open_article.is_ready:
        open_article.read_on()
        yield Portion()
    yield Portion(tuple(_sorted_hits(open_article, sought.find_changes(open_article, places), read_text)), 1)


def _read_mentions_near(
    project: Project, article: Article, text: str, places: Iterable[Span], keys: frozenset[str]
) -> OpenArticle:
    """Return an article with no more than the search looks at.

    These are its mentions with one of the keys, and those that touch them or the places. All others need no order and
    no groups: most of what a short article costs.
    """
    mentions = [row for row in project.annotations(article.id) if row.kind is Kind.ENTITY]
    equal = [row.span for row in mentions if not keys.isdisjoint(word_keys(row, text))]
    spans = [*equal, *(fitted(text, place) for place in places)]
    near = (row for row in mentions if any(row.span.overlaps(span) for span in spans))
    return OpenArticle(article, text, AnnotationIndex(near))


def spread_search(place: Workplace, pattern: Pattern) -> HitSearch:
    """Return the search through the project for what spreading a pattern changes.

    The open article comes first, then those behind it in the list, then the others.
    """
    project, context, scheme = edited_project(place), place.edit_context, place.scheme
    articles, choose_articles = ArticlesFrom(place), place.choose_articles

    def find_changes(open_article: OpenArticle, places: Sequence[Span]) -> Iterator[tuple[Change, bool]]:
        for change in pattern.changes(context, open_article, places, project.next_id):
            yield change, True
        for change in pattern.other_changes(context, open_article, scheme):
            yield change, False

    def take(hits: Sequence[Hit]) -> None:
        take_hits(place, hits, pattern.title(len(hits)), Message("Labelled {label}", {"label": pattern.model.label}))

    sought = Sought(pattern.keys, pattern.places, find_changes)
    title = Message("{label}: “{text}”", {"label": pattern.model.label, "text": shorten_text(pattern.words)})
    return HitSearch(
        title,
        pattern.model.label,
        len(articles),
        lambda: search_articles(project, articles.in_order(), choose_articles, sought),
        take,
    )


class ArticlesFrom:
    """All articles as they are now, the open one first.

    Then come those that follow it. They are put in order where they are asked for: a key need not wait for that.
    """

    def __init__(self, place: Workplace) -> None:
        self._rows = tuple(place.articles.rows())
        self._first = place.open_article.article.id if place.open_article is not None else 0

    def __len__(self) -> int:
        return len(self._rows)

    def in_order(self) -> list[Article]:
        """Return the articles in their order."""
        rows = sorted(self._rows, key=_id_of)
        start = bisect_left(rows, self._first, key=_id_of)
        return rows[start:] + rows[:start]


def _id_of(article: Article) -> int:
    return article.id


def take_hits(place: Workplace, hits: Sequence[Hit], title: Message, done: Message) -> None:
    """Apply the changes of hits as one step.

    `done` says what the step did.
    """
    changes = tuple(hit.change for hit in hits if hit.change is not None)
    if not changes:
        return
    apply_step(place, Step(title, changes))
    mentions = Message("{n} mentions", {"n": str(len(hits))})
    articles = Message("in {n} articles", {"n": str(count_articles(hits))})
    args: dict[str, str | Message] = {"mentions": mentions, "where": articles, "done": done}
    place.notified.emit(Message("{done}: {mentions} {where}. One undo takes all back.", args))


def _sorted_hits(open_article: OpenArticle, changes: Iterable[tuple[Change, bool]], read_text: ReadText) -> list[Hit]:
    """Return the hits of an article in the order of its text."""
    hits = (
        hit_at(open_article.article, read_text, _span_of(change), change, is_open=is_open)
        for change, is_open in changes
    )
    return sorted(hits, key=lambda hit: (not hit.is_open, hit.span))


def _span_of(change: Change) -> Span:
    row = change.after or change.before
    assert isinstance(row, Annotation), "a hit is about an annotation"
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
