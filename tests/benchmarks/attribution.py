"""Measure who is named as speaker of a claim.

The passages are short, with every way that news attribute words: `python -m tests.benchmarks.attribution`.

The passages in `tests/data/attribution.jsonl` were written for this, and rules from them; all in them is invented.
Each names its claims by some of their words, with the span of the speaker, what he is called, and the cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.model import Annotation, Kind
from app.core.span import Span
from app.nlp.pipeline import Tagger
from tests.benchmarks.claims import read_lines

PASSAGES = Path(__file__).parents[1] / "data" / "attribution.jsonl"


@dataclass(frozen=True)
class Said:
    """What was told of one claim.

    The words that name the speaker, his name, the cue; None where they are missing.
    """

    speaker: str | None = None
    name: str | None = None
    cue: str | None = None


@dataclass(frozen=True)
class Case:
    """One claim of a passage.

    As it should be, and as it was found.
    """

    passage: str
    wanted: Said
    found: Said


def cases(tagger: Tagger) -> Iterator[Case]:
    """Tag the passages and yield their claims."""
    for row in read_lines(PASSAGES):
        claims = [one for one in tagger.tag(row["text"]).annotations if one.kind is Kind.CLAIM]
        for gold in row["claims"]:
            wanted = Said(gold["speaker"], gold["name"], gold["cue"])
            yield Case(row["id"], wanted, _best(row["text"], gold, wanted, claims))


def _best(text: str, gold: dict[str, Any], wanted: Said, claims: list[Annotation]) -> Said:
    """Return the best match for the claim with `gold`'s words.

    Of several claims that hold them, it is the one that agrees most. Return what is told of it.
    """
    start = text.index(gold["words"])
    words = Span(start, start + len(gold["words"]))
    found = [_said(text, claim) for claim in claims if any(piece.overlaps(words) for piece in claim.pieces)]
    return max(found, key=lambda said: (said.cue == wanted.cue, said.speaker == wanted.speaker), default=Said())


def _said(text: str, claim: Annotation) -> Said:
    speaker, cue = claim.role("speaker"), claim.role("cue")
    return Said(
        text[speaker.span.start : speaker.span.stop] if speaker else None,
        speaker.normal if speaker else None,
        text[cue.span.start : cue.span.stop] if cue else None,
    )


def is_named(case: Case) -> bool:
    """Say whether the speaker has the right name.

    Capitals do not matter.
    """
    return (case.found.name or "").casefold() == case.wanted.name.casefold() if case.wanted.name is not None else False


def main() -> None:
    """Print how many speakers, names and cues are right, and the rest."""
    found = list(cases(Tagger()))
    speakers = sum(case.found.speaker == case.wanted.speaker for case in found)
    cues = sum(case.found.cue == case.wanted.cue for case in found)
    named = [case for case in found if case.wanted.name]
    present = sum(bool(case.found.name) for case in named)
    right = sum(is_named(case) for case in found)
    print(f"{len(found)} claims: speaker {speakers}, cue {cues}, name right {right}; present {present} of {len(named)}")
    for case in found:
        if case.found != case.wanted and not (is_named(case) and case.found.speaker == case.wanted.speaker):
            print(f"  {case.passage}: {case.found} for {case.wanted}")


if __name__ == "__main__":
    main()
