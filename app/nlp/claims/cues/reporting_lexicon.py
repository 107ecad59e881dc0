"""The lexicon of words that report, by their lemmas and, for a first look at a text, by their forms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.core.resources import resource

_FORM = re.compile(
    r"(?:[аеиуя]?л[аио]?|[аеуя]?[еию]т|[уюая]т|[аеиуя]?в(?:ши)?|[ая]я|[аея]?н(?:о|а|ы)|ует|уют|ны)(?:с[яь])?|[иае]тся"
)
_LOOSE_FORM = re.compile(_FORM.pattern + r"|[аеиуюяыов]{0,3}(?:ть|[юуяа]щ\w{2,3}|вш\w{2,3})(?:ся)?")
_BASE = re.compile(r"[аеиуоыя]?(?:ть|ти|чь)(?:ся|сь)?$")
_NOUN_STEM_CHARS = 5
_SETS = (
    *("impersonal", "light", "findings", "weights", "phrases", "plans", "sides", "befalls", "suffered", "guesses"),
    "connectives",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """How a verb reports: its kind of claim, and the frames in which its content can stand."""

    kind: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportingLexicon:
    """The words of `resources/lexicons/reporting.json`, by their lemmas.

    The last four fields are for words that are not parsed: what the forms of verbs begin with, and of nouns.
    """

    verbs: Mapping[str, Cue]
    states: Mapping[str, str]
    nouns: Mapping[str, str]
    impersonal: frozenset[str]
    light: frozenset[str]
    findings: frozenset[str]
    weights: frozenset[str]
    phrases: frozenset[str]
    plans: frozenset[str]
    sides: frozenset[str]
    befalls: frozenset[str]
    suffered: frozenset[str]
    guesses: frozenset[str]
    connectives: frozenset[str]
    speech_bases: frozenset[str]
    bases: frozenset[str]
    light_bases: frozenset[str]
    noun_stems: frozenset[str]

    def reports_speech(self, word: str) -> bool:
        """Say whether a form looks like that of a verb beside which quoted words stand."""
        return word.lower() in self.states or _is_form(word, self.speech_bases, _FORM)

    def may_report(self, words: Iterable[str]) -> bool:
        """Say whether one of these words in lower case looks like one that reports, or two like «дал поручение»."""
        light = noun = False
        for word in words:
            if word in self.states or _is_form(word, self.bases, _LOOSE_FORM):
                return True
            light = light or _is_form(word, self.light_bases, _LOOSE_FORM)
            noun = noun or word[:_NOUN_STEM_CHARS] in self.noun_stems
        return light and noun


def _is_form(word: str, bases: frozenset[str], endings: re.Pattern[str]) -> bool:
    plain = word.lower().replace("ё", "е")
    return any(plain[:cut] in bases and endings.fullmatch(plain[cut:]) for cut in range(2, len(plain)))


def _make_verb_bases(words: Iterable[str]) -> frozenset[str]:
    """Return what the forms of verbs begin with."""
    bases = {_BASE.sub("", word.replace("ё", "е")) for word in words}
    return frozenset(
        bases | {base[:-2] for base in bases if base.endswith(("ов", "ев"))}
    )  # прогнозировать: прогнозирует


@lru_cache(maxsize=1)
def read_reporting_lexicon() -> ReportingLexicon:
    """Read the lexicon, once a process."""
    tree = json.loads(resource("lexicons", "reporting.json").read_text("utf-8"))
    verbs: dict[str, Cue] = {}
    for group in tree["verbs"]:
        for word in group["words"].split():
            known = verbs.get(word)
            frames = frozenset(group["frames"]) | (known.frames if known else frozenset())
            verbs[word] = Cue(known.kind if known else group["kind"], frames)
    states = {word: group["kind"] for group in tree["states"] for word in group["words"].split()}
    nouns = {word: group["kind"] for group in tree["nouns"] for word in group["words"].split()}
    sets = {name: frozenset(tree[name].split()) for name in _SETS}
    bound = (*(word for word in sets["impersonal"] if word.endswith("ся")), *tree["bases"].split(), "следовать")
    return ReportingLexicon(
        verbs=verbs,
        states=states,
        nouns=nouns,
        speech_bases=_make_verb_bases([*(word for word, cue in verbs.items() if "speech" in cue.frames), *bound]),
        bases=_make_verb_bases(
            [*(word for word, cue in verbs.items() if _reports_alone(word, cue, sets["light"])), *bound]
        ),
        light_bases=_make_verb_bases([*sets["light"], *tree["light_bases"].split()]),
        noun_stems=frozenset(word[:_NOUN_STEM_CHARS] for word in nouns),
        **sets,
    )


def _reports_alone(word: str, cue: Cue, light: frozenset[str]) -> bool:
    """Say whether a verb needs no noun of speech to report."""
    return word not in light or bool(cue.frames & {"speech", "that"})
