"""Offer to repeat a correction elsewhere.

An offer follows after teaching a name, and after the third equal correction.

An offer is found by a search beside the work and stands until it is looked at or refused. It is about mentions that are
still proposed, or words that are untagged.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from psygnal import Signal

from app.core.change import Changed, Step
from app.core.message import Message
from app.core.model import Annotation
from app.service.concordance.hit_stream import HitStream
from app.service.concordance.hits import Hit, HitSearch
from app.service.edits.edit_helpers import edited_project
from app.service.edits.edit_place import Workplace
from app.service.edits.repeats.corrections import (
    Correction,
    CorrectionKind,
    Identity,
    correction_of,
    correction_search,
    read_correction,
)
from app.service.wording import shorten_text

_MIN_EQUAL = 3
"""So many equal corrections bring an offer."""
_MAX_REFUSALS = 2
"""After so many refusals in a row the program offers nothing more by itself."""
_MIN_ACCEPTANCE = 0.8
"""A kind of corrections is not offered any more once less of what it offered was taken."""
_MIN_JUDGED = 5
"""So many mentions must have been looked at before that."""
_MAX_EXAMPLES = 3
_EXAMPLE_CHARS = 14
"""How much of the line an example shows on either side of the words."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What was found elsewhere, so far.

    `reason` says why it is offered. `articles` are the ids of the articles with hits. `repeated` are the identities of
    the correction that is to be repeated, none where a command asked for it.
    """

    search: HitSearch
    reason: Message
    repeated: frozenset[Identity] = frozenset()
    count: int = 0
    articles: frozenset[int] = frozenset()
    examples: tuple[str, ...] = ()

    @property
    def is_asked_for(self) -> bool:
        """Whether it came of a command: to leave it is no refusal."""
        return not self.repeated

    def with_hits(self, hits: list[Hit]) -> Offer:
        """Return the offer with more hits."""
        examples = (*self.examples, *map(_example_of, hits[:_MAX_EXAMPLES]))[:_MAX_EXAMPLES]
        articles = self.articles | {hit.article.id for hit in hits}
        return replace(self, count=self.count + len(hits), articles=articles, examples=examples)

    def message(self, key: str) -> Message:
        """Return the offer in words, with the key that looks at it."""
        count = Message("{n} more", {"n": str(self.count)})
        where = Message("in {n} articles", {"n": str(len(self.articles))})
        args: dict[str, str | Message] = {"reason": self.reason, "count": count, "where": where, "key": key}
        args["examples"] = " · ".join(self.examples)
        return Message("{reason}: {count} {where} — {key} to look ({examples})", args)


class Offers:
    """Counts equal corrections, and holds the current offer.

    The corrections are those of the open project.

    `changed` says that another offer stands, or more was found, or none stands any more.
    """

    changed = Signal()

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self.is_on = True
        """Whether the program offers by itself; what a command asked for is always offered."""
        self.current: Offer | None = None
        self._waiting: Offer | None = None
        self._stream: HitStream | None = None
        self._made: dict[int, Correction] = {}
        """The corrections that still stand, one of each step, by the id of their mention."""
        self._refusals = 0
        self._judged, self._taken = Counter[CorrectionKind](), Counter[CorrectionKind]()
        """How many mentions were looked at and how many of them were taken, by the kind of the correction."""

    @property
    def is_searching(self) -> bool:
        """Whether `poll` has something to do."""
        return self._stream is not None

    def forget(self) -> None:
        """Begin anew with another project."""
        self._made.clear()
        self._judged.clear()
        self._taken.clear()
        self._refusals = 0
        self._drop()

    def read(self, step: Step) -> Correction | None:
        """Return the correction that a step is about to make.

        Several moves of one boundary are one correction.
        """
        open_article = self._place.open_article
        if open_article is None:
            return None
        made = read_correction(step, open_article.text, open_article.article.id)
        earlier = None if made is None else self._made.get(made.after.id)
        if made is None or earlier is None:
            return made
        return correction_of(earlier.before, made.after, open_article.text)

    def count(self, correction: Correction | None) -> None:
        """Count a correction that was made.

        The third equal one is offered elsewhere.
        """
        if correction is None:
            return
        self._made[correction.after.id] = correction
        if not self.is_on or not self._is_trusted(correction.kind):
            return
        if self._count_equal(correction.identities) < _MIN_EQUAL:
            return
        if self.current is not None and self.current.repeated.isdisjoint(correction.identities):
            self.refuse()
        if self._refusals < _MAX_REFUSALS:
            again = Message("“{text}” corrected again", {"text": shorten_text(correction.words)})
            self._search_for(Offer(correction_search(self._place, correction), again, correction.identities))

    def follow(self, changed: Changed) -> None:
        """Forget corrections that were taken back or overtaken."""
        if not self._made:
            return
        for before, after in changed.of(Annotation):
            row = after or before
            made = self._made.get(row.id) if row is not None else None
            if made is not None and (after is None or _stands_otherwise(after, made.after)):
                del self._made[made.after.id]

    def offer(self, search: HitSearch, reason: Message) -> None:
        """Offer what a command is about."""
        self._search_for(Offer(search, reason))

    def poll(self) -> None:
        """Take in what has been found."""
        if self._stream is None:
            return
        is_whole = self._stream.is_ended
        hits = [hit for portion in self._stream.poll() for hit in portion.hits if hit.is_open]
        if hits and self._waiting is not None:
            self._waiting = self.current = self._waiting.with_hits(hits)
            self.changed.emit()
        if is_whole:
            self._stream = None

    def open_current(self) -> HitSearch | None:
        """Return the search of the current offer.

        The offer is then looked at.
        """
        offer = self.current
        self._drop()
        return None if offer is None else offer.search

    def accept(self, offer: Offer, taken: int, looked_at: int) -> None:
        """Note that an offer was taken.

        Also how many of the mentions that were looked at.
        """
        self._refusals = 0
        for kind in {kind for kind, *_ in offer.repeated}:
            was_trusted = self._is_trusted(kind)
            self._taken[kind] += taken
            self._judged[kind] += looked_at
            if was_trusted and not self._is_trusted(kind):
                self._place.notified.emit(
                    Message("Corrections of this kind are not offered any more: too few were taken.")
                )

    def refuse(self) -> bool:
        """Let the offer go; return whether there was one."""
        offer = self.current
        if offer is not None and not offer.is_asked_for:
            self.count_refusal()
        self._drop()
        return offer is not None

    def count_refusal(self) -> None:
        """Note that an offer was left."""
        self._refusals += 1
        if self._refusals == _MAX_REFUSALS:
            self._place.notified.emit(Message("Nothing more is offered by itself until the project is opened again."))

    def _search_for(self, offer: Offer) -> None:
        self._drop()
        self._waiting = offer
        self._stream = HitStream(edited_project(self._place), offer.search.find())
        self.changed.emit()

    def _is_trusted(self, kind: CorrectionKind) -> bool:
        judged = self._judged[kind]
        return judged < _MIN_JUDGED or self._taken[kind] >= _MIN_ACCEPTANCE * judged

    def _count_equal(self, identities: frozenset[Identity]) -> int:
        return sum(not identities.isdisjoint(one.identities) for one in self._made.values())

    def _drop(self) -> None:
        if self._stream is not None:
            self._stream.cancel()
        self._stream = self._waiting = self.current = None
        self.changed.emit()


def _stands_otherwise(row: Annotation, made: Annotation) -> bool:
    return (row.label, row.pieces, row.is_live) != (made.label, made.pieces, made.is_live)


def _example_of(hit: Hit) -> str:
    """Return the words of a hit with some context.

    The context is a little of its line: «в Акорде сообщили».
    """
    before, words, after = hit.line
    head, tail = before[-_EXAMPLE_CHARS:], after[:_EXAMPLE_CHARS]
    head = head.partition(" ")[2] if len(before) > _EXAMPLE_CHARS else head
    tail = tail.rpartition(" ")[0] if len(after) > _EXAMPLE_CHARS else tail
    return " ".join((head + words + tail).split())
