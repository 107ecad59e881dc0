"""Show on hover in full what a list or table cuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QToolTip, QWidget

from app.ui.base.plain_text import tip
from app.ui.base.texts.elided import WholeNumbersDelegate

_OWN_DELEGATES = (QStyledItemDelegate, WholeNumbersDelegate)


def show_full_texts(root: QWidget) -> None:
    """Let all lists and tables inside `root` show cut texts on hover.

    Numbers in their cells are never cut. Done once for each of them.
    """
    for view in root.findChildren(QAbstractItemView):
        if view.findChild(_FullTexts, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            _FullTexts(view)


class _FullTexts(QObject):
    """Answer a view's question for a tooltip."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        if type(view.itemDelegate()) is QStyledItemDelegate:
            view.setItemDelegate(WholeNumbersDelegate(view))
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        index = self._view.indexAt(event.pos())
        if not index.isValid() or index.data(Qt.ItemDataRole.ToolTipRole):
            return False  # the view shows its own
        QToolTip.showText(event.globalPos(), tip(full_text(self._view, index)), self._view)
        return True


def full_text(view: QAbstractItemView, index: QModelIndex) -> str:
    """Return what a cut cell says, "" for one seen whole.

    A delegate of the view's own may paint less than the cell holds: then it is all that a screen reader would say.
    """
    words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    if type(view.itemDelegateForIndex(index)) in _OWN_DELEGATES:
        is_cut = view.sizeHintForIndex(index).width() > view.visualRect(index).width()
        return words if is_cut else ""
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or words)
