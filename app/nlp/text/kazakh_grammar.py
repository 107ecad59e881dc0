"""Kazakh words by their endings.

Vowel harmony, assimilation, cases, verbal nouns and tenses.

An ending of a case counts only where it fits its stem: its vowel is that of the stem's last syllable, and its first
consonant follows the stem's last letter («Шымкент|те» but «Алма|ты» is no accusative, which would be «алманы»).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from app.core.text.stem import folded
from app.core.text.word_lists import read_alternatives, read_words

_KEPT = 32_768
_BACK, _FRONT = "аоұыяё", "әөүіеэ"
_VOWELS = _BACK + _FRONT + "уиюы"
_VOICELESS = "птксшщхцчфқбвгдһ"
_NASAL = "мнң"
_MIN_STEM_LETTERS = 3


class Case(StrEnum):
    """The cases of a Kazakh noun."""

    NOMINATIVE = "nom"
    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    LOCATIVE = "loc"
    ABLATIVE = "abl"
    INSTRUMENTAL = "ins"


class NounForm(NamedTuple):
    """A noun without the ending of its case, and that case."""

    stem: str
    case: Case


_ENDINGS = (
    ("н", ("ның", "нің"), Case.GENITIVE),
    ("д", ("дың", "дің"), Case.GENITIVE),
    ("т", ("тың", "тің"), Case.GENITIVE),
    ("n", ("нан", "нен"), Case.ABLATIVE),
    ("з", ("дан", "ден"), Case.ABLATIVE),
    ("т", ("тан", "тен"), Case.ABLATIVE),
    ("p", ("ндағы", "ндегі"), Case.LOCATIVE),
    ("o", ("дағы", "дегі"), Case.LOCATIVE),
    ("т", ("тағы", "тегі"), Case.LOCATIVE),
    ("p", ("нда", "нде"), Case.LOCATIVE),
    ("m", ("мен",), Case.INSTRUMENTAL),
    ("b", ("бен",), Case.INSTRUMENTAL),
    ("т", ("пен",), Case.INSTRUMENTAL),
    ("v", ("ны", "ні"), Case.ACCUSATIVE),
    ("s", ("ды", "ді"), Case.ACCUSATIVE),
    ("т", ("ты", "ті"), Case.ACCUSATIVE),
    ("o", ("ға", "ге"), Case.DATIVE),
    ("т", ("қа", "ке"), Case.DATIVE),
    ("p", ("на", "не"), Case.DATIVE),
    ("o", ("да", "де"), Case.LOCATIVE),
    ("т", ("та", "те"), Case.LOCATIVE),
)
"""What a stem must end with, the endings, their case; longer endings stand first. «-дағы» tells where a thing is."""

_COUNTRY = re.compile(r"\w{2,}[ыіао]?стан", re.IGNORECASE)
"""Countries, which end like an ablative: «Қазақстан»."""

_HARDENED = {"ғ": "қ", "г": "к", "б": "п"}
"""Voiced before the ending of possession: «министрлік» is «министрлігі»."""

_LOAN = re.compile(r"(?:[нкрсл][кт]|р[гд]|нг|ль)$")
"""The ends of loanwords, which take soft endings: «банк|тің», «парк|те»."""

_SURNAME = re.compile(r"\w\w(?:[оеё]ва?|ина?)$")
"""The ends of surnames, which take endings of both rows: «Тоқаев|тың», «Сейітов|ке»."""

_FACT = r"(?:ған|ген|қан|кен)"
_FUTURE = r"(?:[аеий]тын|[аеий]тін)"
_POSSESSED = r"(?:дар|дер)?(?:[ыі]м[ыі]з|[ыі]ң[ыі]з|[ыі]м|[ыі]ң|[ыі])"
_NOMINAL = r"(?:д[ыі][ғг])?"
_OBJECT = r"(?:н|д[ыі]|н[ае]|[ғг]?[ае])"
FACT = re.compile(rf"\w{{1,}}{_FACT}{_NOMINAL}{_POSSESSED}{_OBJECT}?$", re.IGNORECASE)
"""A participle of what was or is, possessed: «ашылғанын», «бос екенін», «келгендігін»."""
FUTURE = re.compile(rf"\w+{_FUTURE}{_NOMINAL}{_POSSESSED}{_OBJECT}?$", re.IGNORECASE)
"""A participle of what is to come, possessed: «өсетінін», «ашылатыны»."""
VERBAL_NOUN = re.compile(
    r"\w{2,}[ую](?:(?:ды|ді|ға|ге)|[ыі](?:н|на|не)?|[ыі]м[ыі]з(?:ды|ді|ға|ге)?|[ыі]м(?:ды|ді)|дан|ден)?$", re.IGNORECASE
)
"""A verbal noun: «жөндеуді», «салуға», «қайтаруын», «салу»."""

_PERSON_WE = r"(?:мын|мін|мыз|міз)"
_NO_PLANS = read_words("language/kazakh_nouns_like_plans")
_NOT_AHEAD = read_alternatives("language/kazakh_state_verbs")
_AHEAD_THIRD = re.compile(r"\w+[аеяий](?:ды|ді)$", re.IGNORECASE)
_AHEAD_FIRST = re.compile(rf"\w+(?:[аеяий]|ар|ер){_PERSON_WE}$", re.IGNORECASE)
_PLAN = re.compile(rf"\w+[мбп](?:ақ|ек)(?:шы|ші)?(?:{_PERSON_WE})?$", re.IGNORECASE)
_VOWEL_STEMS = read_alternatives("language/kazakh_vowel_stems")
_PAST_OF_VOWEL_STEM = re.compile(
    r"(?:\w*[бвгғджзйкқлмнңпрстхшу][лд][ае]|\w*ід[ае]|\w*[бвгғджзкқлмнңпсхш]т[ае]|\w+м[ае]|\w*[тқкпсш]п[ае]|\w*[зжңмн]б[ае]"
    rf"|\w*(?:{_VOWEL_STEMS}))(?:ды|ді)$",
    re.IGNORECASE,
)
"""A past that ends as the present of other verbs: «хабарла|ды», «көбей|ді», «төле|ме|ді», but «сала|ды»."""
_STATE = re.compile(rf"(?:{_NOT_AHEAD})(?:[мбп][ае])?(?:[ае]|й)(?:ды|ді|{_PERSON_WE})$", re.IGNORECASE)
_PAST = re.compile(r"\w+(?:д[ыі]|т[ыі]|дық|дік|тық|тік|дым|дім|тым|тім|ған|ген|қан|кен)$", re.IGNORECASE)
_ORDER = re.compile(r"\w+(?:[ыі]?ң[ыі]з(?:дар|дер)?|с[ыі]н|[ае]?й[ыі][қк])$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:сы|сі|ы|і)$")
_PLURAL = re.compile(r"(?<=..)(?:лар|лер|дар|дер|тар|тер)$")


@lru_cache(maxsize=_KEPT)
def read_noun(word: str) -> NounForm:
    """Return the word without its case, as spelt, and that case."""
    low = word.lower()
    if _COUNTRY.fullmatch(low) and word[0].isupper():
        return NounForm(word, Case.NOMINATIVE)
    for last, endings, case in _ENDINGS:
        for ending in endings:
            stem = word[: -len(ending)].rstrip("-’'")
            if low.endswith(ending) and len(stem) >= _MIN_STEM_LETTERS and _fits(stem.lower(), last, ending):
                return NounForm(stem, case)
    return NounForm(word, Case.NOMINATIVE)


def _fits(stem: str, wanted: str, ending: str) -> bool:
    """Say whether an ending may follow a stem."""
    return _assimilates(stem, wanted) and (wanted in "mb" or ending == "пен" or _harmonises(stem, ending))


def _assimilates(stem: str, wanted: str) -> bool:
    """Say whether an ending fits the stem's last letter.

    The letter is of the kind that the ending wants.
    """
    last = stem[-1]
    voiceless, vowel, nasal = last in _VOICELESS, last in _VOWELS and last not in "уию", last in _NASAL
    return {
        "т": voiceless,
        "н": vowel or nasal,
        "n": nasal or last in "ыі",
        "д": not (voiceless or vowel or nasal),
        "з": not (voiceless or nasal),
        "p": last in "ыі",
        "m": not voiceless and last not in "зж",
        "b": last in "зж",
        "v": last in _VOWELS and last not in "у",
        "s": not (voiceless or vowel),
        "o": not voiceless,
    }[wanted]


def _harmonises(stem: str, ending: str) -> bool:
    """Say whether the vowel of an ending fits the stem.

    It is of the kind of the stem's last vowel that tells.
    """
    row = _harmony_of(stem)
    is_soft_loan = row == "back" and _LOAN.search(stem) is not None
    return not row or row == _harmony_of(ending) or is_soft_loan or _SURNAME.search(stem) is not None


def _harmony_of(word: str) -> str:
    """Return "back" or "front" by the last vowel that is either.

    "" where none is.
    """
    for letter in reversed(word):
        if letter in _BACK:
            return "back"
        if letter in _FRONT:
            return "front"
    return ""


@lru_cache(maxsize=_KEPT)
def read_bases(word: str) -> tuple[str, ...]:
    """Return what a noun can be without its endings, in lower case.

    «әкімдерінің» is «әкімдері» or «әкім».
    """
    low = word.lower()
    stem = read_noun(low).stem
    bases = (stem, _strip_possession(stem), _strip_possession(low))
    return tuple(dict.fromkeys(_PLURAL.sub("", base) if cut else base for base in bases for cut in (False, True)))


def _strip_possession(stem: str) -> str:
    owned = _POSSESSIVE.sub("", stem) if len(stem) > _MIN_STEM_LETTERS else stem
    if owned != stem and owned[-1] in _HARDENED and not stem.endswith(("сы", "сі")):
        return owned[:-1] + _HARDENED[owned[-1]]
    return owned


@lru_cache(maxsize=_KEPT)
def stem_name(word: str) -> str:
    """Return a word folded, without all endings of cases and of possession.

    What all forms of a name share.
    """
    stem = folded(word)
    while (shorter := read_noun(stem).stem) != stem:
        stem = shorter
    return _strip_possession(stem)


def is_possessed(word: str) -> bool:
    """Say whether a word has a possessive ending.

    It stands in the nominative and belongs to what stands before it: «әкімі».
    """
    return len(word) > _MIN_STEM_LETTERS and bool(_POSSESSIVE.search(word.lower()))


def is_plural(word: str) -> bool:
    """Say whether a noun is in the plural: «депутаттарының»."""
    return bool(_PLURAL.search(_strip_possession(read_noun(word.lower()).stem)))


def tells_plan(word: str) -> bool:
    """Say whether a verb tells what somebody is going to do.

    «сатып алмақ», «келмекші».
    """
    return word[0].islower() and bool(_PLAN.fullmatch(word)) and word not in _NO_PLANS


def tells_order(word: str) -> bool:
    """Say whether a verb calls on somebody: «жабыңыз», «келсін», «барайық»."""
    return bool(_ORDER.fullmatch(word))


def is_ahead(word: str) -> bool:
    """Say whether a finite verb can tell what will be.

    Verbs of states tell what is.
    """
    return bool(_AHEAD_THIRD.fullmatch(word) or _AHEAD_FIRST.fullmatch(word)) and not (
        _STATE.fullmatch(word) or _PAST_OF_VOWEL_STEM.fullmatch(word)
    )


def is_first_person_ahead(word: str) -> bool:
    """Say whether a verb is a first-person future.

    The speaker says what he or his side will do: «ашамыз».
    """
    return bool(_AHEAD_FIRST.fullmatch(word)) and not _STATE.fullmatch(word)


@lru_cache(maxsize=_KEPT)
def tense_of(word: str) -> int:
    """Return the tense of a verb as a number.

    It is 1 for the future, -1 for the past, and 0 for any other word.
    """
    if is_ahead(word) or tells_plan(word) or FUTURE.fullmatch(word):
        return 1
    is_past = FACT.fullmatch(word) or (_PAST.fullmatch(word) and not _STATE.fullmatch(word))
    return -1 if is_past else 0
