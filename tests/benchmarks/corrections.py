"""Count the presses to correct beyond those to accept.

They are counted by kind of error: `python -m tests.benchmarks.corrections`.

Where correcting costs more than accepting, people accept what is wrong (Beck 2025): the difference is to be 1 at most.
Each proposal is wrong in one way, and is put right by real key events in the real window. Where it is still a proposal
then, the press that accepts it counts too.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.model import Annotation, Role, Status
from tests.service.samples import claim, entity, opened, span
from tests.ui.desktop import started

TEXT = (
    "Совет города Алатау принял бюджет.\n"
    "На встрече Серик Бейсенов обещал открыть школу, сообщил секретарь Марат Жаксылыков.\n"
    "Мост откроют, а дорогу закроют, обещает глава района.\n"
    "Тулпар победил в Алматы.\n"
)
LAST = entity(TEXT, "Алматы", "LOC")
"""The proposal after the wrong one."""
PERSONS = tuple(entity(TEXT, words, "PER", status=Status.ACCEPTED) for words in ("Серик Бейсенов", "Марат Жаксылыков"))
"""Who may be speaking in the claim."""

Check = Callable[[Iterable[Annotation]], bool]


@dataclass(frozen=True, slots=True)
class Error:
    """One kind of error.

    It holds where it is met, the keys that put it right, and how one knows.
    """

    name: str
    met_at: Annotation
    keys: tuple[str, ...]
    is_right: Check


def _stands(words: str, label: str, speaker: str = "") -> Check:
    """Return whether a live annotation has these words, label, speaker."""

    def is_it(row: Annotation) -> bool:
        said_by = row.speaker.words(TEXT) if row.speaker is not None else ""
        return row.is_live and (row.words(TEXT), row.label) == (words, label) and speaker in ("", said_by)

    return lambda rows: any(map(is_it, rows))


def _is_gone(words: str) -> Check:
    return lambda rows: not any(row.is_live and row.words(TEXT) == words for row in rows)


_ACCEPTED = entity(TEXT, "Алатау", "LOC", status=Status.ACCEPTED)
_CLAIM = claim(TEXT, "обещал открыть школу", "statement", roles=(Role("speaker", span(TEXT, "Серик Бейсенов")),))
_CLAUSE = claim(TEXT, "Мост откроют", "statement")
_PERSON = "Серик Бейсенов"
_PROMISED = "обещал открыть школу"
ERRORS = (
    Error("none: accepted", entity(TEXT, "Алатау", "LOC"), ("Space",), _stands("Алатау", "LOC")),
    Error("nothing is there", entity(TEXT, "Совет", "PER"), ("Backspace",), _is_gone("Совет")),
    Error("missed", _ACCEPTED, (";", "1"), _stands(_PERSON, "PER")),
    Error("wrong label", entity(TEXT, "Тулпар", "PER"), ("2",), _stands("Тулпар", "ORG")),
    Error("end a word short", entity(TEXT, "Серик", "PER"), ("Alt+Right", "Space"), _stands(_PERSON, "PER")),
    Error("end a word long", entity(TEXT, "Алатау принял", "LOC"), ("Alt+Left", "Space"), _stands("Алатау", "LOC")),
    Error("start a word short", entity(TEXT, "Бейсенов", "PER"), ("Alt+Shift+Left", "Space"), _stands(_PERSON, "PER")),
    Error(
        "start a word long",
        entity(TEXT, "города Алатау", "LOC"),
        ("Alt+Shift+Right", "Space"),
        _stands("Алатау", "LOC"),
    ),
    Error("claim: none", _CLAIM, ("Space",), _stands(_PROMISED, "statement")),
    Error("claim: nothing is there", _CLAIM, ("Backspace",), _is_gone(_PROMISED)),
    Error("claim: wrong kind", _CLAIM, ("Shift+3",), _stands(_PROMISED, "promise")),
    Error("claim: end a word long", _CLAIM, ("Alt+Left", "Space"), _stands("обещал открыть", "statement")),
    Error("claim: start a word long", _CLAIM, ("Alt+Shift+Right", "Space"), _stands("открыть школу", "statement")),
    Error(
        "claim: end a clause short",
        _CLAUSE,
        ("Alt+Down", "Space"),
        _stands("Мост откроют, а дорогу закроют", "statement"),
    ),
    Error("claim: wrong speaker", _CLAIM, ("S", "*"), _stands(_PROMISED, "statement", "Марат Жаксылыков")),
)


def costs(folder: Path) -> Iterator[tuple[Error, int]]:
    """Yield each error with what it costs more than accepting, in presses.

    Raise AssertionError where the keys do not put it right.
    """
    for number, error in enumerate(ERRORS):
        presses = _put_right(error, folder / f"{number}.pometka")
        yield error, presses - 1


def _put_right(error: Error, path: Path) -> int:
    people = PERSONS if error.met_at is _CLAIM else ()
    session = opened(path, TEXT, [error.met_at, LAST, *people])
    session.projects.close()
    desktop = started(path, text=TEXT)
    try:
        session = desktop.session
        assert session.open_article is not None
        first = next(row for row in session.open_article.annotations if row.pieces == error.met_at.pieces)
        session.navigation.go_to(first.id)
        desktop.keyboard.presses = 0
        for key in error.keys:
            for one in _hint_keys(desktop.program.components.article.view.canvas.marks.hints) if key == "*" else (key,):
                desktop.keyboard.press(one)
        rows = tuple(session.open_article.annotations)
        assert error.is_right(rows), f"{error.name}: {rows}"
        after = session.open_article.annotations.get(first.id)
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
