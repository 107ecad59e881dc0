"""An article as it was.

The article view without an editor behind it, under a banner that says of when it is.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.service.article.annotation_index import AnnotationIndex
from app.service.history.past_article import Past
from app.store import Record
from app.ui.article.view import ArticleView
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import moment
from app.ui.base.widgets import label
from app.ui.dialogs.history.rows import step_words, what_words
from app.ui.theme.appearance import Appearance
from app.ui.theme.theme import strong


class PastPage(QWidget):
    """Show one article of the past; keys scroll it."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        banner = QFrame(self)
        banner.setObjectName("pastBanner")
        self._title = label("", banner, wraps=True)
        self._title.setFont(strong(self._title.font()))
        self._words = label("", banner, wraps=True)
        lines = column(banner, spacing=4)
        lines.setContentsMargins(16, 8, 16, 8)
        lines.addWidget(self._title)
        lines.addWidget(self._words)
        self.view = ArticleView(self)
        self.view.set_colour_scheme(appearance.colour_scheme)
        self.view.setLocale(QLocale(appearance.language))
        layout = column(self)
        layout.addWidget(banner)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def show_past(self, record: Record, past: Past) -> None:
        """Show an article as it was after a step."""
        document = past.document
        self._title.setText(tr("As of {time}, after step {step}", time=moment(record.time), step=step_words(record)))
        self._words.setText(f"{one_line(document.article.title)} · {what_words(record)}")
        index = AnnotationIndex(document.annotations)
        self.view.show_article(document.article, document.text, index, past.scheme, document.notes)
        announce(self.view, self._title.text())

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll as a key says; return whether it is such a key."""
        bar = self.view.verticalScrollBar()
        line, page = bar.singleStep(), bar.pageStep()
        steps = {Qt.Key.Key_Down: line, Qt.Key.Key_Up: -line, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        steps |= {Qt.Key.Key_Space: page, Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum()}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            bar.setValue(bar.value() + step)
        return step is not None
