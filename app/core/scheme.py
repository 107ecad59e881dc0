"""The label scheme.

Which labels there are, their titles, colours, keys, attributes and guideline text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from app.core.json import shapes
from app.core.message import UserError
from app.core.model import Kind
from app.core.rows.row import Row
from app.core.vocabulary import REGISTERED, AttributeName, AttributeType, LanguageCode

SCHEME_ID = 1
"""The id of the one scheme row in a project."""

LABEL_KEYS = "1234567890-="
"""The keys that labels can have, by their places on the digit row."""

_REGISTERED_OPTION = "registered"
"""The option with the labels of the register, a line each, where one has got another name."""
_MAX_SHORT_CHARS = 7
"""A longer title is cut where it stands above a word."""
_NO_LAST_LETTERS = "аеёиійоуүұыэәөюяьъaeiou -–"
"""What no abbreviation ends with: vowels, signs, and what is between words."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property that annotations of a label can have."""

    name: str
    title: str = ""
    type: str = AttributeType.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A label of entities or claims.

    `kind` is "entity" or "claim"; `key` is one of `LABEL_KEYS` that gives it (with Shift for claims), or "";
    `titles` are its names by language ("ru", "en", "kk"), `short_titles` those that stand above a word; `colour` is
    "#rrggbb", or "" for the palette's own; `guideline` and `examples` are shown on demand.
    """

    name: str
    kind: str = Kind.ENTITY
    key: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    colour: str = ""
    attributes: tuple[Attribute, ...] = ()
    guideline: str = ""
    examples: tuple[str, ...] = ()
    short_titles: tuple[tuple[str, str], ...] = ()

    def title(self, language: str) -> str:
        """Return the label's name in a language.

        Else its English name, else its id.
        """
        titles = dict(self.titles)
        return titles.get(language) or titles.get(LanguageCode.EN) or self.name

    @property
    def holds_value(self) -> bool:
        """Whether its annotations stand for a day, a sum or a share."""
        return any(attribute.name == AttributeName.VALUE for attribute in self.attributes)

    def short_title(self, language: str) -> str:
        """Return the short name that stands above a word.

        It is the one of the scheme, else the title cut to a few letters.
        """
        title = self.title(language)
        given = dict(self.short_titles).get(language)
        return given or (title if len(title) <= _MAX_SHORT_CHARS else _abbreviate(title))


def _abbreviate(title: str) -> str:
    """Cut a title behind a consonant, as Russian abbreviations are."""
    kept = title[: _MAX_SHORT_CHARS - 2].rstrip()
    return (kept.rstrip(_NO_LAST_LETTERS) or kept) + "."


@dataclass(frozen=True, slots=True)
class Scheme(Row):
    """All labels of a project in display order, and its options.

    Options are pairs (name, value).
    """

    labels: tuple[Label, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    id: int = field(default=SCHEME_ID)

    def of_kind(self, kind: str) -> tuple[Label, ...]:
        """Return the labels of one kind, in order."""
        return tuple(label for label in self.labels if label.kind == kind)

    def names_of(self, kind: str) -> tuple[str, ...]:
        """Return the names of the labels of one kind, in order."""
        return tuple(label.name for label in self.of_kind(kind))

    @property
    def registered(self) -> tuple[str, ...]:
        """The labels whose names make records of the register.

        They are those of persons, organisations and places that the scheme has, under the names that it gave them. One
        without these has names of its own: all labels of entities that hold no value.
        """
        wanted = dict.fromkeys((*filter(None, self.option(_REGISTERED_OPTION).split("\n")), *REGISTERED))
        known = tuple(label for label in wanted if self.find(Kind.ENTITY, label) is not None)
        return known or tuple(label.name for label in self.of_kind(Kind.ENTITY) if not label.holds_value)

    def with_registered(self, labels: Iterable[str]) -> Scheme:
        """Return the scheme in which the names of these labels make records."""
        return self.with_option(_REGISTERED_OPTION, "\n".join(labels))

    def find(self, kind: str, name: str) -> Label | None:
        """Return the label of that kind and name."""
        return next((label for label in self.labels if label.kind == kind and label.name == name), None)

    def label(self, kind: str, name: str) -> Label:
        """Return the label of that kind and name.

        It is a bare one where the scheme has none.
        """
        return self.find(kind, name) or Label(name, kind)

    def find_attribute(self, kind: str, name: str) -> Attribute:
        """Return the attribute as labels of a kind define it.

        It is a bare one where none does.
        """
        defined = (one for label in self.of_kind(kind) for one in label.attributes if one.name == name)
        return next(defined, Attribute(name))

    def by_key(self, kind: str, key: str) -> Label | None:
        """Return the label that a digit key gives."""
        return next((label for label in self.labels if label.kind == kind and label.key == key), None)

    def option(self, name: str, default: str = "") -> str:
        """Return the value of a project option."""
        return dict(self.options).get(name, default)

    def with_option(self, name: str, value: str) -> Scheme:
        """Return the scheme with an option set.

        An empty `value` removes it.
        """
        kept = {key: old for key, old in self.options if key != name}
        if value:
            kept[name] = value
        return replace(self, options=tuple(sorted(kept.items())))

    def with_label(self, label: Label) -> Scheme:
        """Return the scheme with `label` added.

        It replaces the label of the same kind and name.
        """
        if self.find(label.kind, label.name) is None:
            return replace(self, labels=(*self.labels, label))
        same = (label.kind, label.name)
        return replace(self, labels=tuple(label if (old.kind, old.name) == same else old for old in self.labels))


_ATTRIBUTE = shapes.record(
    Attribute,
    {
        "name": shapes.name,
        "title": shapes.text,
        "type": shapes.one_of(*AttributeType),
        "choices": shapes.each(shapes.text),
    },
    "name",
)
_LABEL = shapes.record(
    Label,
    {
        "name": shapes.name,
        "kind": shapes.one_of(*Kind),
        "key": shapes.one_of("", *LABEL_KEYS),
        "titles": shapes.pairs,
        "colour": shapes.colour,
        "attributes": shapes.each(_ATTRIBUTE),
        "guideline": shapes.text,
        "examples": shapes.each(shapes.text),
        "short_titles": shapes.pairs,
    },
    "name",
)
_SCHEME = shapes.record(Scheme, {"labels": shapes.each(_LABEL), "options": shapes.pairs}, "labels")


def scheme_tree(scheme: Scheme) -> dict[str, Any]:
    """Return a scheme as the tree of a scheme file."""
    return {"labels": [_label_tree(label) for label in scheme.labels], "options": dict(scheme.options)}


def scheme_to_json(scheme: Scheme) -> str:
    """Write a scheme as the text of a scheme file."""
    return json.dumps(scheme_tree(scheme), ensure_ascii=False, indent=2) + "\n"


def scheme_from_json(text: str, name: str = "scheme") -> Scheme:
    """Read the text of a scheme file called `name`.

    Raise UserError that says what is wrong in it.
    """
    try:
        scheme: Scheme = _SCHEME(shapes.parse_json(text), "")
    except shapes.ShapeError as error:
        raise UserError(
            "“{name}” is not a label scheme: {error}.",
            hint="Save a scheme from the program to see the form.",
            name=name,
            error=error.message,
        ) from error
    _refuse_doubles(scheme.labels, name)
    return scheme


def _label_tree(label: Label) -> dict[str, Any]:
    tree = asdict(label)
    tree["titles"], tree["short_titles"] = dict(label.titles), dict(label.short_titles)
    return {key: value for key, value in tree.items() if value not in ("", (), {}, [])}


def _refuse_doubles(labels: tuple[Label, ...], name: str) -> None:
    """Raise UserError where two labels share a name or a key.

    They are labels of one kind.
    """
    seen: set[tuple[str, str]] = set()
    for label in labels:
        for mark in (label.name, *([f"key {label.key}"] if label.key else [])):
            if (label.kind, mark) in seen:
                raise UserError("“{name}” names {what} twice.", hint="Give each label its own.", name=name, what=mark)
            seen.add((label.kind, mark))
