"""The clause of a noun of speech.

Examples are «слова X о том, что …», «содержится призыв …».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.word_lists import read_table, read_words
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.triggers import on_pattern
from app.nlp.claims.draft import Draft, cut_pieces
from app.nlp.claims.kinds.agency import Attribution
from app.nlp.claims.kinds.claim_kinds import classify_clause
from app.nlp.claims.rules.rule_kinds import SegmentRule
from app.nlp.claims.speakers.speaker_phrase import can_speak, find_owner, find_speaking_place
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, words_to_span
from app.nlp.claims.syntax.tree import DASHES, RELATIVES, SyntaxTree

_NOUNS = {noun: ClaimLabel(kind) for noun, kind in read_table("claims/nouns_of_clauses").items()}
_NEED_OWNER = ("слово",)
_SOUNDING = read_words("claims/sounding_verbs")
_CONTAINING = ("быть", "иметься", "содержаться")
_CONJUNCTIONS = ("что", "будто", "якобы")
_MAX_WORDS_TO_CLAUSE = 10
_STEMS = "|".join(sorted({noun[:-1] for noun in _NOUNS}))
_CLAUSE = re.compile(
    rf"\b(?:{_STEMS})\w{{0,3}}(?:\s+[^\s,.;:]+){{0,{_MAX_WORDS_TO_CLAUSE}}}?"
    rf"(?:,\s+(?:{'|'.join(_CONJUNCTIONS)})\b|\s+\w+т[ьи](?:ся|сь)?\b)"
)
"""A noun of speech with a clause or an infinitive not far behind."""


def _find_in_segment(segment: ParsedSegment, _before: Span | None) -> Iterator[Draft]:
    """Yield the claims that nouns of speech bring along."""
    span = segment.tree.span
    if _CLAUSE.search(segment.text[span.start : span.stop].lower()) is not None:
        drafts = (
            _read_noun(segment, index)
            for index, word in enumerate(segment.tree.words)
            if word.pos in ("NOUN", "PROPN") and word.lemma in _NOUNS
        )
        yield from (draft for draft in drafts if draft is not None)


def _read_noun(segment: ParsedSegment, noun: int) -> Draft | None:
    """Read a noun's clause, else its infinitive.

    Somebody owns the noun, or a text holds it: «в письме содержится призыв». What a verb governs is that verb's.
    """
    tree, lemma = segment.tree, segment.tree.words[noun].lemma
    verb = next((up for up in tree.ancestors(noun) if tree.is_finite(up)), None)
    holder = verb if verb is not None and _holds(tree, verb, noun) else None
    if holder is None and verb is not None and verb < noun and _reports_by(segment, verb, lemma):
        return None
    owner = _find_speaker(tree, noun)
    is_held = owner is not None or holder is not None
    words = _find_clause(tree, noun, is_held=is_held) or (_find_infinitive(tree, noun, owner) if is_held else None)
    if words is None or (not is_held and not _opens(tree, noun)):
        return None
    speaker = owner if owner is not None or holder is None else _find_document(tree, holder)
    pieces = cut_pieces(segment.text, words_to_span(tree, *words), list(segment.attribution_spans))
    by = segment.text[speaker.start : speaker.stop] if speaker is not None else ""
    kind = classify_clause(segment, words, _NOUNS[lemma], Attribution(None, by, is_guess=speaker is None))
    cue = words_to_span(tree, holder if holder == noun - 1 else noun, noun + 1)
    return Draft(pieces, ClaimForm.INDIRECT, kind, NOUN_CLAUSE, speaker, cue) if pieces else None


def _reports_by(segment: ParsedSegment, verb: int, lemma: str) -> bool:
    """Say whether a verb reports with a noun: «выразил мнение, что»."""
    return segment.lexicon.find_phrase(segment.tree.words[verb].lemma, lemma) is not None


def _find_speaker(tree: SyntaxTree, noun: int) -> Span | None:
    """Return whom a noun belongs to, without its clause."""
    owner = find_owner(tree, noun)
    if owner is None or tree.is_infinitive(noun + 1) or not can_speak(tree, owner):
        return None
    inside = (step for step in range(noun + 2, len(tree)) if tree.lower_at(step) in ("о", "об", "на", ","))
    end = next(inside, None)
    stop = owner.stop if end is None else min(owner.stop, tree.words[end - 1].span.stop)
    return Span(owner.start, stop) if stop > owner.start else None


def _holds(tree: SyntaxTree, verb: int, noun: int) -> bool:
    """Find «содержится призыв», «звучали обвинения»."""
    return tree.words[verb].lemma in _SOUNDING and tree.words[noun].rel.startswith("nsubj")


def _find_document(tree: SyntaxTree, verb: int) -> Span | None:
    """Return «письме» of «в письме содержится призыв»."""
    return find_speaking_place(tree, verb) if tree.words[verb].lemma in _CONTAINING else None


def _opens(tree: SyntaxTree, noun: int) -> bool:
    """Say whether no predicate stands before a noun."""
    return not any(tree.is_finite(step) for step in range(noun))


def _find_clause(tree: SyntaxTree, noun: int, *, is_held: bool) -> tuple[int, int] | None:
    """Return the words behind «, что» beside a noun.

    Only the noun's own words stand before. Of nobody's nouns «о том» tells the clause from «информация, что висит на
    стенде».
    """
    for step in range(noun + 1, min(noun + _MAX_WORDS_TO_CLAUSE, len(tree) - 1)):
        if tree.lower_at(step) == ",":
            is_clause = tree.lower_at(step + 1) in _CONJUNCTIONS and tree.words[step + 1].rel != "nsubj"
            is_told = is_held or (tree.words[noun].lemma not in _NEED_OWNER and tree.lower_at(step - 1) == "том")
            is_clause = is_clause and is_told and not tree.is_infinitive(step + 2)  # «о том, что читать»
            return (step + 2, _find_clause_end(tree, step + 2, noun)) if is_clause else None
        if tree.is_finite(step) or tree.words[step].text in ":;":
            return None
    return None


def _find_clause_end(tree: SyntaxTree, start: int, noun: int) -> int:
    """Return where a clause ends.

    It is its comma, where the predicate of its noun follows.
    """
    if not _opens(tree, noun):
        return find_clause_stop(tree, start, noun, is_clause=True)
    inside = tree.subtree(noun)
    commas = [step for step in range(start + 1, len(tree) - 1) if tree.lower_at(step) == ","]
    commas = [step for step in commas if tree.lower_at(step + 1) not in (*RELATIVES, *_CONJUNCTIONS)]
    own = [step for step in commas if any(tree.is_finite(at) and at not in inside for at in range(step, len(tree)))]
    told = [step for step in commas if any(map(tree.is_finite, range(start, step)))]
    return min([*own[-1:], *told[:1], len(tree)])


def _find_infinitive(tree: SyntaxTree, noun: int, owner: Span | None) -> tuple[int, int] | None:
    """Return the words «отказаться от угроз» behind a noun and its owner."""
    first = noun + 1
    while owner is not None and first < len(tree) and tree.words[first].span.start < owner.stop:
        first += 1
    first += tree.lower_at(first) in DASHES
    verb = first + (tree.lower_at(first) == "не")
    if verb >= len(tree) or not tree.is_infinitive(verb):
        return None
    members = tree.subtree(verb)
    stop = next((step for step in range(verb + 1, len(tree)) if step not in members), len(tree))
    return first, stop


NOUN_CLAUSE = SegmentRule(name="noun_clause", precision=0.85, triggers=(on_pattern(_CLAUSE),), find=_find_in_segment)
