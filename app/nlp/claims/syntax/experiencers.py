"""Who holds an opinion in the dative: «мне кажется», «аналитикам видится»."""

from __future__ import annotations

from app.core.text.word_lists import read_words
from app.nlp.claims.syntax.tree import SyntaxTree

_SEEMING_TO = read_words("claims/seeming_to_verbs")
_MAX_WORDS_AWAY = 2


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
