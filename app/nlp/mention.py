"""A mention on its way through the stages of the tagger."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span
from app.core.vocabulary import AttributeName


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text, what it names, and what found it.

    `rule` is "name/version"; `value` is the normal value of a date, sum, share or number, `precision` that of a date;
    `normal` is the words in their dictionary form (a figure has its value for it), `entity` the canonical name of who
    or what is meant (stored as the attribute "referent").
    """

    span: Span
    label: str
    rule: str
    value: str = ""
    precision: str = ""
    normal: str = ""
    entity: str = ""
    confidence: float | None = None

    def to_annotation(self) -> Annotation:
        """Return the mention as a proposal without an id."""
        named = {
            AttributeName.PRECISION: self.precision,
            AttributeName.REFERENT: self.entity,
            AttributeName.VALUE: self.value,
        }
        return Annotation(
            id=0,
            article_id=0,
            kind=Kind.ENTITY,
            label=self.label,
            pieces=(self.span,),
            status=Status.PROPOSED,
            origin=Origin.PRETAG,
            rule=self.rule,
            confidence=self.confidence,
            normal=self.normal or self.value,
            attributes=tuple((name, value) for name, value in named.items() if value),
        )
