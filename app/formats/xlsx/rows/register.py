"""The register of a workbook.

Who and what is named, under which names, how often.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import NamedTuple

from app.formats.export_context import NameGroups, SingleNames
from app.formats.xlsx.rows.sheet_rows import EntityRow
from app.formats.xlsx.values.words import Vocabulary, Words

_MAX_ALIASES = 12
_KEY_NUMBERS = 10**9
"""A key is made of name and label, so that it is the same in the next workbook."""

_NO_LABELS = Words("The label scheme has no labels of names.", "В схеме нет меток для имён.")
_NO_NAMES = Words(
    "No name is labelled as one of these: {labels}.", "Ни одно имя не помечено ни одной из меток: {labels}."
)


class RegisterRow(NamedTuple):
    """One entity with its names, the most frequent first.

    `place` is the row of its first mention.
    """

    number: int
    name: str
    label: str
    aliases: str
    mentions: int
    articles: int
    first: date | None
    last: date | None
    place: str


class _Entry:
    """What is known of one entity while rows go by.

    `names` are its names in words by their keys and labels.
    """

    __slots__ = ("aliases", "article", "articles", "first", "last", "mentions", "names", "place")

    def __init__(self, place: str) -> None:
        self.place = place
        self.aliases = Counter[str]()
        self.names = defaultdict[tuple[str, str], Counter[str]](Counter)
        self.mentions = self.articles = self.article = 0
        self.first: date | None = None
        self.last: date | None = None

    def known_best(self) -> list[tuple[str, str]]:
        """Return the keys and labels of its names, the most mentioned first."""
        return sorted(self.names, key=lambda key: (-self.names[key].total(), key))


class RegisterTally:
    """Count the mentions with some labels by record.

    Names that are `joined` are counted together, whatever their labels.
    """

    def __init__(self, labels: Collection[str], joined: NameGroups | None = None) -> None:
        self._labels, self._joined = labels, joined or SingleNames()
        self._entries: dict[str, _Entry] = {}

    def add(self, row: EntityRow, place: Callable[[], str]) -> None:
        """Count one mention, whose row is at `place()`."""
        annotation = row.annotation
        if annotation.label not in self._labels:
            return
        name = annotation.entity_name or row.words
        key = self._joined.key_of(annotation.label, name)
        group = self._joined.group_of(key)
        entry = self._entries.get(group)
        if entry is None:
            entry = self._entries[group] = _Entry(place())
        entry.mentions += 1
        entry.names[key, annotation.label][name] += 1
        entry.aliases[row.words] += 1
        if entry.article != row.article.id:
            entry.article = row.article.id
            entry.articles += 1
            day = row.article.date
            if day is not None:
                entry.first = min(entry.first or day, day)
                entry.last = max(entry.last or day, day)

    def rows(self) -> Iterator[RegisterRow]:
        """Yield the entities, the most mentioned first."""
        named = [(self._describe(entry), entry) for entry in self._entries.values()]
        for (label, name), entry in sorted(named, key=lambda item: (-item[1].mentions, item[0])):
            aliases = _join_aliases(entry.aliases)
            number = zlib.crc32(f"{label} {name}".encode("utf-8", "surrogatepass")) % _KEY_NUMBERS + 1
            yield RegisterRow(
                number, name, label, aliases, entry.mentions, entry.articles, entry.first, entry.last, entry.place
            )

    def _describe(self, entry: _Entry) -> tuple[str, str]:
        """Return the label and the name of an entity.

        They are what the analyst set, else those of its best known name.
        """
        best, *others = entry.known_best()
        keys = [key for key, _ in (best, *others)]
        names = entry.names[best]
        name = self._joined.name_of(keys) or min(names, key=lambda one: (-names[one], one))
        return self._joined.label_of(keys) or best[1], name


def say_why_empty(labels: Collection[str], words: Vocabulary) -> str:
    """Return why a register of names with some labels has no row."""
    if not labels:
        return _NO_LABELS.say(words.language)
    return _NO_NAMES.say(words.language).format(labels=", ".join(words.entity_labels[label] for label in labels))


def _join_aliases(aliases: dict[str, int]) -> str:
    """Return names with their counts, the most frequent first: "Токаев (3), Токаева"."""
    ordered = sorted(aliases.items(), key=lambda item: (-item[1], item[0]))
    shown = [name if count == 1 else f"{name} ({count})" for name, count in ordered[:_MAX_ALIASES]]
    return ", ".join(shown) + (" …" if len(ordered) > _MAX_ALIASES else "")
