"""The lexicon of words that report, and the cheap look-up that tells which sentences are worth parsing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.core.resources import resource

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDING = re.compile(r"(?:ться|тись|ть|ти|чь|ый|ой|ий|ся)$")
_STEM_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """How a verb reports: its kind of claim, and the frames in which its content can stand."""

    kind: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of `resources/lexicons/reporting.json`, by their lemmas."""

    verbs: Mapping[str, Cue]
    states: Mapping[str, str]
    impersonal: frozenset[str]
    nouns: Mapping[str, str]
    light: frozenset[str]
    findings: frozenset[str]
    phrases: frozenset[str]
    plans: frozenset[str]
    duties: frozenset[str]
    connectives: frozenset[str]
    stems: frozenset[str]

    def may_report(self, words: str) -> bool:
        """Say whether a stretch of text holds a word that looks like one of the lexicon's."""
        return any(stem_of(word) in self.stems for word in _WORD.findall(words.lower()))

    def speaks(self, word: str) -> bool:
        """Say whether a form looks like that of a verb beside which quoted words stand."""
        return stem_of(word.lower()) in self.stems


def stem_of(word: str) -> str:
    """Return what the forms of a word share, near enough to find them: its first letters."""
    return word.replace("ё", "е")[:_STEM_LENGTH]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
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
    sets = {
        name: frozenset(tree[name].split())
        for name in ("impersonal", "light", "findings", "phrases", "plans", "duties", "connectives")
    }
    reporting = {*verbs, *states, *sets["impersonal"], *sets["light"]}
    stems = frozenset(stem_of(word) for word in (*reporting, *tree.get("forms", "").split()))
    return Lexicon(verbs=verbs, states=states, nouns=nouns, stems=stems, **sets)
