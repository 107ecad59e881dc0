"""Which names stand for the same, by what was judged.

Names are joined by live judgements "same" alone. "Different" and "unsure" keep every two names of two clusters apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.records import Judgement, JudgementValue

_APART = frozenset({JudgementValue.DIFFERENT, JudgementValue.UNSURE})


class Clusters:
    """The names that live judgements join and keep apart."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._parents: dict[str, str] = {}
        live = [judgement for judgement in judgements if judgement.is_live]
        for judgement in live:
            if judgement.value is JudgementValue.SAME:
                self._join(judgement.left, judgement.right)
        self._members: dict[str, list[str]] = {}
        for key in self._parents:
            self._members.setdefault(self.head(key), []).append(key)
        self._kept_apart = {
            frozenset((self.head(judgement.left), self.head(judgement.right)))
            for judgement in live
            if judgement.value in _APART
        }

    def head(self, key: str) -> str:
        """Return the name that stands for a name's cluster.

        It is the same for all names of the cluster.
        """
        while (parent := self._parents.get(key, key)) != key:
            self._parents[key] = self._parents.get(parent, parent)
            key = parent
        return key

    def members(self, key: str) -> Sequence[str]:
        """Return all names of the cluster of a name, itself too."""
        return self._members.get(self.head(key), (key,))

    def are_apart(self, left: str, right: str) -> bool:
        """Say whether two names must not be suggested.

        They are of one cluster, or judged apart.
        """
        heads = frozenset((self.head(left), self.head(right)))
        return len(heads) == 1 or heads in self._kept_apart

    def _join(self, left: str, right: str) -> None:
        first, second = sorted((self.head(left), self.head(right)))
        self._parents.setdefault(first, first)
        self._parents[second] = first
