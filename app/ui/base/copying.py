"""Put a text on the clipboard, plain and as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from app.service.article.copied_text import CopiedText


def put_on_clipboard(copied: CopiedText) -> None:
    """Replace what is on the clipboard."""
    content = QMimeData()
    content.setText(copied.plain)
    content.setData("text/html", copied.html.encode())
    QGuiApplication.clipboard().setMimeData(content)
