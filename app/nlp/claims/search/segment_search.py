"""The claims of one parsed segment, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.core.span import Span
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue, has_near_infinitive
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.draft import Draft
from app.nlp.claims.registry import select_rules
from app.nlp.claims.rules.rule_kinds import AttributionPhrase, AttributionRule, SegmentRule, VerbRule
from app.nlp.claims.search.attributed_claims import find_attributed_claims
from app.nlp.claims.syntax.clause_bounds import words_to_span

_ATTRIBUTION_RULES = select_rules(AttributionRule)
_VERB_RULES = select_rules(VerbRule)
_SEGMENT_RULES = select_rules(SegmentRule)
_RULES_AT_ANY_WORD = tuple(rule for rule in _ATTRIBUTION_RULES if not rule.first_words)
_RULES_AT_WORD = {
    word: tuple(rule for rule in _ATTRIBUTION_RULES if not rule.first_words or word in rule.first_words)
    for word in frozenset[str]().union(*(rule.first_words for rule in _ATTRIBUTION_RULES))
}
"""The rules whose phrases can begin with a word."""


def find_segment_claims(segment: ParsedSegment, before: Span | None, used: set[int]) -> Iterator[Draft]:
    """Yield the claims of a segment.

    `used` holds the cues of speech in it, `before` is the segment before.
    """
    phrases = [
        phrase
        for phrase in find_attribution_phrases(segment)
        if phrase.rule.may_share_cue or not used & set(phrase.cues)
    ]
    spans = tuple(words_to_span(segment.tree, phrase.first, phrase.stop) for phrase in phrases)
    segment = replace(segment, attribution_spans=spans)
    first = [draft for rule in _SEGMENT_RULES if rule.goes_first for draft in rule.find(segment, before)]
    yield from first
    yield from find_attributed_claims(segment, phrases)
    taken = used | {cue for phrase in phrases for cue in phrase.cues} | _find_cue_words(segment, first)
    yield from find_verb_claims(segment, taken)
    for rule in _SEGMENT_RULES:
        if not rule.goes_first:
            yield from rule.find(segment, before)


def _find_cue_words(segment: ParsedSegment, drafts: list[Draft]) -> set[int]:
    cues = {draft.cue for draft in drafts}
    return {index for index, word in enumerate(segment.tree.words) if word.span in cues}


def find_attribution_phrases(segment: ParsedSegment) -> list[AttributionPhrase]:
    """Return the phrases that name a source, in order, none overlapping another."""
    found: list[AttributionPhrase] = []
    reached = 0
    for index in range(len(segment.tree)):
        if index < reached:
            continue
        for rule in _RULES_AT_WORD.get(segment.tree.lower_at(index), _RULES_AT_ANY_WORD):
            phrase = rule.find(segment, index)
            if phrase is not None:
                found.append(phrase)
                reached = phrase.stop
                break
    return found


def find_verb_claims(segment: ParsedSegment, taken: set[int]) -> Iterator[Draft]:
    """Yield the claims whose content hangs on a verb.

    The cues at `taken` report something else as well.
    """
    for index in range(len(segment.tree)):
        cue = find_cue(segment, index)
        if cue is not None:
            rules = _select_verb_rules(segment, index, cue, is_taken=index in taken)
            hits = (rule.find(segment, index, cue) for rule in rules)
            draft = next((hit for hit in hits if hit is not None), None)
            if draft is not None:
                yield draft


def _select_verb_rules(segment: ParsedSegment, index: int, cue: Cue, *, is_taken: bool) -> list[VerbRule]:
    rules = [rule for rule in _VERB_RULES if not rule.frames or rule.frames & cue.frames]
    if is_taken:
        return [rule for rule in rules if rule.may_share_cue]
    first = [rule for rule in rules if rule.goes_before_clauses]
    return first if first and has_near_infinitive(segment.tree, index) else rules
