"""Many drafts to one list of claims: doubles go, layers stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.core.span import Span, iou, reading_order
from app.nlp.claims.draft import Draft

_UNPARSED = ("claim.headline/1", "claim.backward/1")


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the claims in reading order, each once.

    Of two that nearly share a span the one with a cue stays, then the one with a speaker; both stay where two
    different cues report them (layers). A forecast in the paper's voice gives way to whoever reports it.
    """
    found = _informed(list(drafts))
    kept: list[Draft] = []
    for draft in sorted(found, key=_weight, reverse=True):
        if not any(_repeats(draft, other) for other in kept) and not any(_goes_on(draft, other) for other in found):
            kept.append(draft)
    return sorted(kept, key=lambda draft: reading_order(draft.hull))


def _informed(drafts: list[Draft]) -> list[Draft]:
    """Give claims without syntax of their own the kind that the paper's own voice would have there."""
    outlooks = [draft for draft in drafts if draft.form == "reported"]
    return [
        replace(draft, kind=outlook.kind) if draft.kind == "statement" and outlook is not None else draft
        for draft in drafts
        for outlook in [_outlook_of(draft, outlooks)]
    ]


def _outlook_of(draft: Draft, outlooks: list[Draft]) -> Draft | None:
    if draft.rule not in _UNPARSED:
        return None
    return next((outlook for outlook in outlooks if outlook.hull.overlaps(draft.hull)), None)


def _weight(draft: Draft) -> tuple[int, int, int]:
    return (draft.form != "reported", draft.form == "direct", (draft.cue is not None) + (draft.speaker is not None))


def _repeats(draft: Draft, other: Draft) -> bool:
    """Say whether `draft` says again what `other`, which weighs no less, already says."""
    if draft.form == "reported":
        return draft.hull.overlaps(other.hull)
    if draft.cue is not None and other.cue is not None and not draft.cue.overlaps(other.cue):
        return draft.pieces == other.pieces and draft.speaker == other.speaker
    if draft.cue == other.cue and draft.cue is not None:
        return _shared(draft.hull, other.hull) > 0
    return iou(draft.hull, other.hull) > 0.7


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Say whether `draft` only goes on with what the speaker of `other` says: «заявил, что знает и надеется, что …»."""
    if draft is other or draft.names_speaker or draft.cue is None:
        return False
    return any(piece.contains(draft.cue) for piece in other.pieces) and not (
        draft.speaker is not None and any(piece.contains(draft.speaker) for piece in other.pieces)
    )


def _shared(one: Span, other: Span) -> int:
    return min(one.stop, other.stop) - max(one.start, other.start)
