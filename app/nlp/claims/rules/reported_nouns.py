"""Reported words that are no clause: «о» with a noun, the noun of an act, «назвал X Y-ом», «выступил за X»."""

from __future__ import annotations

from app.nlp.claims.cues.cue_detection import ParsedSegment, is_denied
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.clause_claim import make_clause_claim
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, find_phrase_start
from app.nlp.claims.syntax.tree import SyntaxTree

_TEAMS = ("сборная", "клуб", "команда", "рубеж", "счёт", "счет", "помощь")
_REASONS = ("поскольку", "считая", "полагая", "так", "потому")
_VAGUE_NOUNS = ("точка", "внимание", "вывод", "понимание")
"""Nouns of speech that say nothing without a clause."""
_ABOUT = ("о", "об", "обо")


def find_noun_claim(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Return the claim of a verb whose content is a noun and what hangs on it."""
    word = segment.tree.words[index]
    if word.feat("Voice") == "Pass" and word.feat("VerbForm") != "Fin":
        return None
    if is_denied(segment.tree, index):
        return _read_not_excluded(segment, index)
    for frame, rule in (("naming", _read_naming), ("side", _read_side), ("about", _read_topic), ("topic", _read_topic)):
        draft = rule(segment, index, cue) if frame in cue.frames else None
        if draft is not None:
            return draft
    return _read_noun(segment, index, cue)


def _read_not_excluded(segment: ParsedSegment, index: int) -> Draft | None:
    """Find «не исключил продолжения …»."""
    tree = segment.tree
    if tree.words[index].lemma not in ("исключить", "исключать") or index + 2 >= len(tree):
        return None
    if not any(tree.words[step].feat("Case") in ("Acc", "Gen") for step in (index + 1, index + 2)):
        return None
    stop = find_clause_stop(tree, index + 1, index, is_clause=False)
    return make_clause_claim(segment, index, (index + 1, stop), "forecast", "claim.noun/1")


def _read_naming(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «назвал X Y-ом»: an object, and a noun, an adjective or quoted words that say what it is."""
    tree = segment.tree
    if index + 2 >= len(tree):
        return None
    thing = next((step for step in range(index + 1, min(index + 4, len(tree))) if _is_thing(tree, step)), None)
    if thing is None:
        return None
    stop = find_clause_stop(tree, index + 1, index, is_clause=False)
    named = [step for step in range(index + 1, stop) if step != thing and _says_what(tree, step)]
    if not named or any(tree.words[step].pos == "ADP" for step in range(index + 1, thing)):
        return None
    start = find_phrase_start(tree, thing, index)
    return make_clause_claim(segment, index, (min(start, named[0]), stop), cue.kind, "claim.naming/1")


def _is_thing(tree: SyntaxTree, index: int) -> bool:
    word = tree.words[index]
    return word.pos in ("NOUN", "PROPN", "PRON", "X") and word.feat("Case") in ("Acc", "Gen", "Ins", "")


def _says_what(tree: SyntaxTree, index: int) -> bool:
    word = tree.words[index]
    if word.text in ("«", '"', "„"):
        return True
    return word.feat("Case") == "Ins" and word.pos in ("NOUN", "ADJ", "VERB") and not tree.children(index, "case")


def _read_side(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «выступил за X», «высказался против Y»."""
    tree = segment.tree
    if tree.lower_at(index + 1) not in ("за", "против") or index + 2 >= len(tree):
        return None
    noun = next((step for step in range(index + 2, len(tree)) if tree.words[step].pos in ("NOUN", "PROPN")), None)
    if noun is None or tree.words[noun].pos == "PROPN" or tree.words[noun].lemma in _TEAMS:
        return None
    stop = find_clause_stop(tree, index + 1, index, is_clause=False)
    reason = next((step - 1 for step in range(noun, stop) if tree.lower_at(step) in _REASONS), stop)
    return make_clause_claim(segment, index, (index + 1, reason), "demand", "claim.side/1")


def _read_topic(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «заявил о готовности …»: «о» with a noun that is an act, not a topic."""
    tree = segment.tree
    if tree.lower_at(0) in _ABOUT and "about" in cue.frames and not _has_subject_before(tree, index):
        return _read_fronted_topic(segment, index, cue)
    for step in range(index + 1, min(index + 14, len(tree) - 1)):
        if tree.lower_at(step) in _ABOUT and tree.words[step].pos == "ADP":
            return _read_topic_at(segment, index, step, cue)
        if tree.is_finite(step) or tree.words[step].text in ":;":
            return None
    return None


def _read_fronted_topic(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «О закрытии завода сообщил мэр»."""
    tree = segment.tree
    noun = tree.words[0].head
    if not 0 < noun < index or tree.words[noun].pos != "NOUN" or any(tree.is_finite(step) for step in range(index)):
        return None
    return make_clause_claim(segment, index, (0, index), cue.kind, "claim.about/1")


def _has_subject_before(tree: SyntaxTree, index: int) -> bool:
    """Say whether a nominative stands before a verb."""
    return any(tree.words[step].feat("Case") == "Nom" for step in range(index))


def _read_topic_at(segment: ParsedSegment, index: int, step: int, cue: Cue) -> Draft | None:
    tree = segment.tree
    noun = tree.words[step].head
    if noun <= step or tree.words[noun].pos != "NOUN" or tree.words[noun].feat("Animacy") == "Anim":
        return None
    kind = segment.lexicon.nouns.get(tree.words[noun].lemma)
    if "about" not in cue.frames and kind is None:
        return None
    stop = find_clause_stop(tree, step, index, is_clause=False)
    return make_clause_claim(segment, index, (step, stop), kind or cue.kind, "claim.about/1")


def _read_noun(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find the noun of speech or the finding that a verb takes: «выразил желание …», «дал поручения …»."""
    tree = segment.tree
    for child in [*tree.children(index, "obj", "obl", "nsubj"), *_find_nouns_behind(segment, index)]:
        word = tree.words[child]
        if word.feat("Case") == "Nom" or word.pos != "NOUN":
            continue
        kind = _classify_object(segment, index, child, cue)
        if kind is None:
            continue
        first = _find_noun_start(tree, child, index)
        stop = find_clause_stop(tree, child, index, is_clause=False) if child > index else index
        if sum(tree.words[step].text[0].isalpha() for step in range(first, stop)) < 2:
            return None
        return make_clause_claim(segment, index, (first, stop), kind, "claim.noun/1")
    return None


def _find_nouns_behind(segment: ParsedSegment, index: int) -> list[int]:
    """Return the nouns of speech in the rest of a verb's clause, wherever the parser hung them."""
    found = []
    for step in range(index + 1, len(segment.tree)):
        if segment.tree.is_finite(step) or segment.tree.lower_at(step) in (",", ";", ":"):
            break
        if segment.tree.words[step].pos == "NOUN" and segment.tree.words[step].lemma in segment.lexicon.nouns:
            found.append(step)
    return found


def _find_noun_start(tree: SyntaxTree, noun: int, verb: int) -> int:
    """Return where a noun's phrase begins: at its adjectives; with all its words where it stands before the verb."""
    first = noun
    if noun > verb:
        while first - 1 > verb and tree.words[first - 1].pos in ("ADJ", "DET", "NUM"):
            first -= 1
        return first
    first = find_phrase_start(tree, noun, -1)
    while first < noun and tree.words[first].pos in ("ADP", "PUNCT"):
        first += 1
    return first


def _classify_object(segment: ParsedSegment, index: int, child: int, cue: Cue) -> str | None:
    lexicon, verb, noun = segment.lexicon, segment.tree.words[index], segment.tree.words[child]
    if "weight" in cue.frames and noun.lemma in lexicon.weights:
        return "demand" if noun.lemma in lexicon.nouns else "statement"
    if "finding" in cue.frames and noun.lemma in lexicon.findings:
        return "statement"
    if (
        noun.lemma in lexicon.nouns
        and noun.lemma not in _VAGUE_NOUNS
        and (verb.lemma in lexicon.light or "object" in cue.frames)
    ):
        return lexicon.nouns[noun.lemma]
    if "object" in cue.frames and cue.kind in ("forecast", "promise"):
        return cue.kind
    if verb.lemma in ("требовать", "потребовать") and noun.feat("Case") in ("Gen", "Acc"):
        return "demand"
    return None
