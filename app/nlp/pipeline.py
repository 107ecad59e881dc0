"""The pre-tagger: an article's text in, proposals and hints out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812  # `date` is the name of the argument
from functools import cached_property

from app.core.garbage import uncollected
from app.core.message import Message
from app.core.model import Annotation, Hint
from app.core.resources import resource
from app.core.span import reading_order
from app.nlp.backend.models import Models
from app.nlp.backend.parse import Parse
from app.nlp.backend.word_forms import Forms
from app.nlp.claims.claim_finder import find_claims
from app.nlp.entities.entity_finder import EntityFinder
from app.nlp.figures.dates.date_values import Calendar
from app.nlp.figures.figure_finder import FigureFinder, outside_laws
from app.nlp.mention import Mention
from app.nlp.options import TagOptions
from app.nlp.text.frame import frame_of
from app.nlp.text.language import blocks, is_foreign, language_of
from app.nlp.text.splitting import moved, moved_hint, parts_of
from app.nlp.text.tokens import legible
from app.nlp.uncertainty import Doubt, read_doubt

__all__ = ["TagOptions", "Tagger", "Tagging"]


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
        """Tag `text`, an article of `date`.

        A `title` with which the text does not begin is read before it: who is named in full there is known below.
        """
        lead = "" if not title or text.lstrip().startswith(title.strip()) else f"{title.strip()}\n"
        day = date or frame_of(text).date
        annotations: list[Annotation] = []
        hints: list[Hint] = []
        parts = list(parts_of(text))
        for part in parts:
            by = part.start - len(lead)
            with uncollected():
                found, misses = self._tagged(lead + text[part.start : part.stop], day)
            annotations += (moved(one, by) for one in found if one.start >= len(lead))
            hints += (moved_hint(hint, by) for hint in misses if hint.span.start >= len(lead))
        annotations.sort(key=_order)
        hints.sort(key=lambda hint: -hint.score)
        return Tagging(tuple(annotations), tuple(hints), language_of(text), tuple(_skipped(text, len(parts))))

    def _tagged(self, text: str, day: Date | None) -> tuple[list[Annotation], list[Hint]]:
        frame = frame_of(text)
        text = legible(text)
        every = blocks(text)
        readable = [block for block in every if not is_foreign(text, block)]
        parse = Parse(text, self._models)
        named, hints = self._entities.find(parse, readable)
        figures = self._figures.find(text, every, Calendar(day))
        mentions = [*named, *outside_laws(figures, named)]
        entities = [self._weighed(mention).annotation() for mention in mentions if not frame.hides(mention.span)]
        entities.sort(key=_order)
        claims = find_claims(text, parse, entities, day)
        return [*entities, *claims], [hint for hint in hints if not frame.hides(hint.span)]

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._models.vocabulary)

    @cached_property
    def _figures(self) -> FigureFinder:
        return FigureFinder(self._forms.counted_length)

    @cached_property
    def _entities(self) -> EntityFinder:
        return EntityFinder(self._models, self._forms, self._options, self._doubt)

    @cached_property
    def _doubt(self) -> Doubt:
        return read_doubt(resource("doubt.json"))

    def _weighed(self, mention: Mention) -> Mention:
        """Return a mention with the confidence of its rule, if it has no other."""
        if mention.confidence is not None:
            return mention
        return replace(mention, confidence=self._doubt.of_rule(mention.rule))


def _skipped(text: str, parts: int) -> Iterator[Message]:
    """Yield what the tagger did not read, or not as always, and why."""
    if not text.strip():
        yield Message("There is no text to tag.")
    if parts > 1:
        yield Message("The text is very long: it was tagged in {n} parts.", {"n": str(parts)})
    letters = sum(block[0].length for block in blocks(text) if is_foreign(text, block))
    if letters:
        what = {"n": str(letters)}
        yield Message("{n} characters are in neither Russian nor Kazakh: only figures were sought there.", what)


def _order(annotation: Annotation) -> tuple[int, int]:
    return reading_order(annotation.span)
