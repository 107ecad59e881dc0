"""Review which records may be the same.

There is one decision for each pair. Each one can be changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.core.records import Judgement, JudgementKind, JudgementValue
from app.service.corpus.register.likeness import Suggestion
from app.service.corpus.register.register import Register, RegisterEntry
from app.store import Project

RECENT_DECISIONS = 20


class Review:
    """The suggestions of a register, those that were skipped last."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._skipped: dict[tuple[str, str], None] = {}
        self.waiting: list[Suggestion] = []
        """The pairs to decide."""
        self.refresh()

    def is_of(self, register: Register) -> bool:
        """Say whether these are the suggestions of a register."""
        return self._register is register

    @property
    def current(self) -> Suggestion | None:
        """The pair to decide, None where none is left."""
        return self.waiting[0] if self.waiting else None

    @property
    def left(self) -> int:
        """How many pairs are left, the skipped ones too."""
        return len(self.waiting)

    @property
    def skipped(self) -> int:
        """How many of the pairs that are left were skipped."""
        return sum(_pair(one) in self._skipped for one in self.waiting)

    def left_of(self, label: str) -> int:
        """Return how many pairs of a label are left."""
        return sum(one.left.label == label for one in self.waiting)

    def sides(self, suggestion: Suggestion) -> tuple[RegisterEntry, RegisterEntry] | None:
        """Return the records of a pair, None where a name is gone."""
        left = self._register.entry_of(suggestion.left.record_key)
        right = self._register.entry_of(suggestion.right.record_key)
        return None if left is None or right is None else (left, right)

    def skip(self) -> None:
        """Put the current pair behind all others."""
        if self.current is not None:
            pair = _pair(self.current)
            self._skipped.pop(pair, None)
            self._skipped[pair] = None
            self.refresh()

    def refresh(self) -> None:
        """Take judged pairs out, and reopened ones in.

        A pair is reopened if its judgement has been taken back.
        """
        found = [one for label in self._register.labels for one in self._register.suggestions(label)]
        places = {pair: place for place, pair in enumerate(self._skipped)}
        self.waiting = sorted(found, key=lambda one: (places.get(_pair(one), -1), -one.score, -one.left.mentions))


def recent_decisions(project: Project, most: int = RECENT_DECISIONS) -> Sequence[Judgement]:
    """Return the last live judgements of names, the newest first."""
    made = [row for row in project.rows(Judgement) if row.is_live and row.kind is JudgementKind.ENTITY]
    made = [row for row in made if row.value is not JudgementValue.SUGGESTED]
    return sorted(made, key=lambda row: -row.id)[:most]


def _pair(suggestion: Suggestion) -> tuple[str, str]:
    return suggestion.left.record_key, suggestion.right.record_key
