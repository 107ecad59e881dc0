"""Tag texts in a worker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.core.message import Message
from app.core.model import Annotation, Candidate
from app.core.scheme import Scheme
from app.service.jobs.workers.replies import Alive, Limits
from app.service.project.taught_names import names_of, takes_country

if TYPE_CHECKING:
    from app.nlp.pipeline import Tagger

TAGGING_LIMITS = Limits(silence_s=120)
"""What one text may cost; each part of a long one counts as a sign of life, the loading of the models does not."""


@dataclass(frozen=True, slots=True)
class TagItem:
    """A text on its way to the tagger."""

    text: str
    date: dt.date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tagger says about a text."""

    annotations: tuple[Annotation, ...]
    candidates: tuple[Candidate, ...]
    language: str
    skipped: tuple[Message, ...]


class TagText:
    """The function that runs in the worker.

    A process has one tagger, whose models load with the first text. What the project asks of it is in the options of
    its scheme, see `app.service.project.taught_names`.
    """

    def __init__(self, scheme: Scheme | None = None) -> None:
        self._scheme = Scheme(options=scheme.options if scheme else ())

    def __call__(self, item: TagItem) -> Iterator[Tags | Alive]:
        for tagging in make_tagger(self._scheme).tag_parts(item.text, item.date, item.title):
            if tagging is None:
                yield Alive()
            else:
                yield Tags(tagging.annotations, tagging.candidates, tagging.language, tagging.skipped)


@lru_cache(maxsize=1)
def make_tagger(scheme: Scheme) -> Tagger:
    """Return the tagger for a scheme; the one before lends its models."""
    from app.nlp.pipeline import TagOptions  # noqa: PLC0415  # the models belong to the worker

    options = TagOptions(org_with_country=takes_country(scheme), lexicon=names_of(scheme))
    return _load_tagger().with_options(options)


@lru_cache(maxsize=1)
def _load_tagger() -> Tagger:
    from app.nlp.pipeline import Tagger  # noqa: PLC0415  # the models belong to the worker

    return Tagger()
