"""A correction of a mention, and where else it fits.

The other places are in the project. A correction concerns the label, the boundary, a mention that was none, or one that
was missed. Two are equal when the same words under the same label become the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span
from app.core.text.boundary import fitted
from app.core.text.plain_view import PlainView
from app.service.article.mentions import find_in_view, forms_of, mention_key, word_keys
from app.service.article.open_article import OpenArticle
from app.service.concordance.hits import Hit, HitSearch
from app.service.edits.edit_helpers import edited_project
from app.service.edits.edit_place import Workplace
from app.service.edits.repeats.patterns import Makers, Pattern, apply_hits, articles_from_here, pattern_of
from app.service.edits.repeats.project_search import Sought, Target, search_articles
from app.service.edits.steps import step_builders
from app.service.edits.steps.step_builders import EditContext
from app.service.wording import shorten_text


class CorrectionKind(StrEnum):
    """What was wrong."""

    LABEL = "label"
    SPURIOUS = "spurious"
    MISSING = "missing"
    BOUNDARY = "boundary"


Identity = tuple[CorrectionKind, str, str, str]
"""Kind, words by lemma, label before, and what it became."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an analyst did to a mention.

    `before` is None if the mention was missed. `text` is that of its article.
    """

    kind: CorrectionKind
    before: Annotation | None
    after: Annotation
    text: str

    @property
    def row(self) -> Annotation:
        """The mention as it was, or as it was made."""
        return self.before or self.after

    @property
    def identities(self) -> frozenset[Identity]:
        """The keys by which equal corrections are found.

        Equal corrections share one of them: words can be equal by their stems or by their normal form.
        """
        became = mention_key(self.after.words(self.text)) if self.kind is CorrectionKind.BOUNDARY else self.after.label
        label = "" if self.before is None else self.before.label
        return frozenset((self.kind, key, label, became) for key in word_keys(self.row, self.text))

    @property
    def words(self) -> str:
        """The words as they were."""
        return self.row.words(self.text)


def read_correction(step: Step, text: str, article_id: int) -> Correction | None:
    """Return the correction that a step makes.

    Return None if it makes none or several that differ.
    """
    found = []
    for change in step.changes:
        correction = _read_change(change, text)
        if correction is None or correction.row.article_id != article_id:
            return None
        found.append(correction)
    shared = frozenset[Identity].intersection(*(one.identities for one in found)) if found else frozenset()
    return found[0] if shared else None


def correction_of(before: Annotation | None, after: Annotation | None, text: str) -> Correction | None:
    """Return the correction between two states of a mention.

    Return None if there is none.
    """
    return _read_change(Change(before, after), text)


def correction_search(place: Workplace, correction: Correction) -> HitSearch:
    """Return the search for mentions to correct in the same way."""
    project, context, articles = edited_project(place), place.edit_context, articles_from_here(place)
    pattern = pattern_of(correction.after, correction.text)
    makers = pattern.makers(context, place.scheme, project.next_id)
    repeat = _Repeat(correction, context, pattern, makers)
    choose_articles, sought = place.choose_articles, Sought(repeat.keys, repeat.places, repeat.targets)

    def apply(hits: Sequence[Hit]) -> None:
        apply_hits(place, hits, repeat.step_title(len(hits)), repeat.done())

    return HitSearch(
        repeat.title(),
        correction.after.label,
        len(articles),
        lambda: search_articles(project, articles, choose_articles, place.articles.held_row, sought),
        apply,
    )


def _read_change(change: Change, text: str) -> Correction | None:
    before, after = change.before, change.after
    if not isinstance(after, Annotation) or after.kind is not Kind.ENTITY:
        return None
    if not isinstance(before, Annotation):
        return Correction(CorrectionKind.MISSING, None, after, text) if after.origin is Origin.MANUAL else None
    kind = _kind_of(before, after)
    return None if kind is None else Correction(kind, before, after, text)


def _kind_of(before: Annotation, after: Annotation) -> CorrectionKind | None:
    if not before.is_live or after.status is Status.PROPOSED:
        return None
    if not after.is_live:
        return CorrectionKind.SPURIOUS
    if before.pieces != after.pieces:
        return CorrectionKind.BOUNDARY
    return CorrectionKind.LABEL if before.label != after.label else None


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A correction on its way through other articles."""

    correction: Correction
    context: EditContext
    pattern: Pattern
    makers: Makers

    @property
    def keys(self) -> frozenset[str]:
        """What the words share that are looked for."""
        return word_keys(self._row, self.correction.text)

    def places(self, view: PlainView) -> Iterator[Span]:
        """Yield where the words stand."""
        return find_in_view(view, forms_of(self._row, self.correction.text), self.keys)

    @property
    def _row(self) -> Annotation:
        """The words that are looked for.

        They are those that a boundary was moved to, else those that there were.
        """
        correction = self.correction
        return correction.after if correction.kind is CorrectionKind.BOUNDARY else correction.row

    def targets(self, open_article: OpenArticle, places: Sequence[Span]) -> Iterator[Target]:
        """Yield what is to be corrected in an article.

        Decided mentions are marked as not open.
        """
        match self.correction.kind:
            case CorrectionKind.MISSING:
                for span in self.pattern.untagged(open_article, places):
                    yield Target(span, None, self.makers.mark)
            case CorrectionKind.BOUNDARY:
                yield from self._moved(open_article, places)
            case CorrectionKind.LABEL | CorrectionKind.SPURIOUS:
                yield from self._decided(open_article)

    def title(self) -> Message:
        """Return what the concordance is headed by."""
        correction = self.correction
        words = {"text": shorten_text(correction.words), "label": correction.after.label}
        words |= {"old": correction.row.label, "new": shorten_text(correction.after.words(correction.text))}
        return {
            CorrectionKind.LABEL: Message("“{text}”: {label} instead of {old}", words),
            CorrectionKind.SPURIOUS: Message("Reject {old}: “{text}”", words),
            CorrectionKind.MISSING: Message("{label}: “{text}”", words),
            CorrectionKind.BOUNDARY: Message("“{new}” instead of “{text}”", words),
        }[correction.kind]

    def step_title(self, count: int) -> Message:
        """Return the title of the step.

        It keeps where the step came from.
        """
        args = {"count": str(count), "text": shorten_text(self.correction.words), "label": self.correction.after.label}
        return replace(_STEP_TITLES[self.correction.kind], args=args)

    def done(self) -> Message:
        """Return what the status bar says was done."""
        label = {"label": self.correction.after.label}
        return {
            CorrectionKind.LABEL: Message("Labelled {label}", label),
            CorrectionKind.SPURIOUS: Message("Rejected"),
            CorrectionKind.MISSING: Message("Labelled {label}", label),
            CorrectionKind.BOUNDARY: Message("Boundary moved"),
        }[self.correction.kind]

    def _decided(self, open_article: OpenArticle) -> Iterator[Target]:
        is_spurious = self.correction.kind is CorrectionKind.SPURIOUS
        decide = self.reject if is_spurious else self.makers.relabel
        for row in self._equal_rows(open_article):
            if decide(row.article_id, row.span, row) is not None:
                yield Target(row.span, row, decide, is_open=row.status is Status.PROPOSED)

    def _moved(self, open_article: OpenArticle, places: Sequence[Span]) -> Iterator[Target]:
        rows = {row.id: row for row in self._equal_rows(open_article)}
        for place in places:
            span = fitted(open_article.text, place)
            there = [row for row in open_article.annotations.overlapping(span) if row.kind is Kind.ENTITY]
            live = [row for row in there if row.is_live]
            if len(live) == 1 and live[0].id in rows and live[0].pieces != (span,):
                yield Target(span, live[0], self.move, is_open=live[0].status is Status.PROPOSED)

    def reject(self, _: int, __: Span, before: Annotation | None) -> Change | None:
        """Return the change that rejects a mention."""
        return None if before is None else self.context.decide(before, Status.REJECTED)

    def move(self, _: int, span: Span, before: Annotation | None) -> Change | None:
        """Return the change that moves the boundary of a mention."""
        if before is None:
            return None
        moved = self.context.touch(
            before,
            pieces=(span,),
            normal=self.correction.after.normal,
            attributes=step_builders.without_values(before),
            status=step_builders.corrected(before),
        )
        return Change(before, moved)

    def _equal_rows(self, open_article: OpenArticle) -> list[Annotation]:
        """Return the mentions with the same words and label.

        They are those that the tagger or a file brought.
        """
        row = self.correction.row
        equal = open_article.equal_to(word_keys(row, self.correction.text))
        return [one for one in equal if one.is_live and one.label == row.label and not step_builders.is_own(one)]


_STEP_TITLES = {
    CorrectionKind.LABEL: Message("relabel {count} × “{text}” to {label}, as corrected before"),
    CorrectionKind.SPURIOUS: Message("reject {count} × “{text}”, as corrected before"),
    CorrectionKind.MISSING: Message("annotate {count} × “{text}” as {label}, as corrected before"),
    CorrectionKind.BOUNDARY: Message("move a boundary of {count} × “{text}”, as corrected before"),
}
