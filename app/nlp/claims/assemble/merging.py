"""Many drafts to one list of claims: doubles go, layers stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.core.span import Span, iou, outer_span, reading_order
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.draft import Draft

_SAME_WORDS = 0.7
"""What two spans share, of all their characters, when they hold the same claim."""


def merge_drafts(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the claims in reading order, each once.

    Of two that nearly share a span the one with a cue stays, then the one with a speaker; both stay where two
    different cues report them (layers). A forecast in the paper's voice gives way to whoever reports it.
    """
    found = [draft for cluster in _group_overlapping(drafts) for draft in _drop_repeats(_inherit_kinds(cluster))]
    return sorted(found, key=lambda draft: reading_order(draft.outer_span))


def _group_overlapping(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    """Yield the drafts in groups that have no word in common.

    Only within one group can drafts repeat each other.
    """
    cluster: list[Draft] = []
    reach = 0
    for draft in sorted(drafts, key=_outer_span):
        if cluster and _outer_span(draft).start >= reach:
            yield cluster
            cluster = []
        cluster.append(draft)
        reach = max(reach, _outer_span(draft).stop)
    if cluster:
        yield cluster


def _outer_span(draft: Draft) -> Span:
    """Return the span from the first to the last word.

    Words of content and cue count.
    """
    return draft.outer_span if draft.cue is None else outer_span((draft.outer_span, draft.cue))


def _drop_repeats(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_rank_draft, reverse=True):
        if not any(_repeats(draft, other) for other in kept) and not any(_continues(draft, other) for other in drafts):
            kept.append(draft)
    return kept


def _inherit_kinds(drafts: list[Draft]) -> list[Draft]:
    """Give unparsed claims the kind of an outlook in their words."""
    outlooks = [draft for draft in drafts if _gives_way(draft)]
    return [
        replace(draft, kind=outlook.kind) if draft.kind == ClaimLabel.STATEMENT and outlook is not None else draft
        for draft in drafts
        for outlook in [_find_outlook(draft, outlooks)]
    ]


def _find_outlook(draft: Draft, outlooks: list[Draft]) -> Draft | None:
    if not draft.rule.takes_kind_of_outlook:
        return None
    return next((outlook for outlook in outlooks if outlook.outer_span.overlaps(draft.outer_span)), None)


def _gives_way(draft: Draft) -> bool:
    """Say whether a claim yields to another one.

    It is a forecast or a plan in the paper's voice.
    """
    return draft.rule.is_papers_voice or (draft.form == ClaimForm.REPORTED and draft.speaker is None)


def _rank_draft(draft: Draft) -> tuple[int, int, int]:
    return (
        not _gives_way(draft),
        draft.form == ClaimForm.DIRECT,
        (draft.cue is not None) + (draft.speaker is not None),
    )


def _repeats(draft: Draft, other: Draft) -> bool:
    """Say whether `draft` says again what `other` says.

    `other` ranks no lower.
    """
    if _gives_way(draft):
        return draft.outer_span.overlaps(other.outer_span)
    if draft.cue is not None and other.cue is not None and not draft.cue.overlaps(other.cue):
        same = draft.pieces == other.pieces and draft.speaker == other.speaker
        return same or (_is_said_inside(draft, other) and iou(draft.outer_span, other.outer_span) > _SAME_WORDS)
    if draft.cue == other.cue and draft.cue is not None:
        return _count_shared_chars(draft.outer_span, other.outer_span) > 0
    return iou(draft.outer_span, other.outer_span) > _SAME_WORDS


def _is_said_inside(draft: Draft, other: Draft) -> bool:
    """Say whether nobody's cue stands in somebody's words.

    Example: «По данным ведомства, ущерб оценивается в 3 млн».
    """
    if draft.speaker is not None or other.speaker is None or draft.cue is None:
        return False
    return any(piece.contains(draft.cue) for piece in other.pieces)


def _continues(draft: Draft, other: Draft) -> bool:
    """Say whether `draft` only continues what the speaker of `other` says.

    Example: «заявил, что знает и надеется, что …».
    """
    if draft is other or draft.names_speaker or draft.cue is None:
        return False
    return any(piece.contains(draft.cue) for piece in other.pieces) and not (
        draft.speaker is not None and any(piece.contains(draft.speaker) for piece in other.pieces)
    )


def _count_shared_chars(one: Span, other: Span) -> int:
    return min(one.stop, other.stop) - max(one.start, other.start)
