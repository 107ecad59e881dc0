"""The lexicon of reporting words, by lemmas and by forms.

Forms serve for a first look at a text that is not parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from app.core.text.word_lists import read_entries, read_table, read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.frame import Frame

_FORM = re.compile(
    r"(?:[аеиуя]?л[аио]?|[аеуя]?[еию]т|[уюая]т|[аеиуя]?в(?:ши)?|[ая]я|[аея]?н(?:о|а|ы)|[уыя]т[оаы]|ует|уют|ны)(?:с[яь])?|[иае]тся"
)
_LOOSE_FORM = re.compile(
    _FORM.pattern + r"|[аеиуюя]{0,2}(?:[ую]|[еи]м)(?:с[яь])?|[аеиуюяыов]{0,3}(?:ть|[юуяа]щ\w{2,3}|вш\w{2,3})(?:ся)?"
)
_BASE = re.compile(r"[аеиуоыя]?(?:ть|ти|чь)(?:ся|сь)?$")
_BARE_ENDINGS = ("г", "к", "с")
"""What a verb without an ending of the past can end in."""
_NOUN_STEM_CHARS = 5
_CACHED_WORDS = 100_000
_REPORTS, _LIGHT, _NOUN = 1, 2, 4
"""A word that reports by itself, a verb that needs a noun for it, and such a noun."""


@dataclass(frozen=True, slots=True)
class Cue:
    """How a verb reports: the claim's kind, and its frames.

    A frame is a way in which the content can stand.
    """

    kind: ClaimLabel
    frames: frozenset[Frame]


@dataclass(frozen=True, slots=True, eq=False)
class ReportingLexicon:
    """The words that report, by their lemmas, from `resources/lexicons/claims`.

    The last four fields are for words that are not parsed: what the forms of verbs begin with, and of nouns.
    """

    verbs: Mapping[str, Cue]
    states: Mapping[str, str]
    speech_nouns: Mapping[str, ClaimLabel]
    speech_phrases: Mapping[tuple[str, str], ClaimLabel]
    impersonal_verbs: frozenset[str]
    light_verbs: frozenset[str]
    phrase_verbs: frozenset[str]
    revising_verbs: frozenset[str]
    revised_nouns: frozenset[str]
    finding_nouns: frozenset[str]
    weight_nouns: frozenset[str]
    source_nouns: frozenset[str]
    planning_words: frozenset[str]
    own_side_nouns: frozenset[str]
    event_verbs: frozenset[str]
    passive_event_verbs: frozenset[str]
    guessing_verbs: frozenset[str]
    connectives: frozenset[str]
    speech_bases: frozenset[str]
    bases: frozenset[str]
    light_bases: frozenset[str]
    noun_stems: frozenset[str]

    def reports_speech(self, word: str) -> bool:
        """Say whether a form looks like a verb that reports speech."""
        return word.lower() in self.states or _is_form(word, self.speech_bases, _FORM)

    def may_report(self, words: Iterable[str]) -> bool:
        """Say whether one of these words looks like a reporting one.

        Two such as «дал поручение» count as well. The words are in lower case.
        """
        found = 0
        for word in words:
            found |= _find_parts(self, word)
            if found & _REPORTS:
                return True
        return found == _LIGHT | _NOUN

    def reports_by_noun(self, words: Iterable[str]) -> bool:
        """Say whether a verb reports with a noun here: «дал поручение».

        The words are in lower case.
        """
        found = 0
        for word in words:
            found |= _find_parts(self, word)
        return found & (_LIGHT | _NOUN) == _LIGHT | _NOUN

    def find_phrase(self, verb: str, noun: str) -> ClaimLabel | None:
        """Return the kind of a verb and a noun that report together.

        Both are lemmas.
        """
        if verb in self.light_verbs and noun in self.speech_nouns:
            return self.speech_nouns[noun]
        return self.speech_phrases.get((verb, noun))


@lru_cache(maxsize=_CACHED_WORDS)
def _find_parts(lexicon: ReportingLexicon, word: str) -> int:
    """Return which parts of a report a word can be.

    They are flags, added up.
    """
    if word in lexicon.states or _is_form(word, lexicon.bases, _LOOSE_FORM):
        return _REPORTS
    is_light = word in lexicon.light_bases or _is_form(word, lexicon.light_bases, _LOOSE_FORM)
    is_noun = word[:_NOUN_STEM_CHARS] in lexicon.noun_stems or word[: _NOUN_STEM_CHARS - 1] in lexicon.noun_stems
    return is_light * _LIGHT + is_noun * _NOUN


@lru_cache(maxsize=_CACHED_WORDS)
def _is_form(word: str, bases: frozenset[str], endings: re.Pattern[str]) -> bool:
    plain = word.lower().replace("ё", "е")
    if plain[-1:] in _BARE_ENDINGS and plain in bases:
        return True  # «опроверг», «предрёк»
    starts = _find_starts(bases)
    if plain[:3] not in starts and plain[:2] not in starts:
        return False  # most words
    cuts = [cut for cut in range(2, len(plain)) if plain[:cut] in bases]
    return any(endings.fullmatch(plain, cut) for cut in cuts)


@cache
def _find_starts(bases: frozenset[str]) -> frozenset[str]:
    """Return the first three letters of each base."""
    return frozenset(base[:3] for base in bases)


def _make_verb_bases(words: Iterable[str]) -> frozenset[str]:
    """Return what the forms of verbs begin with."""
    bases = {_BASE.sub("", word.replace("ё", "е")) for word in words}
    return frozenset(
        bases | {base[:-2] for base in bases if base.endswith(("ов", "ев"))}
    )  # прогнозировать: прогнозирует


@lru_cache(maxsize=1)
def read_reporting_lexicon() -> ReportingLexicon:
    """Read the lexicon, once a process."""
    verbs = dict(_read_verbs())
    speech_nouns = {noun: ClaimLabel(kind) for noun, kind in read_table("claims/speech_nouns").items()}
    phrases = {_split_phrase(phrase): ClaimLabel(kind) for phrase, kind in read_table("claims/speech_phrases").items()}
    phrase_verbs = frozenset(verb for verb, _ in phrases)
    impersonal, light = read_words("claims/impersonal_verbs"), read_words("claims/light_verbs")
    revising, revised = read_words("claims/revising_verbs"), read_words("claims/revised_nouns")
    reflexive = (word for word in impersonal if word.endswith("ся"))
    bound = (*reflexive, *read_entries("claims/extra_verb_bases"), "следовать")
    return ReportingLexicon(
        verbs=verbs,
        states=read_table("claims/reporting_states"),
        speech_nouns=speech_nouns,
        speech_phrases=phrases,
        impersonal_verbs=impersonal,
        light_verbs=light,
        phrase_verbs=phrase_verbs,
        revising_verbs=revising,
        revised_nouns=revised,
        finding_nouns=read_words("claims/finding_nouns"),
        weight_nouns=read_words("claims/weight_nouns"),
        source_nouns=read_words("claims/source_nouns"),
        planning_words=read_words("claims/planning_words"),
        own_side_nouns=read_words("claims/own_side_nouns"),
        event_verbs=read_words("claims/event_verbs"),
        passive_event_verbs=read_words("claims/passive_event_verbs"),
        guessing_verbs=read_words("claims/guessing_verbs"),
        connectives=read_words("claims/connectives"),
        speech_bases=_make_verb_bases([*(word for word, cue in verbs.items() if Frame.SPEECH in cue.frames), *bound]),
        bases=_make_verb_bases([*(word for word, cue in verbs.items() if _reports_alone(word, cue, light)), *bound]),
        light_bases=_make_verb_bases([*light, *phrase_verbs, *revising, *read_entries("claims/extra_light_bases")]),
        noun_stems=frozenset(map(_cut_noun, {*speech_nouns, *revised, *(noun for _, noun in phrases)})),
    )


def _cut_noun(noun: str) -> str:
    """Return what all forms of a noun begin with."""
    return noun[: min(_NOUN_STEM_CHARS, max(len(noun) - 1, _NOUN_STEM_CHARS - 1))]


def _split_phrase(phrase: str) -> tuple[str, str]:
    verb, _, noun = phrase.partition(" ")
    return verb, noun


def _read_verbs() -> Iterator[tuple[str, Cue]]:
    for entry in read_entries("claims/reporting_verbs"):
        word, kind, frames = (part.strip() for part in entry.split("|"))
        yield word, Cue(ClaimLabel(kind), frozenset(map(Frame, frames.split())))


def _reports_alone(word: str, cue: Cue, light: frozenset[str]) -> bool:
    """Say whether a verb needs no noun of speech to report."""
    return word not in light or bool(cue.frames - {Frame.OBJECT, Frame.NOUN})
