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
    """What the analyst calls a record, by the head of its group."""

    def group_of(self, label: str, name: str) -> str:
        """Return what all names of a record share.

        Return the name itself where nothing was judged or noted of it.
        """
        return self.heads.get(join_label(label, mention_key(name)), name) if self.heads else name

    def name_of(self, group: str) -> str:
        """Return what the analyst calls a record.

        Return "" if it has no name of its own.
        """
        return self.names.get(group, "")


def join_names(judgements: Iterable[Judgement], records: Iterable[RegisterRecord]) -> JoinedNames:
    """Return the names that are joined or renamed.

    Judgements join names; the analyst renames them.
    """
    judged = [row for row in judgements if row.kind is JudgementKind.ENTITY]
    renamed = [row for row in records if row.name]
    clusters = Clusters(judged)
    keys = {key for row in judged for key in (row.left, row.right) if len(clusters.members(key)) > 1}
    heads = {key: clusters.head(key) for key in (*sorted(keys), *(record.key for record in renamed))}
    names = {clusters.head(record.key): record.name for record in reversed(renamed)}
    return JoinedNames(heads, names)
