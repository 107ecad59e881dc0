"""Laws and their articles.

Example: "часть 2 статьи 174 УК РК", "закон «О языках»", "Налоговый кодекс".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.backend.inflection import Inflection
from app.nlp.mention import Mention

_S = "[ \u00a0]"
_NUMBER = r"\d{1,6}(?:[.-]\d{1,6}){0,4}"
_SIGNED = rf"(?:№{_S}?)?{_NUMBER}"
_NUMBERS = rf"{_SIGNED}(?:{_S}?,{_S}?{_SIGNED}){{0,12}}(?:{_S}и{_S}{_SIGNED})?"
_END = r"(?:а|у|ом|е|ы|ов|ам|ами|ах)?"
_OF = rf"{_S}(?:{read_alternatives('entities/states_of_laws').replace(' ', _S)})"
_SHORT = f"(?:{read_alternatives('entities/code_acronyms')})"
_TITLED = rf"{_S}[«\"](?!\s)[^»\"\n]{{4,200}}[»\"]"
_CODE = (
    rf"(?:(?:{read_alternatives('entities/code_adjectives')})(?:ый|ий|ой|ого|ому|ым|им|ом){_S}(?:процессуальн\w+{_S})?кодекс{_END}(?:{_OF})?"
    rf"|Кодекс{_END}(?:{_S}об?{_S}[а-яё ]{{4,60}}?правонарушениях)|Конституци[яиюей]{{1,2}}(?:{_OF})?"
    rf"|[Кк]одекс{_END}(?:{_OF})?{_TITLED}|{_SHORT}{_OF})"
)
_PART = rf"(?i:{read_alternatives('entities/law_parts')})(?:ам|ы|а|у|ом|е|ь|и|ью|ях|ям)?{_S}?{_NUMBERS}"
"""A part of an article, which stands before it or behind."""

_LAW = re.compile(
    rf"(?<!\w)(?:"
    rf"(?:{_PART}{_S}?,?{_S}?){{0,4}}"
    rf"(?i:стать(?:я|и|ю|е|ёй|ей|ям|ями|ях)|статей|ст\.{{1,2}}){_S}?{_NUMBERS}(?:{_S}?,?{_S}?{_PART}){{0,3}}"
    rf"(?:,?{_S}(?:{_CODE}|{_SHORT}|[Зз]акон{_END}(?:{_OF})?(?:{_TITLED})?))?(?:{_S}«[^»\n]{{3,80}}»)?"
    rf"|(?:(?:[Фф]едеральн|[Кк]онституционн)\w{{2,3}}{_S})?[Зз]акон{_END}(?:{_OF})?{_TITLED}"
    rf"|(?:{read_alternatives('entities/programme_words')}){_TITLED}"
    rf"|(?:{read_alternatives('entities/decree_stems')})(?:{_END}|[еяюий]|ем)(?:{_S}[а-яёА-Я]+){{0,3}}{_S}№{_S}?\d[\w/-]*"
    rf"|{_CODE}"
    rf")(?!\w)"
)


_OPENING_WORDS = re.compile(r"[А-Яа-яё]+(?: [а-яё]+)*")
_SEVERAL = re.compile(rf"[А-Яа-яё]+{_S}{_SIGNED}{_S}?(?:,|и{_S}){_S}?{_SIGNED}")
"""Several articles or parts of one: «статьи 5 и 6»."""


def find_laws(text: str, span: Span) -> Iterator[Mention]:
    """Yield the laws, codes and articles of law in `text[span]`, in order."""
    for match in _LAW.finditer(text, span.start, span.stop):
        yield Mention(Span(*match.span()), EntityLabel.LAW, "law/1")


def normalise_law(law: str, inflection: Inflection) -> str:
    """Return a law with its first noun in the nominative.

    Example: «статья 190 УК РК», «Налоговый кодекс». What is shortened stays: «ст. 190».
    """
    opening = _OPENING_WORDS.match(law)
    if opening is None or law[opening.end() :].startswith("."):
        return law
    number = "plur" if _SEVERAL.match(law) else "sing"
    return " ".join(inflection.phrase_to_nominative(opening[0].split(), number)) + law[opening.end() :]
