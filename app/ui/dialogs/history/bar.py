"""The foot of the history.

Which keys there are, a question with its buttons, or the line for a name.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.widgets import button, label, line, on_enter


class Foot(QStackedWidget):
    """Say what can be done, or ask.

    `is_asking` while an answer is awaited.
    """

    def __init__(self, leave: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._leave = leave
        self._act: Callable[[], object] = leave
        self._message = label("", self, wraps=True)
        self._hints = label("", self, "caption", wraps=True)
        self._question = label("", self, wraps=True)
        self._name = line(tr("Name of this point"), self)
        self._yes = button("", self, self._answer)
        self._pages = [self._make_hints(), self._make_question(), self._make_naming()]
        for page in self._pages:
            self.addWidget(page)

    @property
    def is_asking(self) -> bool:
        """Whether a question or a line for a name is shown."""
        return self.currentIndex() > 0

    @property
    def words(self) -> str:
        """The words shown last."""
        return self._message.text()

    @property
    def question(self) -> str:
        """What is asked."""
        return self._question.text() if self.currentIndex() == 1 else ""

    def show_hints(self, hints: str) -> None:
        """Say which keys there are."""
        self._hints.setText(hints)
        self.setCurrentIndex(0)

    def show_words(self, words: str) -> None:
        """Say something above the keys."""
        self._message.setText(words)
        self._message.setVisible(bool(words))
        if words:
            announce(self, words)

    def ask(self, question: str, answer: str, act: Callable[[], object] | None) -> None:
        """Ask; Enter answers with `act`.

        It is None while the answer is not known yet.
        """
        self._question.setText(question)
        self._act = act or self._leave
        self._yes.setText(answer)
        self._yes.setVisible(act is not None)
        self.setCurrentIndex(1)
        if act is not None:
            announce(self, question)
            self._yes.setFocus()

    def ask_name(self, name: str, take: Callable[[str], object]) -> None:
        """Let a name be typed; Enter gives it to `take`."""
        self._act = lambda: take(self._name.text().strip())
        self._name.setText(name)
        self._name.selectAll()
        self.setCurrentIndex(2)
        self._name.setFocus()

    def _answer(self) -> None:
        self._act()

    def _make_hints(self) -> QWidget:
        page = QWidget(self)
        lines = column(page, spacing=4)
        lines.addWidget(self._message)
        lines.addWidget(self._hints)
        self._message.hide()
        return page

    def _make_question(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._question, 1)
        row.addWidget(self._yes)
        row.addWidget(button(tr("Cancel"), page, self._leave))
        return page

    def _make_naming(self) -> QWidget:
        page = QWidget(self)
        lines = column(page, spacing=4)
        lines.addWidget(self._name)
        lines.addWidget(
            label(tr("Enter: keep the name, none where the line is empty · Esc: leave it"), page, "caption")
        )
        on_enter(self._name, self._answer)
        return page
