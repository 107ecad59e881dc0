"""The settings: general, keys, appearance.

What was chosen takes effect when the dialog is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QTabWidget, QWidget

from app.service.commands.keymap import Keymap
from app.service.project.settings import Settings
from app.ui.article.view import ZOOMS
from app.ui.base.i18n import LANGUAGES, tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import add_field, check_box, line
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.settings.keys_page import KeysPage

_THEMES = ("system", "light", "dark")
SPACINGS = (80, 200)
"""The least and the most spacing of lines, in percent."""
MEASURES = (50, 100)
"""The least and the most characters in a line."""

V = TypeVar("V")


class SettingsDialog(FramedDialog):
    """Edit a copy of the settings.

    `look_changed` shows how the text would look at once.
    """

    look_changed = Signal(object)

    def __init__(self, settings: Settings, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(tr("Settings"), parent, width_px=760)
        self._settings = settings
        self._tabs = tabs = QTabWidget(self)  # the first to be made is the first that Tab comes to
        self._author = line(tr("Stored with each of your decisions"), self)
        self._author.setText(settings.author)
        self._mends_text = check_box(tr("Mend texts of web pages and letters on import"), self)
        self._mends_text.setChecked(settings.mends_text)
        self._offers = check_box(tr("Offer to repeat a correction after the third equal one"), self)
        self._offers.setChecked(settings.offers_corrections)
        self._language = _make_chooser(
            self, [tr("Same as system"), *LANGUAGES.values()], ["", *LANGUAGES], settings.language
        )
        themes = [tr("Same as system"), tr("Light"), tr("Dark")]
        self._theme = _make_chooser(self, themes, list(_THEMES), settings.theme)
        self._zoom = _make_number(self, settings.zoom, ZOOMS, " %")
        self._spacing = _make_number(self, settings.line_spacing, SPACINGS, " %")
        self._measure = _make_number(self, settings.measure, MEASURES, tr(" characters"), step=2)
        families = ["", *QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)]
        titles = [tr("Chosen by the program"), *map(one_line, families[1:])]
        self._font = _make_chooser(self, titles, families, settings.text_font)
        self._captions = _make_chooser(
            self, [tr("Titles: Place, Org."), tr("Letters: LOC, ORG")], [False, True], settings.shows_letters
        )
        self._font_families = families
        self._keys = KeysPage(keymap, self)
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(tr("Settings"))
        tabs.addTab(self._general_page(), tr("General"))
        tabs.addTab(self._appearance_page(), tr("Appearance"))
        tabs.addTab(self._keys, tr("Keys"))
        self.body.addWidget(tabs, 1)
        self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Save"))
        (tabs if settings.author else self._author).setFocus()
        self.prefer(760, 580)

    def show_keys(self) -> None:
        """Turn to the page of keys."""
        self._tabs.setCurrentWidget(self._keys)

    def choose_language(self, name: str) -> None:
        """Choose a language, "" for the system's."""
        self._language.setCurrentIndex(["", *LANGUAGES].index(name))

    def chosen(self) -> Settings:
        """Return the settings as they were chosen."""
        keymap = self._keys.keymap
        return replace(
            self._settings,
            author=self._author.text().strip(),
            language=["", *LANGUAGES][self._language.currentIndex()],
            theme=_THEMES[self._theme.currentIndex()],
            zoom=self._zoom.value(),
            line_spacing=self._spacing.value(),
            measure=self._measure.value(),
            text_font=self._font_families[self._font.currentIndex()],
            shows_letters=bool(self._captions.currentIndex()),
            mends_text=self._mends_text.isChecked(),
            offers_corrections=self._offers.isChecked(),
            keys=keymap.bindings,
            preset=keymap.preset,
        )

    def _emit_look(self) -> None:
        self.look_changed.emit(self.chosen())

    def _general_page(self) -> QWidget:
        page = QWidget(self)
        form = _make_form(page)
        add_field(form, tr("Your name"), self._author)
        add_field(form, tr("Language"), self._language)
        form.addRow("", self._mends_text)
        form.addRow("", self._offers)
        return page

    def _appearance_page(self) -> QWidget:
        page = QWidget(self)
        form = _make_form(page)
        add_field(form, tr("Theme"), self._theme)
        add_field(form, tr("Size of the text"), self._zoom)
        add_field(form, tr("Line spacing"), self._spacing)
        add_field(form, tr("Length of a line"), self._measure)
        add_field(form, tr("Font of the text"), self._font)
        add_field(form, tr("Above a word"), self._captions)
        for number in (self._zoom, self._spacing, self._measure):
            number.valueChanged.connect(self._emit_look)
        for chooser in (self._font, self._captions):
            chooser.currentIndexChanged.connect(self._emit_look)
        return page


def _make_chooser(parent: QWidget, titles: list[str], values: list[V], current: V) -> QComboBox:
    box = QComboBox(parent)
    box.addItems(titles)
    box.setCurrentIndex(values.index(current) if current in values else 0)
    return box


def _make_number(parent: QWidget, value: int, ends: Sequence[int], suffix: str, step: int = 10) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(ends[0], ends[1])
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setValue(value)
    # The stylesheet's padding does not reach the line inside a spin box.
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box


def _make_form(page: QWidget) -> QFormLayout:
    form = QFormLayout(page)
    form.setContentsMargins(0, 16, 0, 0)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(12)
    return form
