"""A hostile project is shown as plain text.

All of its words are hostile: no role, tip, dialog or menu obeys them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMenu,
    QWidget,
)

from app.core.change import Change, Step
from app.core.message import Message, UnwritableError, UserError
from app.core.model import Article, Body, Kind, Note, Role, text_digest
from app.core.scheme import Attribute, Label
from app.service.commands.registry import ACTIONS, by_id
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.project.schemes import default_scheme
from app.service.session.session import Session
from app.store import Project
from app.ui.dialogs.importing import ImportDialog
from app.ui.dialogs.problems import bug_dialog, error_dialog
from app.ui.dialogs.reading import ReadingDialog
from app.ui.dialogs.report import ReportDialog
from app.ui.shell.welcome import Welcome
from tests.service.samples import NOON, TEXT, claim, entity, span
from tests.ui.desktop import Desktop, started

IMAGE = "<img src='file:pipe.png'>"
HOSTILE = f"{IMAGE}&Tыква <b>б</b>\n&lt;\x1b[31m\x07\x9b\u202eреверс[*]\tц{{title}}{{n}}" + "ж" * 2_000
TURNED = "имя\u202eabc"
NAME = f"{IMAGE}&T\u202e\x1b[*]\t{{n}}"
"""What a file can be called: no slash, no NUL, not too long."""
SIMPLE_ROLES = [role for role in Qt.ItemDataRole if role.value < 32 and "Role" in role.name]
OPEN = (
    "label.pick", "note.annotation", "note.article", "note.project", "entity.link", "claim.speaker", "find.project",
    "annotation.spread_project", "palette.show", "help.keys", "scheme.edit", "pretag.options", "settings.show",
    "app.about", "entity.normal", "article.filter", "find.text", "project.open", "project.new", "view.history",
    "project.backups", "view.ledger", "view.review_queue", "articles.mark",
)  # fmt: skip


def fill(path: Path) -> None:
    """Make a project of hostile words alone.

    Only what may not be hostile is not.
    """
    session = Session(author=HOSTILE, clock=lambda: NOON)
    session.projects.create(path)
    assert session.project is not None
    attributes = (
        Attribute(HOSTILE, HOSTILE),
        Attribute("c", HOSTILE, "choice", (HOSTILE, "b")),
        Attribute("f", HOSTILE, "flag"),
    )
    titles = tuple((code, HOSTILE) for code in ("en", "kk", "ru"))
    scheme = session.scheme
    for kind in Kind:
        for name in ("hostile" + HOSTILE, *(label.name for label in scheme.of_kind(kind))):
            scheme = scheme.with_label(Label(name, kind, "", titles, "", attributes, HOSTILE, (HOSTILE,)))
    session.editor.scheme.replace(scheme)
    next_id = session.project.next_id
    for number in range(2):
        text = TEXT + ("\x1b" * number)
        article = Article(
            next_id(), HOSTILE, source=HOSTILE, digest=text_digest(HOSTILE, text + str(number)), length=len(text)
        )
        filled = {
            "normal": HOSTILE,
            "attributes": ((HOSTILE, HOSTILE), ("c", HOSTILE)),
            "rule": HOSTILE,
            "author": HOSTILE,
        }
        roles = (Role("speaker", span(text, "Токаев"), HOSTILE), Role("cue", span(text, "сказал"), HOSTILE))
        rows = [
            entity(text, "Токаев", "PER", **filled),
            entity(text, "Токаеву", "hostile" + HOSTILE, **filled),
            claim(text, "Город вырастет", roles=roles, **{**filled, "normal": ""}),
        ]
        rows = [replace(row, id=next_id(), article_id=article.id) for row in rows]
        notes = [
            Note(next_id(), HOSTILE, article.id, owner, HOSTILE, NOON) for owner in (None, *(row.id for row in rows))
        ]
        changes = [Change(None, row) for row in (article, Body(article.id, text), *rows, *notes)]
        session.apply(Step(Message("import {title}", {"title": HOSTILE}), tuple(changes)))
    session.projects.close()


@pytest.fixture
def hostile(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    folder = tmp_path / NAME
    folder.mkdir()
    path = folder / f"{NAME}.pometka"
    fill(path)
    desktop = started(path)
    yield desktop
    desktop.close()


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a widget shows or says, with what it is."""
    yield "tooltip", widget.toolTip()
    yield "what's this", widget.whatsThis()
    yield "status tip", widget.statusTip()
    yield "window title", widget.windowTitle()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    for action in [*widget.actions(), *widget.findChildren(QAction)]:
        yield from (("action", action.text()), ("action's tip", action.toolTip()), ("tip", action.statusTip()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from texts_in(widget.model())
    if isinstance(widget, QComboBox):
        yield from texts_in(widget.model())


def texts_in(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for row in range(min(model.rowCount(), 100)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            for role in SIMPLE_ROLES:
                value = model.data(model.index(row, column), role)
                if isinstance(value, str):
                    yield f"{type(model).__name__} {role.name}", value


def is_plain(text: str) -> bool:
    """Say whether a text is plain.

    It holds no control characters, and turns the direction of writing in isolates alone.
    """
    depth = 0
    for char in text:
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        is_control = (ord(char) < 0x20 and char not in "\t\n") or 0x7F <= ord(char) < 0xA0
        if is_control or depth < 0 or (char in "\u202a\u202b\u202d\u202e" and not depth):
            return False
    return depth == 0


def has_lost_sign(caption: str) -> bool:
    """Say whether Qt takes an "&" of the project for a mnemonic.

    A menu may underline letters beside it.
    """
    words = re.sub("&(.)", r"\1", caption)
    return words.count("Tы") != words.count("&Tы")


def is_in_file_dialog(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, QFileDialog):
        widget = widget.parentWidget()
    return widget is not None


def faults(desktop: Desktop) -> set[str]:
    """Return the unsafe texts that are shown.

    Qt could take them for HTML, a mnemonic or a control character. Each comes with its place.
    """
    found = set()
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
            if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText and IMAGE in widget.text():
                found.add(f"{where}: a label of rich text")
            for what, text in texts_of(widget):
                if "tip" in what.casefold() and GuiQt.mightBeRichText(text):
                    found.add(f"{where}: {what} is rich")
                # Qt's own file dialog works with the paths that it shows.
                if not is_plain(text) and not is_in_file_dialog(widget):
                    found.add(f"{where}: {what} is not plain: {text[:80]!r}")
                is_caption = what in ("action",) or (isinstance(widget, QAbstractButton) and what == "text")
                if is_caption and has_lost_sign(text):
                    found.add(f"{where}: {what} has a mnemonic")
    return found


def test_nothing_in_the_window_obeys_the_words_of_a_project(hostile: Desktop) -> None:
    notices: set[str] = faults(hostile)
    for keys in (("Tab",), ("Tab",), ("C",), ("]",), ("Space",), ("U",), ("Shift+1",), ("J",), ("8",)):
        hostile.keyboard.press(*keys)
        QApplication.processEvents()
        notices |= faults(hostile)
    for menu in hostile.program.window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
    assert notices | faults(hostile) == set(), "\n" + "\n".join(sorted(notices))


def test_a_name_turns_nothing_around_but_itself(desktop: Desktop) -> None:
    recent = [Path(f"/folder/{TURNED}.pometka")]
    welcome = Welcome(desktop.program.host, desktop.program.components.icons, recent, desktop.program.window)
    names = [one.text().partition("   /folder")[0] for one in welcome.findChildren(QAbstractButton)]
    assert any(f"\u2068{TURNED}\u2069" in name for name in names), "the isolate ends before the folder"


@pytest.mark.parametrize("action_id", [action.id for action in ACTIONS if action.id in OPEN])
def test_nothing_that_opens_obeys_the_words_of_a_project(hostile: Desktop, action_id: str) -> None:
    hostile.keyboard.press("C" if action_id.startswith("claim") else "Tab")
    hostile.program.run(by_id(action_id))
    QApplication.processEvents()
    hostile.keyboard.type("т")
    QApplication.processEvents()
    notices = faults(hostile)
    hostile.keyboard.press("Escape")
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    assert notices == set(), "\n" + "\n".join(sorted(notices))


def test_no_dialog_or_message_obeys_the_names_of_files(hostile: Desktop) -> None:
    window = hostile.program.window
    error = UserError("{what}", hint="{what}", what=HOSTILE)
    dialogs = [
        ImportDialog([Path(NAME)] * 9, window, pretag=True),
        ReportDialog(HOSTILE, HOSTILE, [error.message], window),
        ReadingDialog(UnwritableError("{what}", hint="{what}", what=HOSTILE), window),
        error_dialog(error, window),
        bug_dialog("report", Path(NAME), window),
    ]
    for dialog in dialogs:
        dialog.show()
    hostile.session.notified.emit(Message("Written: {path}", {"path": HOSTILE}))
    hostile.session.failed.emit(OSError(HOSTILE))
    notices = faults(hostile)
    for dialog in dialogs:
        dialog.close()
    hostile.session.saving.emit(0)
    hostile.program.run(by_id("project.close"))
    QApplication.processEvents()
    assert notices | faults(hostile) == set(), "\n" + "\n".join(sorted(notices))


POINTED_AT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip
from tests.ui.desktop import started
desktop = started(Path(sys.argv[1]))
QApplication.processEvents()
for view in desktop.program.window.findChildren(QAbstractItemView):
    for row in range(view.model().rowCount() if view.model() else 0):
        point = view.visualRect(view.model().index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), event)
        print("pointed at", repr(QToolTip.text()))
        QApplication.processEvents()
desktop.close()
"""


@pytest.mark.parametrize("name", ["zero.jsonl", "fifo.jsonl"])
def test_an_image_in_a_title_is_not_read_when_it_is_pointed_at(
    root: Path, shared: Path, tmp_path: Path, name: str
) -> None:
    words = (shared / "cases" / "faults" / name).read_text("utf-8")
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    path = tmp_path / name
    path.write_text(words.replace("/tmp/pipe.png", str(pipe)), "utf-8")
    with closing(Project.create(tmp_path / "p.pometka", default_scheme())) as project:
        Import(project, [path], ImportOptions(pretag=False)).run()
    done = subprocess.run(
        [sys.executable, "-c", POINTED_AT, str(tmp_path / "p.pometka")],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert "Заголовок" in done.stdout
