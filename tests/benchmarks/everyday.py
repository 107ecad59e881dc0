"""Count the presses of the everyday actions.

`python -m tests.benchmarks.everyday [--layout us|ru|kz]` holds each to a bound.

Real key events go through the real window, and each action must have done what it says. Typed words do not count, the
keys around them do.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("POMETKA_CONFIG_DIR", tempfile.mkdtemp())

from PySide6.QtWidgets import QApplication

from app.core.model import Annotation, Kind, Role, Status
from tests.service.samples import add_article, claim, entity, span
from tests.stories.keyboard import LAYOUTS
from tests.ui.desktop import Desktop, started, wait_until

TEXT = (
    "Арман Сатпаев приехал в Кенжар. В пятницу, сказал Сатпаев, мост откроют, а дорогу закроют.\n"
    "Сатпаев, Сатпаев, Сатпаев, Сатпаев. Сатпаева ждали, Сатпаеву верят, Сатпаева хвалят.\n"
    "Тулпар рад. Пишет об этом Лина Омарова. Завод Алатау Строй работает.\n"
    "Город вырастет вдвое к лету, обещает аким.\n"
)
OTHER = "Сатпаев вернулся. Омарова ждала Сатпаева.\n"
FULL = "Арман Сатпаев"

Check = Callable[[Desktop], bool]
Prepare = Callable[[Desktop], object]


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that are typed into a field."""

    words: str


@dataclass(frozen=True, slots=True)
class Everyday:
    """An everyday action and its limit of presses.

    It holds where it begins, its keys, what it must have done, and the most presses that it may take.
    """

    what: str
    prepare: Prepare
    keys: tuple[str | Typed, ...]
    check: Check
    bound: int

    @property
    def presses(self) -> int:
        return sum(isinstance(key, str) for key in self.keys)


def rows() -> list[Annotation]:
    """Return what the tagger proposed: all equal mentions, some errors, two claims."""
    forms = ("Сатпаева", "Сатпаеву")
    names = [entity(TEXT, "Сатпаев", "PER", nth) for nth in range(1, 6)]
    names += [entity(TEXT, form, "PER", nth) for form in forms for nth in range(TEXT.count(form))]
    return [
        entity(TEXT, FULL, "PER", attributes=(("referent", FULL),)),
        entity(TEXT, "Кенжар", "ORG"),
        *names,
        entity(TEXT, "Завод", "LOC"),
        entity(TEXT, "Алатау", "ORG"),
        claim(TEXT, "мост откроют", roles=(Role("speaker", span(TEXT, "Кенжар"), ""),)),
        claim(TEXT, "Город вырастет вдвое к лету", "statement"),
    ]


def at(words: str, nth: int = 0, kind: Kind | None = None) -> Prepare:
    """Return what goes to the annotation over some words."""

    def go(desktop: Desktop) -> None:
        open_article = desktop.session.open_article
        assert open_article is not None
        wanted = span(open_article.text, words, nth)
        row = next(row for row in open_article.annotations if row.span == wanted and kind in (None, row.kind))
        desktop.session.navigation.go_to(row.id)

    return go


def caret_on(words: str) -> Prepare:
    return lambda desktop: desktop.session.cursor.place_at(TEXT.index(words))


def stands(words: str, label: str, status: Status | None = None, nth: int = 0) -> Check:
    """Return whether some words have a label and a status.

    They are those of an annotation over the words.
    """

    def check(desktop: Desktop) -> bool:
        open_article = desktop.session.open_article
        assert open_article is not None
        wanted = span(open_article.text, words, nth)
        found = [row for row in open_article.annotations if row.span == wanted and row.label == label]
        return any(status in (None, row.status) for row in found)

    return check


def are_linked(desktop: Desktop) -> bool:
    open_article = desktop.session.open_article
    assert open_article is not None
    said = [row for row in open_article.annotations if row.words(TEXT).startswith("Сатпаев")]
    return len(said) == 8 and all(row.attribute("referent") == FULL for row in said)


def is_taught(desktop: Desktop) -> bool:
    project = desktop.session.project
    assert project is not None
    others = [row for row in project.annotations(desktop.session.articles.shown[1]) if row.label == "PER"]
    return "name:Сатпаев" in dict(desktop.session.scheme.options) and len(others) == 2


def has_note(desktop: Desktop) -> bool:
    open_article, current = desktop.session.open_article, desktop.session.navigation.current_id
    assert open_article is not None
    return [note.text for note in open_article.notes_on(current)] == ["проверить"]


def found_there(desktop: Desktop) -> bool:
    open_article = desktop.session.open_article
    return open_article is not None and open_article.text == OTHER


def has_label(desktop: Desktop) -> bool:
    label = desktop.session.scheme.find(Kind.ENTITY, "товар")
    return label is not None and bool(label.key) and [one.name for one in label.attributes] == ["цена"]


def claim_has(words: str, *roles: str) -> Check:
    def check(desktop: Desktop) -> bool:
        open_article = desktop.session.open_article
        assert open_article is not None
        claims = [row for row in open_article.annotations if row.kind is Kind.CLAIM and words in row.words(TEXT)]
        return any({role.name: role.words(TEXT) for role in row.roles}.keys() >= set(roles) for row in claims)

    return check


def with_note(desktop: Desktop) -> None:
    desktop.session.editor.notes.set_on_article("заметка", None)


def notes_shown(desktop: Desktop) -> bool:
    return desktop.program.host.panels.is_shown("notes")


def without_notes_pane(desktop: Desktop) -> None:
    with_note(desktop)
    desktop.keyboard.press("Alt+4")
    if notes_shown(desktop):
        desktop.keyboard.press("Alt+4")
    QApplication.processEvents()


ACTIONS = (
    Everyday("accept", at(FULL), ("Space",), stands(FULL, "PER", Status.ACCEPTED), 1),
    Everyday("reject", at("Завод"), ("Backspace",), stands("Завод", "LOC", Status.REJECTED), 1),
    Everyday("relabel", at("Кенжар"), ("3",), stands("Кенжар", "LOC", Status.CORRECTED), 1),
    Everyday(
        "relabel to a label without a digit",
        at("Кенжар"),
        ("L", Typed("число"), "Enter"),
        stands("Кенжар", "NUMBER", Status.CORRECTED),
        2,
    ),
    Everyday("move an end by a token", at("Алатау"), ("Alt+Right",), stands("Алатау Строй", "ORG"), 1),
    Everyday("add a one-word name", caret_on("Тулпар"), ("2",), stands("Тулпар", "ORG"), 1),
    Everyday("add a two-word name", caret_on("Лина"), ("Shift+Right", "1"), stands("Лина Омарова", "PER"), 2),
    Everyday(
        "a claim with speaker and cue",
        caret_on("рад"),
        ("Shift+1", "Shift+S", "S", "F"),
        claim_has("Тулпар рад", "speaker", "cue"),
        4,
    ),
    Everyday(
        "cut out words",
        at("Город вырастет вдвое к лету"),
        ("Right", "Shift+Right", "X"),
        lambda desktop: claim_pieces(desktop) == 2,
        3,
    ),
    Everyday("who it is, for eight mentions", at("Сатпаев", 2), ("E", "Enter"), are_linked, 3),
    Everyday("teach and apply", at("Сатпаев", 2), ("T", "Enter", "Enter"), is_taught, 3),
    Everyday("a note", at("Кенжар"), ("N", Typed("проверить"), "Enter"), has_note, 2),
    Everyday("read all notes", without_notes_pane, ("Alt+4",), notes_shown, 2),
    Everyday(
        "only open articles",
        lambda desktop: None,
        ("O",),
        lambda desktop: str(desktop.session.articles.filter_progress) == "open",
        2,
    ),
    Everyday(
        "find in the project and go",
        lambda desktop: None,
        ("Ctrl+Shift+F", Typed('"омарова ждала"'), "Enter"),
        found_there,
        2,
    ),
    Everyday(
        "a new label with key and attribute",
        lambda desktop: None,
        ("Ctrl+L", "Ctrl+N", Typed("товар"), "Enter", "Ctrl+Shift+A", Typed("цена"), "Enter", "Ctrl+Enter"),
        has_label,
        8,
    ),
)


def claim_pieces(desktop: Desktop) -> int:
    current = desktop.session.navigation.current
    return 0 if current is None else len(current.pieces)


def opened(folder: Path, number: int, layout: str) -> Desktop:
    """Open a fresh project with two articles.

    They are the article and another one that shares its names.
    """
    path = folder / f"{number}.pometka"
    desktop = started(path, articles=0)
    desktop.keyboard.layout = layout
    desktop.program.window.resize(1600, 1000)
    first = add_article(desktop.session, TEXT, rows(), "Мост")
    add_article(desktop.session, OTHER, [], "Вторая")
    desktop.session.reader.go_to(first)
    QApplication.processEvents()
    return desktop


def press(desktop: Desktop, keys: Sequence[str | Typed]) -> None:
    """Press keys and type words, each where the one before has led."""
    for key in keys:
        if isinstance(key, Typed):
            desktop.keyboard.type(key.words)
        else:
            desktop.keyboard.press(key)
        settle(desktop)


def settle(desktop: Desktop) -> None:
    """Wait for what a key has begun.

    It is a dialog in front, a search or an offer.
    """
    QApplication.processEvents()
    window = QApplication.activeModalWidget() or desktop.program.window
    window.activateWindow()
    wait_until(lambda: not desktop.session.offers.is_searching)
    desktop.rest()
    find = desktop.program.components.search.panel
    wait_until(lambda: not find.is_searching)
    wait_until(lambda: desktop.program.components.prompts.concordance.is_whole)
    QApplication.processEvents()


def try_keys(folder: Path, number: int, layout: str, one: Everyday) -> bool:
    """Do an action in a project of its own.

    Return whether it did what it says.
    """
    desktop = opened(folder, number, layout)
    try:
        one.prepare(desktop)
        settle(desktop)
        press(desktop, one.keys)
        return one.check(desktop)
    finally:
        desktop.close()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--layout", choices=LAYOUTS, default="ru")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        done = [try_keys(Path(folder), number, options.layout, one) for number, one in enumerate(ACTIONS)]
    print(f"{'action':40} presses  bound")
    for action, is_done in zip(ACTIONS, done, strict=True):
        print(f"{action.what:40} {action.presses:7} {action.bound:6}{'' if is_done else '   NOT DONE'}")
    is_dear = any(action.presses > action.bound for action in ACTIONS)
    return int(is_dear or not all(done))


if __name__ == "__main__":
    sys.exit(main())
