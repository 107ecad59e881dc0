"""Drop needless proposals: what the article already says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span, iou
from app.service.article.annotation_index import AnnotationIndex

_MIN_SAME_IOU = 0.8
"""From this overlap on two claims with the same reporting cue are the same one."""

Place = tuple[Kind, str, tuple[Span, ...]]


def find_place(row: Annotation) -> Place:
    """Return the key that equal proposals of two taggings share."""
    return (row.kind, row.label, row.pieces)


class ProposalFilter:
    """Compares the proposals of one tagging with the annotations that stay.

    `still_open` has the places of an earlier tagging's proposals that nobody decided: they stood beside everything
    that was decided, so they are other annotations, and stay where they are proposed again.
    """

    def __init__(
        self, staying: Iterable[Annotation], proposals: Iterable[Annotation], still_open: Collection[Place]
    ) -> None:
        rows, proposed = list(staying), list(proposals)
        self._staying = AnnotationIndex(rows)
        self._still_open = still_open
        in_place = set(_find_in_place(rows, proposed, still_open))
        self._moved = {row.id for row in rows if row.id not in in_place and _may_be_moved(row)}
        answered = {(row.kind, row.span) for row in rows if row.id in in_place}
        new = [row for row in proposed if find_place(row) not in still_open and (row.kind, row.span) not in answered]
        self._sources = _find_sources([row for row in rows if row.id in self._moved], new)

    def is_needless(self, proposal: Annotation) -> bool:
        """Say whether an annotation says the same as a proposal.

        Or was made from it.
        """
        place = find_place(proposal)
        if place in self._still_open:
            return False
        beside = self._staying.overlapping(proposal.span)
        return place in self._sources or any(self._says_same(old, proposal) for old in beside)

    def _says_same(self, old: Annotation, new: Annotation) -> bool:
        """Compare one that stays with a proposal.

        A decision covers its place exactly. What somebody else proposed makes only an equal proposal needless.
        """
        if old.kind is not new.kind:
            return False
        if old.span == new.span:
            return old.status.is_decided or old.label == new.label
        if old.status is Status.PROPOSED:
            return False
        return self._is_same_claim(old, new) if new.kind is Kind.CLAIM else self._is_same_mention(old, new)

    def _is_same_claim(self, old: Annotation, new: Annotation) -> bool:
        """Say whether two claims at different places are one.

        They are with nearly equal outer spans and the same cue. One whose boundary somebody set by hand stands for all
        that it overlaps with the same cue. A claim with a cue or a speaker of its own is another one, also inside.
        """
        cue = _find_cue(new)
        is_same_source = _find_cue(old) == cue and not (cue is None and _has_other_speaker(old, new))
        return is_same_source and (iou(old.span, new.span) >= _MIN_SAME_IOU or old.id in self._moved)

    def _is_same_mention(self, old: Annotation, new: Annotation) -> bool:
        """Say whether two entities that overlap at different places are one.

        A rejected one covers its own place alone. Of two that cross only one can be right. One inside the other is
        another mention where it has another label, or where the tagger proposes both.
        """
        if old.status is Status.REJECTED:
            return False
        is_nested = old.span.contains(new.span) or new.span.contains(old.span)
        return not is_nested or (old.id in self._moved and old.label == new.label)


def _find_in_place(
    rows: Iterable[Annotation], proposed: Iterable[Annotation], still_open: Collection[Place]
) -> Iterator[int]:
    """Yield the ids of decided rows that the tagger proposes again.

    One for each proposal. Where more rows stand than are proposed, somebody moved a boundary there: one that was
    corrected.
    """
    labels: dict[tuple[Kind, Span], list[str]] = defaultdict(list)
    for row in proposed:
        if find_place(row) not in still_open:
            labels[row.kind, row.span].append(row.label)
    there: dict[tuple[Kind, Span], list[Annotation]] = defaultdict(list)
    for row in rows:
        if row.status.is_decided:
            there[row.kind, row.span].append(row)
    for place, known in labels.items():
        ranked = sorted(there[place], key=lambda row: (row.status is Status.CORRECTED, row.label not in known))
        yield from (row.id for row in ranked[: len(known)])


def _may_be_moved(row: Annotation) -> bool:
    """Say whether an annotation may come from one of the proposals.

    It stands beside them. A claim of the tagger's that was accepted has the boundary of an earlier tagging.
    """
    if row.status not in (Status.ACCEPTED, Status.CORRECTED):
        return False
    return row.kind is Kind.ENTITY or row.status is Status.CORRECTED or row.origin is not Origin.PRETAG


def _find_sources(moved: Iterable[Annotation], new: Iterable[Annotation]) -> set[Place]:
    """Return the places of proposals that moved annotations came from.

    Each from one, the most alike first.
    """
    by_cue = _group_by_cue(new)
    mentions = AnnotationIndex(replace(row, id=number) for number, row in enumerate(new) if row.kind is Kind.ENTITY)
    pairs = []
    for old in moved:
        is_claim = old.kind is Kind.CLAIM
        for row in by_cue.get(_find_cue(old), ()) if is_claim else mentions.overlapping(old.span):
            likeness = (
                old.label == row.label or is_claim,
                -_count_between(old.span, row.span),
                iou(old.span, row.span),
            )
            pairs.append((likeness, old.id, find_place(row)))
    taken: set[int] = set()
    sources: set[Place] = set()
    for _, number, place in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        if number not in taken and place not in sources:
            taken.add(number)
            sources.add(place)
    return sources


def _group_by_cue(rows: Iterable[Annotation]) -> Mapping[Span | None, list[Annotation]]:
    """Return the claims among `rows` that have a cue, by its span."""
    claims: dict[Span | None, list[Annotation]] = defaultdict(list)
    for row in rows:
        cue = _find_cue(row)
        if cue is not None:
            claims[cue].append(row)
    return claims


def _count_between(one: Span, other: Span) -> int:
    """Return the code points between two spans, 0 where they touch."""
    return max(one.start - other.stop, other.start - one.stop, 0)


def _find_cue(claim: Annotation) -> Span | None:
    cue = claim.cue
    return None if cue is None else cue.span


def _has_other_speaker(old: Annotation, new: Annotation) -> bool:
    """Say whether a claim has a speaker that another lacks."""
    was, now = old.speaker, new.speaker
    return now is not None and (was is None or was.span != now.span)
