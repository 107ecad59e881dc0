"""Laws and their articles, by patterns and by grammar.

Example: "часть 2 статьи 174 УК РК", "закон «О языках»", "Налоговый кодекс"; "закон о банках", "Концепция развития
отрасли до 2030 года".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from app.core.span import Span
from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_table
from app.core.vocabulary import EntityLabel
from app.nlp.backend.inflection import Inflection
from app.nlp.backend.noun_phrases import GENITIVE, NounPhrases
from app.nlp.mention import Mention
from app.nlp.names.name import Name
from app.nlp.text.tokens import Token

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

_PROGRAMME = re.compile("[Пп]рограмм")
_SHOW = re.compile(read_alternatives("entities/show_words"), re.IGNORECASE)
_SHOW_CHARS = 40
"""How far around a programme the words stand that make a show or an application of it."""

_OPENING_WORDS = re.compile(r"[А-Яа-яё]+(?: [а-яё]+)*")
_SEVERAL = re.compile(rf"[А-Яа-яё]+{_S}{_SIGNED}{_S}?(?:,|и{_S}){_S}?{_SIGNED}")
"""Several articles or parts of one: «статьи 5 и 6»."""


_HEADS = {word: frozenset(powers.split()) for word, powers in read_table("entities/law_heads").items()}
_WORDS = frozenset(_HEADS)
_STEMS = frozenset(map(stem, _HEADS))
_ABOUT = frozenset(("о", "об"))
_SUBJECT = frozenset({"loct", "loc2"})
_OF_PLACE = re.compile(r"[А-ЯЁ][а-яё]+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)")
_GOVERNED = read_table("entities/governing_nouns")
_GOVERNING = frozenset(_GOVERNED)
_OWNERS = frozenset((EntityLabel.LOC, EntityLabel.ORG))
_ACT = re.compile(r"[а-яё]+ни(?:е|я|ю|ем|и)")
"""What is done governs the instrumental too: «управления финансами»."""

_RULED = GENITIVE | {"ablt"}
_TERMS = frozenset(("до", "на"))
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–—](?:19|20)\d\d)?")
_MAX_ADJECTIVES = 3
_RULE = "law/2"
"""The rule of what grammar tells."""


class LawPhrases:
    """Finds laws and programmes by grammar.

    What they are about tells a law, its term or capital a programme.
    """

    def __init__(self, phrases: NounPhrases) -> None:
        self._phrases = phrases

    def find(self, names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
        """Yield the laws of a sentence; `names` are those of the sentence."""
        for index, token in enumerate(tokens):
            head = self._phrases.match_lemma(token.text, _WORDS) if stem(token.text) in _STEMS else ""
            if not head:
                continue
            if "named" in _HEADS[head] and (named := self._find_own_adjective(index, tokens)) is not None:
                about = self._find_subject_stop(index + 1, tokens) if "about" in _HEADS[head] else index + 1
                yield Name(named, about, EntityLabel.LAW, _RULE)
                continue
            if not self._phrases.has_number(token.text, "sing"):
                continue
            first = self._find_first(index, 1 if "about" in _HEADS[head] else 0, tokens)
            has_capital = any(tokens[at].text[0].isupper() for at in range(max(first, 1), index + 1))
            stop = self._find_subject_stop(index + 1, tokens) if "about" in _HEADS[head] else index + 1
            if stop > index + 1 and (has_capital or "plain" in _HEADS[head]):
                yield Name(first, stop, EntityLabel.LAW, _RULE)
            elif "of" in _HEADS[head]:
                stop = self._find_governed_stop(index + 1, {name.first: name for name in names}, tokens)
                term = _find_term_stop(stop, tokens)
                is_lasting = term > stop and (tokens[stop].text == "до" or "plain" in _HEADS[head])
                is_titled = is_lasting and (not first or "plain" in _HEADS[head])
                if stop > index + 1 and (has_capital or is_titled):
                    yield Name(first, term, EntityLabel.LAW, _RULE)

    def _find_own_adjective(self, noun: int, tokens: Sequence[Token]) -> int | None:
        """Return where a treaty's own adjective stands: «Парижское соглашение».

        It is of a place, and its capital is its own: it stands inside a sentence.
        """
        at = noun - 1
        is_own = at > 0 and tokens[at - 1].text[-1].isalnum() and _OF_PLACE.fullmatch(tokens[at].text)
        return at if is_own and self._phrases.adjective_agrees(tokens[at].text, tokens[noun].text) else None

    def _find_first(self, index: int, low: int, tokens: Sequence[Token]) -> int:
        """Return where the adjectives before the noun start.

        The first of them has a capital. They stand at `low` or behind it.
        """
        first = index
        for at in range(index - 1, max(low, index - _MAX_ADJECTIVES) - 1, -1):
            if not self._phrases.adjective_agrees(tokens[at].text, tokens[index].text):
                break
            first = at if tokens[at].text[0].isupper() else first
        return first

    def _find_subject_stop(self, stop: int, tokens: Sequence[Token]) -> int:
        """Return where stops what a law is about: «о защите прав потребителей»."""
        if stop + 1 >= len(tokens) or tokens[stop].text not in _ABOUT:
            return stop
        subject = self._phrases.find_stop(tokens, stop + 1, _SUBJECT)
        return self._find_object_stop(subject, tokens) if subject > stop + 1 else stop

    def _find_object_stop(self, stop: int, tokens: Sequence[Token]) -> int:
        """Return where stops what the subject governs.

        Example: «о доступе | к информации», «о содействии | бизнесу».
        """
        noun = self._phrases.match_lemma(tokens[stop - 1].text, _GOVERNING)
        preposition, _, case = _GOVERNED.get(noun, "").rpartition(" ")
        first = stop + bool(preposition)
        if not noun or first >= len(tokens) or (preposition and tokens[stop].text != preposition):
            return stop
        governed = self._phrases.find_stop(tokens, first, frozenset({case}))
        return governed if governed > first else stop

    def _find_governed_stop(self, stop: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> int:
        """Return where stops what a programme is of.

        Example: «мероприятий по развитию туризма».
        """
        reached = -1
        while reached < stop < len(tokens):
            reached = stop
            name, word = starts.get(stop), tokens[stop].text
            if name is not None and name.label in _OWNERS and self._phrases.may_be_genitive(word):
                stop = name.stop
            elif word == "по" and stop + 1 < len(tokens):
                field = self._phrases.find_field_stop(tokens, stop + 1)
                stop = field if field > stop + 1 else stop
            else:
                stop = self._phrases.find_stop(
                    tokens, stop, _RULED if _ACT.fullmatch(tokens[stop - 1].text) else GENITIVE
                )
        return stop


def find_laws(text: str, span: Span) -> Iterator[Mention]:
    """Yield the laws, codes and articles of law in `text[span]`, in order."""
    for match in _LAW.finditer(text, span.start, span.stop):
        around = max(span.start, match.start() - _SHOW_CHARS), min(span.stop, match.end() + _SHOW_CHARS)
        if _PROGRAMME.match(match[0]) and _SHOW.search(text, *around):
            continue
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


def _find_term_stop(stop: int, tokens: Sequence[Token]) -> int:
    """Return where the term behind stops: «до 2029 года», «на 2025–2029 годы»."""
    words = [token.text for token in tokens[stop : stop + 3]]
    is_term = len(words) > 2 and words[0] in _TERMS and _YEARS.fullmatch(words[1]) and words[2].startswith("год")
    return stop + 3 if is_term else stop
