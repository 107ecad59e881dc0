"""Say what speaks against joining records that the analyst ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from app.core.records import Judgement
from app.service.corpus.register.judging import find_kept_apart
from app.service.corpus.register.likeness import suggest
from app.service.corpus.register.register import RegisterEntry
from app.store import Project
from app.store.index.name_reader import NameEntry


@dataclass(frozen=True, slots=True)
class JoinDoubts:
    """Why records may not be the same.

    `judged` keeps them apart so far. Nothing in their names links `unlike` to the best known record. `types` are those
    that the records have, where they differ.
    """

    judged: tuple[Judgement, ...] = ()
    unlike: tuple[RegisterEntry, ...] = ()
    types: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.judged or self.unlike or self.types)


def find_join_doubts(project: Project, entries: Sequence[RegisterEntry]) -> JoinDoubts:
    """Return what speaks against joining records; the first is the best known."""
    judged = find_kept_apart(project, [entry.record_key for entry in entries])
    types = tuple(dict.fromkeys(entry.label for entry in entries))
    return JoinDoubts(tuple(judged), tuple(_find_unlike(entries)), types if len(types) > 1 else ())


def _find_unlike(entries: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    """Return the records that no chain of names links to the first."""
    linked, waiting = list(entries[:1]), list(entries[1:])
    for known in linked:
        found = [entry for entry in waiting if _are_alike(known, entry)]
        linked += found
        waiting = [entry for entry in waiting if entry not in found]
    return waiting


def _are_alike(left: RegisterEntry, right: RegisterEntry) -> bool:
    own = {name.record_key for name in left.names}

    def is_within_one(one: str, other: str) -> bool:
        return (one in own) == (other in own)

    has_whole = any(_is_within(*pair) for pair in product(left.names, right.names))
    return has_whole or bool(suggest((*left.names, *right.names), is_within_one))


def _is_within(one: NameEntry, other: NameEntry) -> bool:
    """Say whether all words of one name stand in the other.

    A part of them says little: two ministries share a word, and so do two persons.
    """
    words, others = set(one.key.split()), set(other.key.split())
    return words <= others or others <= words
