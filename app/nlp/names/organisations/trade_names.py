"""Firms whose spelling or last word shows them.

"СтройМаркет", "аналитики Жетісу Банка".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.text.letters import CAPITALS, SMALL
from app.core.text.stem import stem
from app.core.text.word_lists import read_entries, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

_INITIALS = rf"[{CAPITALS}][{SMALL}]{{2,}}[{CAPITALS}]{{2,4}}"
_ENDS_IN_INITIALS = re.compile(_INITIALS)
_JOINED = re.compile(rf"(?:[{CAPITALS}][{SMALL}]{{2,}}){{2,}}|{_INITIALS}")
"""A word of two beginnings or more: "КазТехУниверситет", or of one and initials: "КарТУ"."""

_TRADE_STEMS = frozenset(map(stem, read_words("names/trade_words")))
TRADE_ENDINGS = tuple(word.capitalize() for word in read_entries("names/trade_words"))
"""What ends a firm in one word: "СберГрупп"."""
_LETTERS = re.compile(rf"[{CAPITALS}][{SMALL}]+")
_PLACE_PREPOSITIONS = frozenset(("в", "во", "на", "из", "под", "до", "к", "от"))
_OPENING = frozenset('"«“„')
_RULE = "trade/1"


def settle_trade_names(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """Return a sentence's names with firms that their words show."""
    settled = [_settle_label(name, tokens) for name in names]
    joined = [
        Name(index, index + 1, EntityLabel.ORG, _RULE)
        for index, token in enumerate(tokens)
        if not token.text[1:].islower() and _JOINED.fullmatch(token.text)
    ]
    return sort_names([*settled, *drop_overlapping(joined, settled)])


def _settle_label(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a name as a firm if it ends in "Банк".

    The tagger may have left that word out.
    """
    stop = name.stop
    if name.label != EntityLabel.PER and stop < len(tokens) and _goes_on(name, tokens):
        stop += 1
    if name.label == EntityLabel.ORG:
        return name.with_bounds(name.first, stop, _RULE)
    is_long = stop - name.first > 1 and _is_trade_word(tokens[stop - 1].text)
    first = tokens[name.first].text
    is_joined = stop - name.first == 1 and (first.endswith(TRADE_ENDINGS) or _ENDS_IN_INITIALS.fullmatch(first))
    return Name(name.first, stop, EntityLabel.ORG, _RULE) if is_long or is_joined else name


def _goes_on(name: Name, tokens: Sequence[Token]) -> bool:
    """Tell «Алтай Банк» from «В Астане Банк развития»."""
    before = tokens[name.first - 1].text.lower() if name.first else ""
    behind = tokens[name.stop + 1].text if name.stop + 1 < len(tokens) else ""
    is_free = before not in _PLACE_PREPOSITIONS and not behind[:1].isupper() and behind not in _OPENING
    return is_free and _is_trade_word(tokens[name.stop].text)


def _is_trade_word(word: str) -> bool:
    return _LETTERS.fullmatch(word) is not None and stem(word) in _TRADE_STEMS
