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
from app.nlp.backend.word_forms import WordForms
from app.nlp.claims.claim_finder import find_claims
from app.nlp.entities.entity_finder import EntityFinder
from app.nlp.figures.dates.date_values import Calendar
from app.nlp.figures.figure_finder import FigureFinder, drop_law_numbers
from app.nlp.mention import Mention
from app.nlp.options import TagOptions
from app.nlp.text.frame import find_frame
from app.nlp.text.language import detect_language, is_other_language, split_by_language
from app.nlp.text.splitting import shift_annotation, shift_hint, split_text
from app.nlp.text.tokens import unify_alphabets
from app.nlp.uncertainty.confidence_model import ConfidenceModel, read_confidence_model

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
        day = date or find_frame(text).date
        annotations: list[Annotation] = []
        hints: list[Hint] = []
        parts = list(split_text(text))
        for part in parts:
            by = part.start - len(lead)
            with uncollected():
                found, misses = self._tag_part(lead + text[part.start : part.stop], day)
            annotations += (shift_annotation(one, by) for one in found if one.start >= len(lead))
            hints += (shift_hint(hint, by) for hint in misses if hint.span.start >= len(lead))
        annotations.sort(key=_reading_key)
        hints.sort(key=lambda hint: -hint.score)
        return Tagging(
            tuple(annotations), tuple(hints), detect_language(text), tuple(_report_skipped(text, len(parts)))
        )

    def _tag_part(self, text: str, day: Date | None) -> tuple[list[Annotation], list[Hint]]:
        frame = find_frame(text)
        text = unify_alphabets(text)
        every = split_by_language(text)
        readable = [block for block in every if not is_other_language(text, block)]
        parse = Parse(text, self._models)
        named, hints = self._entity_finder.find(parse, readable)
        figures = self._figure_finder.find(text, every, Calendar(day))
        mentions = [*named, *drop_law_numbers(figures, named)]
        entities = [
            self._with_confidence(mention).to_annotation() for mention in mentions if not frame.hides(mention.span)
        ]
        entities.sort(key=_reading_key)
        claims = find_claims(text, parse, entities, day)
        return [*entities, *claims], [hint for hint in hints if not frame.hides(hint.span)]

    @cached_property
    def _word_forms(self) -> WordForms:
        return WordForms(self._models.vocabulary)

    @cached_property
    def _figure_finder(self) -> FigureFinder:
        return FigureFinder(self._word_forms.counted_length)

    @cached_property
    def _entity_finder(self) -> EntityFinder:
        return EntityFinder(self._models, self._word_forms, self._options, self._confidence_model)

    @cached_property
    def _confidence_model(self) -> ConfidenceModel:
        return read_confidence_model(resource("uncertainty.json"))

    def _with_confidence(self, mention: Mention) -> Mention:
        """Return a mention with the confidence of its rule, if it has no other."""
        if mention.confidence is not None:
            return mention
        return replace(mention, confidence=self._confidence_model.rule_precision(mention.rule))


def _report_skipped(text: str, parts: int) -> Iterator[Message]:
    """Yield what the tagger did not read, or not as always, and why."""
    if not text.strip():
        yield Message("There is no text to tag.")
    if parts > 1:
        yield Message("The text is very long: it was tagged in {n} parts.", {"n": str(parts)})
    letters = sum(block[0].length for block in split_by_language(text) if is_other_language(text, block))
    if letters:
        what = {"n": str(letters)}
        yield Message("{n} characters are in neither Russian nor Kazakh: only figures were sought there.", what)


def _reading_key(annotation: Annotation) -> tuple[int, int]:
    return reading_order(annotation.span)
