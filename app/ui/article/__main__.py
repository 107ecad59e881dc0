"""Show the article view alone, with sample data: `python -m app.ui.article [--dark] [--contrast] [--length N]`."""

from __future__ import annotations

import argparse
import sys

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.core.model import Kind
from app.core.span import Span
from app.core.text import token_after, token_at
from app.service.index import AnnotationIndex
from app.ui.article import sample
from app.ui.article.palette import look_for
from app.ui.article.view import ArticleView


class SampleView(ArticleView):
    """The view with a few keys of its own, since there is no window to give it any.

    Tab and Shift+Tab walk, arrows move the caret, H shows hints, R the rejected ones, + and - zoom.
    """

    def __init__(self) -> None:
        super().__init__()
        self._walk = -1
        self._hinted = False
        self._ghosts = True
        self._place = Span(0, 1)
        self.setWindowTitle("Pometka · article view")
        self.clicked.connect(lambda position, _: self._step_to(token_at(self.words(), position)))
        self.selected.connect(self.set_selection)
        self.double_clicked.connect(self.set_selection)
        self.annotation_clicked.connect(self.set_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        down = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._walk_by(1 if key == Qt.Key.Key_Tab else -1)
        elif down is not None:
            self._step_to(self.token_in_line(self._place, down, self.x_of(self._place)))
        elif key == Qt.Key.Key_Right:
            self._step_to(token_after(self.words(), self._place.stop))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Minus}:
            self.set_zoom(self.zoom() + (10 if key == Qt.Key.Key_Plus else -10))
        elif key == Qt.Key.Key_H:
            self._hinted = not self._hinted
            self.set_hints(_hints() if self._hinted else ())
        elif key == Qt.Key.Key_R:
            self._ghosts = not self._ghosts
            self.set_show_rejected(self._ghosts)
        elif key == Qt.Key.Key_F:
            text = self.words()
            finds = [Span(at, at + 5) for at in range(len(text)) if text.startswith("шерст", at)]
            self.set_finds(finds, finds[0] if finds else None)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False

    def _walk_by(self, by: int) -> None:
        assert self._sheet is not None
        rows = list(self._sheet.annotations)
        self._walk = (self._walk + by) % len(rows)
        row = rows[self._walk]
        self.set_current(row.id)
        self.set_group([other.id for other in rows if row.kind is Kind.ENTITY and other.label == row.label])
        self._step_to(token_at(self.words(), row.start))

    def _step_to(self, token: Span | None) -> None:
        if token is not None:
            self._place = token
            self.set_caret(token, ensure_visible=True)


def _hints() -> list[tuple[Span, str]]:
    words = ("Invest", "Людям", "Жители", "дороги", "цех")
    places = (sample.TEXT.find(word) for word in words)
    return [(Span(at, at + 3), letters) for at, letters in zip(places, ("A", "S", "SD", "F", "DK"), strict=True)]


def main() -> int:
    """Open the view over the sample."""
    parser = argparse.ArgumentParser(prog="python -m app.ui.article")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--zoom", type=int, default=100)
    parser.add_argument("--width", type=int, default=1100)
    parser.add_argument("--height", type=int, default=860)
    parser.add_argument("--language", default="en")
    parser.add_argument("--length", type=int, default=0, help="an article of so many characters instead")
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    view = SampleView()
    view.setLocale(QLocale(options.language))
    view.set_look(look_for(dark=options.dark, contrast=options.contrast))
    view.set_zoom(options.zoom)
    view.resize(options.width, options.height)
    view.set_show_rejected(True)
    if options.length:
        article, text, rows = sample.many(options.length, options.length // 20)
        view.show_article(article, text, AnnotationIndex(rows), sample.SCHEME)
    else:
        rows = sample.annotations()
        view.show_article(sample.ARTICLE, sample.TEXT, AnnotationIndex(rows), sample.SCHEME, sample.notes())
    view.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
