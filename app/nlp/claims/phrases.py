"""Words set into a sentence that name its source: «по словам X», «как сообщил X», «…, передаёт X», «…, считает X, …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.span import Pieces, Span
from app.nlp.claims.bounds import interval
from app.nlp.claims.draft import Draft, pieces_within
from app.nlp.claims.indirect import Reading, cue_at
from app.nlp.claims.kinds import kind_of_clause
from app.nlp.claims.speaker import place_of, speaker_of
from app.nlp.claims.subject import subject_of
from app.nlp.claims.tree import Tree

_DASHES = ("-", "–", "—")
_ASKS = ("вопрос", "спрос", "спраш")
_AUTHORITIES = ("следств", "следовател", "обвинен", "защит", "прокур", "полиц", "суд", "адвокат", "экспер", "источник")
_OWNERS = ("его", "её", "ее", "их", "моему", "нашему", "своим", "своему")


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


def asides(reading: Reading) -> list[Aside]:
    """Return what is set into a sentence to name its source, in order, none overlapping another."""
    found: list[Aside] = []
    for index in range(len(reading.tree)):
        if found and index < found[-1].stop:
            continue
        aside = _by_noun(reading, index) or _by_as(reading, index) or _by_verb(reading, index)
        if aside is not None:
            found.append(aside)
    return found


def sourced(reading: Reading, found: list[Aside]) -> Iterator[Draft]:
    """Yield a claim for each aside: its sentence, or its clause, without the aside and those behind it."""
    spans = [interval(reading.tree, aside.first, aside.stop) for aside in found]
    for number, aside in enumerate(found):
        first, stop = _clause_around(reading.tree, aside)
        pieces = pieces_within(reading.text, interval(reading.tree, first, stop), spans[number:])
        pieces = _without_connectives(reading, pieces)
        if not pieces or sum(piece.length for piece in pieces) < 8:
            continue
        kind = _kind(reading, first, stop, aside)
        yield Draft(pieces, "indirect", kind, aside.rule, aside.speaker, aside.cue)


def _kind(reading: Reading, first: int, stop: int, aside: Aside) -> str:
    return kind_of_clause(reading.tree, first, stop, aside.kind, reading.lexicon)


def _clause_around(tree: Tree, aside: Aside) -> tuple[int, int]:
    """Return the range of words that an aside vouches for: the sentence, or what follows an earlier main clause."""
    verb = next((step for step in range(aside.first - 1, -1, -1) if tree.is_finite(step)), None)
    if verb is None or aside.stop >= len(tree) - 1 or not tree.is_main(verb):
        return 0, len(tree)
    behind = next((step for step in range(aside.stop, len(tree)) if tree.is_finite(step)), None)
    if behind is None or not tree.is_main(behind):
        return 0, len(tree)
    commas = [step for step in range(verb, aside.first) if tree.lower(step) in (",", ";", ":")]
    return (commas[0] + 1, len(tree)) if commas else (0, len(tree))


def _without_connectives(reading: Reading, pieces: Pieces) -> Pieces:
    """Drop pieces of mere connectives: «Так, по словам X, …»."""
    kept = []
    for piece in pieces:
        words = reading.text[piece.start : piece.stop].lower().replace(",", " ").split()
        if any(word not in reading.lexicon.connectives for word in words):
            kept.append(piece)
    return tuple(kept)


def _by_noun(reading: Reading, index: int) -> Aside | None:
    """Find «по словам X», «по его мнению», «согласно отчёту X», «на взгляд X», «со слов X»."""
    tree = reading.tree
    opening = tree.lower(index)
    if opening == "согласно":
        return _by_according(reading, index)
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
        return noun.endswith(("ам", "ям", "ию", "ке", "зу", "ию", "ии", "нию", "су", "ду", "ту"))
    return noun == ("взгляд" if opening == "на" else "слов")


def _sourced_by(reading: Reading, first: int, noun: int) -> Aside | None:
    tree = reading.tree
    owner = next((step for step in range(first + 1, noun) if tree.lower(step) in _OWNERS), None)
    if owner is not None:
        speaker: Span | None = tree.words[owner].span
    else:
        speaker = _owner_of(tree, noun)
    if speaker is None and tree.words[noun].lemma in ("слово", "мнение", "взгляд", "сообщение", "убеждение"):
        return None
    if tree.words[noun].lemma == "версия" and not _is_of_authority(reading.text, speaker):
        return None
    kind = "forecast" if tree.words[noun].lemma in ("прогноз", "предсказание", "пророчество") else "statement"
    stop = _phrase_stop(tree, first, noun, speaker)
    return Aside(first, stop, interval(tree, first, noun + 1), speaker, kind, "claim.source/1", ())


def _is_of_authority(text: str, speaker: Span | None) -> bool:
    """Tell «по версии следствия» from «по версии журнала» and «чемпион по версии IBF»."""
    return speaker is not None and any(part in text[speaker.start : speaker.stop].lower() for part in _AUTHORITIES)


def _by_according(reading: Reading, first: int) -> Aside | None:
    """Find «согласно X»: X itself speaks, unless it is somebody's words."""
    tree = reading.tree
    head = next(
        (
            step
            for step in range(first + 1, min(first + 8, len(tree)))
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
    last = head + 1 if words else first + 1
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
        if tree.lower(index) in (",", *_DASHES, ":") and index + 1 not in members:
            return index + 1
        if tree.is_finite(index) and index not in members:
            return stop
    return stop


def _by_as(reading: Reading, index: int) -> Aside | None:
    """Find «как сообщил X», at the head of a sentence, in it or at its end."""
    tree = reading.tree
    if (
        tree.lower(index) != "как"
        or tree.lower(index - 1) in ("так", "того", "том", "тем", "то")
        or tree.lower(index - 2).startswith(_ASKS)
    ):
        return None
    if (
        index
        and tree.lower(index - 1) not in (",", "(", *_DASHES, ".", "»")
        and tree.lower(index - 1) not in reading.lexicon.connectives
    ):
        return None
    for verb in range(index + 1, min(index + 14, len(tree))):
        cue = cue_at(reading, verb)
        if tree.words[verb].text in ",:;":
            return None
        if cue is not None and ("speech" in cue.frames or tree.words[verb].lemma in reading.lexicon.impersonal):
            return _set_in(reading, index, verb, cue.kind, "claim.as/1")
        if tree.is_finite(verb) and tree.words[verb].pos == "VERB":
            return None
    return None


def _by_verb(reading: Reading, index: int) -> Aside | None:
    """Find a verb behind a comma or dash whose subject follows it: «…, передаёт X», «…, считает X, …»."""
    tree = reading.tree
    cue = cue_at(reading, index)
    if cue is None or not ("speech" in cue.frames or tree.words[index].lemma in reading.lexicon.impersonal):
        return None
    first = index - 1
    if first > 0 and tree.words[first].pos == "ADV":
        first -= 1
    if first <= 0 or tree.lower(first) not in (",", *_DASHES, "("):
        return None
    if tree.words[index].feat("VerbForm") not in ("Fin", "") or tree.lower(index + 1) in (",", ":", "что"):
        return None
    subject = subject_of(tree, index)
    speaks_behind = subject is not None and subject > index
    if not speaks_behind and place_of(tree, index) is None:
        return None
    if _governs_clause(tree, index):
        return None
    return _set_in(reading, first, index, cue.kind, "claim.aside/1")


def _governs_clause(tree: Tree, index: int) -> bool:
    """Say whether a clause with «что» follows: then the words before are not what is said."""
    for step in range(index + 1, min(index + 12, len(tree))):
        if tree.lower(step) == "что" and tree.lower(step - 1) == ",":
            return True
        if tree.is_finite(step):
            return False
    return False


def _set_in(reading: Reading, first: int, verb: int, kind: str, rule: str) -> Aside | None:
    tree = reading.tree
    speaker = speaker_of(tree, verb, reading.lexicon)
    stop = _aside_stop(tree, verb, speaker)
    if first == 0 and stop >= len(tree) - 1:
        return None
    return Aside(first, stop, tree.words[verb].span, speaker, kind, rule, (verb,))


def _aside_stop(tree: Tree, verb: int, speaker: Span | None) -> int:
    """Return the index behind an aside and its comma; the sentence's end where it closes the sentence."""
    own = tree.subtree(verb, leaving_out=("ccomp", "parataxis", "conj", "csubj", "advcl", "root"))
    for index in range(verb + 1, len(tree) - 1):
        if tree.lower(index) not in (",", *_DASHES, ")"):
            continue
        inside_speaker = speaker is not None and tree.words[index].span.start < speaker.stop <= tree.words[-1].span.stop
        if inside_speaker and tree.words[index].span.start >= speaker.start:  # type: ignore[union-attr]  # it is one
            continue
        if index + 1 not in own and _resumes(tree, index + 1, verb):
            return index + 1
    return len(tree)


def _resumes(tree: Tree, index: int, verb: int) -> bool:
    """Say whether the sentence goes on at `index`, and not what hangs on the aside's own words."""
    if any(verb <= up < index and tree.words[up].rel != "parataxis" for up in tree.ancestors(index)):
        chain = [index, *tree.ancestors(index)]
        top = next((link for link in chain if tree.words[link].head != -1 and tree.words[link].head <= verb), index)
        return tree.words[top].rel in ("ccomp", "parataxis", "conj") and tree.is_finite(top)
    return any(tree.is_finite(step) for step in range(index, len(tree))) or index < len(tree) - 2
