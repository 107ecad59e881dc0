"""The claims of sources that are set into a sentence: what each of them vouches for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Pieces, Span
from app.nlp.claims.cues.cue_detection import Reading
from app.nlp.claims.draft import Draft, pieces_within
from app.nlp.claims.kinds.agency import Saying
from app.nlp.claims.kinds.claim_kinds import kind_of_clause
from app.nlp.claims.rules.source_phrases import Aside
from app.nlp.claims.syntax.clause_bounds import interval
from app.nlp.claims.syntax.tree import Tree

_QUESTION = re.compile(
    r"(?:когда|как|где|почему|зачем|сколько|кто|кому|что|чем|как(?:ой|ая|ие|ое)|куда)\b", re.IGNORECASE
)
_CONJUNCTION = re.compile(r"(?:а|но|и|однако)\s+", re.IGNORECASE)
_SHORTEST = 8
"""Content of fewer characters is what a wrong parse leaves."""


def sourced(reading: Reading, found: list[Aside]) -> Iterator[Draft]:
    """Yield a claim for each aside: its sentence, or its clause, without the aside and those behind it."""
    spans = [interval(reading.tree, aside.first, aside.stop) for aside in found]
    for number, aside in enumerate(found):
        first, stop = _clause_around(reading.tree, aside)
        for later in found[number + 1 :]:
            begin = _clause_around(reading.tree, later)[0]
            stop = begin if aside.stop < begin < stop else stop
        pieces = pieces_within(reading.text, interval(reading.tree, first, stop), spans[number:])
        pieces = _without_connectives(reading, pieces)
        if not pieces or sum(piece.length for piece in pieces) < _SHORTEST or _is_question(reading, pieces, aside):
            continue
        saying = Saying(by=reading.text[aside.speaker.start : aside.speaker.stop] if aside.speaker is not None else "")
        kind = kind_of_clause(reading.tree, (first, stop), aside.kind, reading.lexicon, saying)
        yield Draft(pieces, "indirect", kind, aside.rule, aside.speaker, aside.cue)


def _clause_around(tree: Tree, aside: Aside) -> tuple[int, int]:
    """Return the range of words that an aside vouches for: the sentence, or the one of its clauses around it."""
    relative = _relative_around(tree, aside)
    behind = next((step for step in range(aside.stop, len(tree)) if tree.is_finite(step)), None)
    if relative is not None and behind is not None:
        return relative, _comma_behind(tree, behind)
    verb = next((step for step in range(aside.first - 1, -1, -1) if tree.is_finite(step)), None)
    if verb is None or aside.stop >= len(tree) - 1 or not tree.is_main(verb):
        return 0, len(tree)
    if behind is None or not tree.is_main(behind):
        return 0, len(tree)
    commas = [step for step in range(verb, aside.first) if tree.lower(step) in (",", ";", ":")]
    return (commas[0] + 1, len(tree)) if commas else (0, len(tree))


def _relative_around(tree: Tree, aside: Aside) -> int | None:
    """Return where the relative clause begins in which an aside stands, or whose pronoun it holds."""
    for step in range(aside.stop - 1, -1, -1):
        if tree.words[step].lemma == "который":
            return step + 1 if step >= aside.first else step
        if step < aside.first and tree.is_finite(step):
            return None
    return None


def _comma_behind(tree: Tree, verb: int) -> int:
    """Return the index of the first comma behind a verb, or the sentence's end."""
    return next((step for step in range(verb, len(tree)) if tree.lower(step) == ","), len(tree))


def _without_connectives(reading: Reading, pieces: Pieces) -> Pieces:
    """Drop pieces of mere connectives: «Так, по словам X, …», and a conjunction at the head."""
    kept: list[Span] = []
    for whole in pieces:
        lead = _CONJUNCTION.match(reading.text, whole.start, whole.stop)
        piece = Span(lead.end() if lead and not kept else whole.start, whole.stop)
        words = reading.text[piece.start : piece.stop].lower().replace(",", " ").split()
        if any(word not in reading.lexicon.connectives for word in words):
            kept.append(piece)
    return tuple(kept)


def _is_question(reading: Reading, pieces: Pieces, aside: Aside) -> bool:
    """Say whether an aside closes a question that it does not answer: «Когда поднимут пенсии, рассказали в …»."""
    asked = _QUESTION.match(reading.text, pieces[0].start) is not None
    return asked and bool(aside.cues) and aside.stop >= len(reading.tree) - 1
