"""A noun alone names a source: «Прогноз банка: …», «… (данные МВД)»."""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.triggers import on_pattern
from app.nlp.claims.kinds.prospects import is_headline
from app.nlp.claims.rules.rule_kinds import AttributionPhrase, AttributionRule
from app.nlp.claims.speakers.speaker_phrase import can_speak, find_owner
from app.nlp.claims.syntax.tree import DASHES, SyntaxTree

_STEMS = read_alternatives("claims/bare_source_stems")
_NOUN = rf"(?:\w+ ){{0,2}}(?:{_STEMS})"
"""A noun of a source with an adjective or two."""
_SOURCE = re.compile(rf"^{_NOUN}[^.!?:;]{{0,60}}:|\({_NOUN}|[:—–-] {_NOUN}[^.!?:;]{{2,60}}$")
_IS_SOURCE = re.compile(_STEMS)
_FORECAST_NOUNS = read_entries("claims/forecast_nouns")
_POSSESSIVES = read_entries("claims/possessives")
_OPENINGS = ("(", ":", *DASHES)
_MAX_WORDS_TO_NOUN = 3


def _find_at(segment: ParsedSegment, index: int) -> AttributionPhrase | None:
    """Find a noun of a source.

    It stands before a colon, in brackets, or behind a headline.
    """
    tree = segment.tree
    opening = tree.lower_at(index)
    if index and opening not in _OPENINGS:
        return None
    noun = _find_noun(tree, index + (opening in _OPENINGS))
    if noun is None:
        return None
    speaker = _find_source(segment, index, noun)
    if speaker is None:
        return None
    stop = next((step for step in range(noun, len(tree)) if tree.words[step].span.start >= speaker.stop), len(tree))
    stop = max(stop, noun + 1)
    if not _closes(segment, index, stop):
        return None
    kind = ClaimLabel.FORECAST if tree.words[noun].lemma in _FORECAST_NOUNS else ClaimLabel.STATEMENT
    return AttributionPhrase(index, min(stop + 1, len(tree)), tree.words[noun].span, speaker, kind, BARE_SOURCE, ())


def _find_noun(tree: SyntaxTree, first: int) -> int | None:
    """Return the noun of a source; only adjectives stand before it."""
    for step in range(first, min(first + _MAX_WORDS_TO_NOUN, len(tree))):
        if _IS_SOURCE.match(tree.lower_at(step)) is not None:
            return step if tree.words[step].feat("Case") in ("Nom", "Acc", "") else None
        if tree.words[step].pos not in ("ADJ", "DET", "PRON"):
            return None
    return None


def _find_source(segment: ParsedSegment, first: int, noun: int) -> Span | None:
    """Return whose data or view a noun names: «их вывод», «источник: МВД»."""
    tree = segment.tree
    own = next((step for step in range(first, noun) if tree.lower_at(step) in _POSSESSIVES), None)
    if own is not None:
        return tree.words[own].span
    if tree.lower_at(first) == "(" and tree.lower_at(noun + 1) in _OPENINGS and noun + 2 < len(tree):
        return tree.find_phrase(noun + 2)
    owner = find_owner(tree, noun)
    return owner if owner is not None and can_speak(tree, owner) else None


def _closes(segment: ParsedSegment, first: int, stop: int) -> bool:
    """Say whether a phrase ends where its place asks for."""
    tree = segment.tree
    opening, closing = tree.lower_at(first), tree.lower_at(stop)
    if opening == "(":
        return closing == ")"
    if opening in _OPENINGS:
        is_told = any(tree.is_finite(step) for step in range(first))
        return stop >= len(tree) and is_told and is_headline(segment.text, tree.span)
    return closing == ":" and any(tree.is_finite(step) for step in range(stop, len(tree)))


BARE_SOURCE = AttributionRule(name="bare_source", precision=0.85, triggers=(on_pattern(_SOURCE),), find=_find_at)
