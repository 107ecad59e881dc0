"""The head of the search: the query, its steps, its count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.query.turning import turn_drawing, turn_sorting
from app.core.span import Span
from app.core.text.utf16 import Utf16Map
from app.core.vocabulary import LanguageCode
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.queries.completer import Completer
from app.ui.base.queries.query_line import QueryLine
from app.ui.base.widgets import label, line
from app.ui.prompts.search.trail import Trail


class QueryHead(QWidget):
    """The line of a query with count, steps and words below it.

    `named` comes with the name under which the query is to be saved.
    """

    named = Signal(str)

    def __init__(self, earlier: list[str], completer: Completer, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._in_russian = language == LanguageCode.RU
        self.line = QueryLine(self, earlier, completer.complete, prompt=tr("Find in the project"))
        self.trail = Trail(self)
        self._count, self._words = label("", self, "caption"), label("", self, "caption", wraps=True)
        self._name = line(tr("Name of the saved query"), self)
        self._name.returnPressed.connect(lambda: self.named.emit(" ".join(self._name.text().split())))
        self.trail.chosen.connect(self._edit_step)
        self.setFocusProxy(self.line)
        self._lay_out()

    @property
    def query(self) -> str:
        """What stands in the line."""
        return self.line.text().strip()

    @property
    def is_naming(self) -> bool:
        """Whether a name for the query is asked for."""
        return not self._name.isHidden()

    def begin(self) -> None:
        """Take the focus; what is typed replaces the query."""
        self.end_naming()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.selectAll()

    def focus_line(self) -> None:
        """Go on in the line where it was left."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_naming(self, name: str) -> None:
        """Ask for the name under which the query is saved."""
        self._name.setText(name)
        self._words.hide()
        self._name.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def end_naming(self) -> None:
        """Ask for no name any more."""
        self._name.hide()
        self._words.show()

    def show_count(self, words: str, *, is_final: bool) -> None:
        """Show how much was found; read it aloud once it `is_final`."""
        if words != self._count.text():
            self._count.setText(words)
            if is_final:
                announce(self.line, words)

    def show_words(self, words: str) -> None:
        """Say something of the query below its steps."""
        self._words.setText(words)

    def turn_query(self, key: str) -> str:
        """Return the query with the next step of sorting or sampling.

        S sorts, another key samples; Shift goes the other way.
        """
        turned = turn_sorting if key.endswith("S") else turn_drawing
        return turned(self.query, is_other=key.startswith("Shift+"), in_russian=self._in_russian)

    def _edit_step(self, span: Span) -> None:
        """Select a step of the query, to be typed over."""
        places = Utf16Map(self.line.text())
        start = places.to_utf16(span.start)
        self.focus_line()
        self.line.setSelection(start, places.to_utf16(span.stop) - start)

    def _lay_out(self) -> None:
        layout = column(self, spacing=8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.line, 1)
        head.addWidget(self._count)
        layout.addLayout(head)
        layout.addWidget(self.trail)
        layout.addWidget(self._words)
        layout.addWidget(self._name)
        self._name.hide()
