"""Pronouns that speak, and the persons they can stand for.

Gender and number decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.span import Span
from app.core.text.word_lists import read_entries, read_table

MAX_CHARS_TO_PRONOUN = 1_000
"""How far behind a person a pronoun can stand, in code points."""
_FEMALE = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|вна|[қк]ызы|г[уү]ль?)$", re.IGNORECASE)
_MALE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|вич|[ұу]лы)$", re.IGNORECASE)
_LATTER = read_entries("claims/latter_pronouns")
_SUBJECTS = read_entries("claims/subject_pronouns")
"""Those that are subjects, and take the place of the subject before."""
_GENDER_OF = read_table("claims/pronoun_genders")
_PRONOUN_OF = read_table("claims/stand_in_nouns")


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """Somebody whom the text named at `span`.

    `gender` is "Masc", "Fem", "Neut", "Plur", or "" where nothing tells it; `stop` is where what they said ends.
    """

    span: Span
    stop: int
    name: str
    gender: str
    is_person: bool = False


def is_pronoun(word: str) -> bool:
    """Say whether a word stands for somebody named before."""
    return word.lower() in _GENDER_OF


def find_pronoun_for(noun: str) -> str:
    """Return the pronoun that a general noun stands for, or "".

    The noun is a lemma and fits anybody: «чиновник».
    """
    return _PRONOUN_OF.get(noun, "")


def guess_gender(name: str) -> str:
    """Return the gender that a person's name ends in, or ""."""
    for word in reversed(name.split()):
        if _FEMALE.search(word):
            return "Fem"
        if _MALE.search(word):
            return "Masc"
    return ""


def is_latter(word: str) -> bool:
    """Say whether a pronoun stands for the last one named.

    That one need not be the subject.
    """
    return word.lower() in _LATTER


def resolve_pronoun(
    pronoun: str, place: Span, spoken: Sequence[KnownSpeaker], seen: Sequence[KnownSpeaker]
) -> list[KnownSpeaker]:
    """Return whom a pronoun can stand for.

    It is the last who spoke, or who has been the subject since; one if that is clear.

    `place` is its paragraph up to the pronoun. `spoken` and `seen`, who are named in what nobody says, are in the order
    of the text. Who is the subject in this paragraph goes before who spoke in another.
    """
    word = pronoun.lower()
    last = _find_last_speaker(word, place, spoken)
    near = [known for known in seen if _can_be(known, word, place)]
    if is_latter(word):
        return near[-1:] or last
    since = last[0].stop if last else 0
    newer = [known for known in near if known.span.start >= since and [known.name] != [one.name for one in last]]
    in_paragraph = [known for known in newer if known.span.start >= place.start]
    if last and last[0].stop < place.start and in_paragraph:
        last, newer = [], in_paragraph
    if not newer or (last and word in _SUBJECTS):
        return newer[-1:] or last
    return list({known.name: known for known in [*last, *newer]}.values())


def _find_last_speaker(word: str, place: Span, spoken: Sequence[KnownSpeaker]) -> list[KnownSpeaker]:
    """Return the last person who spoke, or the last organisation.

    The organisation must have spoken in this paragraph.
    """
    before = [known for known in spoken if _can_be(known, word, place)]
    persons = [known for known in before if known.is_person]
    organisations = [known for known in before if known is spoken[-1] and known.span.start >= place.start]
    return persons[-1:] or organisations


def _can_be(known: KnownSpeaker, pronoun: str, place: Span) -> bool:
    """Say whether a pronoun can stand for somebody.

    That one is near enough, and of its gender and number.
    """
    gender = _GENDER_OF[pronoun]
    if not known.span.stop <= place.stop <= known.stop + MAX_CHARS_TO_PRONOUN:
        return False
    if gender == "Plur":
        return known.gender == "Plur" or not known.is_person
    is_neuter = pronoun == "его" and known.gender == "Neut"  # «по его данным» are those of a ministry
    return not gender or not known.gender or gender == known.gender or is_neuter
