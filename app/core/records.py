"""Rows of a project that stand above its articles.

They are judgements, claim records and verdicts, register records, saved queries and random samples. A judgement is kept
and ended, never rewritten; a verdict is a dated event that a later one follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.rows.row import Row
from app.core.rows.slot_filling import fill_slots


class DueOrigin(StrEnum):
    """Who set when a claim falls due.

    It is the tagger by a rule, or the analyst.
    """

    RULE = "rule"
    ANALYST = "analyst"


class Certainty(StrEnum):
    """How sure a verdict is, apart from what it says."""

    FIRM = "firm"
    LIKELY = "likely"


class Stance(StrEnum):
    """What a piece of evidence does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class JudgementKind(StrEnum):
    """What a judgement compares: names of the register, claims or articles."""

    ENTITY = "entity"
    CLAIM = "claim"
    ARTICLE = "article"


class JudgementValue(StrEnum):
    """What was decided about two names, claims or articles.

    `SUGGESTED` is what a rule proposes, and nobody decided yet.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    SUGGESTED = "suggested"


@fill_slots
@dataclass(frozen=True, slots=True)
class Judgement(Row):
    """Whether two names, two claims or two articles are the same.

    `left` and `right` are keys, the smaller first: "PER токаев" for a name, the id of a record for a claim, the digest
    of an article. `score` is how alike they are, from 0 to 1, None where the analyst brought them together; `reasons`
    says why in words. A live judgement has no `ended`; one that is taken back keeps its row.
    """

    id: int
    kind: JudgementKind = JudgementKind.ENTITY
    left: str = ""
    right: str = ""
    value: JudgementValue = JudgementValue.SUGGESTED
    score: float | None = None
    reasons: str = ""
    author: str = ""
    made: datetime | None = None
    ended: datetime | None = None

    @property
    def is_live(self) -> bool:
        return self.ended is None


@fill_slots
@dataclass(frozen=True, slots=True)
class RegisterRecord(Row):
    """What the analyst knows of a person, organisation or place.

    `key` is that of its best known name, as in a judgement; `identifiers` are pairs (system, id) such as ("wikidata",
    "Q12345") or ("bin", "990140000483").
    """

    id: int
    key: str = ""
    name: str = ""
    label: str = ""
    note: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()


@fill_slots
@dataclass(frozen=True, slots=True)
class ClaimRecord(Row):
    """One claim, wherever it is made.

    `due` is a date or period as in the attribute of a claim; `topic` is what the analyst files it under; `watched` is
    when somebody last looked and found nothing new.
    """

    id: int
    kind: str = ""
    summary: str = ""
    speaker: str = ""
    due: str = ""
    due_origin: DueOrigin = DueOrigin.RULE
    topic: str = ""
    watched: datetime | None = None


@fill_slots
@dataclass(frozen=True, slots=True)
class ClaimPlace(Row):
    """An annotation that makes the claim of a record.

    One whose annotation is gone is passed over, and counts again when an undo brings the annotation back.
    """

    id: int
    annotation_id: int
    record_id: int


@fill_slots
@dataclass(frozen=True, slots=True)
class Verdict(Row):
    """What was found of a claim on a day.

    `value` belongs to a scale of that `scale_version`: see `app.core.verdict_scales`. It is never changed: the next one
    follows.
    """

    id: int
    record_id: int
    value: str = ""
    scale: str = ""
    scale_version: int = 1
    certainty: Certainty = Certainty.FIRM
    day: date | None = None
    note: str = ""
    author: str = ""
    made: datetime | None = None


@fill_slots
@dataclass(frozen=True, slots=True)
class Evidence(Row):
    """A source for a verdict.

    It holds the address, what the source says, and when it was published and seen.
    """

    id: int
    verdict_id: int
    url: str = ""
    quote: str = ""
    published: date | None = None
    seen: date | None = None
    stance: Stance = Stance.SUPPORTS


class QueryPlace(StrEnum):
    """Where a saved query was made.

    In the search, or as a filter of the article list.
    """

    SEARCH = "search"
    LIST = "list"


@fill_slots
@dataclass(frozen=True, slots=True)
class SavedQuery(Row):
    """A query under a name, which is a queue to work through.

    One of the article list can be searched for too: its fields are those of a query.
    """

    id: int
    name: str = ""
    query: str = ""
    place: QueryPlace = QueryPlace.SEARCH


class SampleUnit(StrEnum):
    """What a sample was drawn from."""

    ARTICLES = "articles"
    ANNOTATIONS = "annotations"


@fill_slots
@dataclass(frozen=True, slots=True)
class Sample(Row):
    """A random sample by which the tagger is measured.

    `members` are the ids of its articles or annotations in the order of drawing, and `population` is how many there
    were to draw from: those that fitted `query`. The same `seed` draws the same ones of the same population. In a
    sample of articles pre-tags are hidden until the article is done where `is_hidden`. In a file, `members` are
    words that name them anywhere.
    """

    id: int
    unit: SampleUnit = SampleUnit.ARTICLES
    is_hidden: bool = False
    seed: int = 0
    query: str = ""
    population: int = 0
    members: str = ""
    author: str = ""
    made: datetime | None = None

    @property
    def member_ids(self) -> tuple[int, ...]:
        """The ids of the members, in the order of drawing."""
        return tuple(int(word) for word in self.members.split() if word.isdecimal())
