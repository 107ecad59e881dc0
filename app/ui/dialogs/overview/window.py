"""The overview: pictures of a project or of a query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.message import UserError
from app.core.query.parsing import QueryError, parse_query
from app.core.query.terms import Query
from app.core.records import Sample
from app.service.corpus.corpus_search import label_words
from app.service.corpus.index_place import project_index_path
from app.service.corpus.overview.making import Scope
from app.service.corpus.overview.pictures import Picture, PictureKind
from app.service.corpus.overview.sampling import Draw, go_to_next_member, sample_step
from app.service.corpus.overview.stream import PictureStream, PopulationStream, start_pictures, start_population
from app.service.session.session import Session
from app.ui.base.announce import announce
from app.ui.base.dates import day
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import shown, tr
from app.ui.base.index_keeper import IndexKeeper
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import filter_line, label
from app.ui.dialogs.file_dialog import file_dialog, open_file_dialog, propose_name
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.overview.paper import Paper
from app.ui.dialogs.overview.picture_view import PictureView
from app.ui.dialogs.overview.place import OverviewPlace
from app.ui.dialogs.overview.sample_form import SampleForm
from app.ui.dialogs.overview.saving import save_picture
from app.ui.dialogs.overview.words import PictureWords
from app.ui.keyboard.keys import key_name
from app.ui.theme.appearance import Appearance

_REST_MS, _POLL_MS, _LOOK_AGAIN_MS = 250, 20, 3_000
_KINDS = tuple(PictureKind)
_STEPS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
_LIST_SPARE_PX = 24

SearchFor = Callable[[str], object]


class OverviewDialog(FramedDialog):
    """Shows pictures of a project.

    Each leads to the articles behind it, by `search_for`.
    """

    def __init__(  # noqa: PLR0913, PLR0917  # what it works with
        self,
        session: Session,
        keeper: IndexKeeper,
        appearance: Appearance,
        place: OverviewPlace,
        catch_errors: ErrorBoundary,
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Overview"), parent, width_px=760)
        assert session.project is not None, "only an open project has an overview"
        self._session, self._project, self._keeper = session, session.project, keeper
        self._catch_errors, self._place = catch_errors, place
        self.search_for: SearchFor = _search_nothing
        self._today = session.edit_context.now.astimezone().date()
        self._words = PictureWords(session.scheme, appearance.language, appearance.colour_scheme)
        self._sample_id = 0
        self._query = Query()
        self.pictures: dict[PictureKind, Picture] = {}
        self._stream: PictureStream | None = None
        self._drawn: tuple[Draw, PopulationStream] | None = None
        self._is_counted = False
        """Whether an index was there to make pictures from."""
        self.line = filter_line(tr("Filter articles: words, source:, date:2025-06, progress:done"), self)
        self._fault = label("", self, "danger", wraps=True)
        self.list = QListWidget(self)
        self.view = PictureView(self._words, Paper(appearance.colour_scheme, self.font()), self)
        self.sample_form = SampleForm(self._draw, self)
        self._scroll, self._stack = QScrollArea(self), QStackedWidget(self)
        self._title, self._facts = label("", self, "heading"), label("", self, "muted", wraps=True)
        self._cell, self._count = label("", self, wraps=True), label("", self, "muted")
        self._message, self._hints = label("", self, wraps=True), label("", self, "caption", wraps=True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._made = QElapsedTimer()
        self._lay_out()
        self._connect()
        self.prefer(1240, 820)
        catch_errors(self._open)

    # -- what is shown

    @property
    def kind(self) -> PictureKind:
        """The picture that is shown."""
        return _KINDS[max(0, self.list.currentRow())]

    @property
    def is_current(self) -> bool:
        """Whether all pictures are made, with all changes."""
        is_made = self._stream is None and not self._rest.isActive()
        is_whole = len(self.pictures) == len(_KINDS) or not len(self._session.articles)
        return is_made and is_whole and self._keeper.is_current

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    @property
    def facts(self) -> str:
        """What is said above the picture."""
        return self._facts.text()

    @property
    def title(self) -> str:
        """The title of the picture that is shown."""
        return self._title.text()

    @property
    def fault(self) -> str:
        """What of the filter cannot be read."""
        return self._fault.text()

    @property
    def cell_words(self) -> str:
        """What is said of the marked count."""
        return self._cell.text()

    def _open(self) -> None:
        self.line.setText(self._place.typed)
        self._rest.stop()
        self._read_query()
        self.list.setCurrentRow(_KINDS.index(self._place.kind))
        self._keeper.refresh()
        self._make_pictures(_KINDS)
        self._show_pictures()

    def _follow_index(self) -> None:
        """Show how far the index is.

        Now and then, show what it has by now.
        """
        is_growing = bool(self._keeper.words) and self._made.hasExpired(_LOOK_AGAIN_MS)
        if self._stream is None and (is_growing or (not self._is_counted and self._keeper.reader is not None)):
            self._make_again()
        self._show_count()

    def _make_again(self) -> None:
        """Make all pictures as the index is now."""
        self._catch_errors(lambda: self._make_pictures(_KINDS))

    def _read_query(self) -> bool:
        typed = self.line.text().strip()
        try:
            self._query = parse_query(typed, label_words(self._session.scheme))
        except QueryError as fault:
            self._fault.setText(f"{shown(fault.message)} {shown(fault.hint)}".strip())
            self._fault.show()
            return False
        self._place.typed = typed
        self._fault.hide()
        return True

    def _filter(self) -> None:
        if self._read_query():
            self.pictures.clear()
            self._make_pictures(_KINDS)
            self._show_pictures()

    def _make_pictures(self, kinds: Sequence[PictureKind]) -> None:
        """Make pictures in the background, the one that is shown first."""
        self._end_stream()
        scope = Scope(self._today, self._query, self._place.typed, self._sample_id)
        order = sorted(kinds, key=lambda kind: (kind is not self.kind, _KINDS.index(kind)))
        self._stream = start_pictures(self._project, project_index_path(self._project.path), scope, order)
        self._is_counted = self._stream is not None
        self._made.start()
        self._poll.start()

    def _take_made(self) -> None:
        """Take in pictures that were made."""
        if self._drawn is not None:
            self._take_population(*self._drawn)
        stream = self._stream
        if stream is not None:
            made = stream.poll()
            is_ended = stream.is_ended
            for picture in made:
                self.pictures[picture.kind] = picture
            if is_ended:
                self._end_stream()
            if made or is_ended:
                self._show_pictures()
        if self._stream is None and self._drawn is None:
            self._poll.stop()

    def _show_pictures(self) -> None:
        for place, kind in enumerate(_KINDS):
            picture = self.pictures.get(kind)
            headline = "…" if self._is_awaited(picture) or picture is None else self._words.headline(picture)
            item = self.list.item(place)
            item.setText(f"{place + 1}  {self._words.title(kind)}\n     {headline}")
        self.list.setFixedWidth(min(self.width() // 3, self.list.sizeHintForColumn(0) + _LIST_SPARE_PX))
        self._show_picture()

    def _show_picture(self) -> None:
        kind, picture = self.kind, self.pictures.get(self.kind)
        self._place.kind = kind
        self._title.setText(self._words.title(kind))
        is_awaited = picture is None or self._is_awaited(picture)
        self._facts.setText(self._words.facts(picture) if picture is not None and not is_awaited else "")
        self._facts.setVisible(bool(self._facts.text()))
        self.view.show_picture(picture, self._empty_words(kind, picture))
        self._show_hints()
        self._show_count()

    def _is_awaited(self, picture: Picture | None) -> bool:
        """Say whether a picture may lack what is not indexed yet."""
        if picture is None:
            return True
        is_bare = picture.is_empty and picture.measured is None
        return is_bare and not self._keeper.is_current and bool(len(self._session.articles))

    def _empty_words(self, kind: PictureKind, picture: Picture | None) -> str:
        if not len(self._session.articles):
            return tr("No articles yet. Esc closes this window, and Ctrl+I imports articles.")
        if picture is None or self._is_awaited(picture):
            return tr("Counting…")
        if self._place.typed and kind is not PictureKind.PRECISION:
            return tr("Nothing fits this filter.")
        return self._words.empty(kind)

    def _show_cell(self) -> None:
        words = self.view.cell_words()
        self._cell.setText(words)
        if not self.view.cell_rect().isEmpty():
            middle = self.view.cell_rect().center()
            self._scroll.ensureVisible(middle.x(), middle.y(), 40, 60)

    def _show_count(self) -> None:
        today = tr("Today: {date}", date=day(self._today))
        scope = tr("{n} articles", n=len(self._session.articles))
        self._count.setText(" · ".join(filter(None, (today, scope, self._keeper.state_words))))

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = key_name(event, QGuiApplication.platformName())
        if watched is self.line:
            return self._typed(key)
        if watched is self.list and key in ("Up", "Down"):
            return False
        if watched is self.list and key in ("Enter", "Right"):
            self.view.setFocus()
            return True
        act = self._acts().get(key)
        if act is None:
            return False
        self._say("")
        self._catch_errors(act)
        return True

    def _acts(self) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {key: partial(self.view.step, *by) for key, by in _STEPS.items()}
        acts |= {str(place): partial(self._choose, place - 1) for place in range(1, len(_KINDS) + 1)}
        acts |= {
            "Home": partial(self.view.go_to_end, is_last=False),
            "End": partial(self.view.go_to_end, is_last=True),
            "PageDown": lambda: self._choose(min(len(_KINDS) - 1, self.list.currentRow() + 1)),
            "PageUp": lambda: self._choose(max(0, self.list.currentRow() - 1)),
            "Enter": self._open_articles,
            "S": self._ask_file,
            "R": self._ask_sample,
            "W": self._work_on,
            "[": lambda: self._turn_sample(-1),
            "]": lambda: self._turn_sample(1),
            "Escape": self.reject,
        }
        return acts | dict.fromkeys(("/", "Ctrl+F"), self.line.setFocus)

    def _typed(self, key: str) -> bool:
        """Leave the line by Enter or an arrow; Esc empties it first."""
        if key in ("Enter", "Down") or (key == "Escape" and not self.line.text()):
            if self._rest.isActive():
                self._rest.stop()
                self._catch_errors(self._filter)
            self.view.setFocus()
        elif key == "Escape":
            self.line.clear()
        else:
            return False
        return True

    def reject(self) -> None:
        """Close the form, else empty the filter, else close the window."""
        if self._stack.currentWidget() is self.sample_form:
            self._show_page(0)
        elif self.line.text():
            self.line.clear()
        else:
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._stack.currentWidget() is self.sample_form and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._catch_errors(self.sample_form.draw)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self.list.setCurrentRow(place)

    def _open_articles(self) -> None:
        """Search for the articles behind what is marked."""
        picture, cell = self.pictures.get(self.kind), self.view.cell
        if picture is None or cell is None:
            self._say(tr("Nothing is marked here."))
            return
        self._close()
        self.search_for(picture.query(*cell))

    # -- saving

    def _ask_file(self) -> None:
        picture = self.pictures.get(self.kind)
        if picture is None or picture.is_empty:
            self._say(tr("There is no picture to save yet."))
            return
        kinds = f"{tr('Picture')} (*.png);;{tr('Drawing')} (*.svg)"
        dialog = file_dialog(tr("Save the picture"), self._project.path.parent, kinds, self)
        propose_name(dialog, self._project.path.with_name(f"{self._project.path.stem}-{picture.kind}.png"))
        open_file_dialog(dialog, lambda paths: self._catch_errors(lambda: self._save(picture, paths[0])))

    def _save(self, picture: Picture, path: Path) -> None:
        self._session.projects.refuse_own_file(path)
        parts = (self._project.path.stem, self._place.typed, day(self._today), self._words.facts(picture))
        about = " · ".join(filter(None, parts))
        written = save_picture(picture, self._words, self.font(), path, about)
        self._say(tr("Saved: {name}", name=written.name))

    # -- samples

    def _ask_sample(self) -> None:
        if self._project.read_only:
            self._say(tr("This project is open for reading only."))
        elif not len(self._session.articles):
            self._say(tr("There are no articles to draw from."))
        else:
            self.sample_form.open(self._query, self._place.typed)
            self._show_page(1)
            self.sample_form.unit.setFocus()

    def _draw(self, draw: Draw) -> None:
        """Find in the background what there is to draw from."""
        stream = start_population(self._project, project_index_path(self._project.path), draw)
        if stream is None or not self._keeper.is_current:
            self._say(tr("The articles are still being read. Try again in a moment."))
            return
        self._drawn = (draw, stream)
        self._say(tr("Drawing…"))
        self._poll.start()

    def _take_population(self, draw: Draw, stream: PopulationStream) -> None:
        found = stream.poll()
        if not found:
            return
        self._drawn = None
        stream.end()
        try:
            step = sample_step(self._project, found[0], draw, self._session.edit_context)
        except UserError as fault:
            self._say(f"{shown(fault.message)} {shown(fault.hint)}".strip())
            return
        self._session.apply(step)
        self._sample_id = 0
        self._show_page(0)
        self._choose(_KINDS.index(PictureKind.PRECISION))
        self._make_pictures(_KINDS)
        self._say(tr("The sample is drawn. W opens its first member; Ctrl+] goes on from there."))

    def _work_on(self) -> None:
        self._close()
        go_to_next_member(self._session)

    def _turn_sample(self, by: int) -> None:
        """Measure by another sample."""
        ids = [sample.id for sample in self._project.rows(Sample)]
        if self.kind is PictureKind.PRECISION and ids:
            place = ids.index(self._sample_id) if self._sample_id in ids else len(ids) - 1
            self._sample_id = ids[min(max(0, place + by), len(ids) - 1)]
            self._make_pictures((PictureKind.PRECISION,))

    # -- inside

    def _end_stream(self) -> None:
        if self._stream is not None:
            self._stream.end()
            self._stream = None

    def _say(self, words: str) -> None:
        self._message.setText(words)
        if words:
            announce(self, words)

    def _show_page(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if place == 0:
            self.view.setFocus()
        self._show_hints()

    def _show_hints(self) -> None:
        if self._stack.currentWidget() is self.sample_form:
            self._hints.setText(tr("Tab: next field · Enter: draw · Esc: leave"))
            return
        hints = [tr("1–6: picture"), tr("← → ↑ ↓: mark"), tr("Enter: the articles"), tr("S: save"), tr("/: filter")]
        hints += [tr("R: draw a sample")]
        if self.kind is PictureKind.PRECISION:
            hints += [tr("W: work on the sample"), tr("[ ]: other samples")]
        self._hints.setText(" · ".join([*hints, tr("Esc: close")]))

    def _close(self) -> None:
        self._rest.stop()
        self._poll.stop()
        self._end_stream()
        if self._drawn is not None:
            self._drawn[1].end()
            self._drawn = None
        super().reject()

    def _connect(self) -> None:
        for watched in (self.view, self.line, self.list):
            watched.installEventFilter(self)
        self._rest.timeout.connect(lambda: self._catch_errors(self._filter))
        self._keeper.changed.connect(self._follow_index)
        self._keeper.refreshed.connect(self._make_again)
        self._poll.timeout.connect(lambda: self._catch_errors(self._take_made))
        self.line.textChanged.connect(lambda _: self._rest.start())
        self.list.currentRowChanged.connect(lambda _: self._catch_errors(self._show_picture))
        self.view.marked.connect(self._show_cell)
        self.view.opened.connect(lambda: self._catch_errors(self._open_articles))
        follow(self, self._session.project_changed, self._close)

    def _lay_out(self) -> None:
        self._fault.hide()
        self.list.setAccessibleName(tr("Pictures"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for kind in _KINDS:
            self.list.addItem(QListWidgetItem(self._words.title(kind)))
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.view)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self._title)
        lines.addWidget(self._facts)
        lines.addWidget(self._scroll, 1)
        lines.addWidget(self._cell)
        self._stack.addWidget(page)
        self._stack.addWidget(self.sample_form)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.list)
        beside.addWidget(self._stack, 1)
        for widget in (self._count, self.line, self._fault):
            self.body.addWidget(widget)
        self.body.addLayout(beside, 1)
        self._message.setMinimumHeight(self.fontMetrics().height() + 2)
        self.body.addWidget(self._message)
        self.body.addWidget(self._hints)
        self.view.setFocus()


def _search_nothing(_: str) -> None:
    """Search nowhere: nothing is behind the window yet."""
