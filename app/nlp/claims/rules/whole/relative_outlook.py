"""Forecasts in a clause on a noun: «приняли закон, который вступит в силу 5 марта»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.syntax.tree import SyntaxTree

_NOUNS = ("NOUN", "PROPN")
_BEFORE_NOUN = ("ADJ", "DET", "NUM")
_PHRASE = (*_NOUNS, *_BEFORE_NOUN, "ADP", "X")
_MAX_WORDS_BACK = 8


def find_relative_outlook(
    segment: ParsedSegment, heads: Sequence[int], find_kind: Callable[[ParsedSegment, int], ClaimLabel | None]
) -> tuple[int, int, ClaimLabel] | None:
    """Return the noun with the clause that looks ahead, and the kind.

    It is (first word, stop, kind). What a main clause reports is none.
    """
    tree = segment.tree
    if any(_reports(segment, head) for head in heads):
        return None
    for index in range(2, len(tree)):
        noun = _find_noun(tree, index)
        kind = find_kind(segment, index) if noun is not None else None
        if noun is not None and kind is not None:
            return _find_phrase_start(tree, noun), _find_stop(tree, index, heads), kind
    return None


def _reports(segment: ParsedSegment, head: int) -> bool:
    known = segment.lexicon.verbs.get(segment.tree.words[head].lemma)
    return known is not None and Frame.THAT in known.frames


def _find_noun(tree: SyntaxTree, verb: int) -> int | None:
    """Return the thing before the comma whose clause a finite verb heads.

    The pronoun is the clause's subject. A clause on persons only tells which they are.
    """
    if not tree.is_finite(verb):
        return None
    for step in range(verb - 1, 1, -1):
        word = tree.words[step]
        if tree.is_finite(step) or word.text in ";:—–«»":
            return None
        if word.lemma == "который":
            is_subject = word.feat("Case") == "Nom" and tree.words[step - 1].text == ","
            noun = _find_agreeing(tree, step) if is_subject else None
            return noun if noun is not None and tree.words[noun].feat("Animacy") == "Inan" else None
    return None


def _find_agreeing(tree: SyntaxTree, pronoun: int) -> int | None:
    """Return the noun that a pronoun stands for: «закон | о банках, который».

    It is the subject or the object: of any other the sentence does not tell.
    """
    wanted = tree.words[pronoun]
    for step in range(pronoun - 2, max(-1, pronoun - 2 - _MAX_WORDS_BACK), -1):
        word = tree.words[step]
        if word.pos not in _PHRASE:
            return None
        is_alike = word.feat("Number") == wanted.feat("Number") and word.feat("Gender") in ("", wanted.feat("Gender"))
        if (
            word.pos in _NOUNS
            and word.feat("Case") in ("Nom", "Acc")
            and (is_alike or word.feat("Number") == "Plur" == wanted.feat("Number"))
        ):
            return step
    return None


def _find_phrase_start(tree: SyntaxTree, noun: int) -> int:
    """Return where the adjectives before a noun start."""
    first = noun
    while first and tree.words[first - 1].pos in _BEFORE_NOUN:
        first -= 1
    return first


def _find_stop(tree: SyntaxTree, verb: int, heads: Sequence[int]) -> int:
    """Return where the clause stops: at a comma before a main verb, or with the sentence."""
    behind = [head for head in heads if head > verb]
    commas = (step for step in range(verb + 1, len(tree)) if tree.words[step].text == ",")
    return next(commas, len(tree)) if behind else len(tree)
