"""The page that edits the scales of verdicts.

Each value has a name and a definition in Russian and in English.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from app.core.verdict_scales import Scale, ScaleValue, Step, Words
from app.core.vocabulary import LanguageCode
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import label, section_button
from app.ui.dialogs.ledger.form import LedgerForm, answer_buttons
from app.ui.keyboard.keys import pressed_key

_RU, _EN = LanguageCode.RU.value, LanguageCode.EN.value
_TITLES, _DEFINITIONS, _STEP = (0, 1), (2, 3), 4
_LANGUAGES = (_RU, _EN)
_GAP_PX = 24
_VALUE_ROLE = Qt.ItemDataRole.UserRole
_STEPS = tuple(Step)


class _ScaleTable(QTableWidget):
    """A table of values that knows whether a cell is being written."""

    @property
    def is_editing(self) -> bool:
        """Whether keys belong to a cell."""
        return self.state() == QTableWidget.State.EditingState

    def cell(self, row: int, place: int) -> QTableWidgetItem:
        """Return a cell; each row has all of them."""
        found = self.item(row, place)
        assert found is not None, "rows are added with all their cells"
        return found


class ScalePage(LedgerForm):
    """Edits scales; Ctrl+Enter gives them to `save`, Esc calls `leave`.

    The last row is empty, and typing in it adds a value. What was a value keeps its key: earlier verdicts hold it.
    """

    def __init__(self, save: Callable[[list[Scale]], object], leave: Callable[[], object], parent: QWidget) -> None:
        super().__init__(leave, parent)
        self._save = save
        self._scales: list[Scale] = []
        self._language = _EN
        self._place = 0
        self._buttons: list[QPushButton] = []
        self._bar = QHBoxLayout()
        self._about = label("", self, "muted", wraps=True)
        self.table = _ScaleTable(0, _STEP + 1, self)
        self._lay_out()
        self.table.installEventFilter(self)
        self.table.cellChanged.connect(self._follow_cell)

    def open(self, scales: Sequence[Scale], language: str) -> None:
        """Begin with the scales of the project."""
        self._scales, self._language, self._place = list(scales), language, 0
        while (item := self._bar.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._buttons = []
        for place, scale in enumerate(scales):
            made = section_button(scale.title(language), self, partial(self.choose, place))
            self._bar.addWidget(made)
            self._buttons.append(made)
        self._bar.addStretch(1)
        self._show_scale()
        self._begin(self.table)

    def choose(self, place: int) -> None:
        """Show another scale; what was written of this one stays."""
        self._scales[self._place] = self._written()
        self._place = place % len(self._scales)
        self._show_scale()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None or self.table.is_editing:
            return False
        row = self.table.currentRow()
        match key:
            case "Ctrl+Enter":
                self._confirm()
            case "Escape":
                self._leave()
            case "[" | "]":
                self.choose(self._place + (1 if key == "]" else -1))
            case "Delete" if row < self.table.rowCount() - 1:
                self.table.removeRow(row)
            case "Alt+Up" | "Alt+Down":
                self._move(row, -1 if key == "Alt+Up" else 1)
            case "Space" if self.table.currentColumn() == _STEP:
                self._turn_step(row)
            case "Enter":
                self.table.editItem(self.table.currentItem())
            case _:
                return False
        return True

    def _read_fields(self) -> list[tuple[ScaleValue, ...]]:
        """Return the values of all scales as they are written now."""
        values = [scale.values for scale in self._scales]
        values[self._place] = tuple(value for value in self._read_values() if dict(value.titles))
        return values

    def _confirm(self) -> None:
        self._scales[self._place] = self._written()
        empty = [scale for scale in self._scales if not scale.values]
        if empty:
            self._refuse(tr("“{name}” needs at least one value.", name=empty[0].title(self._language)))
            return
        self._save(self._scales)

    def _show_scale(self) -> None:
        scale = self._scales[self._place]
        self._buttons[self._place].setChecked(True)
        self._about.setText(tr("Version {version}: saving a change makes the next one.", version=scale.version))
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for value in (*scale.values, ScaleValue("", (), ())):
            self._add_row(self.table.rowCount(), value)
        self.table.blockSignals(False)
        self.table.resizeRowsToContents()
        self.table.setCurrentCell(0, _TITLES[self._language != _RU])

    def _add_row(self, row: int, value: ScaleValue) -> None:
        self.table.insertRow(row)
        titles, definitions = dict(value.titles), dict(value.definitions)
        cells = [titles.get(one, "") for one in _LANGUAGES] + [definitions.get(one, "") for one in _LANGUAGES]
        for place, words in enumerate(cells):
            item = QTableWidgetItem(one_line(words))
            item.setData(_VALUE_ROLE, value)
            self.table.setItem(row, place, item)
        step = QTableWidgetItem(step_title(value.step))
        step.setData(_VALUE_ROLE, value.step)
        step.setFlags(step.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(row, _STEP, step)

    def _follow_cell(self, row: int, _column: int) -> None:
        """Add an empty row behind the last one that is written in."""
        self.table.blockSignals(True)
        if row == self.table.rowCount() - 1 and self._words(row, 0) + self._words(row, 1):
            self._add_row(row + 1, ScaleValue("", (), ()))
        self.table.blockSignals(False)
        self.table.resizeRowToContents(row)

    def _move(self, row: int, by: int) -> None:
        """Move a value up or down: digits follow the order."""
        last = self.table.rowCount() - 2
        if not (0 <= row <= last and 0 <= row + by <= last):
            return
        place, values = self.table.currentColumn(), self._read_values()
        values[row], values[row + by] = values[row + by], values[row]
        self._scales[self._place] = replace(self._scales[self._place], values=tuple(values))
        self._show_scale()
        self.table.setCurrentCell(row + by, place)

    def _turn_step(self, row: int) -> None:
        item = self.table.cell(row, _STEP)
        step = _STEPS[(_STEPS.index(Step(item.data(_VALUE_ROLE))) + 1) % len(_STEPS)]
        item.setData(_VALUE_ROLE, step)
        item.setText(step_title(step))

    def _written(self) -> Scale:
        values = [value for value in self._read_values() if dict(value.titles)]
        return replace(self._scales[self._place], values=tuple(_with_keys(values)))

    def _read_values(self) -> list[ScaleValue]:
        return [self._read_value(row) for row in range(self.table.rowCount() - 1)]

    def _read_value(self, row: int) -> ScaleValue:
        before: ScaleValue = self.table.cell(row, 0).data(_VALUE_ROLE)
        step = Step(self.table.cell(row, _STEP).data(_VALUE_ROLE))
        titles = self._pairs(row, _TITLES, before.titles)
        return replace(before, titles=titles, definitions=self._pairs(row, _DEFINITIONS, before.definitions), step=step)

    def _pairs(self, row: int, places: Sequence[int], before: Words) -> Words:
        """Return the words in each language, in the order they had."""
        written = {language: self._words(row, place) for language, place in zip(_LANGUAGES, places, strict=True)}
        known = dict(before)
        order = (*known, *(language for language in _LANGUAGES if language not in known))
        return tuple((one, words) for one in order if (words := written.get(one, known.get(one, ""))))

    def _words(self, row: int, place: int) -> str:
        item = self.table.item(row, place)
        return " ".join(item.text().split()) if item is not None else ""

    def _lay_out(self) -> None:
        self._bar.setSpacing(4)
        table = self.table
        names = [tr("Name, Russian"), tr("Name, English")]
        definitions = [tr("Definition, Russian"), tr("Definition, English")]
        table.setHorizontalHeaderLabels([*names, *definitions, tr("Counts as")])
        table.setAccessibleName(tr("Values of the scale"))
        table.setWordWrap(True)
        table.setTabKeyNavigation(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section in (*_TITLES, *_DEFINITIONS):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        table.resizeColumnToContents(_STEP)
        header.resizeSection(_STEP, max(header.sectionSizeHint(_STEP), table.columnWidth(_STEP)) + _GAP_PX)
        lines = column(self, spacing=8)
        lines.addLayout(self._bar)
        lines.addWidget(self._about)
        lines.addWidget(table, 1)
        lines.addWidget(self._fault)
        lines.addLayout(answer_buttons(tr("Save (Ctrl+Enter)"), self, self._confirm, self._leave))


def step_title(step: Step) -> str:
    """Return what a value counts as in summaries."""
    return {
        Step.GOOD: tr("good"),
        Step.MIDDLE: tr("in between"),
        Step.BAD: tr("bad"),
        Step.OPEN: tr("open"),
    }[step]


def _with_keys(values: Sequence[ScaleValue]) -> list[ScaleValue]:
    """Return values with a key each.

    A new one gets a free number.
    """
    known = {value.key for value in values if value.key}
    made = []
    for value in values:
        key = value.key
        if not key:
            number = next(place for place in range(1, len(values) + len(known) + 2) if f"value_{place}" not in known)
            key = f"value_{number}"
            known.add(key)
        made.append(replace(value, key=key))
    return made
