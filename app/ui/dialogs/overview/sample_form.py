"""The page that draws a random sample."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from app.core.query.terms import Query
from app.core.records import SampleUnit
from app.service.corpus.overview.sampling import MAX_SIZE, Draw
from app.ui.base.i18n import tr
from app.ui.base.plain_text import caption_text
from app.ui.base.widgets import add_field, button, label

_MAX_SEED = 999_999
_USUAL_SIZE = 100


class SampleForm(QWidget):
    """Asks what to draw, how many, and with which seed.

    `take` gets the answer.
    """

    def __init__(self, draw: Callable[[Draw], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._draw = draw
        self._query, self._typed = Query(), ""
        self.unit = QComboBox(self)
        for words, unit, is_hidden in (
            (tr("Articles, pre-tags hidden until they are done"), SampleUnit.ARTICLES, True),
            (tr("Articles, with their pre-tags"), SampleUnit.ARTICLES, False),
            (tr("Single tags of the tagger"), SampleUnit.ANNOTATIONS, False),
        ):
            self.unit.addItem(caption_text(words), (unit.value, is_hidden))
        self.size_box, self.seed_box = _number_box(1, MAX_SIZE, self), _number_box(0, _MAX_SEED, self)
        self._from = label("", self, "muted", wraps=True)
        self._explanation = label("", self, "muted", wraps=True)
        self._lay_out()
        self.unit.currentIndexChanged.connect(lambda _: self._explain())
        self._explain()

    def open(self, query: Query, typed: str) -> None:
        """Ask for a sample of the articles that fit a query."""
        self._query, self._typed = query, typed
        self.size_box.setValue(_USUAL_SIZE)
        self.seed_box.setValue(random.randint(1, _MAX_SEED))  # noqa: S311  # no secret
        self._from.setText(tr("From the articles that fit: {query}", query=typed) if typed else tr("From all articles"))
        self.unit.setFocus()

    def draw(self) -> None:
        """Hand on what was asked for."""
        unit, is_hidden = self.unit.currentData()
        size, seed = self.size_box.value(), self.seed_box.value()
        self._draw(Draw(SampleUnit(unit), is_hidden, size, seed, self._query, self._typed))

    def _explain(self) -> None:
        unit, is_hidden = self.unit.currentData()
        if is_hidden:
            words = tr(
                "Only articles that nobody has decided anything in are drawn. You annotate them without seeing what "
                "the tagger says; finishing one compares both. This is the fairest way."
            )
        elif unit == SampleUnit.ARTICLES:
            words = tr("Articles that are done count at once. Seeing pre-tags makes people accept more of them.")
        else:
            words = tr("The quickest way: single tags from all articles, decided one by one.")
        self._explanation.setText(words)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        heading = label(tr("Draw a random sample"), self, "heading")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        lines.addWidget(heading)
        lines.addWidget(self._from)
        lines.addLayout(form)
        add_field(form, tr("What"), self.unit)
        add_field(form, tr("How many"), self.size_box)
        add_field(form, tr("Seed"), self.seed_box)
        lines.addWidget(self._explanation)
        lines.addWidget(
            label(
                tr("The same seed draws the same ones. The sample is kept in the project."), self, "muted", wraps=True
            )
        )
        made = button(tr("Draw"), self, self.draw)
        made.setMaximumWidth(made.sizeHint().width() + 40)
        lines.addWidget(made)
        lines.addStretch(1)


def _number_box(least: int, most: int, parent: QWidget) -> QSpinBox:
    made = QSpinBox(parent)
    made.setRange(least, most)
    made.setMaximumWidth(made.fontMetrics().horizontalAdvance("0") * 16)
    return made
