"""The persons of a text who are named without speaking.

A pronoun can stand for them as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.core.model import Annotation
from app.core.span import Span
from app.core.vocabulary import ClaimForm, EntityLabel
from app.nlp.claims.draft import Draft
from app.nlp.claims.speakers.pronouns import MAX_CHARS_TO_PRONOUN
from app.nlp.text.interval_index import IntervalIndex, index_spans


class Bystanders:
    """Persons outside of direct speech, and subjects among them.

    The subjects are those of what nobody says.
    """

    def __init__(self, text: str, entities: Sequence[Annotation], drafts: Sequence[Draft]) -> None:
        direct = index_spans(piece for draft in drafts if draft.form == ClaimForm.DIRECT for piece in draft.pieces)
        claimed = index_spans(piece for draft in drafts if draft.form != ClaimForm.REPORTED for piece in draft.pieces)
        speakers = index_spans(draft.speaker for draft in drafts if draft.speaker)
        persons = [one for one in entities if one.label == EntityLabel.PER and not direct.overlapping(one.span)]
        self._named = IntervalIndex(persons, lambda one: one.span)
        self._subjects = IntervalIndex(
            [
                one
                for one in persons
                if one.words(text) == one.normal
                and not claimed.overlapping(one.span)
                and not speakers.overlapping(one.span)
            ],
            lambda one: one.span,
        )

    def find_named(self, place: int) -> list[Annotation]:
        """Return the persons named near before `place`, in any case."""
        return self._named.overlapping(Span(max(0, place - MAX_CHARS_TO_PRONOUN), place))

    def find_subjects(self, place: int) -> list[Annotation]:
        """Return the persons named before `place` in the nominative.

        They stand near, in words that are nobody's claim.
        """
        return self._subjects.overlapping(Span(max(0, place - MAX_CHARS_TO_PRONOUN), place))
