"""The register of a project: its persons, organisations and places with all their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.core.records import Judgement, JudgementKind, RegisterRecord
from app.core.vocabulary import EntityLabel
from app.service.corpus.register.clusters import Clusters
from app.service.corpus.register.likeness import Suggestion, suggest
from app.store import Project
from app.store.index.index_reader import IndexReader, NameEntry

REGISTERED = (EntityLabel.PER, EntityLabel.ORG, EntityLabel.LOC)
"""The labels whose names make records."""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One person, organisation or place. `names` has the best known first; `record` is what the analyst noted."""

    names: tuple[NameEntry, ...]
    record: RegisterRecord | None = None
    mentions: int = field(init=False)
    first: str = field(init=False)
    last: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mentions", sum(name.mentions for name in self.names))
        object.__setattr__(self, "first", min((name.first for name in self.names if name.first), default=""))
        object.__setattr__(self, "last", max(name.last for name in self.names))

    @property
    def name(self) -> str:
        """What it is called: as the analyst wrote it, else its best known name."""
        return (self.record.name if self.record else "") or self.names[0].shown

    @property
    def label(self) -> str:
        return self.names[0].label

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its names, for questions to the index."""
        return tuple(name.key for name in self.names)

    @property
    def record_key(self) -> str:
        """What judgements know it by."""
        return self.names[0].record_key


class Register:
    """The records of a project as names and judgements make them; made anew after a judgement."""

    def __init__(self, project: Project, reader: IndexReader) -> None:
        self._names = reader.names(REGISTERED)
        self._records = {record.key: record for record in project.rows(RegisterRecord)}
        self._clusters = Clusters(
            judgement for judgement in project.rows(Judgement) if judgement.kind is JudgementKind.ENTITY
        )
        self.entries = self._join_names()
        """All records, those with most mentions first."""

    def suggestions(self, label: str) -> Sequence[Suggestion]:
        """Return what may be the same under a label, the surest first."""
        return suggest([name for name in self._names if name.label == label], self._clusters.are_apart)

    def entry_of(self, record_key: str) -> RegisterEntry | None:
        """Return the record that a name belongs to."""
        head = self._clusters.head(record_key)
        found = (entry for entry in self.entries if self._clusters.head(entry.record_key) == head)
        return next(found, None)

    def _join_names(self) -> list[RegisterEntry]:
        groups: dict[str, list[NameEntry]] = defaultdict(list)
        for name in self._names:
            groups[self._clusters.head(name.record_key)].append(name)
        entries = [RegisterEntry(tuple(names), self._find_record(names)) for names in groups.values()]
        return sorted(entries, key=lambda entry: (-entry.mentions, entry.name))

    def _find_record(self, names: Sequence[NameEntry]) -> RegisterRecord | None:
        known = (self._records.get(name.record_key) for name in names)
        return next((record for record in known if record is not None), None)
