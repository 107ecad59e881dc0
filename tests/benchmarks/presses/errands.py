"""Find the keys that correct something wrong.

They lead from where the caret is to it and correct it, the cheapest first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from app.core.model import Annotation, Status
from app.core.span import Span
from app.core.text.boundary import snapped
from app.core.text.boundary import words as words_of
from app.service.article.open_article import OpenArticle
from tests.benchmarks.presses.routes import Place, Routes
from tests.benchmarks.presses.verdicts import NOTHING, Verdict, missed, moves_to, verdicts

_DEEPEST = (6, 60)
"""How many keys a way may take; the longer ones are looked for only where there is no shorter."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A wrong annotation to go to, or a miss.

    A miss has `row` None. It holds the place that is there and the keys that mend it.
    """

    row: int | None
    span: Span
    place: Place
    mending: tuple[tuple[str, str], ...]
    """Pairs (purpose, key)."""

    @property
    def cost(self) -> int:
        return len(self.place.keys) + len(self.mending)


class Errands:
    """Find what is wrong in the open article.

    Also find the keys for it.
    """

    def __init__(
        self, article: OpenArticle, gold: Mapping[Span, str], digits: Mapping[str, str], routes: Routes
    ) -> None:
        self._article = article
        self._gold = gold
        self._digits = digits
        self._routes = routes

    def verdict(self, row: Annotation) -> Verdict:
        """Return what an annotation should be."""
        return self._verdicts()[row.id]

    def misses(self) -> list[Span]:
        """Return the gold spans that nothing is meant to become.

        They come in the text's order.
        """
        return missed(self._article, self._gold)

    def next(self, start: Place, visible: Span) -> Errand | None:
        """Return the cheapest errand from a place; None where nothing is wrong."""
        wrong = {row_id for row_id, verdict in self._verdicts().items() if not verdict.is_right(self._row(row_id))}
        misses = self.misses()
        if not wrong and not misses:
            return None
        for deepest in _DEEPEST:
            best = self.cheapest(start, visible, wrong, misses, deepest)
            if best is not None:
                return best
        left = [*(self._row(row_id).words(self._article.text) for row_id in wrong), *misses]
        raise AssertionError(f"no key leads to {left} in {self._article.article.key}")

    def cheapest(
        self, start: Place, visible: Span, wrong: Collection[int], misses: Collection[Span], deepest: int
    ) -> Errand | None:
        """Return the cheapest errand from a place to one of these.

        None where none is so near.
        """
        best: Errand | None = None
        for place in self._routes.places(start, visible, deepest):
            if best is not None and len(place.keys) >= best.cost:
                break
            for errand in self._at(place, wrong, misses):
                if best is None or (errand.cost, errand.span) < (best.cost, best.span):
                    best = errand
        return best

    def mending(self, row: Annotation) -> Iterator[tuple[str, str]]:
        """Yield the keys that correct a wrong annotation.

        It is current. Each key has its purpose.
        """
        verdict = self.verdict(row)
        group = self.group(row)
        is_alike = all(decision_of(self.verdict(other)) == decision_of(verdict) for other in group)
        alone = "" if is_alike else "Ctrl+"
        if verdict.span is None:
            yield "deciding", f"{alone}Backspace"
            return
        yield from (("boundaries", move) for move in verdict.moves)
        if verdict.label != row.label:
            yield "labels", ("" if verdict.moves else alone) + self._digits[verdict.label]

    def group(self, row: Annotation) -> list[Annotation]:
        """Return the mentions that are decided with one.

        Those behind it come first, as navigation comes to them.

        The key that accepts decides the same entity in other words too.
        """
        is_accepted = self.verdict(row).is_right(row)
        rows = [self._row(other) for other in self._article.group_of(row, by_entity=is_accepted)]
        return sorted(rows, key=lambda other: (other.start < row.start, other.start))

    def _at(self, place: Place, wrong: Collection[int], misses: Collection[Span]) -> Iterator[Errand]:
        """Yield what can be mended at a place."""
        if place.current in wrong and place.selection is None:
            row = self._row(place.current)
            yield Errand(row.id, row.span, place, tuple(self.mending(row)))
        for span in misses:
            whole = snapped(self._article.text, span)
            marking = self._marking(place, whole)
            moves = moves_to(self._article.text, (whole,), span)
            is_taken = bool(moves) and any(row.span == whole for row in self._article.annotations)
            if marking is not None and moves is not None and not is_taken:
                keys = (*marking, self._digits[self._gold[span]], *moves)
                yield Errand(None, span, place, tuple(("misses", key) for key in keys))

    def _marking(self, place: Place, span: Span) -> tuple[str, ...] | None:
        """Return the keys that select a missed span.

        They start at a place. The label's key can mark it then. Return None if no keys do.
        """
        selection = place.selection
        if selection == span:
            return ()
        words = list(words_of(self._article.text, *span))
        if selection is not None and selection.start == span.start:
            more = len(words) - len(list(words_of(self._article.text, *selection)))
            return ("Shift+Right" if more > 0 else "Shift+Left",) * abs(more)
        if selection is not None or place.caret not in (words[0], words[-1]):
            return None
        if len(words) > 1:
            return ("Shift+Right" if place.caret == words[0] else "Shift+Left",) * (len(words) - 1)
        # Over a mention the digit would be about that one, unless the token is selected.
        return () if place.current is None or self._is_out_of_the_way(place, span) else ("Shift+Right", "Shift+Left")

    def _is_out_of_the_way(self, place: Place, span: Span) -> bool:
        """Say whether a digit at a place is about the token.

        What was rejected there counts only if it was walked to. No key but the one that rejected it leads there.
        """
        row = self._row(place.current)
        return row.status is Status.REJECTED and (row.span == span or bool(place.keys))

    def _verdicts(self) -> dict[int, Verdict]:
        return verdicts(self._article, self._gold)

    def _row(self, row_id: int | None) -> Annotation:
        row = self._article.annotations.get(row_id)
        assert row is not None, "the annotation is in the article"
        return row


def decision_of(verdict: Verdict) -> tuple[object, ...]:
    """Return what equal mentions share when one key decides them.

    Never where a boundary is off.
    """
    if verdict.moves:
        return (verdict.span,)
    return (verdict is NOTHING, verdict.label)
