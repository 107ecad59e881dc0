"""The clause with «что» that a verb governs.

Example: «сообщил, что …», «выразил надежду, что …».
"""

from __future__ import annotations

from dataclasses import replace

from app.core.text.word_lists import read_entries, read_table
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue, find_phrase_noun, is_denied
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, find_that_clause, words_to_span
from app.nlp.claims.syntax.tree import SyntaxTree

_DOUBTING_VERBS = read_entries("claims/doubting_verbs")
_UNSURE = ("сомневаться", "усомниться")
_OPINION_VERBS = read_entries("claims/opinion_verbs")
_NOUNS_OF_CLAUSES = read_table("claims/nouns_of_clauses")
_PLANS = read_entries("claims/impersonal_cues")
_EXPECTED = read_entries("claims/impersonal_plans")
_WARNING_VERBS = read_entries("claims/warning_verbs")
_LETTING_FORMS = read_entries("claims/letting_forms")


def _read_clause(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    start = find_that_clause(segment.tree, index)
    if start is None:
        return _read_opening_clause(segment, index, cue)
    if _is_of_another(segment, index, start) or not _may_govern(segment, index):
        return None
    noun = _find_noun_before(segment, index, start)
    if noun is not None:
        return _read_behind_noun(segment, (index, noun), start)
    if not cue.frames & {Frame.THAT, Frame.ACT}:
        return None
    return _make_draft(segment, index, start, _find_kind(segment.tree, start, index, cue))


def _make_draft(segment: ParsedSegment, index: int, start: int, kind: ClaimLabel) -> Draft | None:
    tree = segment.tree
    cues = {step for step in range(start, len(tree)) if find_cue(segment, step) is not None}
    stop = find_clause_stop(tree, start, index, is_clause=True, cues=cues)
    return make_clause_claim(segment, index, (start, stop), kind, THAT)


def _read_behind_noun(segment: ParsedSegment, cue: tuple[int, int], start: int) -> Draft | None:
    """Read claims such as «выразил надежду, что …».

    In «поступили сообщения, что …» nobody is named.
    """
    index, noun = cue
    word = segment.tree.words[noun]
    lexicon = segment.lexicon
    kind = lexicon.find_phrase(segment.tree.words[index].lemma, word.lemma) or lexicon.speech_nouns[word.lemma]
    draft = _make_draft(segment, index, start, kind)
    if draft is None:
        return None
    speaker = None if draft.speaker is not None and draft.speaker.contains(word.span) else draft.speaker
    return replace(draft, speaker=speaker, cue=words_to_span(segment.tree, index, noun + 1))


def _read_opening_clause(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «О том, что мост закроют, стало известно»."""
    tree = segment.tree
    opening = tuple(map(tree.lower_at, range(4)))
    stop = next((step for step in range(index - 1, 4, -1) if tree.lower_at(step) == ","), None)
    if cue.frames != {Frame.THAT} or opening != ("о", "том", ",", "что") or stop is None:
        return None
    draft = make_clause_claim(segment, index, (4, stop), cue.kind, THAT)
    return replace(draft, pieces=(words_to_span(tree, 4, stop),), speaker=None) if draft is not None else None


def _is_of_another(segment: ParsedSegment, index: int, start: int) -> bool:
    """Say whether a clause does not hang on a verb.

    Another reporting verb stands nearer, or it is one like «планируется закрыть завод, что повлечёт …».
    """
    tree = segment.tree
    if (tree.words[index].lemma in _PLANS and start > index + 3) or _is_relative(tree, index, start - 1):
        return True
    if any(_is_refuted(segment, index, step) for step in range(index + 1, start - 1)):
        return True
    nearer = (find_cue(segment, step) for step in range(index + 1, start))
    return _is_purpose(tree, index, start - 1) or any(cue is not None and Frame.THAT in cue.frames for cue in nearer)


def _is_refuted(segment: ParsedSegment, index: int, noun: int) -> bool:
    """Find «опроверг слова X о том, что»: others have said it."""
    known = segment.lexicon.verbs.get(segment.tree.words[index].lemma)
    is_refuting = known is not None and Frame.TOLD in known.frames
    return is_refuting and segment.tree.words[noun].lemma in _NOUNS_OF_CLAUSES


def _is_relative(tree: SyntaxTree, index: int, that: int) -> bool:
    """Find «ждёт утверждения, что может задержать …».

    «что» is the subject, and the verb has its object.
    """
    is_subject = tree.words[that].pos == "PRON" and tree.words[that].rel == "nsubj"
    is_pronouns = tree.lower_at(that - 2) == "то"  # «напугало то, что лежало в коробке»
    return is_subject and (is_pronouns or any(index < child < that for child in tree.children(index, "obj")))


def _is_purpose(tree: SyntaxTree, index: int, that: int) -> bool:
    """Find «хотели прийти, чтобы …»: the verb has its infinitive."""
    return tree.lower_at(that) == "чтобы" and any(tree.is_infinitive(step) for step in range(index + 1, that))


def _find_kind(tree: SyntaxTree, start: int, index: int, cue: Cue) -> ClaimLabel:
    """Return the kind that the verb gives a clause.

    «Настаивает, что долг погашен» asks for nothing, and a warning can be of what is so already.
    """
    if tree.words[index].lemma in _PLANS and tree.words[index].lemma not in _EXPECTED:
        return ClaimLabel.PROMISE  # «планируется, что», not «ожидается, что»
    is_plain = tree.lower_at(start - 1) == "что"
    if is_plain and (cue.kind == ClaimLabel.DEMAND or tree.words[index].lemma in _WARNING_VERBS):
        return ClaimLabel.STATEMENT
    return cue.kind


def _may_govern(segment: ParsedSegment, index: int) -> bool:
    """Refuse what negates the saying.

    Example: «не исключил, что» says it, «не сказал, что» does not.
    """
    tree, word = segment.tree, segment.tree.words[index]
    denied = is_denied(tree, index)
    if word.lemma in _DOUBTING_VERBS:
        return denied or word.lemma in ("отрицать", *_UNSURE)
    if word.lemma in ("понять", "понимать"):
        return tree.lower_at(index - 1) in _LETTING_FORMS
    return not denied or word.lemma in _OPINION_VERBS


def _find_noun_before(segment: ParsedSegment, index: int, start: int) -> int | None:
    """Return the noun of speech between a verb and its clause.

    Example: «выразил надежду, что».
    """
    for between in range(index + 1, start):
        if segment.tree.words[between].lemma in segment.lexicon.speech_nouns:
            return between
    return find_phrase_noun(segment, index, start)


THAT = VerbRule(
    name="that",
    precision=0.94,
    triggers=(REPORTING_WORDS,),
    frames=frozenset((Frame.THAT, Frame.ACT, Frame.NOUN)),
    find=_read_clause,
    is_clausal=True,
    may_share_cue=True,
    reports_rulings=True,
)
