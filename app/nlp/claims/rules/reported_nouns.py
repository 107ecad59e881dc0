"""Reported words that are no clause: «о» with a noun, the noun of an act, «назвал X Y-ом», «выступил за X»."""

from __future__ import annotations

from app.nlp.claims.cues.cue_detection import Reading, is_denied
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.clause_claim import claim_of
from app.nlp.claims.syntax.clause_bounds import clause_stop, leading_edge
from app.nlp.claims.syntax.tree import Tree

_TEAMS = ("сборная", "клуб", "команда", "рубеж", "счёт", "счет", "помощь")
_REASONS = ("поскольку", "считая", "полагая", "так", "потому")
_VAGUE = ("точка", "внимание", "вывод", "понимание")
"""Nouns of speech that say nothing without a clause."""
_ABOUT = ("о", "об", "обо")


def of_noun_frames(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Return the claim of a verb whose content is a noun and what hangs on it."""
    word = reading.tree.words[index]
    if word.feat("Voice") == "Pass" and word.feat("VerbForm") != "Fin":
        return None
    if is_denied(reading.tree, index):
        return _of_not_excluded(reading, index)
    for frame, rule in (("naming", _of_naming), ("side", _of_side), ("about", _of_topic), ("topic", _of_topic)):
        draft = rule(reading, index, cue) if frame in cue.frames else None
        if draft is not None:
            return draft
    return _of_noun(reading, index, cue)


def _of_not_excluded(reading: Reading, index: int) -> Draft | None:
    """Find «не исключил продолжения …»."""
    tree = reading.tree
    if tree.words[index].lemma not in ("исключить", "исключать") or index + 2 >= len(tree):
        return None
    if not any(tree.words[step].feat("Case") in ("Acc", "Gen") for step in (index + 1, index + 2)):
        return None
    stop = clause_stop(tree, index + 1, index, is_clause=False)
    return claim_of(reading, index, (index + 1, stop), "forecast", "claim.noun/1")


def _of_naming(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «назвал X Y-ом»: an object, and a noun, an adjective or quoted words that say what it is."""
    tree = reading.tree
    if index + 2 >= len(tree):
        return None
    thing = next((step for step in range(index + 1, min(index + 4, len(tree))) if _is_thing(tree, step)), None)
    if thing is None:
        return None
    stop = clause_stop(tree, index + 1, index, is_clause=False)
    named = [step for step in range(index + 1, stop) if step != thing and _says_what(tree, step)]
    if not named or any(tree.words[step].pos == "ADP" for step in range(index + 1, thing)):
        return None
    start = leading_edge(tree, thing, index)
    return claim_of(reading, index, (min(start, named[0]), stop), cue.kind, "claim.naming/1")


def _is_thing(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    return word.pos in ("NOUN", "PROPN", "PRON", "X") and word.feat("Case") in ("Acc", "Gen", "Ins", "")


def _says_what(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    if word.text in ("«", '"', "„"):
        return True
    return word.feat("Case") == "Ins" and word.pos in ("NOUN", "ADJ", "VERB") and not tree.children(index, "case")


def _of_side(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «выступил за X», «высказался против Y»."""
    tree = reading.tree
    if tree.lower(index + 1) not in ("за", "против") or index + 2 >= len(tree):
        return None
    noun = next((step for step in range(index + 2, len(tree)) if tree.words[step].pos in ("NOUN", "PROPN")), None)
    if noun is None or tree.words[noun].pos == "PROPN" or tree.words[noun].lemma in _TEAMS:
        return None
    stop = clause_stop(tree, index + 1, index, is_clause=False)
    reason = next((step - 1 for step in range(noun, stop) if tree.lower(step) in _REASONS), stop)
    return claim_of(reading, index, (index + 1, reason), "demand", "claim.side/1")


def _of_topic(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «заявил о готовности …»: «о» with a noun that is an act, not a topic."""
    tree = reading.tree
    if tree.lower(0) in _ABOUT and "about" in cue.frames and not _has_subject_before(tree, index):
        return _of_fronted_topic(reading, index, cue)
    for step in range(index + 1, min(index + 14, len(tree) - 1)):
        if tree.lower(step) in _ABOUT and tree.words[step].pos == "ADP":
            return _of_topic_at(reading, index, step, cue)
        if tree.is_finite(step) or tree.words[step].text in ":;":
            return None
    return None


def _of_fronted_topic(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «О закрытии завода сообщил мэр»."""
    tree = reading.tree
    noun = tree.words[0].head
    if not 0 < noun < index or tree.words[noun].pos != "NOUN" or any(tree.is_finite(step) for step in range(index)):
        return None
    return claim_of(reading, index, (0, index), cue.kind, "claim.about/1")


def _has_subject_before(tree: Tree, index: int) -> bool:
    """Say whether a nominative stands before a verb."""
    return any(tree.words[step].feat("Case") == "Nom" for step in range(index))


def _of_topic_at(reading: Reading, index: int, step: int, cue: Cue) -> Draft | None:
    tree = reading.tree
    noun = tree.words[step].head
    if noun <= step or tree.words[noun].pos != "NOUN" or tree.words[noun].feat("Animacy") == "Anim":
        return None
    kind = reading.lexicon.nouns.get(tree.words[noun].lemma)
    if "about" not in cue.frames and kind is None:
        return None
    stop = clause_stop(tree, step, index, is_clause=False)
    return claim_of(reading, index, (step, stop), kind or cue.kind, "claim.about/1")


def _of_noun(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find the noun of speech or the finding that a verb takes: «выразил желание …», «дал поручения …»."""
    tree = reading.tree
    for child in [*tree.children(index, "obj", "obl", "nsubj"), *_nouns_behind(reading, index)]:
        word = tree.words[child]
        if word.feat("Case") == "Nom" or word.pos != "NOUN":
            continue
        kind = _kind_of_object(reading, index, child, cue)
        if kind is None:
            continue
        first = _noun_start(tree, child, index)
        stop = clause_stop(tree, child, index, is_clause=False) if child > index else index
        if sum(tree.words[step].text[0].isalpha() for step in range(first, stop)) < 2:
            return None
        return claim_of(reading, index, (first, stop), kind, "claim.noun/1")
    return None


def _nouns_behind(reading: Reading, index: int) -> list[int]:
    """Return the nouns of speech in the rest of a verb's clause, wherever the parser hung them."""
    found = []
    for step in range(index + 1, len(reading.tree)):
        if reading.tree.is_finite(step) or reading.tree.lower(step) in (",", ";", ":"):
            break
        if reading.tree.words[step].pos == "NOUN" and reading.tree.words[step].lemma in reading.lexicon.nouns:
            found.append(step)
    return found


def _noun_start(tree: Tree, noun: int, verb: int) -> int:
    """Return where a noun's phrase begins: at its adjectives; with all its words where it stands before the verb."""
    first = noun
    if noun > verb:
        while first - 1 > verb and tree.words[first - 1].pos in ("ADJ", "DET", "NUM"):
            first -= 1
        return first
    first = leading_edge(tree, noun, -1)
    while first < noun and tree.words[first].pos in ("ADP", "PUNCT"):
        first += 1
    return first


def _kind_of_object(reading: Reading, index: int, child: int, cue: Cue) -> str | None:
    lexicon, verb, noun = reading.lexicon, reading.tree.words[index], reading.tree.words[child]
    if "weight" in cue.frames and noun.lemma in lexicon.weights:
        return "demand" if noun.lemma in lexicon.nouns else "statement"
    if "finding" in cue.frames and noun.lemma in lexicon.findings:
        return "statement"
    if (
        noun.lemma in lexicon.nouns
        and noun.lemma not in _VAGUE
        and (verb.lemma in lexicon.light or "object" in cue.frames)
    ):
        return lexicon.nouns[noun.lemma]
    if "object" in cue.frames and cue.kind in ("forecast", "promise"):
        return cue.kind
    if verb.lemma in ("требовать", "потребовать") and noun.feat("Case") in ("Gen", "Acc"):
        return "demand"
    return None
