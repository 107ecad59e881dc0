"""Phrases that name a source: «по словам X», «по его мнению», «согласно отчёту X», «на взгляд X», «со слов X»."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.span import Span
from app.nlp.claims.cues.cue_detection import Reading
from app.nlp.claims.syntax.clause_bounds import interval
from app.nlp.claims.syntax.tree import Tree

DASHES = ("-", "–", "—")
_AUTHORITIES = ("следств", "следовател", "обвинен", "защит", "прокур", "полиц", "суд", "адвокат", "экспер", "источник")
_OWNERS = ("его", "её", "ее", "их", "моему", "нашему", "своим", "своему")
_NEED_OWNER = ("слово", "мнение", "взгляд", "сообщение", "убеждение")
_LOOKING_AHEAD = ("прогноз", "предсказание", "пророчество")
_DATIVES = ("ам", "ям", "ым", "ию", "ке", "зу", "ии", "су", "ду", "ту")


@dataclass(frozen=True, slots=True)
class Aside:
    """The words `first` … `stop` - 1 name a source. `cues` are the words in them that report."""

    first: int
    stop: int
    cue: Span
    speaker: Span | None
    kind: str
    rule: str
    cues: tuple[int, ...]


def by_noun(reading: Reading, index: int) -> Aside | None:
    """Find «по словам X», «по его мнению», «согласно отчёту X», «на взгляд X», «со слов X»."""
    tree = reading.tree
    opening = tree.lower(index)
    if opening == "согласно":
        return _by_according(reading, index, index + 1)
    if opening == "в" and tree.lower(index + 1) == "соответствии" and tree.lower(index + 2) == "с":
        aside = _by_according(reading, index, index + 3)
        return aside if aside is not None and aside.cue.stop > tree.words[index + 2].span.stop else None
    if opening not in ("по", "на", "со") or index + 1 >= len(tree):
        return None
    for noun in range(index + 1, min(index + 6, len(tree))):
        word = tree.words[noun]
        if word.lemma in reading.lexicon.phrases and _fits(opening, word.text.lower()):
            return _sourced_by(reading, index, noun)
        if word.pos not in ("DET", "ADJ", "PRON", "VERB", "PROPN"):
            return None
    return None


def _fits(opening: str, noun: str) -> bool:
    if opening == "по":
        return noun.endswith(_DATIVES)
    return noun == ("взгляд" if opening == "на" else "слов")


def _sourced_by(reading: Reading, first: int, noun: int) -> Aside | None:
    tree = reading.tree
    owner = next((step for step in range(first + 1, noun) if tree.lower(step) in _OWNERS), None)
    if owner is not None:
        speaker: Span | None = tree.words[owner].span
    else:
        speaker = _owner_of(tree, noun)
    if speaker is None and tree.words[noun].lemma in _NEED_OWNER:
        return None
    if tree.words[noun].lemma == "версия" and not _is_of_authority(reading.text, speaker):
        return None
    kind = "forecast" if tree.words[noun].lemma in _LOOKING_AHEAD else "statement"
    stop = _phrase_stop(tree, first, noun, speaker)
    return Aside(first, stop, interval(tree, first, noun + 1), speaker, kind, "claim.source/1", ())


def _is_of_authority(text: str, speaker: Span | None) -> bool:
    """Tell «по версии следствия» from «по версии журнала» and «чемпион по версии IBF»."""
    return speaker is not None and any(part in text[speaker.start : speaker.stop].lower() for part in _AUTHORITIES)


def _by_according(reading: Reading, first: int, behind: int) -> Aside | None:
    """Find «согласно X»: X itself speaks, unless it is somebody's words."""
    tree = reading.tree
    head = next(
        (
            step
            for step in range(behind, min(behind + 8, len(tree)))
            if tree.words[step].pos in ("NOUN", "PROPN", "PRON", "X")
        ),
        None,
    )
    if head is None:
        return None
    words = tree.words[head].lemma in reading.lexicon.phrases
    owner = next((step for step in range(first + 1, head) if tree.lower(step) in _OWNERS), None)
    if words and owner is not None:
        speaker: Span | None = tree.words[owner].span
    else:
        speaker = (_owner_of(tree, head) if words else None) or tree.phrase(head)
    stop = _phrase_stop(tree, first, head, speaker)
    last = head + 1 if words else behind
    return Aside(first, stop, interval(tree, first, last), speaker, "statement", "claim.source/1", ())


def _owner_of(tree: Tree, noun: int) -> Span | None:
    """Return the phrase in the genitive that follows a noun: whose words they are."""
    for child in tree.children(noun, "nmod", "appos", "obl"):
        word = tree.words[child]
        if child > noun and word.feat("Case") in ("Gen", "") and not tree.children(child, "case"):
            return tree.phrase(child)
    after = noun + 1
    if (
        after < len(tree)
        and tree.words[after].pos in ("PROPN", "NOUN", "X")
        and tree.words[after].feat("Case") != "Nom"
    ):
        return tree.phrase(after)
    return None


def _phrase_stop(tree: Tree, first: int, head: int, speaker: Span | None) -> int:
    """Return the index behind a source phrase and its comma."""
    stop = head + 1
    while speaker is not None and stop < len(tree) and tree.words[stop].span.start < speaker.stop:
        stop += 1
    members = tree.subtree(head)
    for index in range(stop, min(stop + 25, len(tree))):
        if tree.lower(index) in (",", *DASHES, ":") and index + 1 not in members:
            return index + 1
        if tree.is_finite(index) and index not in members:
            return stop
    return stop
