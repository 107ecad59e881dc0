"""Decisions: label, accept, reject, and go to the next proposal."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.span import Span
from app.core.text.boundary import fitted
from app.core.text.sentences import sentence_at
from app.core.vocabulary import AttributeName, ClaimForm
from app.service.article.open_article import OpenArticle
from app.service.edits.edit_helpers import (
    apply_step,
    decided_together,
    edited_project,
    notify_together,
    show_claim_first,
)
from app.service.edits.edit_place import Workplace
from app.service.edits.steps import step_builders

_OPENING_QUOTES = '«"“„'


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing an article did.

    Whether it changed anything, how many annotations it accepted, the article's place in the list from 1 (0 where it is
    not shown), and the id of the article that was opened then, None where no other open one is shown.
    """

    has_changed: bool
    accepted: int
    place: int
    following: int | None


class Decisions:
    """Every decision is one key for all equal proposed mentions.

    With `alone` it decides one mention. Equal are the same words by lemma under the same label. To accept alone decides
    the same entity in other words too.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def label_by_key(self, kind: Kind, key: str, *, alone: bool = False) -> None:
        """Give the label that a digit stands for in the project's scheme."""
        label = self._place.scheme.by_key(kind, key)
        if label is not None:
            self.label(kind, label.name, alone=alone)

    def label(self, kind: Kind, name: str, *, alone: bool = False) -> None:
        """Label the selection, the current annotation, or the caret's word.

        For a claim it is the caret's sentence. Where that would be something else than what is ringed as current, it
        says so and changes nothing.
        """
        open_article, cursor, current = self._place.open_article, self._place.cursor, self._place.navigation.current
        if open_article is None:
            return
        if cursor.selection is not None:
            self._label_span(open_article, kind, name, cursor.selection)
        elif current is not None and current.kind is kind and self._is_meant(current):
            self._relabel_row(open_article, current, name, alone=alone)
        elif cursor.caret is None:
            self._place.notified.emit(Message("There are no words here."))
        elif kind is Kind.CLAIM:
            self._label_sentence(open_article, name, cursor.caret)
        elif current is not None and current.kind is Kind.CLAIM and self._place.navigation.is_visited(current):
            self._place.notified.emit(Message("A claim is current: go to a mention or to a word to label that."))
        else:
            self._label_span(open_article, kind, name, cursor.caret)

    def accept(self, *, alone: bool = False) -> None:
        """Accept the current annotation, or the proposals selected, and go on."""
        open_article = self._place.open_article
        rows = self._chosen_rows(alone=alone, by_entity=True)
        if open_article is None or rows is None:
            return
        open_rows = rows if self._place.cursor.selection is None else [row for row in rows if not row.status.is_decided]
        is_group = self._place.cursor.selection is None
        apply_step(self._place, step_builders.accept(self._place.edit_context, open_rows, open_article.text))
        self._go_on(rows)
        if is_group:
            notify_together(self._place, Message("Accepted"), open_article, rows)
        else:
            self._place.notified.emit(Message("{n} accepted in the selection.", {"n": str(len(open_rows))}))

    def reject(self, *, alone: bool = False) -> None:
        """Reject the current annotation, or all in the selection, and go on.

        What was made by hand is removed.
        """
        open_article = self._place.open_article
        rows = self._chosen_rows(alone=alone)
        if open_article is None or rows is None:
            return
        kept = [row for row in rows if row.is_live]
        notes = [note for row in kept for note in open_article.notes_on(row.id)]
        is_group = self._place.cursor.selection is None
        apply_step(self._place, step_builders.reject(self._place.edit_context, kept, notes, open_article.text))
        self._go_on(rows)
        if is_group:
            notify_together(self._place, Message("Rejected"), open_article, rows)
        else:
            self._place.notified.emit(Message("{n} rejected in the selection.", {"n": str(len(kept))}))

    def remove(self, annotation_id: int) -> None:
        """Remove an annotation, whatever it is, with its notes."""
        open_article = self._place.open_article
        row = None if open_article is None else open_article.annotations.get(annotation_id)
        if open_article is not None and row is not None:
            apply_step(self._place, step_builders.remove([row], open_article.notes_on(row.id), open_article.text))

    @gc_paused()
    def finish(self) -> Finished | None:
        """Accept what is proposed, mark the article done, open the next.

        The next is one that is not done. Return what came of it, None where no article is open.
        """
        open_article = self._place.open_article
        if open_article is None:
            return None
        here, proposed = open_article.article.id, list(open_article.annotations.still_proposed())
        step = step_builders.finish(self._place.edit_context, open_article.article, proposed)
        has_changed = apply_step(self._place, step)
        row = self._place.articles.row(here)
        following = self._place.articles.first_open(here)
        if following is not None:
            self._place.reader.go_to(following)
        return Finished(has_changed, len(proposed), 0 if row is None else row + 1, following)

    def _is_meant(self, row: Annotation) -> bool:
        """Say whether a label's key is about an annotation under the caret.

        One rejected there is not seen any more.
        """
        return row.is_live or self._place.navigation.is_visited(row)

    def _label_sentence(self, open_article: OpenArticle, name: str, caret: Span) -> None:
        """Make a claim of the caret's sentence.

        Where a claim stands already, that becomes current first.
        """
        claim = self._place.navigation.innermost(Kind.CLAIM)
        if claim is not None and self._is_meant(claim):
            show_claim_first(self._place, claim)
        else:
            self._label_span(open_article, Kind.CLAIM, name, sentence_at(open_article.text, caret.start))

    def _label_span(self, open_article: OpenArticle, kind: Kind, name: str, chosen: Span) -> None:
        span = fitted(open_article.text, chosen)
        same = [
            row
            for row in open_article.annotations.overlapping(span)
            if row.kind is kind and _is_over(open_article, row, span)
        ]
        if not span.length:
            self._place.notified.emit(Message("There are no words in the selection."))
        elif same:
            self._relabel_row(open_article, min(same, key=lambda row: not row.is_live), name, alone=True)
        elif kind is Kind.ENTITY and "\n" in open_article.text[span.start : span.stop]:
            self._place.notified.emit(Message("An entity cannot cross a line end."))
        else:
            self._create_annotation(open_article, kind, name, span)

    def _create_annotation(self, open_article: OpenArticle, kind: Kind, name: str, span: Span) -> None:
        words = open_article.text[span.start : span.stop]
        fresh = Annotation(
            edited_project(self._place).next_id(),
            open_article.article.id,
            kind,
            name,
            (span,),
            normal=open_article.known_normal(words) if kind is Kind.ENTITY else "",
            attributes=((AttributeName.FORM, likely_form(open_article.text, span)),) if kind is Kind.CLAIM else (),
        )
        apply_step(self._place, step_builders.create(self._place.edit_context, fresh, open_article.text))
        self._place.navigation.stay_on(fresh.id)

    def _relabel_row(self, open_article: OpenArticle, row: Annotation, name: str, *, alone: bool) -> None:
        rows = [row] if alone else decided_together(self._place, open_article, row)
        label, is_open = self._place.scheme.label(row.kind, name), self._place.navigation.is_open(row)
        apply_step(self._place, step_builders.relabel(self._place.edit_context, rows, label, open_article.text))
        if is_open and self._place.navigation.is_any_left:
            self._go_on([row])
        else:
            self._place.navigation.stay_on(row.id)
        notify_together(self._place, Message("Labelled {label}", {"label": name}), open_article, rows)

    def _chosen_rows(self, *, alone: bool, by_entity: bool = False) -> list[Annotation] | None:
        """Return the annotations that a decision is about.

        All in the selection, else the current annotation with its group. None where the selection holds none: that is
        said, and the selection stays, since nothing was decided.
        """
        open_article, selection = self._place.open_article, self._place.cursor.selection
        if open_article is None:
            return None
        if selection is not None:
            inside = [row for row in open_article.annotations.overlapping(selection) if selection.contains(row.span)]
            if not inside:
                self._place.notified.emit(Message("The selection contains no whole annotation."))
            return inside or None
        current = self._place.navigation.current
        if current is None:
            return []
        return [current] if alone else decided_together(self._place, open_article, current, by_entity=by_entity)

    def _go_on(self, decided: list[Annotation]) -> None:
        """Go to what is still proposed next; where nothing is, stay."""
        navigation = self._place.navigation
        if navigation.is_any_left:
            navigation.next_proposed(decided[0] if decided else None)
        elif not self._place.cursor.drop():
            navigation.refresh()


def _is_over(open_article: OpenArticle, row: Annotation, span: Span) -> bool:
    """Say whether an annotation covers these words, signs aside."""
    return len(row.pieces) == 1 and (row.span == span or fitted(open_article.text, row.span) == span)


def likely_form(text: str, span: Span) -> str:
    """Return the likely form of a new claim.

    It is direct where the claim begins with a quotation mark.
    """
    around = text[max(0, span.start - 1) : span.start + 1]
    return ClaimForm.DIRECT if any(sign in _OPENING_QUOTES for sign in around) else ClaimForm.INDIRECT
