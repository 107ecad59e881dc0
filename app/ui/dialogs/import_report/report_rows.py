"""The lines of an import report as rows under section titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from app.service.jobs.importing.import_sections import ReportLine, ReportSection
from app.ui.base.i18n import shown, tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line, tip
from app.ui.theme.theme import Theme, strong

_INDENT = "    "
_ROW_SPACE_PX = 10


class ReportRows(QAbstractListModel):
    """Show sections as rows.

    A title, then its lines, which are made when they are seen. `has_article` says whether an article is there still.
    """

    def __init__(
        self,
        sections: Sequence[ReportSection],
        has_article: Callable[[int], bool],
        theme: Theme,
        font: QFont,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sections, self._has_article = sections, has_article
        self._starts = [0]
        for section in sections:
            self._starts.append(self._starts[-1] + 1 + section.count)
        self._row_height_px = QFontMetrics(font).height() + _ROW_SPACE_PX
        self._title_font, self._muted = strong(font, 1.0), QColor(theme.muted)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else self._starts[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(index.row()) if line is None else _INDENT + one_line(self._words(line))
            case Qt.ItemDataRole.ToolTipRole if line is not None:
                return tip(self._words(line))
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, self._row_height_px)
            case Qt.ItemDataRole.FontRole if line is None:
                return self._title_font
            case Qt.ItemDataRole.ForegroundRole if line is not None and self.is_removed(line):
                return self._muted
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def line(self, row: int) -> ReportLine | None:
        """Return the line of a row, None for titles and invalid rows."""
        if not 0 <= row < self._starts[-1]:
            return None
        place = bisect_right(self._starts, row) - 1
        return self._sections[place].line(row - self._starts[place] - 1) if row > self._starts[place] else None

    def next_line(self, row: int, by: int) -> int:
        """Return the next row of a line, from `row` on.

        -1 where there is none in that direction.
        """
        while 0 <= row < self._starts[-1]:
            if row not in self._starts:
                return row
            row += by
        return -1

    def is_removed(self, line: ReportLine) -> bool:
        """Say whether the article of a line is gone.

        It was left out, or removed afterwards.
        """
        return line.article_id is not None and not self._has_article(line.article_id)

    def refresh(self) -> None:
        """Show which articles are there now."""
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _title(self, row: int) -> str:
        return shown(self._sections[bisect_right(self._starts, row) - 1].title)

    def _words(self, line: ReportLine) -> str:
        words = shown(line.words)
        return f"{words} · {tr('left out')}" if self.is_removed(line) else words
