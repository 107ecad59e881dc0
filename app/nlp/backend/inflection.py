"""Words turned to the nominative by natasha's dictionary.

natasha's morphology gives the form of each word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from app.core.text.stem import folded
from app.core.text.word_lists import read_alternatives
from app.nlp.backend.analysis import Tag
from app.nlp.backend.dictionary import Dictionary
from app.nlp.text.name_endings import MASCULINE, cut_case_ending, find_added_cases
from app.nlp.text.tokens import to_russian_letters

_CACHED_WORDS = 50_000
_MAX_ACRONYM_LETTERS = 4
"""Longer words in capitals may be of a line in capitals."""

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_LIKE_NOMINATIVE = frozenset(("nomn", "accs"))
"""Cases that look alike where the dictionary has a word in both."""

_LIKE_GENITIVE = frozenset(("gent", "accs"))
"""Cases that look alike for men, and like the nominative of several: «директора»."""

_CASE_VARIANTS = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_TAG_CASES, _TAG_GENDERS = ({own: name for name, own in table.items()} for table in (_CASES, _GENDERS))
_PARTS_OF_SPEECH = {
    "PROPN": ("NOUN",),
    "NOUN": ("NOUN",),
    "ADJ": ("ADJF", "PRTF"),
    "VERB": ("PRTF", "ADJF"),
    "DET": ("ADJF",),
    "NUM": ("ADJF",),
}
_FOREIGN_NAME = re.compile("(.*[аеёиоуыэюя](?:р|н|т|ль)ц)(?:ем|а|у|е)")
_FLEETING, _FLEETING_ENDINGS = re.compile("[ое](?=[^аеёиоуыэюя]$)"), ("ец", "ок", "ек", "ел")
"""A vowel that the nominative alone has, and the ends of names that have it."""

_VERBAL_NAME = re.compile(rf"\w+(?:{read_alternatives('language/verbal_name_endings')})", re.IGNORECASE)
"""Kazakh names that are a verb in the past, and have one form in all cases: «Сатыбалды»."""
_COMMON_GENDER, _BOTH_GENDERS = "ms-f", ("masc", "femn")
_PERSON_GRAMMEMES = ("Name", "Surn", "Patr")


class _Reading(NamedTuple):
    """One thing that a word can be.

    `form` is natasha's, which can be inflected.
    """

    part: str
    case: str
    number: str
    gender: str
    is_of_person: bool
    form: Any


class Inflection:
    """Inflects words alone, and the words of persons' names together."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._readings = lru_cache(_CACHED_WORDS)(self._read_word)
        self._alone = lru_cache(_CACHED_WORDS)(self._turn_word)
        self._together = lru_cache(_CACHED_WORDS)(self._turn_person)

    def to_nominative(self, word: str, tag: Tag) -> str:
        """Return a word in the nominative, in the number it has.

        A word stays as it stands where the dictionary cannot tell.
        """
        case = _CASES.get(tag.feats.get("Case", "Nom"), "nomn")
        number, gender = _NUMBERS.get(tag.feats.get("Number", "")), _GENDERS.get(tag.feats.get("Gender", ""))
        return self._alone(word, _PARTS_OF_SPEECH.get(tag.pos, ()), (case, number, gender))

    def read_position(self, word: str, tag: Tag) -> Tag:
        """Return a position's tag with its part of speech.

        A man's position is in the singular: «профессора КазНУ» is no nominative. «Критики» are several, not «критика».

        The dictionary says which: a noun, or else an adjective or participle: «заместителя», «уполномоченного»,
        «исполняющему».
        """
        readings = self._readings(word.lower())
        parts = {reading.part for reading in readings}
        found = next((pos for pos, part in (("NOUN", "NOUN"), ("ADJ", "ADJF")) if part in parts), "VERB")
        single = [one for one in readings if one.part == "NOUN" and one.number == "sing"]
        men = [one.case for one in single if one.gender == "masc" and one.case in _LIKE_GENITIVE]
        if (
            men
            and all(one.case != "nomn" for one in single)
            and _CASES.get(tag.feats.get("Case", "Nom")) in _LIKE_NOMINATIVE
        ):
            return Tag(found, {**tag.feats, "Case": _TAG_CASES[men[0]], "Number": "Sing"})
        return Tag(found, tag.feats)

    def agree_with_kind(self, word: str, tag: Tag, kind: str) -> Tag:
        """Return a place's tag, agreed with its kind.

        `kind` is the word for it. A name that has no such case in the singular is in the nominative («на реке Нура»),
        unless the kind governs it. An adjective has the gender of its kind too: «в селе Ивановском».
        """
        kinds = [one for one in self._readings(kind) if one.part == "NOUN"]
        single = [one for one in self._readings(word.lower()) if one.number == "sing"]
        cases = {one.case for one in kinds}
        agreed = [one for one in single if one.case in cases]
        of_gender = [one for one in agreed if one.part == "ADJF" and one.gender == kinds[0].gender]
        if of_gender and not any(one.part == "ADJF" and one.case == "nomn" for one in single):
            return Tag("ADJ", {"Case": _TAG_CASES[of_gender[0].case], "Gender": _TAG_GENDERS[kinds[0].gender]})
        told = _CASES.get(tag.feats.get("Case", ""))
        if told in {*cases, "nomn", "gent"} and any(one.case == told for one in single):
            return tag  # «штата Калифорния», «район Дюссельдорфа»
        return Tag("PROPN", {**tag.feats, "Case": _TAG_CASES[agreed[0].case]}) if agreed else Tag("X", {})

    def _turn_word(self, word: str, parts: tuple[str, ...], wanted: tuple[str, str | None, str | None]) -> str:
        case = wanted[0]
        if word[-1].isupper() and sum(map(str.isupper, word)) > 1 and self._is_acronym(word):
            return word
        opening, _, noun = word.rpartition("-")
        if opening.isupper() and noun[0].isupper():
            return f"{opening}-{self._turn_word(noun, parts, wanted)}"  # «СК-Фармации»
        readings = [reading for reading in self._readings(word.lower()) if reading.part in parts]
        cases = {reading.case for reading in readings}
        if not readings or "nomn" in ({case} if case in cases else cases) or {case, "nomn"} <= cases & _LIKE_NOMINATIVE:
            return word
        best = max(readings, key=lambda one: (*_count_agreements(one, wanted), not _is_comparative(one)))
        return match_spelling(_inflect_nominative(best), word)

    def _is_acronym(self, word: str) -> bool:
        """Say whether a word in capitals has no ending of a case.

        The dictionary would guess at one of «ЕАБР», has «НИШ» as a form of «ниша» and «КАРТУ» as one of «карта».
        """
        is_short = len(word) <= _MAX_ACRONYM_LETTERS or not word.isupper()
        return is_short or not self._dictionary.has_word(word)

    def cut_ending(self, word: str, tag: Tag) -> str:
        """Return a name that no dictionary has without its case ending."""
        return cut_case_ending(word, _CASES.get(tag.feats.get("Case", ""), ""), MASCULINE)

    def is_town(self, word: str) -> bool:
        """Say whether a genitive is a place's, and nothing else's."""
        readings = self._readings(word.lower()) if self._dictionary.has_word(word) else ()
        return any(one.case == "gent" for one in readings) and all("Geox" in one.form.tag for one in readings)

    def find_cases(self, word: str, nominative: str) -> set[str]:
        """Return the cases that a singular noun or adjective may be in.

        `nominative` is its nominative. One that ends in «а» or «я» is declined; any other may stay in all cases.
        """
        if word == nominative:
            return {"nomn"} if word.endswith(("а", "я")) else set(_TAG_CASES)
        found = {one.case for one in self._readings(word.lower()) if _inflect_nominative(one) == folded(nominative)}
        return found or find_added_cases(word, nominative)

    def agree_with_noun(self, adjective: Tag, noun: str, tag: Tag) -> Tag:
        """Return an adjective's tag in the gender of its noun.

        The noun stands behind the adjective. This is done only if the dictionary knows the noun.
        """
        case = _CASES.get(tag.feats.get("Case", ""), "")
        genders = {
            one.gender for one in self._readings(noun.lower()) if one.part == "NOUN" and one.case in ("gent", case)
        }
        wanted = next((name for name, own in _GENDERS.items() if genders == {own}), None)
        return Tag(adjective.pos, {**adjective.feats, "Gender": wanted}) if wanted is not None else adjective

    def head_to_nominative(self, word: str, heads: frozenset[str]) -> str:
        """Return one of `heads` in the nominative singular.

        `heads` are lemmas. Any other word is returned as it stands.
        """
        for reading in self._readings(word.lower()):
            if reading.part == "NOUN" and reading.number == "sing" and reading.form.normal_form in heads:
                return match_spelling(_inflect_nominative(reading), word)
        return word

    def phrase_to_nominative(self, words: Sequence[str], number: str) -> list[str]:
        """Return a phrase with its noun in the nominative.

        The adjectives before it agree; what stands behind stays. `number` is "sing" or "plur"; a noun that lacks it
        keeps its own. The dictionary alone decides.
        """
        turned = list(words)
        readings = [self._readings(word.lower()) for word in words]
        nouns = (index for index, found in enumerate(readings) if any(one.part == "NOUN" for one in found))
        head = next(nouns, len(words))
        if head == len(words):
            return turned
        noun = next(one for one in readings[head] if one.part == "NOUN")
        turned[head] = match_spelling(_inflect(noun, {"nomn", number}), words[head])
        gender = {noun.gender} if number == "sing" else set()
        for index in range(head):
            adjective = next((one for one in readings[index] if one.part == "ADJF"), None)
            if adjective is not None:
                turned[index] = match_spelling(_inflect(adjective, {"nomn", number, *gender}), words[index])
        return turned

    def person_to_nominative(self, words: Sequence[str], tags: Sequence[Tag], *, is_oblique: bool) -> list[str]:
        """Return a person's name in the nominative.

        Its words agree in case and gender, which gives their forms.

        A word that the dictionary does not have as a noun in the singular stays as it stands. `is_oblique` says that a
        preposition stands before the name, so that it is in another case.
        """
        return self._together(tuple(words), tuple(_read_form(tag) for tag in tags), is_oblique)

    def _turn_person(self, words: tuple[str, ...], tagged: tuple[tuple[str, str], ...], is_oblique: bool) -> list[str]:
        if all(case == "nomn" for case, _ in tagged) and all(map(self._may_be_nominative, words)) and not is_oblique:
            return list(words)
        tables = [{} if _VERBAL_NAME.fullmatch(word) else self._readings_by_form(word) for word in words]
        votes = Counter(form for table in tables for form in table)
        if is_oblique or any(map(self._is_oblique_person, words)):
            votes = Counter({form: count for form, count in votes.items() if form[0] != "nomn"})
        if not votes:
            return list(words)
        hints = Counter(tagged)
        known = Counter(form for table in tables for form, reading in table.items() if reading.is_of_person)
        form = max(
            votes, key=lambda one: (votes[one], hints[one], known[one], one[0] == "nomn", _count_case(hints, one))
        )
        return [
            word
            if form[0] == "nomn" or _VERBAL_NAME.fullmatch(word)
            else self._turn_name(table[form], word)
            if form in table
            else cut_case_ending(word, *form)
            for word, table in zip(words, tables, strict=True)
        ]

    def _turn_name(self, reading: _Reading, word: str) -> str:
        """Return a name of a person in the nominative.

        The dictionary guesses a vowel into foreign names: «Шольцем» is of «Шольц».
        """
        turned = _inflect_nominative(reading)
        foreign = _FOREIGN_NAME.fullmatch(word.lower()) if turned.endswith("ец") else None
        root = cut_case_ending(word.lower(), reading.case, MASCULINE)
        is_guessed = _FLEETING.sub("", turned) == root and not turned.endswith(_FLEETING_ENDINGS)
        if (foreign is not None or is_guessed) and not self._dictionary.has_word(turned):
            turned = foreign[1] if foreign is not None else root
        return match_spelling(turned, word)

    def _is_oblique_person(self, word: str) -> bool:
        """Say whether a word is a person's name in another case.

        The dictionary has it: «Анне», whatever its unknown surname could be.
        """
        persons = [one for one in self._readings(word.lower()) if one.is_of_person and one.number == "sing"]
        cases = {one.case for one in persons if "Fixd" not in one.form.tag}
        return bool(cases) and "nomn" not in cases and self._dictionary.has_word(word)

    def _may_be_nominative(self, word: str) -> bool:
        """Say whether nothing is known against the nominative.

        The dictionary guesses at the forms of foreign names.
        """
        readings = self._readings(word.lower())
        return any(reading.case == "nomn" for reading in readings) or not self._dictionary.has_word(word)

    def _readings_by_form(self, word: str) -> dict[tuple[str, str], _Reading]:
        """Return (case, gender) → reading of a word as a singular noun.

        Persons' names go before other nouns, and nouns before adjectives: «Белому». A surname of men and women alike
        («Обама») has both genders.
        """
        table: dict[tuple[str, str], _Reading] = {}
        for reading in self._readings(word.lower()):
            if reading.part not in ("NOUN", "ADJF") or reading.number != "sing":
                continue
            for gender in _BOTH_GENDERS if reading.gender == _COMMON_GENDER else (reading.gender,):
                form = (reading.case, gender)
                if form not in table or _rank_of_person(reading) > _rank_of_person(table[form]):
                    table[form] = reading
        return table

    def _read_word(self, word: str) -> tuple[_Reading, ...]:
        forms = ((_read_grammemes(form.tag), form) for form in self._dictionary(word))
        return tuple(_Reading(*grammemes, form) for grammemes, form in forms if grammemes is not None)


def _rank_of_person(reading: _Reading) -> tuple[bool, bool, bool]:
    """Return how likely a reading is in a person's name.

    «Анне» is rather of «Анна» than «Анне», which is not declined.
    """
    return reading.is_of_person, reading.part == "NOUN", "Fixd" not in reading.form.tag


@cache
def _read_grammemes(tag: Any) -> tuple[str, str, str, str, bool] | None:
    """Return the fields of a reading with this tag.

    Return None for a tag without a case. There are some thousand tags.
    """
    if not tag.case:
        return None
    case = _CASE_VARIANTS.get(str(tag.case), str(tag.case))
    is_of_person = any(mark in tag for mark in _PERSON_GRAMMEMES)
    gender = _COMMON_GENDER if _COMMON_GENDER in tag else str(tag.gender)
    return str(tag.POS), case, str(tag.number), gender, is_of_person


def _inflect_nominative(reading: _Reading) -> str:
    """Return the word that a reading is of in the nominative."""
    return _inflect(reading, {"nomn"})


def _inflect(reading: _Reading, grammemes: set[str]) -> str:
    """Return the word of a reading with these grammemes.

    It is in the nominative at least.
    """
    inflected = reading.form.inflect(grammemes) or reading.form.inflect({"nomn"})
    return str((inflected or reading.form).word)


def _count_agreements(reading: _Reading, wanted: tuple[str, str | None, str | None]) -> tuple[bool, bool, bool]:
    """Compare a reading's case, number and gender with what is wanted."""
    return reading.case == wanted[0], reading.number == wanted[1], reading.gender == wanted[2]


def _is_comparative(reading: _Reading) -> bool:
    """Say whether a reading is of an adjective that compares.

    «Большим театром» is of «большой», though «больший» has the same form.
    """
    return bool(reading.form.normal_form.endswith("ьший"))


def _count_case(hints: Counter[tuple[str, str]], form: tuple[str, str]) -> int:
    """Count the words that the tagger has in a form's case."""
    return sum(count for (case, _), count in hints.items() if case == form[0])


def match_spelling(word: str, like: str) -> str:
    """Return `word` with the capitals and letters of `like`.

    `like` is another form of it; ё and Kazakh letters come from there too.
    """
    if len(like) > 1 and like.isupper():
        return word.upper()
    same = 0
    while same < min(len(word), len(like)) and folded(word[same]) == folded(to_russian_letters(like[same])):
        same += 1
    return _match_joined_capitals(like[:same] + word[same:], like)


def _match_joined_capitals(word: str, like: str) -> str:
    """Return `word` with the capitals behind the hyphens of `like`."""
    parts, others = word.split("-"), like.split("-")
    if len(parts) == 1 or len(parts) != len(others):
        return word
    return "-".join(
        part[:1].upper() + part[1:] if other[:1].isupper() else part for part, other in zip(parts, others, strict=True)
    )


def _read_form(tag: Tag) -> tuple[str, str]:
    return _CASES.get(tag.feats.get("Case", ""), ""), _GENDERS.get(tag.feats.get("Gender", ""), "")
