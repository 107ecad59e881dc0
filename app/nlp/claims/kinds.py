"""Which kind a claim is: from the verb that reports it, else from its own words."""

from __future__ import annotations

import re

from app.nlp.claims.cues import Lexicon
from app.nlp.claims.subject import has_own_subject
from app.nlp.claims.tree import Tree

_FORECAST_WORDS = ("мочь", "смочь", "суметь", "удаться", "грозить", "ожидать", "ожидаться", "прогнозировать")
_NEED = re.compile(
    r"\b(?:нужно|необходимо|надо|пора|нельзя|должн[аоы]|должен|следует|призыва\w+|прошу|просим|требу\w+|давайте|"
    r"предлага(?:ю|ем)|пусть|обязан[аоы]?|\w{3,}(?:йте|ите)сь|\w{3,}(?:йте|ите))\b",
    re.IGNORECASE,
)
_PLEDGE = re.compile(
    r"\b(?:буд(?:у|ем)|намерен[аоы]?|планиру(?:ю|ем)|собира(?:юсь|емся)|обеща(?:ю|ем)|готов[аоы]?|обязу\w+|"
    r"гарантиру\w+|\w{4,}(?:овать|ить|ать)ся не буд\w+|\w{3,}(?:дим|жем|дем|дём|стим|вим|оим|ним|учим|шим))\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:буд(?:ет|ут)|ста(?:нет|нут)|смо(?:жет|гут)|мо(?:жет|гут)|ожида\w+|прогноз\w*|появ(?:ится|ятся)|"
    r"увелич(?:ится|атся)|вырастет|вырастут|снизится|снизятся|начн[её]т(?:ся)?|приведет|приведёт|позволит)\b",
    re.IGNORECASE,
)


def kind_of_speech(words: str, cue_kind: str) -> str:
    """Return the dominant kind of quoted words; the verb beside them decides where it says more than «said»."""
    if cue_kind != "statement":
        return cue_kind
    sentences = [part for part in re.split(r"[.!?…]+\s", words) if part.strip()]
    for kind, pattern in (("demand", _NEED), ("promise", _PLEDGE), ("forecast", _FUTURE)):
        if 2 * sum(bool(pattern.search(part)) for part in sentences) > len(sentences):
            return kind
    return "statement"


def kind_of_clause(tree: Tree, words: tuple[int, int], cue_kind: str, lexicon: Lexicon, cue: int | None = None) -> str:
    """Return the kind of the reported `words` (start, stop): of their main predicate, where the verb is neutral."""
    start, stop = words
    if cue_kind != "statement":
        return cue_kind
    heads = [index for index in range(start, stop) if tree.is_finite(index) and tree.is_main(index, start)]
    verdicts = [_kind_of_predicate(tree, index, lexicon, cue) for index in heads]
    return next((kind for kind in verdicts if kind != "statement"), "statement")


def _kind_of_predicate(tree: Tree, index: int, lexicon: Lexicon, cue: int | None) -> str:
    word = tree.words[index]
    if word.lemma in lexicon.duties and word.lemma not in ("обязан", "нужный"):
        return "demand" if word.lemma != "должный" or not tree.children(index, "nsubj") else "forecast"
    if word.lemma in lexicon.plans and tree.is_finite(index):
        return "forecast" if word.lemma in ("ожидаться", "предстоять", "предполагаться") else "promise"
    if is_future(tree, index):
        return "promise" if _is_of_speaker(tree, index, cue) else "forecast"
    if word.lemma in ("готовый", "готов") and tree.is_finite(index) and _is_ready_to_act(tree, index):
        return "promise"
    if word.lemma in _FORECAST_WORDS and tree.is_finite(index) and word.feat("Tense") != "Past":
        return "forecast"
    return "statement"


def _is_ready_to_act(tree: Tree, index: int) -> bool:
    """Tell «готов помочь», «готов к переговорам» from «обед готов»."""
    return tree.lower(index + 1) in ("к", "ко") or any(tree.is_infinitive(child) for child in tree.children(index))


def _is_of_speaker(tree: Tree, index: int, cue: int | None) -> bool:
    """Say whether a verb leaves its subject to that of the cue: «сказал, что приедет»."""
    if cue is None or has_own_subject(tree, index):
        return False
    one, other = tree.words[index].feat("Number"), tree.words[cue].feat("Number")
    return not one or not other or one == other


def is_future(tree: Tree, index: int) -> bool:
    """Say whether a verb stands in the future: a perfective form, or «будет» that it is or has."""
    word = tree.words[index]
    if word.feat("VerbForm") == "Fin" and (word.feat("Tense") == "Fut" or _is_will(tree, index)):
        return True
    return any(_is_will(tree, child) for child in tree.children(index, "aux", "cop"))


def _is_will(tree: Tree, index: int) -> bool:
    return tree.lower(index).startswith("буд") and tree.words[index].lemma == "быть"
