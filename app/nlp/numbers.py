"""Numbers with what they count: "12 населенных пунктов", "около 20 тысяч человек"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.core.span import Span
from app.nlp.mention import Mention
from app.nlp.numerals import DIGITS, SCALE, WORDS, number, plain, scale

_S = "[ \u00a0\u202f]"
_NUMBER = re.compile(
    rf"(?<![\w№#.,/:-])(?P<about>(?:более|менее|свыше|почти|около|порядка|примерно){_S}(?:чем{_S})?)?"
    rf"(?P<number>{DIGITS}|(?<![\w-])(?:{WORDS})(?![\w-]))(?P<scale>{_S}?(?:{SCALE}))?{_S}"
    rf"(?P<counted>[а-яёәғқңөұүһі]+(?:-[а-яё]+)?(?:{_S}[а-яёәғқңөұүһі-]+){{0,2}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:стать[яиюеё]\w*|ст\.|част[иьюей]+|пункт\w*|п\.|глав\w+|дом\w*|квартир\w*|номер\w*|групп\w*)[ \u00a0]$",
    re.IGNORECASE,
)


def find_numbers(text: str, span: Span, counted_length: Callable[[str], int]) -> Iterator[Mention]:
    """Yield the numbers that count something in `text[span]`.

    `counted_length` gets the words after a number and returns how many characters of them are what is counted, 0 if
    nothing is.
    """
    for match in _NUMBER.finditer(text, span.start, span.stop):
        value = number(match["number"])
        length = counted_length(match["counted"])
        if value is None or not length or _BEFORE.search(text, max(0, match.start() - 16), match.start()):
            continue
        if value == 1 and not match["scale"]:
            continue  # «один из», «один раз»: seldom a count
        found = Span(match.start(), match.start("counted") + length)
        yield Mention(found, "NUMBER", "number/1", value=plain(value * scale(match["scale"] or "")))
