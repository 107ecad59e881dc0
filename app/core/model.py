"""Articles, annotations and notes: frozen values, rows of the project."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.message import Message
from app.core.records import ClaimPlace
from app.core.rows.packed import Packed
from app.core.rows.row import Row
from app.core.rows.row_copies import compile_copy
from app.core.rows.slot_filling import fill_slots
from app.core.span import Pieces, Span, covered, outer_span
from app.core.vocabulary import AttributeName, RoleName


class Kind(StrEnum):
    """What an annotation marks."""

    ENTITY = "entity"
    CLAIM = "claim"


class Status(StrEnum):
    """What has been decided about an annotation."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"

    @property
    def is_decided(self) -> bool:
        return self is not Status.PROPOSED

    @property
    def is_live(self) -> bool:
        """Whether an annotation counts: what is rejected does not."""
        return self is not Status.REJECTED


class Origin(StrEnum):
    """Where an annotation came from."""

    PRETAG = "pretag"
    IMPORT = "import"
    MANUAL = "manual"
    SPREAD = "spread"


class Progress(StrEnum):
    """How far an article has come.

    One that is skipped needs no work.
    """

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class Priority(StrEnum):
    """How soon an article is to be worked on."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """The place in the order of priorities, the lowest 0."""
        return _PRIORITIES.index(self)


_PRIORITIES = tuple(Priority)


@fill_slots
@dataclass(frozen=True, slots=True)
class Role(Packed):
    """A span that plays a part in a claim.

    `name` is a `RoleName`; `normal` is its resolved name, or "".
    """

    name: str
    span: Span
    normal: str = ""

    def words(self, text: str) -> str:
        """Return the words of the role in `text`."""
        return text[self.span.start : self.span.stop]

    def shown_name(self, text: str) -> str:
        """Return the resolved name of a speaker, else the words in `text`."""
        return self.normal or self.words(text)


@fill_slots
@dataclass(frozen=True, slots=True)
class Article(Row):
    """The list row of an article.

    Its text is a `Body` of the same id. `key` is the article's id where it came from (a file's stem, or a JSONL id);
    `digest` recognises it when it comes again (see `text_digest`); `length` is that of the text; `language` is "ru",
    "kk" or ""; `remark` says why it is flagged or skipped, or is "". `finished` is when somebody marked it done, None
    where it is not done or came so. `tags` are the analyst's own words for it, sorted, each once.
    """

    id: int
    title: str = ""
    date: date | None = None
    source: str = ""
    url: str = ""
    key: str = ""
    progress: Progress = Progress.OPEN
    digest: str = ""
    length: int = 0
    language: str = ""
    is_flagged: bool = False
    remark: str = ""
    finished: datetime | None = None
    tags: tuple[str, ...] = ()
    priority: Priority = Priority.NORMAL

    def placed(self, number: int, length: int, language: str) -> Article:
        """Return this article with an id, its length and its language.

        `language` counts where the article names none.
        """
        copy: Article = _place_article(self, number, length, self.language or language)
        return copy


_place_article = compile_copy(Article, "id", "length", "language")


@fill_slots
@dataclass(frozen=True, slots=True)
class Body(Row):
    """The text of the article with the same id. It never changes."""

    id: int
    text: str


@fill_slots
@dataclass(frozen=True, slots=True)
class Annotation(Row):
    """One mention of an entity, or one claim.

    `id` and `article_id` are 0 until the annotation is placed in a project; inside a `Document` they are local.
    `rule` names what made a pre-tag, with its version ("ner/1"). `confidence` is a probability, None if unknown.
    `normal` is the normal form of an entity. `attributes` are pairs (name, value), sorted by name: a claim has
    "form" (direct, indirect, reported); dates, sums and shares have "value"; `Scheme` may define more.
    Times are aware, in UTC.
    """

    id: int
    article_id: int
    kind: Kind
    label: str
    pieces: Pieces
    status: Status = Status.PROPOSED
    origin: Origin = Origin.MANUAL
    rule: str = ""
    confidence: float | None = None
    normal: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    roles: tuple[Role, ...] = ()
    author: str = ""
    created: datetime | None = None
    changed: datetime | None = None

    @property
    def span(self) -> Span:
        """The outer span of all pieces."""
        pieces = self.pieces
        return pieces[0] if len(pieces) == 1 else outer_span(pieces)

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def stop(self) -> int:
        return self.pieces[-1].stop

    @property
    def is_live(self) -> bool:
        """Whether the annotation counts: it is not rejected."""
        return self.status.is_live

    @property
    def entity_name(self) -> str:
        """Who or what an entity is.

        The entity that it is linked to, else its normal form, else "".
        """
        return self.attribute(AttributeName.REFERENT) or self.normal

    @property
    def speaker(self) -> Role | None:
        """Who says the claim: the first speaker where there are several."""
        return self.role(RoleName.SPEAKER)

    @property
    def cue(self) -> Role | None:
        """The words that report the claim.

        The first ones where there are several.
        """
        return self.role(RoleName.CUE)

    def role(self, name: str) -> Role | None:
        """Return the first role of that name."""
        for role in self.roles:  # asked a million times by an index: a generator takes twice as long
            if role.name == name:
                return role
        return None

    def attribute(self, name: str, default: str = "") -> str:
        """Return the value of an attribute."""
        for key, value in self.attributes:
            if key == name:
                return value
        return default

    def decided(self, label: str, status: Status, author: str, changed: datetime | None) -> Annotation:
        """Return this annotation with another label and status, by whom and when."""
        copy: Annotation = _decide(self, label, status, author, changed)
        return copy

    def words(self, text: str) -> str:
        """Return the annotated words of `text`."""
        return covered(text, self.pieces)

    def shown_name(self, text: str) -> str:
        """Return the name of an entity, else its words in `text`."""
        return self.entity_name or self.words(text)


_decide = compile_copy(Annotation, "label", "status", "author", "changed")


def reading_key(annotation: Annotation) -> tuple[int, int, int]:
    """Sort key of the reading order.

    By start, the longer first, then by id.
    """
    pieces = annotation.pieces
    return (pieces[0].start, -pieces[-1].stop, annotation.id)


def uncertainty(annotation: Annotation) -> float:
    """Return how likely an annotation is to be wrong.

    One of unknown confidence counts half.
    """
    return 0.5 if annotation.confidence is None else 1.0 - annotation.confidence


def with_attribute(attributes: tuple[tuple[str, str], ...], name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return `attributes` with `name` set to `value`.

    An empty `value` removes it.
    """
    kept = {key: old for key, old in attributes if key != name}
    if value:
        kept[name] = value
    return tuple(sorted(kept.items()))


@fill_slots
@dataclass(frozen=True, slots=True)
class Note(Row):
    """Free text on an annotation, an article or the project.

    On an article `annotation_id` is None, on the project both are.
    """

    id: int
    text: str
    article_id: int | None = None
    annotation_id: int | None = None
    author: str = ""
    created: datetime | None = None
    changed: datetime | None = None


@fill_slots
@dataclass(frozen=True, slots=True)
class Candidate(Row):
    """A likely missed mention, which nothing marks.

    `label` is what it may be, or "". `score` is 0.0 to 1.0, the likeliest highest.
    """

    id: int
    article_id: int
    span: Span
    label: str = ""
    score: float = 0.0


@fill_slots
@dataclass(frozen=True, slots=True)
class Document(Packed):
    """An article with all that belongs to it.

    Files and taggers exchange it. Ids are local to the document. `lost` says what a reader could not take in, in words.
    Rows of a type that files bring along are listed in a field `tuple[TYPE, ...]`: import, offsets and the tests of
    fields follow. `project` are rows that belong to no article, with ids local to the file: the first document of a
    file brings them, and `places` refer to them.
    """

    article: Article
    text: str
    annotations: tuple[Annotation, ...] = ()
    notes: tuple[Note, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    places: tuple[ClaimPlace, ...] = ()
    project: tuple[Row, ...] = ()
    lost: tuple[Message, ...] = ()

    def of_kind(self, kind: Kind) -> Iterator[Annotation]:
        """Yield the annotations of one kind, in their order."""
        return (annotation for annotation in self.annotations if annotation.kind is kind)


def text_digest(title: str, text: str) -> str:
    """Return a digest that recognises an article when it comes again.

    SHA-256 over title and text, with blanks folded.
    """
    folded = " ".join(f"{title}\n{text}".split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()
