"""The clipboard text as a file for the import."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextDocumentFragment

from app.ui.base.i18n import tr

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}
"""What Qt puts for the line ends of a web page."""


def read_clipboard() -> str:
    """Return the text on the clipboard.

    Where there is HTML alone, the text of that, without what it links to.
    """
    content = QGuiApplication.clipboard().mimeData()
    plain = content.text() if content.hasFormat("text/plain") else ""
    if plain.strip() or not content.hasHtml():
        return plain
    return QTextDocumentFragment.fromHtml(content.html()).toPlainText().translate(_LINE_ENDS)


def write_clipboard_file(text: str) -> Path:
    """Write a text into a new folder; return the file.

    The caller removes the folder.
    """
    path = Path(tempfile.mkdtemp(prefix="pometka-")) / f"{tr('Clipboard')}.txt"
    path.write_bytes(text.encode("utf-8", "replace"))
    return path
