"""Actions of articles: going to them, finishing them, listing them."""

from __future__ import annotations

from collections.abc import Callable

from app.core.message import Message
from app.core.model import Progress
from app.service.article.article_list import ArticleOrder
from app.service.commands.action import Action, in_article, in_project
from app.service.commands.host import Host
from app.service.edits.decisions import Finished


def _is_done(host: Host) -> bool:
    open_article = host.session.open_article
    return open_article is not None and open_article.article.progress is Progress.DONE


def _toggle_done(host: Host) -> None:
    open_article = host.session.open_article
    if open_article is not None:
        progress = Progress.OPEN if _is_done(host) else Progress.DONE
        host.session.editor.articles.set_progress(open_article.article.id, progress)
        done = Message("Article is done") if progress is Progress.DONE else Message("Article is open again")
        host.session.notified.emit(Message("{what}. {key} takes it back.", {"what": done, "key": _undo_key(host)}))


def _remove_article(host: Host) -> None:
    if host.session.open_article is not None:
        host.session.editor.articles.remove([host.session.open_article.article.id])


def _undo_key(host: Host) -> str | Message:
    return host.help.key_of("edit.undo") or Message("Undo")


def _finish(host: Host) -> None:
    finished = host.session.editor.decisions.finish()
    if finished is not None:
        host.session.notified.emit(_finished(host, finished))


def _finished(host: Host, finished: Finished) -> Message:
    """Return what to tell when an article is finished."""
    counts = {"n": str(finished.accepted), "place": str(finished.place), "key": _undo_key(host)}
    done = Message("{n} accepted, article {place} done. {key} takes it back.", counts)
    if not finished.place:
        done = Message("{n} accepted, the article is done. {key} takes it back.", counts)
    if finished.following is not None:
        return done
    return Message("{what} {more}", {"what": done, "more": _all_done(host)})


def _all_done(host: Host) -> Message:
    """Return that all is done: everywhere, or only where the filter shows."""
    articles = host.session.articles
    if not articles.open_count:
        return Message("Every article is done.")
    counts = {"n": str(articles.open_count), "shown": str(len(articles.shown)), "key": _filter_key(host)}
    return Message("Shown ones are done ({shown}). {n} are hidden by the filter. {key} clears it.", counts)


def _filter_key(host: Host) -> str | Message:
    return host.help.key_of("articles.clear_filters") or Message("Clear all filters")


def _toggle_only_open(host: Host) -> None:
    articles = host.session.articles
    articles.show_with(progress=None if _is_only_open(host) else Progress.OPEN)


def _is_only_open(host: Host) -> bool:
    return host.session.articles.filter_progress is Progress.OPEN


def _sort(order: ArticleOrder) -> Callable[[Host], None]:
    return lambda host: host.session.articles.show_with(order=order)


def _is_sorted(order: ArticleOrder) -> Callable[[Host], bool]:
    return lambda host: host.session.articles.order == order


ARTICLES = (
    Action(
        id="article.next",
        title="Next article",
        run=lambda host: host.session.reader.next(),
        keys=("]",),
        menu="Go",
        icon="mdi6.page-next-outline",
        applies=in_article,
        repeats=True,
        starts_section=True,
    ),
    Action(
        id="article.previous",
        title="Previous article",
        run=lambda host: host.session.reader.previous(),
        keys=("[",),
        menu="Go",
        icon="mdi6.page-previous-outline",
        applies=in_article,
        repeats=True,
    ),
    Action(
        id="article.filter",
        title="Filter articles",
        run=lambda host: host.panels.filter_articles(),
        keys=("Ctrl+P",),
        menu="Go",
        icon="mdi6.filter-outline",
        applies=in_project,
        in_fields=True,
    ),
    Action(
        id="article.finish",
        title="Accept the rest and finish the article",
        run=_finish,
        keys=("Ctrl+Enter",),
        menu="Article",
        icon="mdi6.check-all",
        applies=in_article,
        changes_data=True,
    ),
    Action(
        id="article.done",
        title="Article is done",
        run=_toggle_done,
        keys=("Ctrl+D",),
        menu="Article",
        applies=in_article,
        checked=_is_done,
        changes_data=True,
    ),
    Action(
        id="article.remove",
        title="Remove the article",
        run=_remove_article,
        menu="Article",
        icon="mdi6.delete-outline",
        applies=in_article,
        starts_section=True,
        changes_data=True,
    ),
)

ARTICLE_LIST = (
    Action(
        id="articles.only_open",
        title="Only open articles",
        run=_toggle_only_open,
        keys=("O",),
        menu="View/Article list",
        applies=in_project,
        checked=_is_only_open,
        synonyms="not done",
    ),
    Action(
        id="articles.clear_filters",
        title="Clear all filters",
        run=lambda host: host.panels.clear_filters(),
        keys=("Shift+O",),
        menu="View/Article list",
        applies=in_project,
        synonyms="show all articles",
    ),
    Action(
        id="articles.sort_added",
        title="Sort by order of import",
        run=_sort(ArticleOrder.ADDED),
        keys=("Ctrl+Alt+1",),
        menu="View/Article list",
        applies=in_project,
        checked=_is_sorted(ArticleOrder.ADDED),
        starts_section=True,
    ),
    Action(
        id="articles.sort_date",
        title="Sort by date",
        run=_sort(ArticleOrder.DATE),
        keys=("Ctrl+Alt+2",),
        menu="View/Article list",
        applies=in_project,
        checked=_is_sorted(ArticleOrder.DATE),
    ),
    Action(
        id="articles.sort_title",
        title="Sort by title",
        run=_sort(ArticleOrder.TITLE),
        keys=("Ctrl+Alt+3",),
        menu="View/Article list",
        applies=in_project,
        checked=_is_sorted(ArticleOrder.TITLE),
    ),
    Action(
        id="articles.sort_left",
        title="Sort by what is left to decide",
        run=_sort(ArticleOrder.LEFT),
        keys=("Ctrl+Alt+4",),
        menu="View/Article list",
        applies=in_project,
        checked=_is_sorted(ArticleOrder.LEFT),
    ),
)
