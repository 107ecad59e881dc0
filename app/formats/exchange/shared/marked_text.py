"""A text with marks and links.

The form in which other tools see an annotated article.

A claim is a mark. Each of its roles is a mark of its own, which a link of the role's name leads to.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.message import Message
from app.core.span import Pieces

PART = "part"
"""The name of links from the first piece of an annotation to the others, in formats that know no gaps."""


class MarkKind:
    """Values of the field `kind` of a mark; an entity has none."""

    CLAIM = "claim"
    ROLE = "role"
    PART = "part"


@dataclass(slots=True)
class Mark:
    """One marked span: its label, what is known of it, and notes.

    `values` has the names of the fields of an annotation, and "kind"; `attributes` are those of the label; a note is
    a dictionary of "text", "author", "created" and "changed". Pieces are code points of the text.
    """

    id: str
    label: str
    pieces: Pieces
    values: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    notes: list[dict[str, str]] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def stop(self) -> int:
        return self.pieces[-1].stop


@dataclass(frozen=True, slots=True)
class Link:
    """A named link from one mark to another, by their ids."""

    name: str
    source: str
    target: str


@dataclass(slots=True)
class MarkedText:
    """A text with its marks, links, article fields and notes.

    `fields` has the names of the fields of an article. `lost` says what a reader could not take in.
    """

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[dict[str, str]] = field(default_factory=list)
    lost: list[Message] = field(default_factory=list)
