"""The filter of all pictures: a query, completed by Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.core.query.completion import Completion
from app.core.query.parsing import QueryError, find_steps, parse_typed, without_open_field
from app.core.query.terms import Query
from app.core.records import QueryPlace
from app.service.corpus.corpus_search import label_words
from app.service.corpus.saved_queries import filter_query, saved_queries
from app.service.session.session import Session
from app.ui.base.i18n import shown, tr
from app.ui.base.pane import column
from app.ui.base.queries.completer import Completer
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.queries.query_line import QueryLine
from app.ui.base.widgets import label
from app.ui.dialogs.overview.place import OverviewPlace

_REST_MS = 250


class FilterBar(QWidget):
    """Lets one filter be typed for all pictures.

    It is a query as in the search. An empty line offers the filter of the article list and the saved ones. `changed`
    comes once another filter can be read, `left` when the keyboard is to go on to the picture.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, session: Session, keeper: IndexKeeper, place: OverviewPlace, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self._completer = Completer(session, keeper, language)
        self.query = Query()
        prompt = tr("Filter articles: words, source:, date:2025-06, progress:done")
        self.line = QueryLine(self, place.earlier, self._complete, prompt=prompt)
        self._fault, self._offer = label("", self, "danger", wraps=True), label("", self, "caption", wraps=True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        lines = column(self, spacing=4)
        for widget in (self.line, self._fault, self._offer):
            lines.addWidget(widget)
        self.line.setText(place.typed)
        self._read()
        self._rest.timeout.connect(self.apply)
        self.line.textChanged.connect(lambda _: self._rest.start())
        self.line.offered.connect(self._show_words)
        self.line.entered.connect(self.leave)
        self.line.down.connect(self.leave)

    @property
    def fault(self) -> str:
        """What of the filter cannot be read."""
        return self._fault.text()

    @property
    def saved_name(self) -> str:
        """The name that this filter is saved under, "" for none."""
        rows = (row for row in saved_queries(self._session) if row.query == self._place.typed)
        return next((row.name for row in rows), "")

    @property
    def is_resting(self) -> bool:
        """Whether what stands in the line is not taken yet."""
        return self._rest.isActive()

    def focus(self) -> None:
        """Put the typing cursor into the line."""
        self.line.setFocus()
        self.line.selectAll()
        self.line.offer()

    def add(self, *terms: str) -> None:
        """Limit the filter by more terms, and take it."""
        typed = without_open_field(self.line.text()).strip()
        said = {typed[span.start : span.stop] for span in find_steps(typed)}
        steps = (one[span.start : span.stop] for one in terms for span in find_steps(one))
        self.line.setText(" ".join(filter(None, (typed, *(step for step in dict.fromkeys(steps) if step not in said)))))
        self.apply()

    def leave(self) -> None:
        """Take the filter, and go on to the picture."""
        self.line.setText(without_open_field(self.line.text()).strip())
        self.apply()
        self.line.remember()
        self.line.completions = ()
        self._show_words()
        self.left.emit()

    def apply(self) -> None:
        """Take what stands in the line, if it is another filter."""
        self._rest.stop()
        before = self._place.typed
        if self._read() and self._place.typed != before:
            self.changed.emit()

    def stop(self) -> None:
        """Take nothing more: the window closes."""
        self._rest.stop()

    def _read(self) -> bool:
        """Read the line; a field without a value fits all."""
        typed = without_open_field(self.line.text()).strip()
        self._fault.setText("")
        try:
            self.query = parse_typed(typed, label_words(self._session.scheme))
        except QueryError as fault:
            self._fault.setText(f"{shown(fault.message)} {shown(fault.hint)}".strip())
            return False
        else:
            self._place.typed = typed
            return True
        finally:
            self._show_words()

    def _complete(self, typed: str) -> Sequence[Completion]:
        """Complete the last word; an empty line by whole filters."""
        if typed.strip():
            return self._completer.complete(typed)
        listed = filter_query(self._session.articles)
        found = [Completion(tr("as in the list"), listed)] if listed else []
        rows = [*saved_queries(self._session, QueryPlace.LIST), *saved_queries(self._session)]
        return [*found, *(Completion(row.name, row.query) for row in rows)]

    def _show_words(self) -> None:
        offer = self.line.offer_words if self.line.hasFocus() else ""
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._fault.setVisible(bool(self._fault.text()) and not offer)
