"""Find the place where somebody speaks.

It stands beside a speaker and is no part of the name.
"""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_words
from app.nlp.backend.analysis import ROOT
from app.nlp.claims.syntax.tree import SyntaxTree

SPEAKING_PLACES = read_words("claims/speaking_places")
_PREPOSITIONS = ("на", "в", "во", "у", "по", "через", "для", "из")
_LABELLED_PLACE = re.compile(
    r"\s+(?:на|в|во|у|по|через)\s+(?:себя\b|"
    rf"(?:(?:{read_alternatives('claims/place_attributes')})\s+)?"
    rf"(?:{'|'.join(sorted(re.escape(word[:5]) for word in SPEAKING_PLACES))})\w*).*$",
    re.IGNORECASE | re.DOTALL,
)
_TOPIC = re.compile(r"\s+(?:[—–-]\s+)?(?:о|об|обо|про)\s.*$", re.DOTALL)
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


def is_speaking_place(word: str) -> bool:
    """Say whether a noun is a place where somebody speaks.

    It may be the last part of a noun with a hyphen.
    """
    return word in SPEAKING_PLACES or word.rsplit("-", maxsplit=1)[-1] in SPEAKING_PLACES


def cut_speaking_place(tree: SyntaxTree, span: Span) -> Span:
    """Return a speaker's phrase without the place of speaking behind its noun.

    Example: «инженер на сходе дачников» is the engineer.
    """
    inside = [index for index, word in enumerate(tree.words) if span.contains(word.span)]
    for index in inside[1:]:
        if tree.lower_at(index) not in _PREPOSITIONS or tree.words[index].pos != "ADP":
            continue
        noun = tree.words[index].head
        is_place = (
            noun > index
            and not _is_of_participle(tree, noun)
            and (is_speaking_place(tree.words[noun].lemma) or is_speaking_place(tree.words[noun].text))
        )
        if is_place or tree.lower_at(index + 1) == "себя":
            return Span(span.start, tree.words[index - 1].span.stop)
    return span


def _is_of_participle(tree: SyntaxTree, noun: int) -> bool:
    """Find «присутствовавшие на собрании»: the place tells who they are."""
    head = tree.words[noun].head
    return head != ROOT and tree.words[head].feat("VerbForm") == "Part"


def cut_labelled_place(words: str) -> str:
    """Return the label of a turn without remarks.

    Its topic and the place of speaking are left out too. Example: «Сторож в чате», «Асель Нур (из зала)», «Мэр – о
    налогах».
    """
    return _LABELLED_PLACE.sub("", _TOPIC.sub("", _REMARK.sub("", words))).rstrip(" ,")
