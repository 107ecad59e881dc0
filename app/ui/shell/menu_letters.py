"""Give menu entries letters inside their menus.

A key opens or does what its letter stands in, whatever the layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.keyboard.keys import place, place_of

_MNEMONIC = re.compile("&(.)", re.DOTALL)
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.MetaModifier


class MenuLetters(QObject):
    """The letters of one menu.

    They follow what stands in it when it opens.
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._by_place: dict[str, QAction] = {}
        menu.installEventFilter(self)

    @property
    def letters(self) -> dict[str, QAction]:
        """The entries by the places of their keys."""
        return dict(self._by_place)

    def assign(self) -> None:
        """Give each visible entry a letter of its own.

        This is done as far as there are letters.
        """
        entries = [entry for entry in self._menu.actions() if not entry.isSeparator() and entry.isVisible()]
        titles = [_bare_title(entry) for entry in entries]
        self._by_place = {}
        for entry, title, letter in zip(entries, titles, access_letters(titles), strict=True):
            _mark_letter(entry, title, letter)
            if letter >= 0:
                self._by_place[place_of(title[letter])] = entry

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers() & _OTHERS:
            entry = self._by_place.get(place(event, QGuiApplication.platformName()))
            if entry is not None and entry.isEnabled():
                self._menu.setActiveAction(entry)
                enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
                QApplication.sendEvent(self._menu, enter)
                return True
        return super().eventFilter(watched, event)


def access_letters(titles: Sequence[str]) -> list[int]:
    """Return which letter of each title its key stands for.

    Letters are told apart by place on the keyboard.

    It is the first letter of a word where it can be, else any; no two share a place. As many titles get a letter as can
    at all (Kuhn 1955, "The Hungarian method"), and -1 says that none is left.
    """
    wishes = [[*_word_starts(title), *_all_letters(title)] for title in titles]
    owners: dict[str, int] = {}
    chosen = [-1] * len(titles)

    def find_letter(number: int, tried: set[str]) -> bool:
        for at in wishes[number]:
            key = place_of(titles[number][at])
            if key in tried:
                continue
            tried.add(key)
            if key not in owners or find_letter(owners[key], tried):
                owners[key], chosen[number] = number, at
                return True
        return False

    for number in range(len(titles)):
        find_letter(number, set())
    return chosen


def _word_starts(title: str) -> list[int]:
    return [at for at in _all_letters(title) if at == 0 or not title[at - 1].isalnum()]


def _all_letters(title: str) -> list[int]:
    return [at for at, char in enumerate(title) if char.isalpha() and place_of(char)]


def _bare_title(entry: QAction) -> str:
    return _MNEMONIC.sub(r"\1", entry.text().partition("\t")[0])


def _mark_letter(entry: QAction, title: str, letter: int) -> None:
    """Underline a letter of an entry; its key stays behind the tab."""
    _, tab, key = entry.text().partition("\t")
    marked = "".join(("&" if at == letter else "") + ("&&" if char == "&" else char) for at, char in enumerate(title))
    entry.setText(marked + tab + key)
