"""The claims of sources that are named inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Pieces, Span
from app.core.text.word_lists import read_words
from app.core.vocabulary import ClaimForm
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.draft import Draft, cut_pieces
from app.nlp.claims.kinds.agency import Attribution, is_assuring
from app.nlp.claims.kinds.claim_kinds import classify_clause
from app.nlp.claims.rules.rule_kinds import AttributionPhrase
from app.nlp.claims.syntax.clause_bounds import words_to_span
from app.nlp.claims.syntax.tree import QUESTION_WORDS, SyntaxTree

_WORD = re.compile(r"\w+")
_CONJUNCTION = re.compile(r"(?:(?:а|но|и|однако)\s+)?(?:о том, (?:что|как)\s+)?", re.IGNORECASE)
_OWN_OPINIONS = read_words("claims/own_opinion_words") | read_words("claims/own_opinion_phrases")
_MIN_CONTENT_CHARS = 8
"""Content of fewer characters is what a wrong parse leaves."""


def find_attributed_claims(segment: ParsedSegment, found: list[AttributionPhrase]) -> Iterator[Draft]:
    """Yield a claim for each attribution phrase.

    It is the phrase's sentence or clause, without this phrase and those behind it.
    """
    spans = [words_to_span(segment.tree, phrase.first, phrase.stop) for phrase in found]
    for number, phrase in enumerate(found):
        if _is_own_opinion(segment, phrase) and any(not _is_own_opinion(segment, other) for other in found):
            continue  # «По-моему, цены вырастут, сказал министр»: it is his
        first, stop = _find_clause_around(segment.tree, phrase)
        for later in found[number + 1 :]:
            begin = _find_clause_around(segment.tree, later)[0]
            stop = begin if phrase.stop < begin < stop else stop
        pieces = cut_pieces(segment.text, words_to_span(segment.tree, first, stop), spans[number:])
        pieces = _drop_connectives(segment, pieces)
        if (
            not pieces
            or sum(piece.length for piece in pieces) < _MIN_CONTENT_CHARS
            or _is_question(segment, pieces, phrase)
        ):
            continue
        attribution = Attribution(
            by=segment.text[phrase.speaker.start : phrase.speaker.stop] if phrase.speaker is not None else "",
            is_guess=_names_nobody(phrase)
            or any(segment.tree.words[cue].lemma in segment.lexicon.guessing_verbs for cue in phrase.cues),
            is_assured=any(is_assuring(segment.tree, cue) for cue in phrase.cues),
        )
        kind = classify_clause(segment, (first, stop), phrase.kind, attribution)
        yield Draft(pieces, ClaimForm.INDIRECT, kind, phrase.rule, phrase.speaker, phrase.cue)


def _names_nobody(phrase: AttributionPhrase) -> bool:
    """Say whether a phrase gives rumours or data of nobody: «по слухам»."""
    return phrase.speaker is None and not phrase.cues


def _is_own_opinion(segment: ParsedSegment, phrase: AttributionPhrase) -> bool:
    """Say whether a phrase gives the speaker's own opinion: «по-моему»."""
    span = phrase.cue if phrase.speaker is None else phrase.speaker
    return segment.text[span.start : span.stop].lower() in _OWN_OPINIONS


def _find_clause_around(tree: SyntaxTree, phrase: AttributionPhrase) -> tuple[int, int]:
    """Return the range of words that an attribution phrase vouches for.

    It is the sentence, or the one of its clauses around the phrase.
    """
    if _opens_clause(tree, phrase):
        return phrase.first, len(tree)
    relative = _find_relative_around(tree, phrase)
    however = _find_however(tree, phrase.stop) if relative is None and phrase.first > 0 else None
    if however is not None and tree.is_main(phrase.first):
        return 0, however
    behind = next((step for step in range(phrase.stop, len(tree)) if tree.is_finite(step)), None)
    if relative is not None and behind is not None:
        return relative, _find_comma_behind(tree, behind)
    verb = next((step for step in range(phrase.first - 1, -1, -1) if tree.is_finite(step)), None)
    if verb is None or phrase.stop >= len(tree) - 1 or not tree.is_main(verb):
        return 0, len(tree)
    if behind is None or not tree.is_main(behind):
        return 0, len(tree)
    commas = [step for step in range(verb, phrase.first) if tree.lower_at(step) in (",", ";", ":")]
    return (commas[0] + 1, len(tree)) if commas else (0, len(tree))


def _opens_clause(tree: SyntaxTree, phrase: AttributionPhrase) -> bool:
    """Find «…, что, по данным X, …», «…: по её мнению, …»."""
    before = tree.lower_at(phrase.first - 1)
    if before in (":", ";"):
        return phrase.stop < len(tree) - 1
    return before == "," and tree.lower_at(phrase.first - 2) == "что"


def _find_however(tree: SyntaxTree, start: int) -> int | None:
    """Return the comma before «однако» and a main clause.

    A phrase before the comma is no source for this clause.
    """
    for step in range(start, len(tree) - 1):
        if tree.lower_at(step) not in (",", ";") or tree.lower_at(step + 1) != "однако":
            continue
        verb = next((later for later in range(step + 1, len(tree)) if tree.is_finite(later)), None)
        chain = [] if verb is None else [verb, *tree.ancestors(verb)]
        return step if chain and not any(tree.words[up].rel.startswith("acl") for up in chain) else None
    return None


def _find_relative_around(tree: SyntaxTree, phrase: AttributionPhrase) -> int | None:
    """Return where the relative clause around a phrase begins.

    The phrase stands in it, or holds its pronoun.
    """
    for step in range(phrase.stop - 1, -1, -1):
        if tree.words[step].lemma == "который":
            return step + 1 if step >= phrase.first else step
        if step < phrase.first and tree.is_finite(step):
            return None
    return None


def _find_comma_behind(tree: SyntaxTree, verb: int) -> int:
    """Return the first comma behind a verb, or the sentence's end."""
    return next((step for step in range(verb, len(tree)) if tree.lower_at(step) == ","), len(tree))


def _drop_connectives(segment: ParsedSegment, pieces: Pieces) -> Pieces:
    """Drop pieces of mere connectives.

    Example: «Так, по словам X, …», and a conjunction at the head.
    """
    kept: list[Span] = []
    for whole in pieces:
        lead = _CONJUNCTION.match(segment.text, whole.start, whole.stop)
        piece = Span(lead.end() if lead and not kept else whole.start, whole.stop)
        words = segment.text[piece.start : piece.stop].lower().replace(",", " ").split()
        if any(word not in segment.lexicon.connectives for word in words):
            kept.append(piece)
    return tuple(kept)


def _is_question(segment: ParsedSegment, pieces: Pieces, phrase: AttributionPhrase) -> bool:
    """Say whether a phrase closes a question without an answer.

    Example: «Когда поднимут пенсии, рассказали в …».
    """
    first = _WORD.match(segment.text, pieces[0].start)
    asked = first is not None and first.group().lower() in QUESTION_WORDS
    return asked and bool(phrase.cues) and phrase.stop >= len(segment.tree) - 1
