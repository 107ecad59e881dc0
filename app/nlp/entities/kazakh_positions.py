"""Positions in Kazakh text: «Қала әкімі Ерболат Досаев», «Қаржы министрлігінің өкілі».

A position is one beside a person, or with the words that say of what it is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from app.core.span import Span
from app.core.text.letters import CAPITALS
from app.core.text.word_lists import read_words
from app.core.vocabulary import EntityLabel
from app.nlp.mention import Mention
from app.nlp.text.kazakh_grammar import FACT, FUTURE, Case, is_ahead, is_plural, is_possessed, read_bases, read_noun
from app.nlp.text.tokens import Token

_POSITIONS = read_words("entities/kazakh_positions")
_OFFICES = read_words("entities/kazakh_offices")
_ALONE = read_words("entities/kazakh_positions_alone")
_OPENINGS = read_words("entities/kazakh_openings")
_GOVERNED = read_words("entities/kazakh_area_nouns") | read_words("entities/kazakh_ranks")
_POSTPOSITIONS = read_words("entities/kazakh_postpositions")
_INSIDE = (EntityLabel.LOC, EntityLabel.ORG)
_JOINING = frozenset(("мен", "пен", "бен", "және"))
_MARKS = '«»„“”"'
_PAST = re.compile(rf"[^\W\d_A-Z{CAPITALS}]+[дт][ыі]")
"""Verbs of the past in the third person."""
_PARTICIPLE = re.compile(rf"[^\W\d_A-Z{CAPITALS}]{{2,}}(?:ған|ген|қан|кен)")
_MAX_MODIFIERS = 5
_RULE = "kazakh-role/1"


def find_kazakh_positions(text: str, tokens: Sequence[Token], names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the positions among the tokens of a block, in order.

    `names` are the names of the block, and may lie inside a position.
    """
    starts = {name.span.start for name in names if name.label == EntityLabel.PER}
    persons = {place for name in names if name.label == EntityLabel.PER for place in range(*name.span)}
    inside = {place: name for name in names if name.label in _INSIDE for place in range(*name.span)}
    found: list[Mention] = []
    for index, token in enumerate(tokens):
        bases = [base for base in read_bases(token.text) if base in _POSITIONS]
        if not bases or token.start in inside or token.start in persons:
            continue
        first = _find_first(text, tokens, index, inside, persons) if is_possessed(read_noun(token.text).stem) else index
        is_beside = index + 1 < len(tokens) and tokens[index + 1].start in starts
        is_one = not is_plural(token.text)  # «Мәжіліс депутаттары» are several
        if is_beside or any(base in _ALONE or (base in _OFFICES and first < index) for base in bases if is_one):
            position = _make_mention(text, tokens[first], token)
            found = [*(one for one in found if not position.span.contains(one.span)), position]
    yield from found


def _may_govern(word: str) -> bool:
    """Say whether a name can be whose position it is.

    «Иран | Президенті» has such a name, «Қазақстанда | өкілдері» has not.
    """
    return read_noun(word).case in (Case.NOMINATIVE, Case.GENITIVE)


def _find_first(
    text: str, tokens: Sequence[Token], index: int, inside: dict[int, Mention], persons: Container[int]
) -> int:
    """Return the first word of a position's modifiers.

    They are names, quotations and nouns without an ending. They say of what the position is.
    """
    first = index
    for _ in range(_MAX_MODIFIERS):
        before = first - 1
        if before < 0 or "\n" in text[tokens[before].stop : tokens[first].start]:
            break
        name = inside.get(tokens[before].start)
        if tokens[before].start in persons or (name is not None and not _may_govern(tokens[before].text)):
            break
        if name is not None:
            first = before
            while first and tokens[first - 1].start >= name.span.start:
                first -= 1
            first = _skip_mark(tokens, first)
        elif _closes_quotation(tokens, before, inside) or _is_modifier(tokens[before].text):
            first = before
        else:
            break
    return first


def _closes_quotation(tokens: Sequence[Token], index: int, inside: dict[int, Mention]) -> bool:
    return tokens[index].text in _MARKS and index > 0 and tokens[index - 1].start in inside


def _skip_mark(tokens: Sequence[Token], first: int) -> int:
    """Return the opening mark before a quoted name.

    Return the name's first token if it is not quoted.
    """
    return first - 1 if first and tokens[first - 1].text in _MARKS else first


def _is_modifier(word: str) -> bool:
    low = word.lower()
    if not word[0].isalpha() or (low in _OPENINGS and low not in _GOVERNED) or low in _POSTPOSITIONS:
        return False
    if read_noun(word).case not in (Case.NOMINATIVE, Case.GENITIVE):
        return False
    if _PAST.fullmatch(word) or _PARTICIPLE.fullmatch(word):
        return False  # «… деп атап өтті басқарма басшысы», «сапармен барған Мемлекет басшысы»
    return not (is_ahead(word) or FACT.fullmatch(word) or FUTURE.fullmatch(word) or low in _JOINING)


def _make_mention(text: str, first: Token, last: Token) -> Mention:
    words = text[first.start : last.stop]
    normal = words[: len(words) - len(last.text)] + read_noun(last.text).stem
    return Mention(Span(first.start, last.stop), EntityLabel.ROLE, _RULE, normal=normal, entity=normal)
