"""From drafts to annotations: roles, figures and due dates."""

from __future__ import annotations

import re
from datetime import date

from app.core.model import Annotation, Kind, Origin, Role
from app.core.span import Span
from app.core.vocabulary import AttributeName, ClaimForm, ClaimLabel, EntityLabel, RoleName
from app.nlp.claims.draft import Draft
from app.nlp.text.interval_index import IntervalIndex

_ISO_DATE = re.compile(r"\d{4}(?:-\d\d)*$")
_FIGURES = (EntityLabel.MONEY, EntityLabel.PERCENT, EntityLabel.NUMBER)


def make_annotation(draft: Draft, name: str, entities: IntervalIndex[Annotation], day: date | None) -> Annotation:
    """Return the claim as the project keeps it.

    `name` is what its speaker is called.
    """
    roles = []
    if draft.speaker is not None:
        roles.append(Role(RoleName.SPEAKER, draft.speaker, name))
    if draft.cue is not None:
        roles.append(Role(RoleName.CUE, draft.cue))
    return Annotation(
        id=0,
        article_id=0,
        kind=Kind.CLAIM,
        label=draft.kind,
        pieces=draft.pieces,
        origin=Origin.PRETAG,
        rule=draft.rule.id,
        confidence=_find_confidence(draft),
        attributes=_make_attributes(draft, entities, day),
        roles=tuple(roles),
    )


def _find_confidence(draft: Draft) -> float:
    """Return how often the rule of a draft is right.

    Speech without a verb that reports it is right less often.
    """
    precision = draft.rule.precision
    return precision * 0.7 if draft.form == ClaimForm.DIRECT and draft.cue is None else precision


def _make_attributes(
    draft: Draft, entities: IntervalIndex[Annotation], day: date | None
) -> tuple[tuple[str, str], ...]:
    inside = [
        entity
        for piece in draft.pieces
        for entity in entities.overlapping(piece)
        if Span(piece.start, piece.stop + 1).contains(entity.span)  # the stop of «2027 г.» ends the sentence as well
    ]
    values = [(entity.label, value) for entity in inside if (value := entity.attribute(AttributeName.VALUE))]
    found: dict[str, str] = {AttributeName.FORM: draft.form}
    figures = dict.fromkeys(value for label, value in values if label in _FIGURES)
    if figures:
        found[AttributeName.FIGURES] = "; ".join(figures)
    due = _find_due_date([value for label, value in values if label == EntityLabel.DATE], day)
    if due and draft.kind != ClaimLabel.STATEMENT:
        found[AttributeName.DUE] = due
    return tuple(sorted(found.items()))


def _find_due_date(dates: list[str], day: date | None) -> str:
    """Return when a promise, forecast or demand falls due.

    It is the last date that is not past when the article appears.
    """
    if day is None:
        return ""
    ends = [value.split("/")[-1] for value in dates]
    ahead = [end for end in ends if _ISO_DATE.match(end) and end >= day.isoformat()[: len(end)]]
    return max(ahead, default="")
