"""Reported words: the clause with «что», the infinitive, and by `nominal` the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.nlp.claims.cues.cue_detection import Reading, cue_at, is_denied
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.clause_claim import claim_of
from app.nlp.claims.rules.reported_nouns import of_noun_frames
from app.nlp.claims.syntax.clause_bounds import clause_stop, interval, that_clause
from app.nlp.claims.syntax.tree import Tree

_REACH = 16
"""How far behind its verb an infinitive can stand."""
_DOUBTING = ("исключить", "исключать", "сомневаться", "усомниться", "отрицать", "скрывать")


def reported(reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Yield the claims of a stretch whose content hangs on a verb.

    `taken` holds the cues of speech and asides, which can still govern a clause with «что».
    """
    for index in range(len(reading.tree)):
        cue = cue_at(reading, index)
        draft = _of_verb(reading, index, cue, index in taken) if cue is not None else None
        if draft is not None:
            yield draft


def _of_verb(reading: Reading, index: int, cue: Cue, is_taken: bool) -> Draft | None:
    if is_taken:
        return _of_clause(reading, index, cue)
    if "act" in cue.frames and _has_near_infinitive(reading.tree, index):
        return _of_act(reading, index, cue)
    return _of_clause(reading, index, cue) or _of_act(reading, index, cue) or of_noun_frames(reading, index, cue)


def _has_near_infinitive(tree: Tree, index: int) -> bool:
    """Say whether an infinitive stands before any comma: it is what is asked, whatever clause follows it."""
    for step in range(index + 1, len(tree)):
        if tree.is_infinitive(step):
            return True
        if tree.lower(step) in (",", ":", ";") or tree.is_finite(step):
            return False
    return False


def _of_clause(reading: Reading, index: int, cue: Cue) -> Draft | None:
    tree = reading.tree
    if not cue.frames & {"that", "act", "noun"}:
        return None
    start = that_clause(tree, index)
    if start is None:
        return None
    if any("that" in nearer.frames for step in range(index + 1, start) if (nearer := cue_at(reading, step))):
        return None
    noun = _noun_before(reading, index, start)
    if "noun" in cue.frames and noun is None:
        return None
    if not _may_govern(reading, index):
        return None
    kind = reading.lexicon.nouns[tree.words[noun].lemma] if noun is not None else cue.kind
    cues = {step for step in range(start, len(tree)) if cue_at(reading, step) is not None}
    stop = clause_stop(tree, start, index, is_clause=True, cues=cues)
    draft = claim_of(reading, index, (start, stop), kind, "claim.that/1")
    return replace(draft, cue=interval(tree, index, noun + 1)) if draft is not None and noun is not None else draft


def _may_govern(reading: Reading, index: int) -> bool:
    """Refuse what negates the saying: «не исключил, что» says it, «не сказал, что» does not."""
    tree, word = reading.tree, reading.tree.words[index]
    denied = is_denied(tree, index)
    if word.lemma in _DOUBTING:
        return denied or word.lemma == "отрицать"
    if word.lemma in ("понять", "понимать"):
        return tree.lower(index - 1) in ("дал", "дала", "дали", "дало", "дает", "даёт", "дают")
    return not denied or word.lemma in ("считать", "думать", "полагать")


def _noun_before(reading: Reading, index: int, start: int) -> int | None:
    """Return the noun of speech between a verb and its clause: «выразил надежду, что»."""
    for between in range(index + 1, start):
        if reading.tree.words[between].lemma in reading.lexicon.nouns:
            return between
    return None


def _of_act(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find the infinitive that a verb asks for or promises; whom it asks stays outside."""
    tree = reading.tree
    if "act" not in cue.frames or is_denied(tree, index):
        return None
    for step in range(index + 1, min(index + _REACH, len(tree))):
        word = tree.words[step]
        if tree.is_infinitive(step):
            start = _act_start(tree, index, step)
            stop = clause_stop(tree, start, index, is_clause=False)
            return claim_of(reading, index, (start, stop), cue.kind, "claim.act/1")
        if word.feat("VerbForm") in ("Fin", "Conv") or word.text in ":;":
            break
    return None


def _act_start(tree: Tree, cue: int, infinitive: int) -> int:
    """Return where the words of an infinitive begin: at a preposition behind the cue, or at adverbs beside it."""
    adverbs = infinitive
    while adverbs - 1 > cue and tree.words[adverbs - 1].pos in ("ADV", "PART"):
        adverbs -= 1
    quoted = adverbs - 1 if tree.lower(adverbs - 1) in ("«", '"', "„") else adverbs
    for step in range(cue + 1, adverbs):
        noun = tree.words[step].head
        if tree.words[step].pos == "ADP" and noun >= 0 and tree.words[noun].head in (cue, infinitive):
            return step
    return quoted
