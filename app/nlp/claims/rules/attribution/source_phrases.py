"""Phrases that name a source.

Examples: «по словам X», «по его мнению», «согласно отчёту X», «на взгляд X», «со слов X».
"""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.back_references import SUCH_VIEW_WORDS, is_such_view
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.triggers import on_pattern
from app.nlp.claims.rules.rule_kinds import AttributionPhrase, AttributionRule
from app.nlp.claims.speakers.speaker_phrase import find_giver, find_owner
from app.nlp.claims.syntax.clause_bounds import words_to_span
from app.nlp.claims.syntax.tree import DASHES, SyntaxTree

_SOURCE = re.compile(
    r"\b(?:согласно|судя\s+по|в\s+соответствии\s+с|со\s+слов|если\s+верить|по\s+одной\s+из\s+версий|"
    rf"на\s+\w*\s*взгляд|таков[аоы]?\b|(?:{read_alternatives('claims/own_opinion_phrases')})\b|"
    rf"по\s+(?:\w+\s+){{0,3}}?(?:{read_alternatives('claims/source_noun_stems')})\w*)"
)
_ONE_VERSION = ("по", "одной", "из", "версий")
_OWN_OPINIONS = read_entries("claims/own_opinion_phrases")
_FIRST_WORDS = frozenset(("согласно", "судя", "если", "в", "по", "на", "со", *SUCH_VIEW_WORDS, *_OWN_OPINIONS))
_AUTHORITY_STEMS = read_entries("claims/authority_stems")
_POSSESSIVES = read_entries("claims/possessives")
_NEED_OWNER = read_entries("claims/owned_nouns")
_FORECAST_NOUNS = read_entries("claims/forecast_nouns")
_DATIVE_ENDINGS = ("ам", "ям", "ым", "ию", "ке", "зу", "ии", "су", "ду", "ту", "ву")


def _find_at(segment: ParsedSegment, index: int) -> AttributionPhrase | None:
    """Find a phrase such as «по словам X», «согласно отчёту X».

    Also «по его мнению», «на взгляд X», «со слов X».
    """
    tree = segment.tree
    opening = tree.lower_at(index)
    behind = {"согласно": 1, "судя": 2, "если": 2}.get(opening, 0)
    if behind and (opening == "согласно" or tree.lower_at(index + 1) in ("по", "верить")):
        return _read_according_to(segment, index, index + behind)
    if opening == "в" and tree.lower_at(index + 1) == "соответствии" and tree.lower_at(index + 2) == "с":
        phrase = _read_according_to(segment, index, index + 3)
        return phrase if phrase is not None and phrase.cue.stop > tree.words[index + 2].span.stop else None
    if opening in _OWN_OPINIONS:
        behind = index + 1 + (tree.lower_at(index + 1) == ",")
        return AttributionPhrase(index, behind, tree.words[index].span, None, ClaimLabel.STATEMENT, SOURCE, ())
    if is_such_view(tree, index):
        return _read_such_view(tree, index)
    if opening not in ("по", "на", "со") or index + 1 >= len(tree):
        return None
    return _read_one_version(tree, index) or _read_words_of(segment, index, opening)


def _read_such_view(tree: SyntaxTree, index: int) -> AttributionPhrase | None:
    """Find «…, таково мнение аналитиков» behind what they say."""
    if tree.lower_at(index - 1) not in (",", *DASHES):
        return None
    cue = words_to_span(tree, index, index + 2)
    kind = ClaimLabel.FORECAST if tree.words[index + 1].lemma in _FORECAST_NOUNS else ClaimLabel.STATEMENT
    return AttributionPhrase(index - 1, len(tree), cue, find_owner(tree, index + 1), kind, SOURCE, ())


def _read_one_version(tree: SyntaxTree, index: int) -> AttributionPhrase | None:
    """Find «по одной из версий», which names nobody."""
    if tuple(map(tree.lower_at, range(index, index + 4))) != _ONE_VERSION:
        return None
    cue = words_to_span(tree, index, index + 4)
    stop = index + 4 + (tree.lower_at(index + 4) == ",")
    return AttributionPhrase(index, stop, cue, None, ClaimLabel.STATEMENT, SOURCE, ())


def _read_words_of(segment: ParsedSegment, index: int, opening: str) -> AttributionPhrase | None:
    """Find «по словам X» and the like.

    They have a noun of a source.
    """
    tree = segment.tree
    for noun in range(index + 1, min(index + 6, len(tree))):
        word = tree.words[noun]
        if word.lemma in segment.lexicon.source_nouns and _has_form_for(opening, word.text.lower()):
            return _make_source_phrase(segment, index, noun)
        if word.pos not in ("DET", "ADJ", "PRON", "VERB", "PROPN"):
            return None
    return None


def _has_form_for(opening: str, noun: str) -> bool:
    if opening == "по":
        return noun.endswith(_DATIVE_ENDINGS)
    return noun == ("взгляд" if opening == "на" else "слов")


def _make_source_phrase(segment: ParsedSegment, first: int, noun: int) -> AttributionPhrase | None:
    tree = segment.tree
    owner = next((step for step in range(first + 1, noun) if tree.lower_at(step) in _POSSESSIVES), None)
    if owner is not None:
        speaker: Span | None = tree.words[owner].span
    else:
        speaker = find_owner(tree, noun) or find_giver(tree, noun)
    if speaker is None and tree.words[noun].lemma in _NEED_OWNER:
        return None
    if tree.words[noun].lemma == "версия" and not _is_of_authority(segment.text, speaker):
        return None
    kind = ClaimLabel.FORECAST if tree.words[noun].lemma in _FORECAST_NOUNS else ClaimLabel.STATEMENT
    stop = _find_phrase_stop(tree, first, noun, speaker)
    return AttributionPhrase(first, stop, words_to_span(tree, first, noun + 1), speaker, kind, SOURCE, ())


def _is_of_authority(text: str, speaker: Span | None) -> bool:
    """Tell «по версии следствия» from «по версии журнала».

    «Чемпион по версии IBF» is no claim either.
    """
    return speaker is not None and any(part in text[speaker.start : speaker.stop].lower() for part in _AUTHORITY_STEMS)


def _read_according_to(segment: ParsedSegment, first: int, behind: int) -> AttributionPhrase | None:
    """Find «согласно X»: X itself speaks, unless it is somebody's words."""
    tree = segment.tree
    head = next(
        (
            step
            for step in range(behind, min(behind + 8, len(tree)))
            if tree.words[step].pos in ("NOUN", "PROPN", "PRON", "X")
        ),
        None,
    )
    if head is None or tree.lower_at(head) == "всему":
        return None  # «судя по всему» names nobody
    words = tree.words[head].lemma in segment.lexicon.source_nouns
    owner = next((step for step in range(first + 1, head) if tree.lower_at(step) in _POSSESSIVES), None)
    if words and owner is not None:
        speaker: Span | None = tree.words[owner].span
    else:
        owned = (find_owner(tree, head) or find_giver(tree, head)) if words else None
        speaker = owned or tree.find_phrase(head)
    stop = _find_phrase_stop(tree, first, head, speaker)
    last = head + 1 if words else behind
    return AttributionPhrase(first, stop, words_to_span(tree, first, last), speaker, ClaimLabel.STATEMENT, SOURCE, ())


def _find_phrase_stop(tree: SyntaxTree, first: int, head: int, speaker: Span | None) -> int:
    """Return the index behind a source phrase and its comma."""
    stop = head + 1
    while speaker is not None and stop < len(tree) and tree.words[stop].span.start < speaker.stop:
        stop += 1
    members = tree.subtree(head)
    for index in range(stop, min(stop + 25, len(tree))):
        if tree.lower_at(index) in (",", *DASHES, ":") and index + 1 not in members:
            return index + 1
        if tree.is_finite(index) and index not in members:
            return stop
    return stop


SOURCE = AttributionRule(
    name="source", precision=0.9, triggers=(on_pattern(_SOURCE),), find=_find_at, first_words=_FIRST_WORDS
)
