"""Find which names an export joins to one register record.

The analyst's judgements decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.core.labelled_names import join_label
from app.core.name_clusters import Clusters
from app.core.records import Judgement, JudgementKind, RegisterRecord
from app.service.article.mentions import mention_key


@dataclass(frozen=True, slots=True)
class JoinedNames:
    """Groups of names by the keys of judgements.

    A name in no group stands alone.
    """

    heads: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """What the analyst calls records, by the keys that they were noted under."""
    labels: dict[str, str] = field(default_factory=dict)
    """The types that the analyst set for records, likewise."""

    def key_of(self, label: str, name: str) -> str:
        """Return what judgements know a name by: equal names share it."""
        return join_label(label, mention_key(name))

    def group_of(self, key: str) -> str:
        """Return what the keys of all names of a record share."""
        return self.heads.get(key, key)

    def name_of(self, keys: Iterable[str]) -> str:
        """Return what the analyst calls the record of some keys.

        The first key with a name counts. Return "" if none has one.
        """
        return next((self.names[key] for key in keys if key in self.names), "")

    def label_of(self, keys: Iterable[str]) -> str:
        """Return the type that the analyst set for a record.

        The first key with a type counts. Return "" if none has one.
        """
        return next((self.labels[key] for key in keys if key in self.labels), "")


def join_names(judgements: Iterable[Judgement], records: Iterable[RegisterRecord]) -> JoinedNames:
    """Return the names that are joined, renamed or given a type.

    Judgements join names; what was noted of their records names them.
    """
    judged = [row for row in judgements if row.kind is JudgementKind.ENTITY]
    noted = list(records)
    clusters = Clusters(judged)
    keys = {key for row in judged for key in (row.left, row.right) if len(clusters.members(key)) > 1}
    return JoinedNames(
        {key: clusters.head(key) for key in sorted(keys)},
        {record.key: record.name for record in noted if record.name},
        {record.key: record.label for record in noted if record.label},
    )
