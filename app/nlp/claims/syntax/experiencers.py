"""Who holds an opinion in another case than the nominative.

«мне кажется», «аналитикам видится», «жителей тревожит, что …».
"""

from __future__ import annotations

from app.core.text.word_lists import read_words
from app.nlp.claims.syntax.tree import SyntaxTree

_SEEMING_TO = read_words("claims/seeming_to_verbs")
_MOVING = read_words("claims/moving_verbs")
_MAX_WORDS_AWAY = 2
_MAX_WORDS_TO_MOVED = 6


def seems_to_somebody(tree: SyntaxTree, index: int) -> bool:
    """Say whether a verb like «кажется» may stand at a word."""
    return tree.words[index].lemma in _SEEMING_TO


def find_experiencer(tree: SyntaxTree, verb: int) -> int | None:
    """Return «мне» of «мне кажется», the nearest dative beside the verb."""
    for away in range(1, _MAX_WORDS_AWAY + 1):
        for step in (verb - away, verb + away):
            if 0 <= step < len(tree) and _is_experiencer(tree, step, verb):
                return step
    return None


def _is_experiencer(tree: SyntaxTree, index: int, verb: int) -> bool:
    word = tree.words[index]
    can_hold = word.pos == "PRON" or word.feat("Animacy") == "Anim"
    is_parted = any(tree.words[step].text in ",;:" for step in range(min(index, verb) + 1, max(index, verb)))
    return can_hold and word.feat("Case") == "Dat" and not is_parted and not tree.children(index, "case")


def moves_somebody(tree: SyntaxTree, index: int) -> bool:
    """Say whether a verb like «тревожит» stands at a word."""
    return tree.words[index].lemma in _MOVING


def find_moved(tree: SyntaxTree, verb: int) -> int | None:
    """Return «жителей» of «жителей тревожит, что …».

    It is the nearest object before the verb, or one behind a verb that opens the clause: «Возмутило жителей то, что …».
    """
    before = [*range(verb - 1, max(-1, verb - 1 - _MAX_WORDS_TO_MOVED), -1)]
    for step in before or range(verb + 1, min(verb + 1 + _MAX_WORDS_TO_MOVED, len(tree))):
        word = tree.words[step]
        if word.text in ",;:":
            return None
        is_object = word.feat("Case") in ("Acc", "Gen") and not tree.children(step, "case")
        if is_object and (word.feat("Animacy") == "Anim" or word.pos == "PRON") and word.head == verb:
            return step
    return None
