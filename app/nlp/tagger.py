"""The pre-tagger: an article's text in, proposals and hints out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812  # `date` is the name of the argument
from functools import cached_property

from app.core.message import Message
from app.core.model import Annotation, Hint
from app.core.span import reading_order
from app.nlp.claims import find_claims
from app.nlp.dates.moment import Calendar
from app.nlp.entities import EntityFinder
from app.nlp.figures import FigureFinder
from app.nlp.forms import Forms
from app.nlp.frame import frame_of
from app.nlp.language import blocks, language_of
from app.nlp.models import Models
from app.nlp.parse import Parse
from app.nlp.token import legible


@dataclass(frozen=True, slots=True)
class TagOptions:
    """What a project asks of the tagger.

    `org_with_country`: an organisation takes the country, place or person that it belongs to with it ("Верховный суд
    Испании"), and bodies without a name of their own count ("полиция", "парламент").
    `lexicon` adds names of the project's own: name → label.
    """

    org_with_country: bool = False
    lexicon: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger proposes for one text: annotations in reading order, likely misses best first.

    `language` is "ru", "kk" or ""; `skipped` says what was not read, in words.
    """

    annotations: tuple[Annotation, ...] = ()
    hints: tuple[Hint, ...] = ()
    language: str = ""
    skipped: tuple[Message, ...] = ()


class Tagger:
    """Tags one text after another. Models load when the first text comes; make one tagger for a process."""

    def __init__(self, options: TagOptions | None = None) -> None:
        self._options = options or TagOptions()
        self._models = Models()

    def tag(self, text: str, date: Date | None = None, title: str = "") -> Tagging:
        """Tag `text`, an article of `date`; `title` is used where the text does not begin with it."""
        frame = frame_of(text)
        text = legible(text)
        day = date or frame.date
        stretches = blocks(text)
        named, _reading = self._entities.find(text, stretches)
        mentions = [*named, *self._figures.find(text, stretches, Calendar(day))]
        entities = [mention.annotation() for mention in mentions if not frame.hides(mention.span)]
        entities.sort(key=_order)
        claims = find_claims(text, Parse(text, self._models), entities, day)
        return Tagging(tuple(sorted([*entities, *claims], key=_order)), language=language_of(text))

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._models.vocabulary)

    @cached_property
    def _figures(self) -> FigureFinder:
        return FigureFinder(self._forms.counted_length)

    @cached_property
    def _entities(self) -> EntityFinder:
        options = self._options
        return EntityFinder(self._models, self._forms, options.lexicon, org_with_country=options.org_with_country)


def _order(annotation: Annotation) -> tuple[int, int]:
    return reading_order(annotation.span)
