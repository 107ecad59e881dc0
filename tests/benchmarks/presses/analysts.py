"""Analysts who correct one article after another to gold.

Each one uses the cheapest keys that it knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.change import Change
from app.core.model import Annotation, Status
from app.core.span import Span
from app.core.text.boundary import word_at
from app.core.text.plain_view import PlainView
from app.service.article.open_article import OpenArticle
from app.service.edits.repeats.patterns import pattern_of
from tests.benchmarks.presses.cases import Case
from tests.benchmarks.presses.errands import Errand, Errands, decision_of
from tests.benchmarks.presses.routes import Place, Routes, place_of
from tests.benchmarks.presses.verdicts import Verdict
from tests.benchmarks.presses.workbench import Workbench

_NEAR = 150
"""How far a miss may be from a proposal, in code points, to be thought of when deciding that."""
_DETOUR = 4
_GOING_BACK = 2
"""What it costs to return to a mention that was decided wrongly with its group, by rule of thumb."""


class Analyst:
    """What every analyst can do.

    See what is wrong, go there, mend it.
    """

    def __init__(self, workbench: Workbench) -> None:
        self.workbench = workbench

    def correct(self, case: Case) -> None:
        """Bring the open article from its proposals to gold, and finish it."""
        self._begin(case)
        self._work()
        marked = self.workbench.marked()
        wrong = set(marked.items()) ^ set(case.gold.items())
        assert not wrong, f"{case.key} does not end at gold: {wrong}"
        self.workbench.press("finishing", "Ctrl+Enter")

    def _begin(self, case: Case) -> None:
        self._case = case
        assert self.article.text == case.text, "the window shows another article than was expected"
        view = self.workbench.program.components.article.view
        routes = Routes(self.article, view, self.workbench.session.navigation)
        self.errands = Errands(self.article, case.gold, self.workbench.digits, routes)

    @property
    def article(self) -> OpenArticle:
        article = self.workbench.session.open_article
        assert article is not None, "an article is open"
        return article

    def _work(self) -> None:
        raise AssertionError("each analyst works in its own way")

    def _mend_everything(self) -> None:
        """Run errands, the cheapest first, until nothing is wrong."""
        while (errand := self.errands.next(self._here(), self._visible())) is not None:
            self._run(errand)

    def _run(self, errand: Errand) -> None:
        self.workbench.press("arriving" if errand.row is not None else "misses", *errand.place.keys)
        reached = replace(self._here(), keys=errand.place.keys, goal_x=errand.place.goal_x)
        assert reached == errand.place, f"the window went to {reached}, the plan to {errand.place}"
        for purpose, key in errand.mending:
            self.workbench.press(purpose, key)
        if errand.row is None:
            self._spread(errand.span)

    def _spread(self, span: Span) -> None:
        """Give a new mention's label to all equal ones.

        One key does it, if every one of them is in gold.
        """
        row = self.workbench.session.navigation.current
        assert row is not None, "what was just marked is current"
        assert row.span == span, "what was just marked is current"
        ids = iter(range(-1, -10_000, -1))
        text, session = self.article.text, self.workbench.session
        pattern = pattern_of(row, text)
        makers = pattern.makers(session.edit_context, session.scheme, lambda: next(ids))
        targets = pattern.targets(makers, self.article, pattern.places(PlainView(text)))
        changes = [change for target in targets if (change := target.change_in(self.article.article.id))]
        if changes and self._is_all_gold(changes):
            self.workbench.press("misses", "P")

    def _is_all_gold(self, changes: Sequence[Change]) -> bool:
        after = [change.after for change in changes]
        return all(isinstance(row, Annotation) and self._case.gold.get(row.span) == row.label for row in after)

    def _here(self) -> Place:
        return place_of(self.workbench.session.cursor, self.workbench.session.navigation)

    def _visible(self) -> Span:
        return self.workbench.program.components.article.view.visible_range()


class Knowing(Analyst):
    """Goes only where something is wrong, and takes the rest with Ctrl+Enter.

    Walks in order of doubt: what is wrong is then among the next.
    """

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.workbench.press("arriving", "D")

    def _work(self) -> None:
        self._mend_everything()


class Careful(Analyst):
    """Decides every proposal, equal ones at once, and adds every miss.

    The last decision, where it is to accept, is left to the key that finishes the article: it stands before the eyes.
    """

    def _work(self) -> None:
        while self.workbench.session.navigation.left and not self._is_last():
            row = self._next_proposal()
            detour = self._detour(row)
            if detour is not None:
                self._run(detour)
            else:
                self._decide(row)
        self._mend_everything()

    def _is_last(self) -> bool:
        """Say whether one decision is left, and is to accept.

        It is on the current annotation.
        """
        row = self.workbench.session.navigation.current
        if row is None or row.status is not Status.PROPOSED:
            return False
        rows = self.errands.group(row) or [row]
        return len(rows) == self.workbench.session.navigation.left and all(
            self.errands.verdict(one).is_right(one) for one in rows
        )

    def _next_proposal(self) -> Annotation:
        """Go to the next proposal.

        Nothing is done if the last decision has led there already.
        """
        navigation = self.workbench.session.navigation
        if navigation.current is None or navigation.current.status is not Status.PROPOSED:
            self.workbench.press("arriving", ".")
        row = navigation.current
        assert row is not None, "navigation led to a proposal"
        assert row.status is Status.PROPOSED, "navigation led to a proposal"
        return row

    def _detour(self, row: Annotation) -> Errand | None:
        """Return the way to a miss near an undecided proposal.

        Return it only if no later time is cheaper.
        """
        near = [span for span in self.errands.misses() if abs(span.start - row.start) <= _NEAR]
        if not near:
            return None
        detour = self.errands.cheapest(self._here(), self._visible(), (), near, _DETOUR)
        if detour is None or detour.cost + 1 > min(self._later(row, detour.span), default=0):
            return None
        return detour

    def _later(self, row: Annotation, miss: Span) -> Iterator[int]:
        """Yield what a miss costs from later proposals.

        The cost includes the way back. The last value is that from the last of them.
        """
        together = {one.id for one in self.errands.group(row)} | {row.id}
        others = [other for other in self.article.annotations.still_proposed() if other.id not in together]
        for other in sorted(others, key=lambda other: abs(other.start - miss.start))[:3]:
            yield self._cost_from(other, miss) + 1
        for other in others[-1:]:
            yield self._cost_from(other, miss)

    def _cost_from(self, row: Annotation, miss: Span) -> int:
        start = Place(word_at(self.article.text, row.start), None, row.id, None, ())
        errand = self.errands.cheapest(start, self._visible(), (), [miss], _DETOUR)
        return _DETOUR + 2 if errand is None else errand.cost

    def _decide(self, row: Annotation) -> None:
        verdict = self.errands.verdict(row)
        if verdict.moves:
            for purpose, key in self.errands.mending(row):
                self.workbench.press(purpose, key)
            return
        wanted = [self.errands.verdict(other) for other in self.errands.group(row)]
        alone = "Ctrl+" if wanted and not _together_is_cheaper(wanted) else ""
        if verdict.span is None:
            self.workbench.press("deciding", f"{alone}Backspace")
        elif verdict.label == row.label:
            self.workbench.press("deciding", f"{alone}Space")
        else:
            self.workbench.press("labels", alone + self.workbench.digits[verdict.label])


class Doubting(Careful):
    """Decides in order of doubt, and stops after a share.

    The share is of all proposals. The rest is left as it is.
    """

    def __init__(self, workbench: Workbench, share: float) -> None:
        super().__init__(workbench)
        self._share = share
        self._due = 0.0
        self._decided = 0
        self.wrong_left = 0
        self.workbench.press("arriving", "D")

    def correct(self, case: Case) -> None:
        """Decide the due proposals of an article, and finish it.

        Count what is wrong afterwards.

        What one article takes too many, since equal ones are decided at once, the next ones have the less.
        """
        self._begin(case)
        navigation = self.workbench.session.navigation
        self._due += self._share * navigation.left
        while self._decided < int(self._due) and navigation.left:
            left = navigation.left
            self._decide(self._next_proposal())
            self._decided += left - navigation.left
        self.wrong_left += len(set(self.workbench.marked().items()) - set(case.gold.items()))
        self.workbench.press("finishing", "Ctrl+Enter")


def _together_is_cheaper(wanted: list[Verdict]) -> bool:
    """Say whether to decide a group at once.

    The group is decided as its first member is; the analyst goes back to those that are otherwise.

    The other way is to decide one by one until the rest of the group is alike.
    """
    decisions = [decision_of(verdict) for verdict in wanted]
    others = sum(1 for decision in decisions if decision != decisions[0])
    alike = 1
    while alike < len(decisions) and decisions[-alike - 1] == decisions[-1]:
        alike += 1
    one_by_one = len(decisions) - alike + 1
    return 1 + others * (1 + _GOING_BACK) <= one_by_one
