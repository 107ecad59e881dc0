"""The claim that a verb makes of a range of words."""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.draft import Draft, cut_pieces
from app.nlp.claims.kinds.agency import Attribution, is_assuring
from app.nlp.claims.kinds.claim_kinds import classify_clause
from app.nlp.claims.speakers.speaker_phrase import find_speaker
from app.nlp.claims.syntax.clause_bounds import words_to_span
from app.nlp.claims.syntax.subjects import has_own_subject
from app.nlp.claims.syntax.tree import SyntaxTree

_COURT = re.compile(rf"\b(?:{read_alternatives('claims/court_stems')})", re.IGNORECASE)
_RULING_VERBS = read_entries("claims/ruling_verbs")


def make_clause_claim(
    segment: ParsedSegment,
    cue: int,
    words: tuple[int, int],
    kind: ClaimLabel,
    rule: ClaimRule,
) -> Draft | None:
    """Return the claim of the `words` that the verb reports.

    The verb is at `cue`, `words` are (start, stop).

    Speaker, cue and attribution phrases are cut out of it. `kind` is the verb's.
    """
    start, stop = words
    if stop <= start:
        return None
    tree = segment.tree
    speaker = find_speaker(tree, cue, segment.lexicon)
    if speaker is not None and rule.may_hold_place and not _is_beside(segment, cue, speaker, words):
        speaker = None
    if not rule.reports_rulings and _is_ruling(segment, cue, speaker):
        return None
    spoken_by = [_include_preposition(tree, speaker)] if speaker is not None else []
    cuts = [*segment.attribution_spans, tree.words[cue].span, *spoken_by]
    pieces = cut_pieces(segment.text, words_to_span(tree, start, stop), cuts)
    if not pieces:
        return None
    by = segment.text[speaker.start : speaker.stop] if speaker is not None else ""
    attribution = Attribution(cue, by, is_assured=is_assuring(tree, cue))
    return Draft(
        pieces,
        ClaimForm.INDIRECT,
        classify_clause(segment, words, kind, attribution),
        rule,
        speaker,
        tree.words[cue].span,
        names_speaker=has_own_subject(tree, cue) or _is_place(tree, speaker),
    )


def _is_place(tree: SyntaxTree, speaker: Span | None) -> bool:
    """Say whether an organisation speaks behind a preposition.

    An example is «в акимате ответили».
    """
    return speaker is not None and _include_preposition(tree, speaker) != speaker


def _include_preposition(tree: SyntaxTree, speaker: Span) -> Span:
    """Return a speaker with the preposition before it."""
    first = next((at for at, word in enumerate(tree.words) if word.span.start >= speaker.start), 0)
    before = tree.words[first - 1]
    return Span(before.span.start, speaker.stop) if first > 0 and before.pos == "ADP" else speaker


def _is_beside(segment: ParsedSegment, cue: int, speaker: Span, words: tuple[int, int]) -> bool:
    """Say whether a speaker stands beside the content.

    It is the subject of an active verb, or stands outside of the content.
    """
    tree = segment.tree
    if tree.words[cue].lemma == "оцениваться":
        return False
    if not words_to_span(tree, *words).contains(speaker):
        return True
    return any(speaker.contains(tree.words[child].span) for child in tree.children(cue, "nsubj"))


def _is_ruling(segment: ParsedSegment, cue: int, speaker: Span | None) -> bool:
    """Say whether a court decides: an act of procedure is no claim."""
    if speaker is None or segment.tree.words[cue].lemma not in _RULING_VERBS:
        return False
    return _COURT.search(segment.text, speaker.start, speaker.stop) is not None
