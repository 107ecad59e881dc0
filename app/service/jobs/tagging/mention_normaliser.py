"""Normal forms of marked mentions, in a worker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.scheme import Scheme
from app.core.span import Span
from app.service.jobs.tagging.text_tagger import make_tagger


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """Words at a span of a line, with their label."""

    line: str
    span: Span
    label: str


class NormaliseMention:
    """The function that runs in the worker: it yields one normal form."""

    def __init__(self, scheme: Scheme | None = None) -> None:
        self._scheme = Scheme(options=scheme.options if scheme else ())

    def __call__(self, mention: MarkedMention) -> Iterator[str]:
        yield make_tagger(self._scheme).normal_form(mention.line, mention.span, mention.label)
