"""Words for what was said before: «об этом», «с таким мнением»."""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_entries
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.syntax.tree import SyntaxTree

_SUCH = r"(?:с )?(?:так(?:ое|ую|ой|ие|ими?|ого)|подобн(?:ое|ую|ый|ые|ыми?|ого))"
_VIEWS = read_alternatives("claims/view_stems")
_OPINIONS = "|".join(verb.removesuffix("ть") for verb in read_entries("claims/opinion_verbs"))
SUCH_VIEW_WORDS = ("таков", "такова", "таково", "таковы")
_FOLLOWS = "|".join(re.sub("(?:ова)?ть$", "", word) for word in read_entries("claims/following_words"))
_POINTS_BACK = re.compile(
    r"(?:ранее |накануне |сегодня )?(?:об? этом\b|об? (?:своём|своем|таком|данном) (?:решении|намерении)|"
    rf"{_SUCH} (?:{_VIEWS})\w*|таков[аоы]? (?:{_VIEWS})\w*|"
    rf"так (?:{_OPINIONS})\w+|это (?:{_FOLLOWS})\w+ из|о чём|о чем)\b",
    re.IGNORECASE,
)
_IS_SUCH = re.compile(_SUCH.removeprefix("(?:с )?"), re.IGNORECASE)
_IS_VIEW = re.compile(_VIEWS, re.IGNORECASE)


def points_back(text: str, span: Span) -> bool:
    """Say whether a sentence begins with words for the one before."""
    return _POINTS_BACK.match(text, span.start, span.stop) is not None


def find_view_before(tree: SyntaxTree, verb: int, lexicon: ReportingLexicon) -> int | None:
    """Return where «такой вывод» of «такой вывод сделали эксперты» begins.

    The verb at `verb` reports with it.
    """
    if tree.words[verb].lemma not in lexicon.light_verbs | lexicon.phrase_verbs:
        return None
    is_view = _IS_VIEW.match(tree.lower_at(verb - 1)) is not None
    return verb - 2 if is_view and _IS_SUCH.fullmatch(tree.lower_at(verb - 2)) is not None else None


def is_such_view(tree: SyntaxTree, index: int) -> bool:
    """Say whether «таково мнение» begins at a word."""
    return tree.lower_at(index) in SUCH_VIEW_WORDS and _IS_VIEW.match(tree.lower_at(index + 1)) is not None
