"""Which kind a claim is: from the verb that reports it, else from its own words."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.nlp.claims.cues import Lexicon
from app.nlp.claims.outlook import is_must, outlook_of
from app.nlp.claims.subject import has_own_subject, subject_of
from app.nlp.claims.tree import Tree

_NEED = re.compile(
    r"\b(?:нужно|необходимо|надо|пора|нельзя|должн[аоы]|должен|следует|призыва\w+|прошу|просим|требу\w+|давайте|"
    r"предлага(?:ю|ем)|пусть|обязан[аоы]?|\w{3,}(?:йте|ите)сь|\w{3,}(?:йте|ите))\b",
    re.IGNORECASE,
)
_PLEDGE = re.compile(
    r"\b(?:буд(?:у|ем)|намерен[аоы]?|планиру(?:ю|ем)|собира(?:юсь|емся)|обеща(?:ю|ем)|обязу\w+|гарантиру\w+)\b",
    re.IGNORECASE,
)
_DUTIES = ("нужно", "необходимо", "надо", "следует", "нельзя", "пора", "обязан", "обязана", "обязаны")
_KINDS = ("statement", "demand", "promise", "forecast")
_OURS = re.compile(r"\b\w{3,}(?:[еёи]м(?:ся)?|[ую](?:сь)?)\b")
_THEIRS = re.compile(r"\b\w{3,}(?:[еёи]т|[уюая]т)(?:ся)?\b")
_FUTURE = re.compile(
    r"\b(?:буд(?:ет|ут)|ста(?:нет|нут)|смо(?:жет|гут)|мо(?:жет|гут)|ожида\w+|прогноз\w*)\b",
    re.IGNORECASE,
)


def kind_of_speech(words: str, cue_kind: str, is_future: Callable[[str], bool] | None = None) -> str:
    """Return the dominant kind of quoted words; the verb beside them decides where it says more than «said».

    `is_future` tells a verb in the future, so that «мы построим» is known for a promise.
    """
    if cue_kind != "statement":
        return cue_kind
    sentences = [part for part in re.split(r"[.!?…]+\s", words) if part.strip()]
    kinds = [_kind_of_sentence(sentence, is_future) for sentence in sentences]
    ranked = sorted(_KINDS, key=lambda kind: -kinds.count(kind))
    return next((kind for kind in ranked if 2 * kinds.count(kind) >= len(sentences) and kinds.count(kind)), "statement")


def _kind_of_sentence(words: str, is_future: Callable[[str], bool] | None) -> str:
    if _NEED.search(words):
        return "demand"
    ours = is_future is not None and any(is_future(word) for word in _OURS.findall(words.lower()))
    if ours or _PLEDGE.search(words):
        return "promise"
    others = is_future is not None and any(is_future(word) for word in _THEIRS.findall(words.lower()))
    return "forecast" if others or _FUTURE.search(words) else "statement"


def kind_of_clause(tree: Tree, words: tuple[int, int], cue_kind: str, lexicon: Lexicon, cue: int | None = None) -> str:
    """Return the kind of the reported `words` (start, stop): of their main predicate, where the verb is neutral."""
    start, stop = words
    if cue_kind != "statement":
        return cue_kind
    heads = [index for index in range(start, stop) if _is_predicate(tree, index) and tree.is_main(index, start)]
    verdicts = [_kind_of_predicate(tree, index, lexicon, cue) for index in heads]
    return next((kind for kind in verdicts if kind != "statement"), "statement")


def _is_predicate(tree: Tree, index: int) -> bool:
    return tree.is_finite(index) or tree.lower(index) in _DUTIES


def _kind_of_predicate(tree: Tree, index: int, lexicon: Lexicon, cue: int | None) -> str:
    word = tree.words[index]
    if is_must(tree, index):
        return "demand" if _is_asked(tree, index) else "forecast"
    if tree.lower(index) in _DUTIES:
        return "statement" if tree.lower(index - 1) == "не" else "demand"
    outlook = outlook_of(tree, index, lexicon)
    if outlook is not None:
        return "promise" if _is_of_speaker(tree, index, cue) else outlook
    ready = word.lemma in ("готовый", "готов") and _is_ready_to_act(tree, index)
    return "promise" if ready else "statement"


def _is_asked(tree: Tree, index: int) -> bool:
    """Say whether it is a person or a body that must: «Сербия должна решить», not «цены должны снизиться»."""
    subject = subject_of(tree, index)
    if subject is None:
        return True
    return tree.words[subject].pos in ("PROPN", "PRON") or tree.words[subject].feat("Animacy") == "Anim"


def _is_ready_to_act(tree: Tree, index: int) -> bool:
    """Tell «готов помочь», «готов к переговорам» from «обед готов»."""
    return tree.lower(index + 1) in ("к", "ко") or any(tree.is_infinitive(child) for child in tree.children(index))


def _is_of_speaker(tree: Tree, index: int, cue: int | None) -> bool:
    """Say whether a verb leaves its subject to that of the cue: «сказал, что приедет»."""
    if cue is None or has_own_subject(tree, index):
        return False
    one, other = tree.words[index].feat("Number"), tree.words[cue].feat("Number")
    return not one or not other or one == other
