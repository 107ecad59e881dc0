"""Reported words: the clause with «что», the infinitive, and by `nominal` the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue, is_denied
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.clause_claim import make_clause_claim
from app.nlp.claims.rules.reported_nouns import find_noun_claim
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, find_that_clause, words_to_span
from app.nlp.claims.syntax.tree import SyntaxTree

_MAX_WORDS_TO_INFINITIVE = 16
"""How far behind its verb an infinitive can stand."""
_DOUBTING_VERBS = ("исключить", "исключать", "сомневаться", "усомниться", "отрицать", "скрывать")


def find_reported_claims(segment: ParsedSegment, taken: set[int]) -> Iterator[Draft]:
    """Yield the claims of a stretch whose content hangs on a verb.

    `taken` holds the cues of speech and asides, which can still govern a clause with «что».
    """
    for index in range(len(segment.tree)):
        cue = find_cue(segment, index)
        draft = _read_verb(segment, index, cue, index in taken) if cue is not None else None
        if draft is not None:
            yield draft


def _read_verb(segment: ParsedSegment, index: int, cue: Cue, is_taken: bool) -> Draft | None:
    if is_taken:
        return _read_clause(segment, index, cue)
    if "act" in cue.frames and _has_near_infinitive(segment.tree, index):
        return _read_act(segment, index, cue)
    return _read_clause(segment, index, cue) or _read_act(segment, index, cue) or find_noun_claim(segment, index, cue)


def _has_near_infinitive(tree: SyntaxTree, index: int) -> bool:
    """Say whether an infinitive stands before any comma: it is what is asked, whatever clause follows it."""
    for step in range(index + 1, len(tree)):
        if tree.is_infinitive(step):
            return True
        if tree.lower_at(step) in (",", ":", ";") or tree.is_finite(step):
            return False
    return False


def _read_clause(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    tree = segment.tree
    if not cue.frames & {"that", "act", "noun"}:
        return None
    start = find_that_clause(tree, index)
    if start is None:
        return None
    if any("that" in nearer.frames for step in range(index + 1, start) if (nearer := find_cue(segment, step))):
        return None
    noun = _find_noun_before(segment, index, start)
    if "noun" in cue.frames and noun is None:
        return None
    if not _may_govern(segment, index):
        return None
    kind = segment.lexicon.nouns[tree.words[noun].lemma] if noun is not None else cue.kind
    cues = {step for step in range(start, len(tree)) if find_cue(segment, step) is not None}
    stop = find_clause_stop(tree, start, index, is_clause=True, cues=cues)
    draft = make_clause_claim(segment, index, (start, stop), kind, "claim.that/1")
    return replace(draft, cue=words_to_span(tree, index, noun + 1)) if draft is not None and noun is not None else draft


def _may_govern(segment: ParsedSegment, index: int) -> bool:
    """Refuse what negates the saying: «не исключил, что» says it, «не сказал, что» does not."""
    tree, word = segment.tree, segment.tree.words[index]
    denied = is_denied(tree, index)
    if word.lemma in _DOUBTING_VERBS:
        return denied or word.lemma == "отрицать"
    if word.lemma in ("понять", "понимать"):
        return tree.lower_at(index - 1) in ("дал", "дала", "дали", "дало", "дает", "даёт", "дают")
    return not denied or word.lemma in ("считать", "думать", "полагать")


def _find_noun_before(segment: ParsedSegment, index: int, start: int) -> int | None:
    """Return the noun of speech between a verb and its clause: «выразил надежду, что»."""
    for between in range(index + 1, start):
        if segment.tree.words[between].lemma in segment.lexicon.nouns:
            return between
    return None


def _read_act(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find the infinitive that a verb asks for or promises; whom it asks stays outside."""
    tree = segment.tree
    if "act" not in cue.frames or is_denied(tree, index):
        return None
    for step in range(index + 1, min(index + _MAX_WORDS_TO_INFINITIVE, len(tree))):
        word = tree.words[step]
        if tree.is_infinitive(step):
            start = _find_act_start(tree, index, step)
            stop = find_clause_stop(tree, start, index, is_clause=False)
            return make_clause_claim(segment, index, (start, stop), cue.kind, "claim.act/1")
        if word.feat("VerbForm") in ("Fin", "Conv") or word.text in ":;":
            break
    return None


def _find_act_start(tree: SyntaxTree, cue: int, infinitive: int) -> int:
    """Return where the words of an infinitive begin: at a preposition behind the cue, or at adverbs beside it."""
    adverbs = infinitive
    while adverbs - 1 > cue and tree.words[adverbs - 1].pos in ("ADV", "PART"):
        adverbs -= 1
    quoted = adverbs - 1 if tree.lower_at(adverbs - 1) in ("«", '"', "„") else adverbs
    for step in range(cue + 1, adverbs):
        noun = tree.words[step].head
        if tree.words[step].pos == "ADP" and noun >= 0 and tree.words[noun].head in (cue, infinitive):
            return step
    return quoted
