"""The dialogs that the menus open: settings, label scheme, about.

Each is imported when it is opened: the start has no time for them.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

from app import __version__
from app.service.project.settings import Settings
from app.ui.base.i18n import tr
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.project_window import WindowPlace

if TYPE_CHECKING:
    from app.service.edits.steps.article_marks import ArticleMark
    from app.ui.dialogs.review.queue_keeper import QueueKeeper
    from app.ui.dialogs.scheme.scheme_editor import SchemeDialog
    from app.ui.dialogs.settings.settings_dialog import SettingsDialog

PlaceT = TypeVar("PlaceT", bound=WindowPlace)


class Dialogs:
    """Open a dialog over the window, and act on its answer."""

    def __init__(self, context: WindowContext, index_keeper: IndexKeeper, preview: Callable[[Settings], None]) -> None:
        """`preview` shows how the text would look with other settings."""
        self._context, self._index_keeper, self._preview = context, index_keeper, preview
        self._window, self._session, self._store = context.window, context.session, context.store
        self._find_appearance, self._catch_errors = context.find_appearance, context.catch_errors
        self._places: dict[type[WindowPlace], WindowPlace] = {}
        self._queue_keeper: QueueKeeper | None = None
        self._session.project_changed.connect(self._forget_queue)

    def show_settings(self) -> None:
        """Open the settings.

        What was chosen is kept and put on the window at once.
        """
        from app.ui.dialogs.settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._store.settings, self._find_appearance().keymap, self._window)
        before = replace(self._store.settings)  # the preview changes the zoom, which is kept at once
        dialog.look_changed.connect(self._preview)
        dialog.rejected.connect(lambda: self._preview(before))
        dialog.accepted.connect(lambda: self._apply_settings(dialog))
        dialog.open()

    def show_scheme(self) -> None:
        """Open the label scheme of the project."""
        from app.ui.dialogs.scheme.scheme_editor import SchemeDialog

        appearance = self._find_appearance()
        dialog = SchemeDialog(
            self._session, appearance.colour_scheme, appearance.language, self._catch_errors, self._window
        )
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._apply_scheme(dialog)))
        dialog.open()

    def show_names(self) -> None:
        """Open the names that the tagger knows in this project."""
        from app.ui.dialogs.scheme.taught_names import NamesDialog

        dialog = NamesDialog(self._session.scheme, self._catch_errors, self._window)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._session.editor.scheme.replace(dialog.scheme)))
        dialog.open()

    def show_history(self) -> None:
        """Open the history of the project."""
        from app.ui.dialogs.file_work import act_when_saved

        if self._session.project is not None:
            act_when_saved(self._context, self._open_history)

    def show_ledger(self) -> None:
        """Open the ledger of the project's claims."""
        self._open_over_project(self._make_ledger)

    def show_register(self) -> None:
        """Open the register of the project's persons, organisations and places."""
        self._open_over_project(self._make_register)

    def show_review_queue(self) -> None:
        """Open the queue of the least certain annotations."""
        self._open_over_project(self._make_review_queue)

    def compare_near(self) -> None:
        """Show the open article beside the one that is nearly the same."""
        from app.ui.dialogs.import_report.compare_window import CompareDialog

        session, catch = self._session, self._catch_errors
        opened = session.open_article
        pairs = session.near_pairs.of(opened.article) if opened is not None else []
        if not pairs:
            return
        pair = pairs[0]
        dialog = CompareDialog(pair, session, self._find_appearance().theme, self._window)
        dialog.article_wanted.connect(lambda number: catch(lambda: session.reader.go_to(number)))
        dialog.removal_wanted.connect(lambda: catch(lambda: session.editor.articles.remove([pair.article_id])))
        dialog.accepted.connect(lambda: catch(lambda: session.editor.articles.keep_both(pair)))
        dialog.open()

    def mark_articles(self, mark: ArticleMark, selected: Sequence[int]) -> None:
        """Ask what is done to which articles, `mark` to begin with.

        It begins with several that are selected, else with the open one.
        """
        self._ask_mark(mark, selected, is_many=False)

    def mark_shown_articles(self, mark: ArticleMark, selected: Sequence[int]) -> None:
        """Do as `mark_articles`, and begin with all that are shown."""
        self._ask_mark(mark, selected, is_many=True)

    def _ask_mark(self, mark: ArticleMark, selected: Sequence[int], *, is_many: bool) -> None:
        self._session.projects.refuse_reading_only()
        from app.ui.dialogs.marks.window import MarkDialog

        opened, articles = self._session.open_article, self._session.articles
        scopes: list[tuple[str, Sequence[int]]] = []
        if len(selected) > 1:
            scopes.append((tr("Selected articles"), selected))
        this: list[tuple[str, Sequence[int]]] = []
        if opened is not None:
            this.append((tr("This article"), (opened.article.id,)))
        shown: list[tuple[str, Sequence[int]]] = [(tr("Articles shown"), tuple(articles.shown))]
        scopes += shown + this if is_many else this + shown
        MarkDialog(self._session, scopes, mark, self._catch_errors, self._window).open()

    def show_overview(self, search_for: Callable[[str], None]) -> None:
        """Open pictures of the project; what is behind one is searched for."""
        self._open_over_project(lambda path: self._make_overview(path, search_for))

    def open_next_sampled(self) -> None:
        """Open what comes next in the newest sample."""
        from app.service.corpus.overview.sampling import go_to_next_member

        go_to_next_member(self._session)

    def show_about(self) -> None:
        """Say what this is."""
        dialog = FramedDialog("Pometka", self._window, width_px=420)
        dialog.sentence(tr("Correct entities and claims in news by keyboard alone."))
        dialog.sentence(tr("Version {version}", version=__version__), "muted")
        dialog.sentence(tr("Keys go by their place: the same on US, Russian and Kazakh layouts."), "muted")
        dialog.sentence(tr("Settings and log: {folder}", folder=self._store.folder), "muted")
        dialog.buttons(Standard.Ok).button(Standard.Ok).setFocus()
        dialog.open()

    def _open_over_project(self, make: Callable[[Path], QDialog]) -> None:
        """Open the dialog made for the open project, if one is."""
        project = self._session.project
        if project is not None:
            self._catch_errors(lambda: make(project.path).open())

    def _open_history(self) -> QDialog:
        from app.ui.dialogs.history.window import HistoryDialog

        dialog = HistoryDialog(self._session, self._find_appearance(), self._catch_errors, self._window)
        dialog.past.view.set_zoom(self._store.settings.zoom)
        dialog.open()
        return dialog

    def _make_ledger(self, project: Path) -> QDialog:
        from app.ui.dialogs.ledger.place import LedgerPlace
        from app.ui.dialogs.ledger.window import LedgerDialog

        return LedgerDialog(self._context, self._index_keeper, self._recall_place(LedgerPlace, project))

    def _make_register(self, project: Path) -> QDialog:
        from app.ui.dialogs.register.place import RegisterPlace
        from app.ui.dialogs.register.window import RegisterDialog

        return RegisterDialog(self._context, self._index_keeper, self._recall_place(RegisterPlace, project))

    def _make_overview(self, project: Path, search_for: Callable[[str], None]) -> QDialog:
        from app.ui.dialogs.overview.place import OverviewPlace
        from app.ui.dialogs.overview.window import OverviewDialog

        place = self._recall_place(OverviewPlace, project)
        return OverviewDialog(self._context, self._index_keeper, place, search_for)

    def _make_review_queue(self, _: Path) -> QDialog:
        from app.ui.dialogs.review.queue_keeper import QueueKeeper
        from app.ui.dialogs.review.window import ReviewQueueDialog

        self._queue_keeper = self._queue_keeper or QueueKeeper()
        dialog = ReviewQueueDialog(self._context, self._index_keeper, self._queue_keeper)
        dialog.page.view.set_zoom(self._store.settings.zoom)
        return dialog

    def _recall_place(self, kind: type[PlaceT], project: Path) -> PlaceT:
        """Return where a window over the project was left."""
        place = self._places.get(kind)
        if not isinstance(place, kind) or place.project != project:
            place = self._places[kind] = kind(project)
        return place

    def _forget_queue(self) -> None:
        """Forget the queue of a project that was left."""
        self._queue_keeper = None

    def _apply_settings(self, dialog: SettingsDialog) -> None:
        chosen = dialog.chosen()
        self._session.author = chosen.author
        self._session.offers.is_on = chosen.offers_corrections
        self._store.change(chosen)

    def _apply_scheme(self, dialog: SchemeDialog) -> None:
        """Apply the scheme as it was edited, one step with all renames."""
        self._session.editor.scheme.change(dialog.scheme, dialog.renames)
