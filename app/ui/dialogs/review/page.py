"""The page of one item.

Its sentence as in the article, and the keys that decide it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.core.model import Kind, Status
from app.core.scheme import Label, Scheme
from app.core.values.attribute_words import say_normal
from app.service.article.annotation_index import AnnotationIndex
from app.service.corpus.review.review_queue import QueueView
from app.ui.article.view import ArticleView
from app.ui.base.announce import announce
from app.ui.base.flow import FlowLayout
from app.ui.base.i18n import tr
from app.ui.base.plain_text import tip
from app.ui.base.texts.status_words import confidence_words, status_name
from app.ui.base.widgets import key_button, label
from app.ui.theme.appearance import Appearance
from app.ui.theme.label_colours import tints_of

_SWATCH_PX = 12

PressKey = Callable[[str], object]
"""Does what a key of this name does."""


class ReviewPage(QWidget):
    """Show an item; the buttons press its keys."""

    def __init__(self, scheme: Scheme, appearance: Appearance, press: PressKey, parent: QWidget) -> None:
        super().__init__(parent)
        self._scheme, self._appearance, self._press = scheme, appearance, press
        self.view = ArticleView(self)
        self.view.set_colour_scheme(appearance.colour_scheme)
        self.view.setLocale(QLocale(appearance.language))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts = label("", self, wraps=True)
        self._label_rows = {kind: self._make_labels(kind) for kind in Kind}
        self._keys = QWidget(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    @property
    def facts(self) -> str:
        """What is said of the item below its sentence."""
        return self._facts.text()

    def show_view(self, view: QueueView) -> None:
        """Show an item."""
        self.view.set_show_rejected(not view.row.is_live)
        self.view.show_article(view.article, view.shown_text, AnnotationIndex(view.shown_rows), self._scheme)
        self.view.set_current(view.row.id)
        shown = next(row for row in view.shown_rows if row.id == view.row.id)
        self.view.ensure_visible(shown.span)
        self._facts.setText(" · ".join(self._fact_words(view)))
        for kind, row in self._label_rows.items():
            row.setVisible(kind is view.row.kind)
        announce(self, f"{view.shown_text}. {view.row.words(view.text)}: {self._facts.text()}")

    def show_keys(self, *, is_shown: bool) -> None:
        """Show the keys that decide, or leave their room to a note."""
        self._keys.setVisible(is_shown)

    def _fact_words(self, view: QueueView) -> list[str]:
        row, language = view.row, self._appearance.language
        title = self._scheme.label(row.kind, row.label).title(language)
        facts = [
            tr("{label}?", label=title) if row.status is Status.PROPOSED else f"{title}, {status_name(row.status)}"
        ]
        facts += [say_normal(row, language)] if row.normal else []
        facts += [tr("said by {who}", who=row.speaker.shown_name(view.text))] if row.speaker is not None else []
        facts.append(confidence_words(row) or tr("certainty not known"))
        starts, stops = view.uncertain_ends
        facts += [tr("the start is in doubt")] if starts else []
        facts += [tr("the end is in doubt")] if stops else []
        facts += [tr("drawn at random")] if view.item.is_random else []
        facts += [tr("{n} more of this name follow", n=view.equal_left)] if view.equal_left else []
        return facts

    def _make_labels(self, kind: Kind) -> QWidget:
        """Make the row of labels that a digit gives."""
        made = QWidget(self)
        row = FlowLayout(made)
        tints = tints_of(self._appearance.colour_scheme, self._scheme)
        for one in self._scheme.of_kind(kind):
            if one.key:
                row.addWidget(self._make_label(one, tints[one.kind, one.name].edge))
        return made

    def _make_label(self, one: Label, colour: str) -> QPushButton:
        key = f"Shift+{one.key}" if one.kind == Kind.CLAIM else one.key
        made = self._make_button(f"{key} {one.short_title(self._appearance.language)}", key)
        swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
        swatch.fill(QColor(colour))
        made.setIcon(QIcon(swatch))
        made.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        made.setToolTip(tip(one.title(self._appearance.language)))
        made.setFlat(True)
        return made

    def _make_button(self, title: str, key: str) -> QPushButton:
        return key_button(title, self, lambda: self._press(key))

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.view, 1)
        lines.addWidget(self._facts)
        keys = QVBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(12)
        for row in self._label_rows.values():
            keys.addWidget(row)
        answers = FlowLayout(spacing=8)
        for title, key in (
            (tr("Space: accept"), "Space"),
            (tr("Backspace: reject"), "Backspace"),
            (tr("Tab: skip"), "Tab"),
            (tr("N: note"), "N"),
            (tr("Enter: open the article"), "Enter"),
            (tr("U: undo"), "U"),
        ):
            answers.addWidget(self._make_button(title, key))
        keys.addLayout(answers)
        lines.addWidget(self._keys)
