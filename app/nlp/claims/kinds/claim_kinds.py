"""The kind of a claim: by its verb, else its words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Protocol

from app.core.text.word_lists import read_alternatives, read_entries, read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.kinds.agency import Attribution, is_observer, is_own_act
from app.nlp.claims.kinds.likelihood import is_guessed, tells_likelihood
from app.nlp.claims.kinds.outlook import find_outlook, is_current, is_duty, is_must, is_past
from app.nlp.claims.kinds.prospects import is_scheduled_ahead
from app.nlp.claims.syntax.fronted_objects import has_fronted_object
from app.nlp.claims.syntax.subjects import find_subject, has_own_subject
from app.nlp.claims.syntax.tree import SyntaxTree

_NEED = re.compile(rf"\b(?:{read_alternatives('claims/need_words')})\b")
_PLEDGE = re.compile(rf"\b(?:{read_alternatives('claims/pledge_words')})\b")
_NORMS = read_entries("claims/norm_nouns")
_PROCEDURES = read_words("claims/procedure_nouns")
_DUTIES = read_entries("claims/duty_words")
_SUBJECTLESS = ("хватить", "хватать", "предвидеться")
"""Verbs that nobody does: «угля хватит», «роста не предвидится»."""
_KINDS = (ClaimLabel.DEMAND, ClaimLabel.PROMISE, ClaimLabel.FORECAST, ClaimLabel.STATEMENT)
"""The first of equally many words wins: what binds somebody goes before what does not."""
_VERB = re.compile(
    r"\b\w{2,}(?:[еёи]м(?:ся)?|[ую](?:сь)?|[еёи]т(?:ся)?|[уюая]т(?:ся)?|[аяе]ст|[йиь]те(?:сь)?|[аяуюе]й(?:ся)?)\b"
)
"""What verbs in the future and orders end in."""
_LUCK = re.compile(rf"(?:{read_alternatives('claims/luck_stems')})")
"""Beginnings of what befalls us: «мы увидим» is no pledge."""
_FUTURE = re.compile(rf"\b(?:{read_alternatives('claims/future_words')})\b")


_CONDITION = re.compile(rf"\W*(?:чтобы|для того|по (?:{'|'.join(word[:5] for word in _NORMS)}))")
"""How a sentence begins whose need is a norm or a condition."""
_ENOUGH = re.compile(r"\W*хватит (?:уже )?\w+(?:ть|ти|чь)(?:ся)?\b")
"""«Хватит ждать» demands, «коек хватит» foresees."""
_WORD = re.compile(r"[\w-]+")
_ADVERB = r"\w+(?:ски|стью|[нт]но|льно)"
_OBJECT_BEHIND = re.compile(rf" (?!(?:{read_alternatives('claims/adjunct_openings')}|{_ADVERB})\b)\w+")
_THEY = ("они", "кто", "которые", "все")
_ORDER = re.compile(r"\W*(?:не |пожалуйста,? )?\w{2,}[йиь]те(?:сь)?\b")


class WordReader(Protocol):
    """What tells single words apart: an article's text, or the models."""

    def find_agent(self, word: str) -> str: ...

    def find_noun_kind(self, word: str) -> str: ...


def classify_speech(words: str, cue_kind: ClaimLabel, reader: WordReader | None = None, by: str = "") -> ClaimLabel:
    """Return the kind that most of the quoted words have.

    The verb beside them decides where it says more than «said».

    `reader` tells a verb in the future and an order, so that «мы построим» is known for a promise. `by` names the
    speaker, "" if nobody knows: «дорогу откроют» is a promise of whoever can open it.
    """
    if cue_kind not in (ClaimLabel.STATEMENT, ClaimLabel.FORECAST):
        return cue_kind
    weights = weigh_kinds(words, reader, can_act=bool(by) and not is_observer(by))
    dominant = max(_KINDS, key=lambda kind: weights[kind])
    if cue_kind == ClaimLabel.FORECAST:
        return dominant if dominant == ClaimLabel.DEMAND else cue_kind  # «Не пейте эту воду», — предупредил врач
    return dominant


def weigh_kinds(words: str, reader: WordReader | None = None, *, can_act: bool = False) -> Counter[ClaimLabel]:
    """Return how many of the words stand in sentences of each kind."""
    weights = Counter[ClaimLabel]()
    for sentence in re.split(r"[.!?…]+\s", words.lower()):
        weights[_classify_sentence(sentence, reader, can_act=can_act)] += len(_WORD.findall(sentence))
    return weights


def _classify_sentence(words: str, reader: WordReader | None, *, can_act: bool) -> ClaimLabel:
    """Return the kind of a sentence in lower case."""
    if _ENOUGH.match(words):
        return ClaimLabel.DEMAND
    acts = {reader.find_agent(verb): verb for verb in _VERB.findall(words)} if reader is not None else {}
    if (_NEED.search(words) and not _CONDITION.match(words)) or "you" in acts or _ORDER.match(words):
        return ClaimLabel.DEMAND
    if _PLEDGE.search(words) or ("we" in acts and not _LUCK.match(acts["we"])):
        return ClaimLabel.PROMISE
    if reader is not None and can_act and "somebody" in acts and not _names_actor(words, acts["somebody"], reader):
        return ClaimLabel.PROMISE
    is_ahead = bool(acts.keys() & {"we", "they", "somebody"}) or _FUTURE.search(words) is not None
    return ClaimLabel.FORECAST if is_ahead else ClaimLabel.STATEMENT


def _names_actor(words: str, verb: str, reader: WordReader) -> bool:
    """Say whether the subject of a verb is named.

    It is somebody in the nominative, or a thing before a verb whose object stands behind: «циклоны обусловят дожди».
    """
    before, _, behind = words.partition(verb)
    if any(word in _THEY or reader.find_noun_kind(word) == "living" for word in _WORD.findall(words)):
        return True
    has_object = _OBJECT_BEHIND.match(behind) is not None
    return has_object and any(reader.find_noun_kind(word) == "thing" for word in _WORD.findall(before))


def classify_clause(
    segment: ParsedSegment, words: tuple[int, int], cue_kind: ClaimLabel, attribution: Attribution
) -> ClaimLabel:
    """Return the kind of the reported `words` (start, stop).

    Where the verb is neutral, it is that of their main predicate.
    """
    tree = segment.tree
    start, stop = words
    if cue_kind != ClaimLabel.STATEMENT:
        return cue_kind
    heads = [index for index in range(start, stop) if _is_predicate(tree, index) and tree.is_main(index, start)]
    verdicts = [_classify_predicate(segment, index, attribution) for index in heads]
    return next((kind for kind in verdicts if kind != ClaimLabel.STATEMENT), ClaimLabel.STATEMENT)


def _is_predicate(tree: SyntaxTree, index: int) -> bool:
    return tree.is_finite(index) or tree.lower_at(index) in _DUTIES


def _classify_predicate(segment: ParsedSegment, index: int, attribution: Attribution) -> ClaimLabel:
    tree, lexicon = segment.tree, segment.lexicon
    word = tree.words[index]
    if is_must(tree, index):
        return _classify_must(tree, index, lexicon)
    if tree.lower_at(index) in _DUTIES:
        is_call = tree.lower_at(index - 1) != "не" and not is_past(tree, index) and _governs_act(tree, index)
        is_call = is_call and not _states_norm(tree, index)
        return ClaimLabel.DEMAND if is_call else ClaimLabel.STATEMENT
    outlook = find_outlook(tree, index, lexicon)
    if outlook is not None:
        is_own = (
            attribution.is_assured
            or _is_of_speaker(tree, index, attribution.cue)
            or is_own_act(tree, index, attribution, lexicon)
        )
        return ClaimLabel.PROMISE if is_own else outlook
    cue = lexicon.verbs.get(word.lemma)
    if (
        cue is not None
        and cue.kind == ClaimLabel.DEMAND
        and is_current(tree, index)
        and _is_of_speaker(tree, index, attribution.cue)
    ):
        return ClaimLabel.DEMAND  # «сообщил, что требует отставки»
    if word.lemma in ("готовый", "готов") and _is_ready_to_act(tree, index):
        return ClaimLabel.PROMISE
    is_ahead = is_scheduled_ahead(segment, index) or is_guessed(tree, index) or tells_likelihood(segment, index)
    return ClaimLabel.FORECAST if is_ahead else ClaimLabel.STATEMENT


def _classify_must(tree: SyntaxTree, index: int, lexicon: ReportingLexicon) -> ClaimLabel:
    if _states_norm(tree, index):
        return ClaimLabel.STATEMENT
    return ClaimLabel.DEMAND if is_duty(tree, index) or _is_asked(tree, index, lexicon) else ClaimLabel.FORECAST


def _states_norm(tree: SyntaxTree, index: int) -> bool:
    """Say whether a duty is that of a norm or a condition.

    «по уставу следует платить», «для получения пособия нужно …», «чтобы войти, нужно …».
    """
    for step, word in enumerate(tree.words):
        if tree.lower_at(step) == "для" and step < index and tree.words[word.head].lemma in _PROCEDURES:
            return True
        if tree.lower_at(step) in ("по", "согласно", "соответствии") and any(
            tree.words[near].lemma in _NORMS for near in range(step + 1, min(step + 4, len(tree)))
        ):
            return True
        if word.text.lower() == "чтобы" and (step == 0 or tree.lower_at(step - 1) == "того") and step < index:
            return True
    return False


def _governs_act(tree: SyntaxTree, index: int) -> bool:
    """Tell «нужно построить» from «нужно два миллиарда»."""
    if tree.lower_at(index) not in ("нужно", "необходимо", "следует", "лучше"):
        return True
    near = range(index + 1, min(index + 6, len(tree)))
    return any(
        tree.is_infinitive(step) or tree.lower_at(step) == "чтобы" for step in (*tree.children(index), *near)
    ) or (tree.words[index].head >= 0 and tree.is_infinitive(tree.words[index].head))


def _is_asked(tree: SyntaxTree, index: int, lexicon: ReportingLexicon) -> bool:
    """Say whether it is a person or an organisation that must.

    Example: «Сербия должна решить», not «цены должны снизиться».
    """
    subject = find_subject(tree, index)
    if subject is None:
        return True
    word = tree.words[subject]
    return word.pos in ("PROPN", "PRON") or word.feat("Animacy") == "Anim" or word.lemma in lexicon.own_side_nouns


def _is_ready_to_act(tree: SyntaxTree, index: int) -> bool:
    """Tell «готов помочь», «готов к переговорам» from «обед готов».

    «Не готов» is no promise either.
    """
    if tree.lower_at(index - 1) == "не":
        return False
    return tree.lower_at(index + 1) in ("к", "ко") or any(tree.is_infinitive(child) for child in tree.children(index))


def _is_of_speaker(tree: SyntaxTree, index: int, cue: int | None) -> bool:
    """Say whether a verb leaves its subject to that of the cue.

    Example: «сказал, что приедет», not «считают, что мост откроют».
    """
    if cue is None or tree.words[index].lemma in _SUBJECTLESS:
        return False
    if has_own_subject(tree, index) or has_fronted_object(tree, index):
        return False
    one, other = tree.words[index].feat("Number"), tree.words[cue].feat("Number")
    return not one or not other or one == other
