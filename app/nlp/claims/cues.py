"""The lexicon of words that report, and the cheap look-up that tells which sentences are worth parsing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.core.resources import resource

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FORM = re.compile(
    r"(?:[аеиуя]?л[аио]?|[аеуя]?[еию]т|[уюая]т|[аеиуя]?в(?:ши)?|[ая]я|н(?:о|а|ы)|ует|уют|ны)(?:с[яь])?|[иае]тся",
    re.IGNORECASE,
)
_BASE = re.compile(r"[аеиуоыя]?(?:ть|ти|чь)(?:ся|сь)?$")
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
    weights: frozenset[str]
    phrases: frozenset[str]
    plans: frozenset[str]
    duties: frozenset[str]
    connectives: frozenset[str]
    stems: frozenset[str]
    bases: frozenset[str]

    def may_report(self, words: str) -> bool:
        """Say whether a stretch of text holds a word that looks like one of the lexicon's."""
        return any(stem_of(word) in self.stems for word in _WORD.findall(words.lower()))

    def speaks(self, word: str) -> bool:
        """Say whether a form looks like that of a verb beside which quoted words stand."""
        plain = word.lower().replace("ё", "е")
        return any(plain[:cut] in self.bases and _FORM.fullmatch(plain[cut:]) for cut in range(2, len(plain)))


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
        for name in ("impersonal", "light", "findings", "weights", "phrases", "plans", "duties", "connectives")
    }
    reporting = {*verbs, *states, *sets["impersonal"], *sets["light"]}
    stems = frozenset(stem_of(word) for word in (*reporting, *tree["forms"].split()))
    spoken = [word for word, cue in verbs.items() if "speech" in cue.frames] + [*sets["impersonal"], *states]
    bases = {_BASE.sub("", word.replace("ё", "е")) for word in (*spoken, *tree["bases"].split())}
    bases |= {base[:-2] for base in bases if base.endswith(("ов", "ев"))}  # прогнозировать: прогнозирует
    return Lexicon(verbs=verbs, states=states, nouns=nouns, stems=stems, bases=frozenset(bases), **sets)
