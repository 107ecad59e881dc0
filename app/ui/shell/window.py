"""The main window's frame: painted at once, filled afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from app.ui.base.plain_text import plain, window_title

NAME = "Pometka"
_SIZE = QSize(1720, 1000)
_MOST_OF_THE_SCREEN = 0.94
_STATE_VERSION = 1


class Window(QMainWindow):
    """An empty frame with signals for painting, closing and drops."""

    painted = Signal()
    closing = Signal(QCloseEvent)
    dropped = Signal(list)
    resized = Signal()
    pulled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setAnimated(False)  # a pane that glides to its place lays the window out anew for a fifth of a second
        self.setMinimumSize(640, 400)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * _MOST_OF_THE_SCREEN))
        self._is_painted = False

    def geometry_text(self) -> str:
        """Return size and place as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def state_text(self) -> str:
        """Return the arrangement of the panes as text for the settings."""
        return bytes(self.saveState(_STATE_VERSION).toBase64().data()).decode("ascii")

    def restore_geometry(self, text: str) -> None:
        """Take size and place from the settings.

        What is unreadable or empty changes nothing.
        """
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "replace")))

    def restore_state(self, text: str) -> bool:
        """Take the arrangement of the panes from the settings.

        Say whether there was one.
        """
        return bool(text) and self.restoreState(QByteArray.fromBase64(text.encode("ascii", "replace")), _STATE_VERSION)

    def name_project(self, path: Path | None, title: str = "") -> None:
        """Put project and article into the title."""
        components = [title, path.stem if path else "", NAME]
        self.setWindowTitle(window_title(" — ".join(plain(part) for part in components if part)))
        self.setWindowFilePath(str(path) if path else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def event(self, event: QEvent) -> bool:
        is_used = super().event(event)
        if event.type() == QEvent.Type.MouseButtonRelease:  # of a line between two panes: nothing else is the window's
            self.pulled.emit()
        return is_used

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(_dropped_paths(event))


def _dropped_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
