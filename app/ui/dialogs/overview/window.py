"""The overview: pictures of a project or of a query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from app.core.message import UserError
from app.core.records import Sample
from app.service.corpus.corpus_search import say_query_in
from app.service.corpus.overview.making import Scope
from app.service.corpus.overview.pictures import Picture, PictureKind
from app.service.corpus.overview.sampling import Draw, go_to_next_member, sample_step
from app.service.corpus.saved_queries import save_query
from app.ui.base.i18n import shown, tr
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.texts.dates import day
from app.ui.base.widgets import label
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.file_dialog import file_dialog, open_file_dialog, propose_name
from app.ui.dialogs.overview.drawings.paper import Paper
from app.ui.dialogs.overview.drawings.picture_words import PictureWords
from app.ui.dialogs.overview.filter_bar import FilterBar
from app.ui.dialogs.overview.picture_feed import PictureFeed
from app.ui.dialogs.overview.picture_list import PictureList
from app.ui.dialogs.overview.picture_page import PicturePage
from app.ui.dialogs.overview.place import OverviewPlace
from app.ui.dialogs.overview.sample_form import SampleForm
from app.ui.dialogs.overview.saving import save_picture
from app.ui.dialogs.project_window import ProjectWindow

_KINDS = tuple(PictureKind)
_SAVE_FILTER = "Ctrl+S"
_STEPS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}

SearchFor = Callable[[str], object]


class OverviewDialog(ProjectWindow):
    """Shows pictures of a project.

    Each leads to the articles behind it, by `search_for`.
    """

    def __init__(
        self, context: WindowContext, index_keeper: IndexKeeper, place: OverviewPlace, search_for: SearchFor
    ) -> None:
        super().__init__(tr("Overview"), context, index_keeper)
        session, appearance, catch_errors = context.session, context.find_appearance(), context.catch_errors
        self._place = place
        self._search_for = search_for
        self._today = session.edit_context.now.astimezone().date()
        self._words = PictureWords(session.scheme, appearance.language, appearance.colour_scheme)
        self._sample_id = 0
        self._is_shown_current = False
        """Whether the index was current when the pictures were shown last."""
        self._feed = PictureFeed(self._project, catch_errors, self)
        self.filter = FilterBar(session, index_keeper, place, appearance.language, self)
        self.list = PictureList(self._words, self)
        self.page = PicturePage(self._words, Paper(appearance.colour_scheme, self.font()), self)
        self.sample_form = SampleForm(self._draw, self)
        self._count = label("", self, "muted")
        self._lay_out()
        self._connect()
        self.prefer(1240, 820)
        catch_errors(self._open)

    # -- what is shown

    @property
    def kind(self) -> PictureKind:
        """The picture that is shown."""
        return self.list.kind

    @property
    def pictures(self) -> dict[PictureKind, Picture]:
        """The pictures that were made so far."""
        return self._feed.pictures

    @property
    def is_current(self) -> bool:
        """Whether all pictures are made, with all changes."""
        is_made = not self._feed.is_making and not self.filter.is_resting
        is_whole = len(self.pictures) == len(_KINDS) or not len(self._session.articles)
        return is_made and is_whole and self._index_keeper.is_current

    def _open(self) -> None:
        self.list.show_kind(self._place.kind)
        self._index_keeper.refresh()
        self._make_pictures(_KINDS)
        self._show_pictures()

    def _follow_index(self) -> None:
        """Show how far the index is.

        Now and then, show what it has by now.
        """
        is_growing = bool(self._index_keeper.words) and self._feed.is_old
        is_new = not self._feed.is_counted and self._index_keeper.reader is not None
        if not self._feed.is_making and (is_growing or is_new):
            self._make_again()
        if self._index_keeper.is_current and not self._is_shown_current:
            self._show_pictures()
        self._show_count()

    def _make_again(self) -> None:
        """Make all pictures as the index is now."""
        self._catch_errors(lambda: self._make_pictures(_KINDS))

    def _show_filtered(self) -> None:
        """Make and show all pictures of another filter."""
        self.pictures.clear()
        self._make_pictures(_KINDS)
        self._show_pictures()

    def _make_pictures(self, kinds: Sequence[PictureKind]) -> None:
        """Make pictures in the background, the one that is shown first."""
        scope = Scope(self._today, self.filter.query, self._place.typed, self._sample_id)
        self._feed.make(scope, sorted(kinds, key=lambda kind: (kind is not self.kind, _KINDS.index(kind))))

    def _show_pictures(self) -> None:
        self._is_shown_current = self._index_keeper.is_current
        awaited = {kind for kind in _KINDS if self._is_awaited(self.pictures.get(kind))}
        self.list.show_pictures(self.pictures, awaited, self.width() // 3)
        self._show_picture()

    def _show_picture(self) -> None:
        kind, picture = self.kind, self.pictures.get(self.kind)
        self._place.kind = kind
        facts = self._words.facts(picture) if picture is not None and not self._is_awaited(picture) else ""
        self.page.show_picture(kind, picture, facts, self._empty_words(picture))
        if self._pages.currentWidget() is self.page:
            self._show_hints(*self._picture_hints())
        self._show_count()

    def _is_awaited(self, picture: Picture | None) -> bool:
        """Say whether a picture may lack what is not indexed yet."""
        if picture is None:
            return True
        is_bare = picture.is_empty and picture.measured is None
        return is_bare and not self._index_keeper.is_current and bool(len(self._session.articles))

    def _empty_words(self, picture: Picture | None) -> str:
        if not len(self._session.articles):
            return tr("No articles yet. Esc closes this window, and Ctrl+I imports articles.")
        if picture is None or self._is_awaited(picture):
            return tr("Counting…")
        return self._words.empty(picture, is_filtered=bool(self._place.typed))

    def _show_count(self) -> None:
        today = tr("Today: {date}", date=day(self._today))
        scope = tr("{n} articles", n=len(self._session.articles))
        self._count.setText(" · ".join(filter(None, (today, scope, self._index_keeper.state_words))))

    # -- keys

    def _press(self, watched: QObject, key: str) -> bool:
        if watched is self.filter.line and key != _SAVE_FILTER:
            return False
        if watched is self.list and key in ("Up", "Down"):
            return False
        if watched is self.list and key in ("Enter", "Right"):
            self.page.view.setFocus()
            return True
        return self._perform(self._acts().get(key))

    def _acts(self) -> dict[str, Callable[[], object]]:
        view, place = self.page.view, self.list.currentRow()
        acts: dict[str, Callable[[], object]] = {key: partial(view.step, *by) for key, by in _STEPS.items()}
        acts |= {str(number): partial(self.list.setCurrentRow, number - 1) for number in range(1, len(_KINDS) + 1)}
        acts |= {
            "Home": partial(view.go_to_end, is_last=False),
            "End": partial(view.go_to_end, is_last=True),
            "PageDown": lambda: self.list.setCurrentRow(min(len(_KINDS) - 1, place + 1)),
            "PageUp": lambda: self.list.setCurrentRow(max(0, place - 1)),
            "Enter": self._open_articles,
            "F": self._limit_filter,
            "S": self._ask_file,
            _SAVE_FILTER: self._ask_filter_name,
            "R": self._ask_sample,
            "W": self._work_on,
            "[": lambda: self._turn_sample(-1),
            "]": lambda: self._turn_sample(1),
            "Escape": self.reject,
        }
        return acts | dict.fromkeys(("/", "Ctrl+F"), self.filter.focus)

    def reject(self) -> None:
        """Close the form, else empty the filter, else close the window."""
        if self._pages.currentWidget() is self.sample_form:
            self._show_pictures_page()
        elif self.filter.line.text():
            self.filter.line.clear()
            self.filter.apply()
        elif self.filter.line.hasFocus():
            self.filter.leave()
        else:
            self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._pages.currentWidget() is self.sample_form and is_enter:
            self._catch_errors(self.sample_form.draw)
        else:
            super().keyPressEvent(event)

    def _open_articles(self) -> None:
        """Search for the articles behind what is marked."""
        picture, cell = self.pictures.get(self.kind), self.page.view.cell
        if picture is None or cell is None:
            self._say_nothing_marked()
            return
        self._close()
        self._search_for(self._say_query(picture.query(*cell)))

    def _limit_filter(self) -> None:
        """Limit the filter to what is marked: a period, source, label."""
        picture, cell = self.pictures.get(self.kind), self.page.view.cell
        if picture is None or cell is None:
            self._say_nothing_marked()
        else:
            self.filter.add(*map(self._say_query, picture.cell_terms(*cell)))

    def _say_nothing_marked(self) -> None:
        """Say that nothing is marked, or not yet."""
        is_awaited = self._is_awaited(self.pictures.get(self.kind))
        self._say(tr("Still counting. Try again in a moment.") if is_awaited else tr("Nothing is marked here."))

    def _say_query(self, query: str) -> str:
        return say_query_in(self._words.language, query, self._session.scheme)

    # -- saving

    def _ask_filter_name(self) -> None:
        """Ask for a name, and save the filter as a query."""
        from app.ui.dialogs.name_dialog import NameDialog  # noqa: PLC0415  # for those who save one

        self.filter.apply()
        if self._is_read_only():
            return
        if not self._place.typed:
            self._say(tr("Nothing is filtered: / leads to the filter."))
        else:
            words = tr("The search lists it as a queue, and an empty line here offers it.")
            NameDialog(tr("Name of the filter"), words, self.filter.saved_name, self._save_filter, self).open()

    def _save_filter(self, words: str) -> None:
        name = " ".join(words.split())
        self._catch_errors(lambda: save_query(self._session, name, self._place.typed))
        self._say(tr("Filter saved: {name}", name=name))

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
        if self._is_read_only():
            return
        if not len(self._session.articles):
            self._say(tr("There are no articles to draw from."))
        else:
            self.sample_form.open(self.filter.query, self._place.typed)
            self._show_page(self.sample_form, tr("Tab: next field · Enter: draw · Esc: leave"))
            self.sample_form.unit.setFocus()

    def _draw(self, draw: Draw) -> None:
        """Find in the background what there is to draw from."""
        if self._index_keeper.is_current and self._feed.find_population(draw):
            self._say(tr("Drawing…"))
        else:
            self._say(tr("The articles are still being read. Try again in a moment."))

    def _save_sample(self, draw: Draw, population: Sequence[int]) -> None:
        try:
            step = sample_step(self._project, population, draw, self._session.edit_context)
        except UserError as fault:
            self._say(f"{shown(fault.message)} {shown(fault.hint)}".strip())
            return
        self._session.apply(step)
        self._sample_id = 0
        self._show_pictures_page()
        self.list.show_kind(PictureKind.PRECISION)
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

    def _show_pictures_page(self) -> None:
        self._show_page(self.page, *self._picture_hints())
        self.page.view.setFocus()

    def _picture_hints(self) -> list[str]:
        """Return what the keys over a picture do."""
        hints = [tr("1–6: picture"), tr("← → ↑ ↓: mark"), tr("Enter: the articles"), tr("S: save"), tr("/: filter")]
        hints += [tr("F: filter by what is marked"), tr("Ctrl+S: save the filter"), tr("R: draw a sample")]
        if self.kind is PictureKind.PRECISION:
            hints += [tr("W: work on the sample"), tr("[ ]: other samples")]
        return [*hints, tr("Esc: close")]

    def _stop(self) -> None:
        self.filter.stop()
        self._feed.end()

    def _connect(self) -> None:
        self._watch(self.page.view, self.list, self.filter.line)
        self._index_keeper.changed.connect(self._follow_index)
        self._index_keeper.refreshed.connect(self._make_again)
        self._feed.made.connect(self._show_pictures)
        self._feed.found.connect(lambda *found: self._catch_errors(lambda: self._save_sample(*found)))
        self.filter.changed.connect(lambda: self._catch_errors(self._show_filtered))
        self.filter.left.connect(self.page.view.setFocus)
        self.list.currentRowChanged.connect(lambda _: self._catch_errors(self._show_picture))
        self.page.view.opened.connect(lambda: self._catch_errors(self._open_articles))

    def _lay_out(self) -> None:
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.sample_form)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.list)
        beside.addWidget(self._pages, 1)
        self.body.addWidget(self._count)
        self.body.addWidget(self.filter)
        self.body.addLayout(beside, 1)
        self._add_foot()
        self.page.view.setFocus()
