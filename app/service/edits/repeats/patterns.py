"""Find equal words through the project, and change their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind, Origin, Status
from app.core.rows.row_copies import compile_copy
from app.core.scheme import Scheme
from app.core.span import Span
from app.core.text.boundary import fitted
from app.core.text.plain_view import PlainView
from app.service.article.mentions import find_in_view, forms_of, word_keys
from app.service.article.open_article import OpenArticle
from app.service.concordance.hits import Hit, HitSearch, MakeChange, count_articles
from app.service.edits.edit_helpers import apply_step, edited_project
from app.service.edits.edit_place import Workplace
from app.service.edits.repeats.project_search import Sought, Target, search_articles
from app.service.edits.steps import step_builders
from app.service.edits.steps.step_builders import EditContext
from app.service.wording import shorten_text

_copy_mark = compile_copy(Annotation, "id", "article_id", "pieces", "author", "created", "changed")


class Makers(NamedTuple):
    """What makes the changes of a spread.

    A proposed mention is accepted, an untagged place marked, another mention labelled.
    """

    accept: MakeChange
    mark: MakeChange
    relabel: MakeChange


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

    def makers(self, context: EditContext, scheme: Scheme, next_id: Callable[[], int]) -> Makers:
        """Return what makes the changes, once for all places."""
        model, label = self.model, scheme.label(Kind.ENTITY, self.model.label)
        author, now = context.author, context.now

        def accept(_: int, __: Span, before: Annotation | None) -> Change | None:
            return None if before is None else context.decide(before, Status.ACCEPTED)

        def mark(article: int, span: Span, _: Annotation | None) -> Change:
            return Change(None, _copy_mark(model, next_id(), article, (span,), author, now, now))

        def relabel(_: int, __: Span, before: Annotation | None) -> Change | None:
            return None if before is None else step_builders.relabelled(context, before, label)

        return Makers(accept, mark, relabel)

    def targets(self, makers: Makers, open_article: OpenArticle, places: Iterable[Span]) -> Iterator[Target]:
        """Yield what spreading changes in an article.

        Equal mentions that are still proposed under the label are accepted, untagged places are marked. What was
        decided or has another label is left, and so is a place inside another mention.
        """
        for row in open_article.equal_to(self.keys):
            if row.status is Status.PROPOSED and row.label == self.model.label:
                yield Target(row.span, row, makers.accept)
        for span in self.untagged(open_article, places):
            yield Target(span, None, makers.mark)

    def untagged(self, open_article: OpenArticle, places: Iterable[Span]) -> Iterator[Span]:
        """Yield the untagged places, as they may be marked."""
        for place in places:
            span = fitted(open_article.text, place)
            if not any(_is_in_the_way(row, span) for row in open_article.annotations.overlapping(span)):
                yield span

    def other_targets(self, makers: Makers, open_article: OpenArticle) -> Iterator[Target]:
        """Yield the equal mentions that can be labelled.

        They were decided, or have another label. Where an annotation with the label stands there is nothing to change,
        and a rejected one below another mention stays rejected.
        """
        label, rows = self.model.label, open_article.equal_to(self.keys)
        taken = {row.pieces for row in rows if row.label == label and row.is_live}
        for row in sorted(rows, key=lambda row: (not row.is_live, row.label != label, row.start)):
            if row.pieces in taken or _is_rejected_below(row, open_article):
                continue
            if makers.relabel(row.article_id, row.span, row) is not None:
                taken.add(row.pieces)
                yield Target(row.span, row, makers.relabel, is_open=False)


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


def spread_search(place: Workplace, pattern: Pattern, left_out: int = 0) -> HitSearch:
    """Return the search through the project for what spreading a pattern changes.

    The open article comes first, then those behind it in the list, then the others. The mention whose id is `left_out`
    is not among them.
    """
    project, articles, choose_articles = edited_project(place), articles_from_here(place), place.choose_articles
    makers = pattern.makers(place.edit_context, place.scheme, project.next_id)

    def find_targets(open_article: OpenArticle, places: Sequence[Span]) -> Iterator[Target]:
        targets = (*pattern.targets(makers, open_article, places), *pattern.other_targets(makers, open_article))
        yield from (one for one in targets if one.before is None or one.before.id != left_out)

    def apply(hits: Sequence[Hit]) -> None:
        apply_hits(place, hits, pattern.title(len(hits)), Message("Labelled {label}", {"label": pattern.model.label}))

    sought = Sought(pattern.keys, pattern.places, find_targets)
    title = Message("{label}: “{text}”", {"label": pattern.model.label, "text": shorten_text(pattern.words)})
    return HitSearch(
        title,
        pattern.model.label,
        len(articles),
        lambda: search_articles(project, articles, choose_articles, place.articles.held_row, sought),
        apply,
    )


def articles_from_here(place: Workplace) -> list[int]:
    """Return the ids of all articles, the open one first.

    Then come those that follow it. Their rows are left to the search: a key does not wait for reading them.
    """
    ids = list(place.articles.ids())
    start = bisect_left(ids, place.open_article.article.id) if place.open_article is not None else 0
    return ids[start:] + ids[:start]


def apply_hits(place: Workplace, hits: Sequence[Hit], title: Message, done: Message) -> None:
    """Apply the changes of hits as one step.

    `done` says what the step did.
    """
    changes = tuple(change for hit in hits if (change := hit.change) is not None)
    if not changes:
        return
    apply_step(place, Step(title, changes))
    mentions = Message("{n} mentions", {"n": str(len(hits))})
    articles = Message("in {n} articles", {"n": str(count_articles(hits))})
    args: dict[str, str | Message] = {"mentions": mentions, "where": articles, "done": done}
    place.notified.emit(Message("{done}: {mentions} {where}. One undo takes all back.", args))


def _is_rejected_below(row: Annotation, open_article: OpenArticle) -> bool:
    """Say whether a rejected mention lies below another one that is not."""
    if row.is_live:
        return False
    return any(other.kind is Kind.ENTITY and other.is_live for other in open_article.annotations.overlapping(row.span))


def _is_in_the_way(row: Annotation, span: Span) -> bool:
    if row.kind is not Kind.ENTITY:
        return False
    return row.is_live or row.pieces == (span,)
