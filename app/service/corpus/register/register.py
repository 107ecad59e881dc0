"""The register of a project.

It has its persons, organisations and places, or what its own labels name, with all their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.labelled_names import split_label
from app.core.model import Kind
from app.core.name_clusters import Clusters
from app.core.records import Judgement, JudgementKind, RegisterRecord
from app.service.corpus.register.likeness import Suggestion, suggest
from app.store import Project
from app.store.index.index_reader import IndexReader
from app.store.index.name_reader import NameEntry


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One person, organisation or place.

    `names` has the best known first. `records` are what the analyst noted, of each joined record one.
    """

    names: tuple[NameEntry, ...]
    records: tuple[RegisterRecord, ...] = ()
    mentions: int = field(init=False)
    first: str = field(init=False)
    last: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mentions", sum(name.mentions for name in self.names))
        object.__setattr__(self, "first", min((name.first for name in self.names if name.first), default=""))
        object.__setattr__(self, "last", max(name.last for name in self.names))

    @property
    def record(self) -> RegisterRecord | None:
        """What the analyst noted first."""
        return self.records[0] if self.records else None

    @property
    def name(self) -> str:
        """The name of the record.

        It is as the analyst wrote it, else its best known name.
        """
        return next((record.name for record in self.records if record.name), "") or self.names[0].shown

    @property
    def aliases(self) -> tuple[str, ...]:
        """All other names."""
        return tuple(name.shown for name in self.names if name.shown != self.name)

    @property
    def note(self) -> str:
        """The notes of all its records."""
        return "\n".join(record.note for record in self.records if record.note)

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """The external ids of all its records."""
        return tuple(dict.fromkeys(pair for record in self.records for pair in record.identifiers))

    @property
    def label(self) -> str:
        """The type that the analyst set, else that of the names."""
        return next((record.label for record in self.records if record.label), self.mention_label)

    @property
    def mention_label(self) -> str:
        """The label of its best known name."""
        return self.names[0].label

    @property
    def labelled_keys(self) -> tuple[tuple[str, str], ...]:
        """The (key, label) of its names, for questions to the index."""
        return tuple((name.key, name.label) for name in self.names)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its names, for questions to the index."""
        return tuple(name.key for name in self.names)

    @property
    def record_key(self) -> str:
        """What judgements know it by."""
        return self.names[0].record_key


class Register:
    """The records of a project.

    Names and judgements make them; `refresh` it after a judgement.
    """

    def __init__(self, project: Project, reader: IndexReader) -> None:
        self._project, self._reader = project, reader
        self.labels = project.scheme().registered
        """The types that records can have."""
        self._names = reader.names.entries(self.labels)
        self._suggested: dict[str, list[Suggestion]] = {}
        self._articles: dict[frozenset[tuple[str, str]], int] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read anew what was judged and noted."""
        self._records = {record.key: record for record in self._project.rows(RegisterRecord)}
        self.clusters = Clusters(
            judgement for judgement in self._project.rows(Judgement) if judgement.kind is JudgementKind.ENTITY
        )
        self.entries = join_entries(self._names, self.clusters, self._records)
        """All records, those with most mentions first."""
        self._by_head = {self.clusters.head(entry.record_key): entry for entry in self.entries}

    def suggestions(self, label: str) -> Sequence[Suggestion]:
        """Return what may be the same under a label, the surest first.

        Those that were judged, or whose external ids differ, are left out.
        """
        if label not in self._suggested:
            names = [name for name in self._names if name.label == label]
            self._suggested[label] = suggest(names, lambda *_: False)
        return [
            one
            for one in self._suggested[label]
            if not self.clusters.are_apart(one.left.record_key, one.right.record_key) and not self._have_other_ids(one)
        ]

    def entry_of(self, record_key: str) -> RegisterEntry | None:
        """Return the record that a name belongs to."""
        return self._by_head.get(self.clusters.head(record_key))

    def shown_name(self, record_key: str) -> str:
        """Return a name as it is shown."""
        entry = self.entry_of(record_key)
        names = entry.names if entry is not None else ()
        found = (name.shown for name in names if name.record_key == record_key)
        return next(found, split_label(record_key, self._project.scheme().names_of(Kind.ENTITY))[1])

    def articles_of(self, entry: RegisterEntry) -> int:
        """Return in how many articles a record is named."""
        if len(entry.names) == 1:
            return entry.names[0].articles
        names = frozenset(entry.labelled_keys)
        if names not in self._articles:
            self._articles[names] = self._reader.names.count_articles(sorted(names))
        return self._articles[names]

    def _have_other_ids(self, suggestion: Suggestion) -> bool:
        pair = (self.entry_of(suggestion.left.record_key), self.entry_of(suggestion.right.record_key))
        return bool(differing_identifiers([entry for entry in pair if entry is not None]))


def join_entries(
    names: Sequence[NameEntry], clusters: Clusters, records: Mapping[str, RegisterRecord]
) -> list[RegisterEntry]:
    """Return the records that names make, those with most mentions first.

    The best known names come first; `records` are by the keys of names.
    """
    groups: dict[str, list[NameEntry]] = defaultdict(list)
    for name in names:
        groups[clusters.head(name.record_key)].append(name)
    entries = [RegisterEntry(tuple(joined), _find_records(joined, records)) for joined in groups.values()]
    return sorted(entries, key=lambda entry: (-entry.mentions, entry.name))


def _find_records(names: Sequence[NameEntry], records: Mapping[str, RegisterRecord]) -> tuple[RegisterRecord, ...]:
    known = (records.get(name.record_key) for name in names) if records else ()
    return tuple(record for record in known if record is not None)


def differing_identifiers(entries: Sequence[RegisterEntry]) -> str:
    """Return a system in which records have different external ids.

    Return "" if there is none.
    """
    known: dict[str, str] = {}
    for system, number in (pair for entry in entries for pair in entry.identifiers):
        if known.setdefault(system, number) != number:
            return system
    return ""
