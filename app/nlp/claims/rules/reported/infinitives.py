"""The infinitive that a verb asks for or promises: «потребовал закрыть …»."""

from __future__ import annotations

from app.core.text.word_lists import read_entries, read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment, is_denied
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, find_phrase_start
from app.nlp.claims.syntax.fronted_objects import is_fronted_object
from app.nlp.claims.syntax.subjects import find_subject, is_impersonal
from app.nlp.claims.syntax.tree import SyntaxTree

_REASONS = tuple(tuple(phrase.split()) for phrase in read_entries("claims/reason_phrases"))
_ADDRESSING = read_words("claims/addressing_verbs")
_LIMITS = ("до", "к", "ко")
_MAX_WORDS_TO_INFINITIVE = 16
"""How far behind its verb an infinitive can stand."""


def _read_act(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find the infinitive that a verb asks for or promises.

    Whom it asks stays outside.
    """
    tree = segment.tree
    if is_denied(tree, index):
        return None
    for step in range(index + 1, min(index + _MAX_WORDS_TO_INFINITIVE, len(tree))):
        word = tree.words[step]
        if tree.is_infinitive(step):
            start = _find_act_start(tree, index, step)
            stop = _find_reason(tree, step, find_clause_stop(tree, start, index, is_clause=False))
            fronted = _find_fronted_object(tree, index, step)
            return _make_claim(segment, index, (start if fronted is None else fronted, stop), cue)
        if word.feat("VerbForm") in ("Fin", "Conv") or word.text in ":;":
            break
    first = _find_fronted_act(tree, index)
    return _make_claim(segment, index, (first, _find_own_stop(tree, index)), cue) if first is not None else None


def _make_claim(segment: ParsedSegment, index: int, words: tuple[int, int], cue: Cue) -> Draft | None:
    kind = ClaimLabel.PROMISE if Frame.CONSENT in cue.frames else cue.kind
    return make_clause_claim(segment, index, words, kind, ACT)


def _find_fronted_object(tree: SyntaxTree, cue: int, infinitive: int) -> int | None:
    """Return where «решение» of «решение судья обещала огласить» begins.

    It opens the clause of the cue, before the subject.
    """
    subject = None if is_impersonal(tree, cue) else find_subject(tree, cue)
    names_nobody = tree.words[cue].feat("Number") == "Plur" or is_impersonal(tree, cue)
    if tree.words[cue].lemma in _ADDRESSING or (subject is None and not names_nobody):
        return None
    # «рынок обещают открыть» and «предлагается открыть» name nobody
    limit = cue if subject is None or subject > infinitive else subject
    for child in (*tree.children(infinitive, "obj"), *tree.children(cue, "obj", "nsubj", "nsubj:pass")):
        word = tree.words[child]
        is_misread = word.feat("Case") == "Nom" and (word.rel == "obj" or is_fronted_object(tree, child, cue))
        is_object = word.feat("Case") == "Acc" or is_misread
        is_thing = word.pos == "NOUN" and is_object and word.feat("Animacy") != "Anim"
        if child < limit <= cue and is_thing and not tree.children(child, "case") and not _is_parted(tree, child, cue):
            return find_phrase_start(tree, child, -1)
    return None


def _find_fronted_act(tree: SyntaxTree, cue: int) -> int | None:
    """Return where «вернуть долг» of «вернуть долг завод обещает» begins."""
    for child in tree.children(cue, "xcomp", "csubj", "ccomp"):
        if child < cue and tree.is_infinitive(child) and not _is_parted(tree, child, cue):
            return find_phrase_start(tree, child, -1)
    return None


def _is_parted(tree: SyntaxTree, first: int, stop: int) -> bool:
    between = range(first + 1, stop)
    return any(tree.words[step].text in ",;:—–" or tree.is_finite(step) for step in between)


def _find_own_stop(tree: SyntaxTree, cue: int) -> int:
    """Return where the clause of a cue behind its act ends."""
    signs = (step for step in range(cue + 1, len(tree)) if tree.words[step].text in ",;:—–")
    return next(signs, len(tree))


def _find_reason(tree: SyntaxTree, first: int, stop: int) -> int:
    """Return where the reason of the asking begins: «…, из-за того что».

    Else `stop`.
    """
    for step in range(first, stop - 1):
        if (tree.lower_at(step), tree.lower_at(step + 1)) in _REASONS:
            return step
    return stop


def _find_act_start(tree: SyntaxTree, cue: int, infinitive: int) -> int:
    """Return where the words of an infinitive begin.

    They begin at a preposition behind the cue, or at adverbs beside it.
    """
    adverbs = infinitive
    while adverbs - 1 > cue and tree.words[adverbs - 1].pos in ("ADV", "PART"):
        adverbs -= 1
    quoted = adverbs - 1 if tree.lower_at(adverbs - 1) in ("«", '"', "„") else adverbs
    for step in range(cue + 1, adverbs):
        noun = tree.words[step].head
        if tree.words[step].pos == "ADP" and noun >= 0 and tree.words[noun].head in (cue, infinitive):
            return step
        if tree.lower_at(step) in _LIMITS and tree.words[step + 1].text[0].isdigit():
            return step  # «поручил акимам до 15 октября сдать мост», whatever the parser says
    return quoted


ACT = VerbRule(
    name="act",
    precision=0.87,
    triggers=(REPORTING_WORDS,),
    frames=frozenset((Frame.ACT,)),
    find=_read_act,
    is_clausal=True,
    goes_before_clauses=True,
)
