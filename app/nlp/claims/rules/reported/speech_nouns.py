"""The noun of an act that a verb takes.

Example: «выразил желание …», «дал поручения …».
"""

from __future__ import annotations

import re
from dataclasses import replace

from app.core.text.word_lists import read_entries
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import (
    ParsedSegment,
    can_take_noun,
    find_request,
    is_denied,
    is_passive_participle,
)
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS, on_pattern
from app.nlp.claims.draft import Draft
from app.nlp.claims.kinds.agency import is_observer
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.reported.complements import is_abstract
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.speakers.speaker_phrase import find_speaking_place
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, find_phrase_start
from app.nlp.claims.syntax.subjects import find_subject
from app.nlp.claims.syntax.tree import SyntaxTree

_REQUEST = re.compile(r"\bсо? (?:\w+ )?(?:требовани|просьб|призыв|предложени|ходатайств|инициатив|ультиматум)\w+")
_TERMS = ("год", "месяц")
"""What a court is asked for."""
_STUDIES = read_entries("claims/study_nouns")
_MAX_WORDS_TO_GIVEN = 8
_MAX_WORDS_TO_ACT = 8
_VAGUE_NOUNS = read_entries("claims/vague_nouns")
"""Nouns of speech that say nothing without a clause."""


def _read_noun(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find the noun of speech or the finding that a verb takes.

    Example: «выразил желание …», «дал поручения …».
    """
    if is_denied(segment.tree, index):
        return _read_not_excluded(segment, index)
    if not can_take_noun(segment, index):
        return _read_given_noun(segment, index)
    tree = segment.tree
    request = find_request(segment, index) if Frame.NOUN in cue.frames else None
    if request is not None and tree.words[index].lemma not in segment.lexicon.light_verbs:
        stop = find_clause_stop(tree, request, index, is_clause=False)
        return make_clause_claim(segment, index, (request, stop), ClaimLabel.DEMAND, NOUN)
    attached = tree.children(index, "obj", "obl", "nsubj")
    for child in [*attached, *_find_nouns_behind(segment, index), *_find_given(tree, index, cue)]:
        word = tree.words[child]
        if (word.feat("Case") == "Nom" and word.rel != "obj") or word.pos != "NOUN":
            continue
        kind = _classify_object(segment, index, child, cue)
        if kind is None or not _can_govern(tree, index, child, segment):
            continue
        first = _find_noun_start(tree, child, index)
        is_revised = tree.words[index].lemma in segment.lexicon.revising_verbs  # «прогноз банк снизил до 3 %»
        last = max(child, index) if is_revised else child
        stop = find_clause_stop(tree, last, index, is_clause=False) if last >= index else index
        count = sum(tree.words[step].text[0].isalpha() for step in range(first, stop))
        if count < (2 if cue.kind == ClaimLabel.STATEMENT else 1):
            return None
        return _as_forecast(segment, make_clause_claim(segment, index, (first, stop), kind, NOUN))
    return None


def _read_given_noun(segment: ParsedSegment, index: int) -> Draft | None:
    """Find «дано поручение внести закон».

    The noun of speech is the subject, and only a document can speak.
    """
    tree, verb = segment.tree, segment.tree.words[index]
    for noun in tree.children(index, "nsubj"):
        kind = segment.lexicon.find_phrase(verb.lemma, tree.words[noun].lemma)
        near = range(max(noun, index) + 1, min(max(noun, index) + _MAX_WORDS_TO_ACT, len(tree)))
        act = next((step for step in near if tree.is_infinitive(step)), None)
        if kind is None or act is None or any(tree.words[step].text in ",;:" for step in range(near.start, act)):
            continue
        stop = find_clause_stop(tree, act, index, is_clause=False)
        draft = make_clause_claim(segment, index, (near.start, stop), kind, NOUN)
        return replace(draft, speaker=find_speaking_place(tree, index)) if draft is not None else None
    return None


def _can_govern(tree: SyntaxTree, verb: int, noun: int, segment: ParsedSegment) -> bool:
    """Say whether a verb can take a noun with its preposition.

    «выступил с предложением».

    What stands before it as the noun of a preposition is no object: «после свидания заметила следы».
    """
    cases = [tree.lower_at(child) for child in tree.children(noun, "case")]
    if noun < verb and tree.words[noun].rel == "obl" and tree.words[noun].lemma not in segment.lexicon.speech_nouns:
        return False
    return not cases or (
        cases[0] in ("с", "со", "к", "ко", "о", "об") and tree.words[noun].lemma in segment.lexicon.speech_nouns
    )


def _as_forecast(segment: ParsedSegment, draft: Draft | None) -> Draft | None:
    """Turn a promise by an observer into a forecast.

    Observers only say what comes: «синоптики обещают бурю».
    """
    if draft is None or draft.speaker is None or draft.kind != ClaimLabel.PROMISE:
        return draft
    is_told = is_observer(segment.text[draft.speaker.start : draft.speaker.stop])
    return replace(draft, kind=ClaimLabel.FORECAST) if is_told else draft


def _read_not_excluded(segment: ParsedSegment, index: int) -> Draft | None:
    """Find «не исключил продолжения …»."""
    tree = segment.tree
    if tree.words[index].lemma not in ("исключить", "исключать") or index + 2 >= len(tree):
        return None
    if is_passive_participle(tree, index):
        return None  # «не исключены отключения»
    if not any(tree.words[step].feat("Case") in ("Acc", "Gen") for step in (index + 1, index + 2)):
        return None
    stop = find_clause_stop(tree, index + 1, index, is_clause=False)
    return make_clause_claim(segment, index, (index + 1, stop), ClaimLabel.FORECAST, NOUN)


def _find_nouns_behind(segment: ParsedSegment, index: int) -> list[int]:
    """Return the nouns of speech in the rest of the clause.

    The parser may have hung them anywhere.
    """
    found = []
    for step in range(index + 1, len(segment.tree)):
        if segment.tree.is_finite(step) or segment.tree.lower_at(step) in (",", ";", ":"):
            break
        if segment.tree.words[step].pos == "NOUN" and segment.tree.words[step].lemma in segment.lexicon.speech_nouns:
            found.append(step)
    return found


def _find_given(tree: SyntaxTree, index: int, cue: Cue) -> list[int]:
    """Return what is promised to somebody who stands between: «обещает клиентам скидки».

    The parser may hang it on them.
    """
    if Frame.OBJECT not in cue.frames or cue.kind not in (ClaimLabel.PROMISE, ClaimLabel.FORECAST):
        return []
    for step in range(index + 2, min(index + _MAX_WORDS_TO_GIVEN, len(tree))):
        if tree.is_finite(step) or tree.words[step].text in ",;:":
            return []
        word = tree.words[step]
        is_thing = word.pos == "NOUN" and word.feat("Animacy") == "Inan" and word.feat("Case") in ("Acc", "Gen")
        if is_thing and tree.words[step - 1].feat("Case") == "Dat" and not tree.children(step, "case"):
            return [step]
    return []


def _find_noun_start(tree: SyntaxTree, noun: int, verb: int) -> int:
    """Return where a noun's phrase begins.

    Behind the verb it begins at its adjectives, before it with all its words.
    """
    first = noun
    if noun > verb:
        while first - 1 > verb and (
            tree.words[first - 1].pos in ("ADJ", "DET", "NUM") or tree.words[first - 1].rel.startswith("nummod")
        ):
            first -= 1
        return first
    first = find_phrase_start(tree, noun, -1)
    while first < noun and tree.words[first].pos in ("ADP", "PUNCT"):
        first += 1
    return first


def _is_of_study(segment: ParsedSegment, index: int) -> bool:
    """Say whether the subject of a verb is a study.

    It is one in «опрос показал рост», not in «команда показала рост».
    """
    subject = find_subject(segment.tree, index)
    return subject is not None and segment.tree.words[subject].lemma in _STUDIES


def _classify_object(segment: ParsedSegment, index: int, child: int, cue: Cue) -> ClaimLabel | None:
    lexicon, verb, noun = segment.lexicon, segment.tree.words[index], segment.tree.words[child]
    if Frame.WEIGHT in cue.frames and noun.lemma in lexicon.weight_nouns:
        return ClaimLabel.DEMAND if noun.lemma in lexicon.speech_nouns else ClaimLabel.STATEMENT
    if _is_finding(segment, index, child, cue):
        return ClaimLabel.STATEMENT
    if verb.lemma in lexicon.revising_verbs:
        return ClaimLabel.FORECAST if noun.lemma in lexicon.revised_nouns and noun.rel == "obj" else None
    return _classify_asked(segment, index, child, cue)


def _classify_asked(segment: ParsedSegment, index: int, child: int, cue: Cue) -> ClaimLabel | None:
    """Return the kind of what a verb asks for, promises or foresees."""
    lexicon, verb, noun = segment.lexicon, segment.tree.words[index], segment.tree.words[child]
    if cue.kind == ClaimLabel.DEMAND and (
        _is_term(segment, child, cue)
        or (Frame.OBJECT in cue.frames and noun.rel == "obj" and is_abstract(noun.lemma))
        or (verb.lemma in ("требовать", "потребовать") and noun.feat("Case") in ("Gen", "Acc"))
    ):
        return ClaimLabel.DEMAND
    if (
        noun.lemma in lexicon.speech_nouns
        and noun.lemma not in _VAGUE_NOUNS
        and (verb.lemma in lexicon.light_verbs or Frame.OBJECT in cue.frames)
    ):
        return lexicon.speech_nouns[noun.lemma]
    if (verb.lemma, noun.lemma) in lexicon.speech_phrases and not _is_bare(segment, index, child):
        return lexicon.speech_phrases[verb.lemma, noun.lemma]
    if Frame.OBJECT in cue.frames and cue.kind in (ClaimLabel.FORECAST, ClaimLabel.PROMISE):
        return cue.kind
    return None


def _is_term(segment: ParsedSegment, noun: int, cue: Cue) -> bool:
    """Find «просит десять лет», where no other rule takes the object."""
    word = segment.tree.words[noun]
    is_taken = Frame.THING in cue.frames and word.rel == "obj"
    return word.lemma in _TERMS and bool(segment.tree.children(noun, "nummod")) and not is_taken


def _is_bare(segment: ParsedSegment, index: int, noun: int) -> bool:
    """Say whether nothing tells what a noun is about.

    Examples are «дал задание» alone, «привёл данные полиции».
    """
    tree = segment.tree
    stop = find_clause_stop(tree, noun, index, is_clause=False)
    return not any(tree.is_infinitive(step) for step in range(noun + 1, stop))


def _is_finding(segment: ParsedSegment, index: int, child: int, cue: Cue) -> bool:
    """Say whether a noun tells what was found.

    Examples are «выявил нарушения», «отметил аварийность», «опрос показал рост».
    """
    noun = segment.tree.words[child]
    if Frame.WEIGHT in cue.frames and noun.lemma.endswith("ость"):
        return noun.rel == "obj"
    is_study = Frame.STUDY in cue.frames and noun.rel == "obj" and _is_of_study(segment, index)
    is_found = noun.lemma in segment.lexicon.finding_nouns or is_abstract(noun.lemma)
    return is_found and (is_study or Frame.FINDING in cue.frames)


NOUN = VerbRule(name="noun", precision=0.8, triggers=(REPORTING_WORDS, on_pattern(_REQUEST)), find=_read_noun)
