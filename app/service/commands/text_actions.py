"""Actions of the caret and the selection, and of finding."""

from __future__ import annotations

from app.core.span import Span
from app.service.commands.action import Action, in_article
from app.service.commands.host import Host


def _move_by_token(host: Host, by: int, *, grow: bool = False) -> None:
    host.session.cursor.by_token(by, grow=grow)


def _move_by_sentence(host: Host, by: int, *, grow: bool = False) -> None:
    host.session.cursor.by_sentence(by, grow=grow)


def _move_by_line(host: Host, by: int, *, grow: bool = False) -> None:
    """Move by visual lines and keep the column.

    The first of several such moves sets it.
    """
    cursor = host.session.cursor
    if cursor.caret is None:
        return
    x = cursor.goal_x if cursor.goal_x is not None else host.view.x_of(cursor.caret)
    cursor.move_to(host.view.token_in_line(cursor.caret, by, x), grow=grow, goal_x=x)


def _move_by_page(host: Host, by: int, *, grow: bool = False) -> None:
    _move_by_line(host, by * max(1, host.view.lines_per_page() - 1), grow=grow)


def _line_start(host: Host, *, grow: bool = False) -> None:
    if host.session.cursor.caret is not None:
        host.session.cursor.move_to(host.view.line_start(host.session.cursor.caret), grow=grow)


def _line_end(host: Host, *, grow: bool = False) -> None:
    if host.session.cursor.caret is not None:
        host.session.cursor.move_to(host.view.line_end(host.session.cursor.caret), grow=grow)


def _select_all(host: Host) -> None:
    open_article = host.session.open_article
    if open_article is not None:
        host.session.cursor.select(Span(0, len(open_article.text)), snap=False)


CARET = (
    Action(id="caret.next", title="Next token", run=lambda host: _move_by_token(host, 1), keys=("Right",)),
    Action(
        id="caret.previous",
        title="Previous token",
        run=lambda host: _move_by_token(host, -1),
        keys=("Left",),
        repeats=True,
    ),
    Action(id="caret.down", title="Line down", run=lambda host: _move_by_line(host, 1), keys=("Down",)),
    Action(id="caret.up", title="Line up", run=lambda host: _move_by_line(host, -1), keys=("Up",)),
    Action(id="caret.line_start", title="Start of the line", run=_line_start, keys=("Home",)),
    Action(id="caret.line_end", title="End of the line", run=_line_end, keys=("End",)),
    Action(
        id="caret.sentence_next",
        title="Next sentence",
        run=lambda host: _move_by_sentence(host, 1),
        keys=("Ctrl+Right",),
    ),
    Action(
        id="caret.sentence_previous",
        title="Previous sentence",
        run=lambda host: _move_by_sentence(host, -1),
        keys=("Ctrl+Left",),
    ),
    Action(id="caret.page_down", title="Page down", run=lambda host: _move_by_page(host, 1), keys=("PageDown",)),
    Action(id="caret.page_up", title="Page up", run=lambda host: _move_by_page(host, -1), keys=("PageUp",)),
    Action(
        id="caret.text_start",
        title="Start of the article",
        run=lambda host: host.session.cursor.to_start(),
        keys=("Ctrl+Home",),
    ),
    Action(
        id="caret.text_end",
        title="End of the article",
        run=lambda host: host.session.cursor.to_end(),
        keys=("Ctrl+End",),
    ),
)

SELECTION = (
    Action(
        id="selection.next",
        title="Select to the next token",
        run=lambda host: _move_by_token(host, 1, grow=True),
        keys=("Shift+Right",),
    ),
    Action(
        id="selection.previous",
        title="Select to the previous token",
        run=lambda host: _move_by_token(host, -1, grow=True),
        keys=("Shift+Left",),
    ),
    Action(
        id="selection.down",
        title="Select a line down",
        run=lambda host: _move_by_line(host, 1, grow=True),
        keys=("Shift+Down",),
    ),
    Action(
        id="selection.up",
        title="Select a line up",
        run=lambda host: _move_by_line(host, -1, grow=True),
        keys=("Shift+Up",),
    ),
    Action(
        id="selection.line_start",
        title="Select to the start of the line",
        run=lambda host: _line_start(host, grow=True),
        keys=("Shift+Home",),
    ),
    Action(
        id="selection.line_end",
        title="Select to the end of the line",
        run=lambda host: _line_end(host, grow=True),
        keys=("Shift+End",),
    ),
    Action(
        id="selection.sentence_next",
        title="Select to the end of the sentence",
        run=lambda host: _move_by_sentence(host, 1, grow=True),
        keys=("Ctrl+Shift+Right",),
    ),
    Action(
        id="selection.sentence_previous",
        title="Select to the start of the sentence",
        run=lambda host: _move_by_sentence(host, -1, grow=True),
        keys=("Ctrl+Shift+Left",),
    ),
    Action(
        id="selection.page_down",
        title="Select a page down",
        run=lambda host: _move_by_page(host, 1, grow=True),
        keys=("Shift+PageDown",),
    ),
    Action(
        id="selection.page_up",
        title="Select a page up",
        run=lambda host: _move_by_page(host, -1, grow=True),
        keys=("Shift+PageUp",),
    ),
    Action(
        id="selection.text_start",
        title="Select to the start of the article",
        run=lambda host: host.session.cursor.to_start(grow=True),
        keys=("Ctrl+Shift+Home",),
    ),
    Action(
        id="selection.text_end",
        title="Select to the end of the article",
        run=lambda host: host.session.cursor.to_end(grow=True),
        keys=("Ctrl+Shift+End",),
    ),
    Action(id="selection.all", title="Select the whole article", run=_select_all, keys=("Ctrl+A",)),
)

FIND = (
    Action(
        id="edit.copy",
        title="Copy",
        run=lambda host: host.view.copy(),
        keys=("Ctrl+C",),
        menu="Edit",
        icon="mdi6.content-copy",
        applies=in_article,
        starts_section=True,
    ),
    Action(
        id="edit.copy_source",
        title="Copy with the source",
        run=lambda host: host.clipboard.copy_source(),
        keys=("Ctrl+Shift+C",),
        menu="Edit",
        icon="mdi6.format-quote-close",
        applies=in_article,
    ),
    Action(
        id="edit.copy_list",
        title="Copy the list of annotations",
        run=lambda host: host.clipboard.copy_list(),
        keys=("Ctrl+Alt+C",),
        menu="Edit",
        icon="mdi6.table",
        applies=in_article,
    ),
    Action(
        id="find.text",
        title="Find in the article",
        run=lambda host: host.search.open_find(),
        keys=("/", "Ctrl+F"),
        menu="Edit",
        icon="mdi6.magnify",
        applies=in_article,
        in_fields=True,
        starts_section=True,
        synonyms="search this text words",
    ),
    Action(
        id="find.next",
        title="Find next",
        run=lambda host: host.search.find_next(1),
        keys=("F3",),
        menu="Edit",
        applies=in_article,
        in_fields=True,
        repeats=True,
    ),
    Action(
        id="find.previous",
        title="Find previous",
        run=lambda host: host.search.find_next(-1),
        keys=("Shift+F3",),
        menu="Edit",
        applies=in_article,
        in_fields=True,
        repeats=True,
    ),
    Action(
        id="find.project",
        title="Find in the project",
        run=lambda host: host.search.find_in_project(),
        keys=("Ctrl+Shift+F",),
        menu="Edit",
        icon="mdi6.text-box-search-outline",
        applies=lambda host: host.session.project is not None,
        in_fields=True,
        synonyms="search everywhere all articles global query words concordance corpus",
    ),
    Action(
        id="find.rebuild_index",
        title="Rebuild the index",
        run=lambda host: host.search.rebuild_index(),
        menu="Edit",
        applies=lambda host: host.session.project is not None,
        synonyms="reindex refresh update renew repair search lemma find words",
    ),
)
