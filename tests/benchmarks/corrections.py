"""Count the presses to correct beyond those to accept.

They are counted by kind of error: `python -m tests.benchmarks.corrections`.

Where correcting costs more than accepting, people accept what is wrong (Beck 2025): the difference is to be 1 at most.
Each proposal is wrong in one way, and is put right by real key events in the real window; the next proposal must then
be current, as after accepting.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.model import Annotation, Kind, Role, Status
from tests.service.samples import claim, entity, opened, span
from tests.ui.desktop import started

TEXT = (
    "Совет города Алатау принял бюджет.\n"
    "Аким Серик Бейсенов обещал открыть школу, сообщил секретарь Марат Жаксылыков.\n"
    "Тулпар победил в Алматы.\n"
)
LAST = entity(TEXT, "Алматы", "LOC")
"""The proposal after the wrong one."""
PERSONS = tuple(entity(TEXT, words, "PER", status=Status.ACCEPTED) for words in ("Серик Бейсенов", "Марат Жаксылыков"))
"""Who may be speaking in the claim."""


@dataclass(frozen=True)
class Error:
    """One kind of error.

    It holds the proposal, the keys that put it right, and how one knows.
    """

    name: str
    proposal: Annotation
    keys: tuple[str, ...]
    is_right: Callable[[Annotation | None], bool]


def _words(words: str) -> Callable[[Annotation | None], bool]:
    return lambda row: row is not None and row.words(TEXT) == words


def _label(label: str) -> Callable[[Annotation | None], bool]:
    return lambda row: row is not None and row.label == label


def _speaker(words: str) -> Callable[[Annotation | None], bool]:
    return lambda row: row is not None and row.speaker is not None and row.speaker.words(TEXT) == words


_CLAIM = claim(TEXT, "обещал открыть школу", "statement", roles=(Role("speaker", span(TEXT, "Серик Бейсенов")),))
ERRORS = (
    Error("none: accepted", entity(TEXT, "Алатау", "LOC"), ("Space",), _label("LOC")),
    Error("nothing is there", entity(TEXT, "Совет", "PER"), ("Backspace",), lambda row: not (row and row.is_live)),
    Error("wrong label", entity(TEXT, "Тулпар", "PER"), ("2",), _label("ORG")),
    Error("end a word short", entity(TEXT, "Серик", "PER"), ("Alt+Right", "Space"), _words("Серик Бейсенов")),
    Error("end a word long", entity(TEXT, "Алатау принял", "LOC"), ("Alt+Left", "Space"), _words("Алатау")),
    Error("start a word short", entity(TEXT, "Бейсенов", "PER"), ("Alt+Shift+Left", "Space"), _words("Серик Бейсенов")),
    Error("start a word long", entity(TEXT, "города Алатау", "LOC"), ("Alt+Shift+Right", "Space"), _words("Алатау")),
    Error("claim: none", _CLAIM, ("Space",), _label("statement")),
    Error("claim: nothing is there", _CLAIM, ("Backspace",), lambda row: not (row and row.is_live)),
    Error("claim: wrong kind", _CLAIM, ("Shift+3",), _label("promise")),
    Error("claim: end a word long", _CLAIM, ("Alt+Left", "Space"), _words("обещал открыть")),
    Error("claim: start a word long", _CLAIM, ("Alt+Shift+Right", "Space"), _words("открыть школу")),
    Error("claim: wrong speaker", _CLAIM, ("S", "*"), _speaker("Марат Жаксылыков")),
)


def costs(folder: Path) -> Iterator[tuple[Error, int]]:
    """Yield each error with what it costs more than accepting, in presses.

    Raise AssertionError where the keys do not put it right.
    """
    for number, error in enumerate(ERRORS):
        presses = _put_right(error, folder / f"{number}.pometka")
        yield error, presses - 1


def _put_right(error: Error, path: Path) -> int:
    people = PERSONS if error.proposal.kind is Kind.CLAIM else ()
    session = opened(path, TEXT, [error.proposal, LAST, *people])
    session.projects.close()
    desktop = started(path, text=TEXT)
    try:
        session = desktop.session
        assert session.open_article is not None
        wrong = next(row for row in session.open_article.annotations if row.pieces == error.proposal.pieces)
        session.navigation.go_to(wrong.id)
        desktop.keyboard.presses = 0
        for key in error.keys:
            for one in _hint_keys(desktop.program.components.article.view.canvas.marks.hints) if key == "*" else (key,):
                desktop.keyboard.press(one)
        after = session.open_article.annotations.get(wrong.id)
        assert error.is_right(after), f"{error.name}: {after}"
        if after is not None and after.status is Status.PROPOSED:
            desktop.keyboard.press("Space")
        return desktop.keyboard.presses
    finally:
        desktop.close()


def _hint_keys(hints: tuple[tuple[object, str], ...]) -> tuple[str, ...]:
    """Return the keys of the letters that stand on the wanted speaker."""
    wanted = span(TEXT, "Марат Жаксылыков")
    return next(tuple(letters.upper()) for place, letters in hints if place == wanted)


def main() -> int:
    """Print the table, and return the exit code.

    Return 1 if correcting costs more than one press more.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    worst = 0
    with tempfile.TemporaryDirectory() as name:
        os.environ.setdefault("POMETKA_CONFIG_DIR", name)
        for error, more in costs(Path(name)):
            worst = max(worst, more)
            print(f"{error.name:<28}{more:+d}")
    return int(worst > 1)


if __name__ == "__main__":
    sys.exit(main())
