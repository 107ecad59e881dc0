"""Show the article view alone with sample data.

`python -m app.ui.article [--dark] [--contrast] [--length N]`.
"""

from __future__ import annotations

import argparse
import sys

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.core.model import Kind
from app.core.span import Span
from app.core.text.tokens import token_after, token_at, token_before
from app.core.vocabulary import LanguageCode
from app.service.article.annotation_index import AnnotationIndex
from app.ui.article import sample
from app.ui.article.view import ArticleView
from app.ui.theme.label_colours import colour_scheme_for

_HINTED = (("Invest", "A"), ("Людям", "S"), ("Жители", "SD"), ("дороги", "F"), ("цех", "DK"))


class SampleView(ArticleView):
    """The view with a few keys of its own.

    There is no window to give it any. Tab and Shift+Tab navigate, arrows move the caret, H shows hints, F finds, R
    shows or hides rejected ones, + and - zoom.
    """

    def __init__(self, text: str, index: AnnotationIndex) -> None:
        super().__init__()
        self._text = text
        self._index = index
        self._current = -1
        self._caret = Span(0, 1)
        self._is_hinted = self._hides_rejected = False
        self.setWindowTitle("Pometka · article view")
        self.clicked.connect(lambda position, _: self._step_to(token_at(text, position)))
        self.selected.connect(self.set_selection)
        self.double_clicked.connect(self.set_selection)
        self.annotation_clicked.connect(self.set_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = {
            Qt.Key.Key_Tab: lambda: self._go_on(1),
            Qt.Key.Key_Backtab: lambda: self._go_on(-1),
            Qt.Key.Key_Down: lambda: self._step_to(self.token_in_line(self._caret, 1, self.x_of(self._caret))),
            Qt.Key.Key_Up: lambda: self._step_to(self.token_in_line(self._caret, -1, self.x_of(self._caret))),
            Qt.Key.Key_Right: lambda: self._step_to(token_after(self._text, self._caret.stop)),
            Qt.Key.Key_Left: lambda: self._step_to(token_before(self._text, self._caret.start)),
            Qt.Key.Key_Plus: lambda: self.set_zoom(self.zoom() + 10),
            Qt.Key.Key_Minus: lambda: self.set_zoom(self.zoom() - 10),
            Qt.Key.Key_H: self._toggle_hints,
            Qt.Key.Key_R: self._toggle_rejected,
            Qt.Key.Key_F: self._find,
        }.get(Qt.Key(event.key()))
        if run is not None:
            run()

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False

    def _go_on(self, by: int) -> None:
        rows = list(self._index)
        self._current = (self._current + by) % len(rows)
        row = rows[self._current]
        alike = [other.id for other in rows if row.kind is Kind.ENTITY and other.label == row.label]
        self.set_current(row.id)
        self.set_group([annotation_id for annotation_id in alike if annotation_id != row.id])
        self._step_to(token_at(self._text, row.start))

    def _step_to(self, token: Span | None) -> None:
        if token is not None:
            self._caret = token
            self.set_caret(token, ensure_visible=True)

    def _toggle_hints(self) -> None:
        self._is_hinted = not self._is_hinted
        places = [(self._text.find(word), letters) for word, letters in _HINTED]
        self.set_hints([(Span(at, at + 3), letters) for at, letters in places] if self._is_hinted else ())

    def _toggle_rejected(self) -> None:
        self._hides_rejected = not self._hides_rejected
        self.set_show_rejected(not self._hides_rejected)

    def _find(self) -> None:
        found = [Span(at, at + 5) for at in range(len(self._text)) if self._text.startswith("шерст", at)]
        self.set_finds(found, next(iter(found), None))


def main() -> int:
    """Open the view over the sample."""
    options = _read_options()
    app = QApplication(sys.argv[:1])
    view = _make_view(options)
    view.setLocale(QLocale(options.language))
    view.set_colour_scheme(colour_scheme_for(dark=options.dark, contrast=options.contrast))
    view.set_zoom(options.zoom)
    view.resize(options.width, options.height)
    view.show()
    return app.exec()


def _make_view(options: argparse.Namespace) -> SampleView:
    if options.length:
        article, text, rows = sample.many(options.length, options.length // 20)
    else:
        article, text, rows = sample.ARTICLE, sample.TEXT, sample.sample_annotations()
    index = AnnotationIndex(rows)
    view = SampleView(text, index)
    view.set_show_rejected(True)
    view.show_article(article, text, index, sample.SCHEME, () if options.length else sample.sample_notes())
    return view


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m app.ui.article")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true", help="high contrast")
    parser.add_argument("--zoom", type=int, default=100)
    parser.add_argument("--width", type=int, default=1100)
    parser.add_argument("--height", type=int, default=860)
    parser.add_argument("--language", default=LanguageCode.EN)
    parser.add_argument("--length", type=int, default=0, help="show an article of so many characters instead")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
