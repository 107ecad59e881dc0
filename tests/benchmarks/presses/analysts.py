"""Analysts: each corrects one article after another to gold, by the cheapest keys that it knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.core.change import Step
from app.core.model import Annotation, Status
from app.core.span import Span
from app.core.text import tokens
from app.service.desk import Desk as OpenArticle
from app.service.spreading import pattern_of
from tests.benchmarks.presses.cases import Case
from tests.benchmarks.presses.desk import Desk
from tests.benchmarks.presses.routes import Place, Routes, place_of
from tests.benchmarks.presses.verdicts import NOTHING, Verdict, missed, verdicts

_DEEPEST = (6, 60)
"""How many keys a way may take; the longer ones are looked for only where there is no shorter."""

_GOING_BACK = 2
"""What it costs to return to a mention that was decided wrongly with its group, by rule of thumb."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A wrong annotation to go to, or a miss (`row` None), with the place that is there and the keys that mend it."""

    row: int | None
    span: Span
    place: Place
    mending: tuple[tuple[str, str], ...]
    """Pairs (purpose, key)."""

    @property
    def cost(self) -> int:
        return len(self.place.keys) + len(self.mending)


class Analyst:
    """What every analyst can do: see what is wrong, go there, mend it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.gold: Mapping[Span, str] = {}

    def correct(self, case: Case) -> None:
        """Bring the open article from its proposals to gold, and finish it."""
        self.gold = case.gold
        assert self.article.text == case.text, "the window shows another article than was expected"
        self._work()
        marked = self.desk.marked()
        assert marked == dict(case.gold), (
            f"{case.key} does not end at gold: {set(marked.items()) ^ set(case.gold.items())}"
        )
        self.desk.press("finishing", "Ctrl+Enter")

    @property
    def article(self) -> OpenArticle:
        article = self.desk.session.desk
        assert article is not None, "an article is open"
        return article

    def _work(self) -> None:
        raise AssertionError("each analyst works in its own way")

    def _mend_everything(self) -> None:
        """Run errands, the cheapest first, until nothing is wrong."""
        while (errand := self._next_errand()) is not None:
            self._go(errand)
            for purpose, key in errand.mending:
                self.desk.press(purpose, key)
            if errand.row is None:
                self._spread(errand.span)

    def _go(self, errand: Errand) -> None:
        self.desk.press("arriving" if errand.row is not None else "misses", *errand.place.keys)
        reached = replace(self._here(), keys=errand.place.keys, goal_x=errand.place.goal_x)
        assert reached == errand.place, f"the window went to {reached}, the plan to {errand.place}"

    def _next_errand(self) -> Errand | None:
        judged = verdicts(self.article, self.gold)
        wrong = {row_id: verdict for row_id, verdict in judged.items() if not self._is_right(row_id, verdict)}
        misses = missed(self.article, self.gold)
        if not wrong and not misses:
            return None
        for deepest in _DEEPEST:
            best = self._cheapest(wrong, misses, deepest)
            if best is not None:
                return best
        left = [*(self._row(row_id).words(self.article.text) for row_id in wrong), *misses]
        raise AssertionError(f"no key leads to {left} in {self.article.article.key}")

    def _cheapest(self, wrong: Mapping[int, Verdict], misses: list[Span], deepest: int) -> Errand | None:
        best: Errand | None = None
        for place in self._places(deepest):
            if best is not None and len(place.keys) >= best.cost:
                break
            for errand in self._errands(place, wrong, misses):
                if best is None or (errand.cost, errand.span) < (best.cost, best.span):
                    best = errand
        return best

    def _errands(self, place: Place, wrong: Mapping[int, Verdict], misses: list[Span]) -> Iterator[Errand]:
        """Yield what can be mended at a place."""
        if place.current in wrong and place.selection is None:
            row = self._row(place.current)
            yield Errand(row.id, row.span, place, tuple(self._mending(row, wrong[row.id])))
        for span in misses:
            marking = self._marking(place, span)
            if marking is not None:
                keys = (*marking, self.desk.digit(self.gold[span]))
                yield Errand(None, span, place, tuple(("misses", key) for key in keys))

    def _mending(self, row: Annotation, verdict: Verdict) -> Iterator[tuple[str, str]]:
        """Yield the keys that mend a wrong annotation which is current, each with its purpose."""
        is_alone = not self._whole_group_is(row, verdict)
        alone = "Ctrl+" if is_alone and self._group(row) else ""
        if verdict.span is None:
            yield "deciding", f"{alone}Backspace"
            return
        yield from (("boundaries", move) for move in verdict.moves)
        if verdict.label != row.label:
            yield "labels", ("" if verdict.moves else alone) + self.desk.digit(verdict.label)

    def _marking(self, place: Place, span: Span) -> tuple[str, ...] | None:
        """Return the keys that select a missed span at a place, so that its label's key marks it; None if none do."""
        selection = place.selection
        words = list(tokens(self.article.text, *span))
        if selection == span:
            return ()
        if selection is not None and selection.start == span.start:
            more = len(words) - len(list(tokens(self.article.text, *selection)))
            return ("Shift+Right" if more > 0 else "Shift+Left",) * abs(more)
        if selection is not None or place.caret not in (words[0], words[-1]):
            return None
        if len(words) > 1:
            return ("Shift+Right" if place.caret == words[0] else "Shift+Left",) * (len(words) - 1)
        # Over a rejected mention the digit would be about that one, unless the token is selected.
        return () if place.current is None else ("Shift+Right", "Shift+Left")

    def _spread(self, span: Span) -> None:
        """Give a new mention's label to all equal ones by one key, where every one of them is in gold."""
        row = self.desk.session.walk.current
        assert row is not None, "what was just marked is current"
        assert row.span == span, "what was just marked is current"
        ids = iter(range(-1, -10_000, -1))
        step = pattern_of(row, self.article.text).step(self.desk.session.hand, self.article, lambda: next(ids))
        if step is not None and self._is_all_gold(step):
            self.desk.press("misses", "P")

    def _is_all_gold(self, step: Step) -> bool:
        after = [change.after for change in step.changes]
        return all(isinstance(row, Annotation) and self.gold.get(row.span) == row.label for row in after)

    def _places(self, deepest: int) -> Iterator[Place]:
        view = self.desk.program.parts.article.view
        routes = Routes(self.article, view, by_doubt=self.desk.session.walk.by_doubt)
        return routes.places(self._here(), view.visible_range(), deepest)

    def _here(self) -> Place:
        return place_of(self.desk.session.cursor, self.desk.session.walk)

    def _row(self, row_id: int | None) -> Annotation:
        row = self.article.annotations.get(row_id)
        assert row is not None, "the annotation is in the article"
        return row

    def _is_right(self, row_id: int, verdict: Verdict) -> bool:
        return verdict.is_right(self._row(row_id))

    def _group(self, row: Annotation) -> list[Annotation]:
        """Return the mentions that are decided with one, those behind it first, as the walk comes to them."""
        rows = [self._row(other) for other in self.article.group_of(row)]
        return sorted(rows, key=lambda other: (other.start < row.start, other.start))

    def _whole_group_is(self, row: Annotation, verdict: Verdict) -> bool:
        judged = verdicts(self.article, self.gold)
        return all(_decision(judged[other.id]) == _decision(verdict) for other in self._group(row))


class Knowing(Analyst):
    """Goes only where something is wrong, and takes the rest with Ctrl+Enter."""

    def _work(self) -> None:
        self._mend_everything()


class Careful(Analyst):
    """Decides every proposal, equal ones at once, and adds every miss.

    The last decision, where it is to accept, is left to the key that finishes the article: it stands before the eyes.
    """

    def _work(self) -> None:
        while self.desk.session.walk.left and not self._is_last():
            self._decide_next()
        self._mend_everything()

    def _is_last(self) -> bool:
        """Say whether one decision is left, on the current annotation, and it is to accept."""
        row = self.desk.session.walk.current
        if row is None or row.status is not Status.PROPOSED:
            return False
        rows = self._group(row) or [row]
        judged = verdicts(self.article, self.gold)
        return len(rows) == self.desk.session.walk.left and all(judged[one.id].is_right(one) for one in rows)

    def _decide_next(self) -> None:
        """Go to what is still proposed, where the last decision has not led there already, and decide it."""
        walk = self.desk.session.walk
        row = walk.current
        if row is None or row.status is not Status.PROPOSED:
            self.desk.press("arriving", ".")
            row = walk.current
        assert row is not None, "the walk led to a proposal"
        assert row.status is Status.PROPOSED, "the walk led to a proposal"
        self._decide(row)

    def _decide(self, row: Annotation) -> None:
        judged = verdicts(self.article, self.gold)
        verdict = judged[row.id]
        if verdict.moves:
            for purpose, key in self._mending(row, verdict):
                self.desk.press(purpose, key)
            return
        wanted = [judged[other.id] for other in self._group(row)]
        alone = "Ctrl+" if wanted and not _together_is_cheaper(wanted) else ""
        if verdict.span is None:
            self.desk.press("deciding", f"{alone}Backspace")
        elif verdict.label == row.label:
            self.desk.press("deciding", f"{alone}Space")
        else:
            self.desk.press("labels", alone + self.desk.digit(verdict.label))


class Doubting(Careful):
    """Decides in order of doubt, stops after a share of the decisions, and leaves the rest as it is."""

    def __init__(self, desk: Desk, share: float) -> None:
        super().__init__(desk)
        self._share = share
        self._due = 0.0
        self.wrong_left = 0
        self.decisions = 0
        self.desk.press("arriving", "D")

    def correct(self, case: Case) -> None:
        """Decide as many of the article's proposals as are due, count what is wrong afterwards, and finish it."""
        self.gold = case.gold
        self._due += self._share * self._groups()
        while self.decisions < int(self._due) and self.desk.session.walk.left:
            self._decide_next()
            self.decisions += 1
        self.wrong_left += len(set(self.desk.marked().items()) - set(case.gold.items()))
        self.desk.press("finishing", "Ctrl+Enter")

    def _groups(self) -> int:
        """Return how many decisions the article's proposals take: a group counts once."""
        rows = [row for row in self.article.annotations if row.status is Status.PROPOSED]
        return len({self.article.group_of(row) or (row.id,) for row in rows})


def _decision(verdict: Verdict) -> tuple[object, ...]:
    """Return what equal mentions share when one key decides them: never where a boundary is off."""
    if verdict.moves:
        return (verdict.span,)
    return (verdict is NOTHING, verdict.label)


def _together_is_cheaper(wanted: list[Verdict]) -> bool:
    """Say whether to decide a group at once as its first is, and go back to those that are otherwise.

    The other way is to decide one by one until the rest of the group is alike.
    """
    decisions = [_decision(verdict) for verdict in wanted]
    others = sum(1 for decision in decisions if decision != decisions[0])
    alike = 1
    while alike < len(decisions) and decisions[-alike - 1] == decisions[-1]:
        alike += 1
    one_by_one = len(decisions) - alike + 1
    return 1 + others * (1 + _GOING_BACK) <= one_by_one
