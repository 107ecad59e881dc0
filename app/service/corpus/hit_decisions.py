"""Decide the hits of a search: label, accept or reject them.

One or many hits are decided as one step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.scheme import Label
from app.core.span import Span
from app.core.text.boundary import fitted
from app.service.concordance.hits import Hit, count_articles
from app.service.edits.edit_helpers import apply_step, edited_project
from app.service.edits.edit_place import Workplace
from app.service.edits.steps import step_builders
from app.service.wording import shorten_text

_Decide = Callable[[str, Hit, Annotation | None], Step | None]
"""Returns the step that decides a hit, given the text of its article and its annotation as it is now."""


class HitDecisions:
    """Decides hits in any article of the project."""

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def find_label(self, hit: Hit, key: str) -> Label | None:
        """Return the label that a key gives to a hit.

        It is a label of claims for a claim, and of mentions for all else.
        """
        is_claim = hit.before is not None and hit.before.kind is Kind.CLAIM
        return self._place.scheme.by_key(Kind.CLAIM if is_claim else Kind.ENTITY, key)

    def label(self, hits: Sequence[Hit], key: str) -> int:
        """Give hits the label of a key.

        Words become a mention, and an annotation gets another label.

        Return how many changed.
        """

        def decide(text: str, hit: Hit, row: Annotation | None) -> Step | None:
            label = self.find_label(hit, key)
            if label is None:
                return None
            span = fitted(text, hit.span)
            if row is not None and (row.kind is Kind.CLAIM or fitted(text, row.span) == span):
                return step_builders.relabel(self._place.edit_context, [row], label, text)
            return self._create(text, hit, label, span)

        name = next((label.name for hit in hits if (label := self.find_label(hit, key)) is not None), "")
        title = Message("label {count} × “{text}” as {label}", {"label": name})
        return self._apply(hits, decide, title, Message("Labelled {label}", {"label": name}))

    def accept(self, hits: Sequence[Hit]) -> int:
        """Accept the annotations of hits; return how many changed."""

        def decide(text: str, _: Hit, row: Annotation | None) -> Step | None:
            return None if row is None else step_builders.accept(self._place.edit_context, [row], text)

        return self._apply(hits, decide, Message("accept {count} × “{text}”"), Message("Accepted"))

    def reject(self, hits: Sequence[Hit]) -> int:
        """Reject the annotations of hits, and return how many changed.

        The analyst's own annotations are removed with their notes.
        """
        project = edited_project(self._place)

        def decide(text: str, hit: Hit, row: Annotation | None) -> Step | None:
            if row is None or not row.is_live:
                return None
            notes = [note for note in project.notes(hit.article.id) if note.annotation_id == row.id]
            return step_builders.reject(self._place.edit_context, [row], notes, text)

        return self._apply(hits, decide, Message("reject {count} × “{text}”"), Message("Rejected"))

    def _create(self, text: str, hit: Hit, label: Label, span: Span) -> Step | None:
        if not span.length or "\n" in text[span.start : span.stop]:
            return None
        number = edited_project(self._place).next_id()
        fresh = Annotation(number, hit.article.id, Kind.ENTITY, label.name, (span,))
        return step_builders.create(self._place.edit_context, fresh, text)

    def _apply(self, hits: Sequence[Hit], decide: _Decide, title: Message, done: Message) -> int:
        steps = list(self._steps(hits, decide))
        if not steps:
            return 0
        changes = tuple(change for step in steps for change in step.changes)
        counted = Message(
            title.template, {**title.args, "count": str(len(steps)), "text": shorten_text(hits[0].line[1])}
        )
        apply_step(self._place, Step(steps[0].title if len(steps) == 1 else counted, changes))
        if len(steps) > 1:
            mentions = Message("{n} places", {"n": str(len(steps))})
            articles = Message("in {n} articles", {"n": str(count_articles(hits))})
            args: dict[str, str | Message] = {"mentions": mentions, "where": articles, "done": done}
            self._place.notified.emit(Message("{done}: {mentions} {where}. One undo takes all back.", args))
        return len(steps)

    def _steps(self, hits: Sequence[Hit], decide: _Decide) -> Iterator[Step]:
        """Yield a step for each hit that changes.

        An annotation has one step. Rows are read as they are now.
        """
        project = edited_project(self._place)
        by_article = defaultdict[int, list[Hit]](list)
        for hit in hits:
            by_article[hit.article.id].append(hit)
        for article_id, found in by_article.items():
            text = project.text(article_id)
            rows = {row.id: row for row in project.annotations(article_id)}
            seen = set[int]()
            for hit in found:
                row = rows.get(hit.before.id) if hit.before is not None else None
                step = decide(text, hit, row)
                touched = {change.id for change in step.changes} if step is not None else set[int]()
                if step is not None and not seen & touched:
                    seen |= touched
                    yield step


def follow_changes(hit: Hit, changes: Iterable[Change]) -> Hit | None:
    """Return a hit as changes leave it.

    Return None if they are about something else.
    """
    now = None
    for change in changes:
        now = _follow_change(now or hit, change) or now
    return now


def _follow_change(hit: Hit, change: Change) -> Hit | None:
    before, after = change.before, change.after
    row = after if isinstance(after, Annotation) else before
    if not isinstance(row, Annotation) or row.article_id != hit.article.id:
        return None
    if hit.before is not None and hit.before.id == row.id:
        return Hit(hit.article, hit.span, hit.line, after if isinstance(after, Annotation) else None)
    is_new_here = isinstance(after, Annotation) and before is None and row.kind is Kind.ENTITY
    if is_new_here and row.span.contains(hit.span) and hit.before is None:
        return Hit(hit.article, hit.span, hit.line, row)
    return None
