"""Go through a review queue, and note what came of each item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.model import Annotation, Article, Status
from app.core.span import Span
from app.core.text.sentences import sentence_at
from app.service.article.uncertain_ends import CERTAIN_ENDS, find_uncertain_ends
from app.service.article_list.article_list import ArticleList
from app.service.corpus.review.queue_plan import QueueItem, QueuePlan
from app.store import Project

_CONTEXT_CHARS, _LEAST_CONTEXT_CHARS = 240, 80
"""How much of the text is shown on either side of the sentence."""


class Outcome(StrEnum):
    """What came of an item.

    `GONE` was decided or removed elsewhere.
    """

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    SKIPPED = "skipped"
    GONE = "gone"


DECISIONS = frozenset({Outcome.ACCEPTED, Outcome.REJECTED, Outcome.CORRECTED})


@dataclass(frozen=True, slots=True)
class QueueView:
    """An item as it is shown.

    `around` is the part of the text to show, and `sentence` the sentence in it; `shown_rows` are the annotations there,
    with offsets in that part. `equal_left` counts the items behind with an equal name. `uncertain_ends` says whether
    start and end are uncertain.
    """

    item: QueueItem
    article: Article
    row: Annotation
    text: str
    sentence: Span
    around: Span
    shown_rows: tuple[Annotation, ...] = ()
    equal_left: int = 0
    uncertain_ends: tuple[bool, bool] = CERTAIN_ENDS

    @property
    def shown_text(self) -> str:
        """The part of the text to show."""
        return self.text[self.around.start : self.around.stop]


class ReviewQueue:
    """A queue with its place, and the outcomes so far.

    `articles` know in which ones pre-tags are hidden.
    """

    def __init__(self, project: Project, plan: QueuePlan, articles: ArticleList) -> None:
        self._project, self.plan, self._articles = project, plan, articles
        self.place = 0
        self.outcomes: dict[int, Outcome] = {}
        """By the id of the annotation."""
        self._steps: list[tuple[int, int, Outcome | None]] = []
        """The steps that were made here, each with its place and the outcome before."""

    @property
    def item(self) -> QueueItem | None:
        """The item at the place, None behind the last."""
        return self.plan.items[self.place] if self.place < len(self.plan.items) else None

    @property
    def skipped(self) -> frozenset[int]:
        """The annotations that were skipped."""
        return frozenset(number for number, outcome in self.outcomes.items() if outcome is Outcome.SKIPPED)

    def counts(self, *, of_random: bool = False) -> Counter[Outcome]:
        """Return how many items came to what."""
        items = (item for item in self.plan.items if item.is_random or not of_random)
        return Counter(self.outcomes[item.annotation_id] for item in items if item.annotation_id in self.outcomes)

    def current(self) -> QueueView | None:
        """Return the item to decide.

        What was decided elsewhere is passed over, unless it was decided in this queue.
        """
        while (item := self.item) is not None:
            view = self._read_view(item)
            is_known = self.outcomes.get(item.annotation_id, Outcome.GONE) is not Outcome.GONE
            if view is not None and (is_known or view.row.status is Status.PROPOSED):
                return view
            self.outcomes[item.annotation_id] = Outcome.GONE
            self.place += 1
        return None

    def note(self, outcome: Outcome) -> None:
        """Note what came of the item at the place."""
        if self.item is not None:
            self.outcomes[self.item.annotation_id] = outcome

    def go_on(self) -> None:
        """Go to the next item that is not decided."""
        self.place = min(self.place + 1, len(self.plan.items))
        while (item := self.item) is not None and self.outcomes.get(item.annotation_id) in DECISIONS:
            self.place += 1

    def remember_step(self, step: int) -> None:
        """Remember that a step is made at the place, for `return_to_step`."""
        assert self.item is not None, "steps are made at an item"
        self._steps.append((step, self.place, self.outcomes.get(self.item.annotation_id)))

    @property
    def newest_step(self) -> int:
        """The step that is taken back first, 0 for none."""
        return self._steps[-1][0] if self._steps else 0

    def return_to_step(self) -> None:
        """Return to where the last step was made."""
        _, self.place, before = self._steps.pop()
        number = self.plan.items[self.place].annotation_id
        if before is None:
            self.outcomes.pop(number, None)
        else:
            self.outcomes[number] = before

    def go_back(self) -> bool:
        """Go to the item before; say whether there is one."""
        before = [at for at in range(self.place) if self._is_there(self.plan.items[at])]
        if before:
            self.place = before[-1]
        return bool(before)

    def go_to_skipped(self) -> bool:
        """Go to the first skipped item; say whether there is one."""
        skipped = self.skipped
        for at, item in enumerate(self.plan.items):
            if item.annotation_id in skipped:
                self.place = at
                return True
        return False

    def _is_there(self, item: QueueItem) -> bool:
        return self.outcomes.get(item.annotation_id) is not Outcome.GONE

    def _read_view(self, item: QueueItem) -> QueueView | None:
        row = next(iter(self._project.found_annotations([item.annotation_id])), None)
        article = self._project.article(item.article_id) if row is not None else None
        if row is None or article is None or self._articles.hides_pretags(article.id):
            return None
        text = self._project.text(article.id)
        sentence = _sentence_of(text, row)
        around = _with_context(text, sentence)
        rows = self._project.annotations(article.id, since=around.start, before=around.stop)
        shown_rows = tuple(moved for one in rows if (moved := _moved_into(one, around)) is not None)
        ends = find_uncertain_ends(text, row, rows)
        equal_left = len(list(self._equal_after()))
        return QueueView(item, article, row, text, sentence, around, shown_rows, equal_left, ends)

    def _equal_after(self) -> Iterator[QueueItem]:
        """Yield the items behind the place with an equal name."""
        here = self.plan.items[self.place]
        for item in self.plan.items[self.place + 1 :]:
            if item.group != here.group:
                return
            yield item


def _sentence_of(text: str, row: Annotation) -> Span:
    """Return the sentence of an annotation, or several of a claim."""
    first, last = sentence_at(text, row.start), sentence_at(text, max(row.start, row.stop - 1))
    return Span(min(first.start, row.start), max(last.stop, row.stop))


def _moved_into(row: Annotation, around: Span) -> Annotation | None:
    """Return an annotation moved into a part of the text.

    Return None for one outside.
    """
    pieces = tuple(moved for piece in row.pieces if (moved := _clipped(piece, around)).length > 0)
    roles = tuple(replace(role, span=_clipped(role.span, around)) for role in row.roles if around.contains(role.span))
    return replace(row, pieces=pieces, roles=roles) if pieces else None


def _clipped(span: Span, around: Span) -> Span:
    start, stop = max(span.start, around.start), min(span.stop, around.stop)
    return Span(start - around.start, stop - around.start)


def _find_paragraphs(text: str, sentence: Span) -> Span:
    """Return the paragraph of a sentence.

    While it is short, those behind it are taken along, at the end of a text those before it.
    """
    start, stop = _line_start(text, sentence.start), _line_stop(text, sentence.stop)
    while len(text[start:stop].strip()) < _LEAST_CONTEXT_CHARS and stop < len(text):
        stop = _line_stop(text, stop + 1)
    while len(text[start:stop].strip()) < _LEAST_CONTEXT_CHARS and start > 0:
        start = _line_start(text, start - 1)
    return Span(start, stop)


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _line_stop(text: str, position: int) -> int:
    found = text.find("\n", position)
    return len(text) if found < 0 else found


def _with_context(text: str, sentence: Span) -> Span:
    """Return a sentence with the words around it.

    They are those of its paragraph; of one too short to tell anything, such as a name alone, of the next ones too.
    """
    paragraphs = _find_paragraphs(text, sentence)
    start = max(paragraphs.start, sentence.start - _CONTEXT_CHARS)
    stop = min(paragraphs.stop, sentence.stop + _CONTEXT_CHARS)
    if start and text[start - 1] != "\n":
        start = max(start, text.find(" ", start, sentence.start) + 1)
    if stop < len(text) and text[stop] != "\n":
        cut = text.rfind(" ", sentence.stop, stop)
        stop = cut if cut > 0 else stop
    return Span(start, stop)
