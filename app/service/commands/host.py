"""What the handlers of actions ask of a face, by groups.

Verbs without a word of how they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.core.message import Message
from app.core.span import Span

if TYPE_CHECKING:
    from app.service.edits.steps.article_marks import ArticleMark
    from app.service.project.settings import Settings
    from app.service.session.session import Session


class TextView(Protocol):
    """The text as it stands on the screen.

    X is in pixels from the view's left.
    """

    def token_in_line(self, caret: Span, by: int, x: float) -> Span | None:
        """Return the token `by` visual lines below, nearest to `x`.

        Above for a negative number; None past the ends of the text.
        """

    def x_of(self, caret: Span) -> float:
        """Return the horizontal middle of a token."""

    def line_start(self, caret: Span) -> Span:
        """Return the first token of the token's visual line."""

    def line_end(self, caret: Span) -> Span:
        """Return the last token of the token's visual line."""

    def lines_per_page(self) -> int:
        """Return how many visual lines fit into the view."""

    def is_in_sight(self, span: Span) -> bool:
        """Say whether some of a span is on screen.

        Scrolling that is under way is taken as finished.
        """

    def ensure_visible(self, span: Span) -> None:
        """Scroll a span into view."""

    def visible_range(self) -> Span:
        """Return the range of the text that is on screen."""

    def copy(self) -> str:
        """Copy the selection, else the current annotation, and return the words."""

    def zoom(self) -> int:
        """Return the size of the text, in percent."""

    def set_zoom(self, percent: int) -> None:
        """Set the size of the text."""


class Projects(Protocol):
    """Making, opening and closing projects."""

    def ask_new(self) -> None: ...
    def ask_open(self) -> None: ...
    def try_to_open(self, path: Path) -> None: ...
    def close(self) -> None: ...
    def back_up(self) -> None: ...


class BackupList(Protocol):
    """The backups of the open project."""

    def show_list(self) -> None: ...


class BackgroundWork(Protocol):
    """Tasks that run beside the window."""

    def ask_import(self) -> None: ...
    def ask_import_folder(self) -> None: ...
    def import_clipboard(self) -> None: ...
    def show_import_report(self) -> None: ...
    def ask_export(self) -> None: ...
    def print_article(self) -> None: ...
    def pretag(self, article_ids: Sequence[int]) -> None: ...
    def find_near(self) -> None:
        """Compare all articles, and mark those that are nearly the same."""

    def watch_folder(self) -> None:
        """Watch a folder for new articles, or stop watching."""

    def is_watching(self) -> bool: ...
    def pause_or_resume(self) -> None:
        """Pause the running work, or let it go on."""

    def stop_work(self) -> None:
        """End the running work; what it brought stays."""

    def resume_unfinished(self) -> None:
        """Go on with the unfinished work on the project."""


class Prompts(Protocol):
    """Questions over the text, each answered by the keyboard."""

    def pick_label(self) -> None: ...
    def pick_speaker(self) -> None: ...
    def pick_entity(self) -> None: ...
    def pick_candidate(self) -> None: ...
    def edit_note(self) -> None: ...
    def edit_article_note(self) -> None: ...
    def edit_project_note(self) -> None: ...
    def preview_spread(self) -> None: ...
    def edit_article(self) -> None: ...
    def ask_remark(self, title: Message, remark: str, take: Callable[[str], None]) -> None:
        """Ask for a line that may stay empty."""

    def look_at_offer(self) -> None: ...
    def pick_filter(self) -> None: ...
    def save_filter(self) -> None: ...


class Search(Protocol):
    """Finding words in the article and in the project."""

    def open_find(self) -> None: ...
    def find_next(self, by: int) -> None: ...
    def find_in_project(self) -> None: ...
    def search_for(self, query: str) -> None:
        """Search the project for a query at once."""

    def rebuild_index(self) -> None:
        """Read all articles anew for searching."""


class Clipboard(Protocol):
    """Copying with the source."""

    def copy_source(self) -> None: ...
    def copy_list(self) -> None: ...


class Panels(Protocol):
    """The panes around the text, and where the focus is."""

    def toggle(self, name: str) -> None:
        """Show a pane and focus it; hide one that has the focus."""

    def is_shown(self, name: str) -> bool: ...
    def focus_next(self, by: int) -> None: ...
    def focus_article(self) -> None: ...
    def filter_articles(self) -> None: ...
    def choose_columns(self) -> None:
        """Offer the columns and the orders of the article list."""

    def toggle_table(self) -> None:
        """Widen the article list to a table, or narrow it."""

    def is_table_shown(self) -> bool: ...
    def selected_articles(self) -> Sequence[int]:
        """Return the articles that are selected in the list."""

    def clear_filters(self) -> None:
        """Show all articles and all annotations again."""

    def edit_normal(self) -> None: ...
    def toggle_rejected(self) -> None: ...
    def is_rejected_shown(self) -> bool: ...
    def escape(self) -> None:
        """Go back to the text.

        There, drop the selection, else close what was opened over it.
        """


class Dialogs(Protocol):
    """The dialogs that a menu opens."""

    def show_settings(self) -> None: ...
    def show_scheme(self) -> None: ...
    def show_names(self) -> None: ...
    def show_history(self) -> None: ...
    def show_ledger(self) -> None: ...
    def show_register(self) -> None: ...
    def show_overview(self, search_for: Callable[[str], None]) -> None:
        """Show pictures of the project; what is behind one is searched for."""

    def show_review_queue(self) -> None: ...
    def compare_near(self) -> None:
        """Show the open article beside the one that is nearly the same."""

    def mark_articles(self, mark: ArticleMark, selected: Sequence[int]) -> None:
        """Ask what is done to which articles."""

    def mark_shown_articles(self, mark: ArticleMark, selected: Sequence[int]) -> None:
        """Do the same, and begin with all that are shown."""

    def open_next_sampled(self) -> None:
        """Open what comes next in the newest sample."""

    def show_about(self) -> None: ...


class CommandHelp(Protocol):
    """The lists of all commands, and their keys."""

    @property
    def language(self) -> str:
        """The language of the window.

        It is that of the system if the settings follow it.
        """

    def show_palette(self) -> None: ...
    def show_keys(self) -> None: ...
    def show_page(self) -> None: ...
    def key_of(self, action_id: str) -> str:
        """Return the first key of an action as people read it.

        "" where it has none.
        """


class Display(Protocol):
    """How the window looks."""

    def set_theme(self, name: str) -> None: ...
    def set_language(self, code: str) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def open_web_page(self, address: str) -> None: ...
    def open_menus(self) -> None:
        """Open the first menu of the bar; arrows lead to the others."""


class Host(Protocol):
    """A face that runs actions: the window, or a test."""

    @property
    def session(self) -> Session: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def view(self) -> TextView: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def backups(self) -> BackupList: ...
    @property
    def tasks(self) -> BackgroundWork: ...
    @property
    def prompts(self) -> Prompts: ...
    @property
    def search(self) -> Search: ...
    @property
    def clipboard(self) -> Clipboard: ...
    @property
    def panels(self) -> Panels: ...
    @property
    def dialogs(self) -> Dialogs: ...
    @property
    def help(self) -> CommandHelp: ...
    @property
    def display(self) -> Display: ...

    def quit(self) -> None: ...
