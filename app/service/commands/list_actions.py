"""Actions of the article list: filtering it, sorting it, choosing its columns."""

from __future__ import annotations

from app.core.message import Message
from app.core.model import Progress
from app.service.article_list.article_orders import ArticleOrder
from app.service.commands.action import Action, in_project
from app.service.commands.host import Host

_ORDERS = (
    (ArticleOrder.ADDED, Message("Sort by order of import"), ("Ctrl+Alt+1",)),
    (ArticleOrder.DATE, Message("Sort by date"), ("Ctrl+Alt+2",)),
    (ArticleOrder.TITLE, Message("Sort by title"), ("Ctrl+Alt+3",)),
    (ArticleOrder.LEFT, Message("Sort by what is left to decide"), ("Ctrl+Alt+4",)),
    (ArticleOrder.SOURCE, Message("Sort by source"), ("Ctrl+Alt+5",)),
    (ArticleOrder.STATUS, Message("Sort by status"), ("Ctrl+Alt+6",)),
    (ArticleOrder.UNCERTAINTY, Message("Sort by uncertainty"), ("Ctrl+Alt+7",)),
    (ArticleOrder.NOTES, Message("Sort by number of notes"), ("Ctrl+Alt+8",)),
    (ArticleOrder.TAGS, Message("Sort by tags"), ("Ctrl+Alt+9",)),
    (ArticleOrder.PRIORITY, Message("Sort by priority"), ("Ctrl+Alt+0",)),
    (ArticleOrder.FLAG, Message("Sort by flag"), ()),
)
"""The sort orders in the order of the menu: title and keys of each."""


def _toggle_only_flagged(host: Host) -> None:
    articles = host.session.articles
    articles.show_with(flagged=not articles.filter_flagged)


def _toggle_only_open(host: Host) -> None:
    articles = host.session.articles
    articles.show_with(progress=None if _is_only_open(host) else Progress.OPEN)


def _is_only_open(host: Host) -> bool:
    return host.session.articles.filter_progress is Progress.OPEN


def _sort(host: Host, order: ArticleOrder) -> None:
    """Sort by something; the second time the other way round."""
    articles = host.session.articles
    articles.show_with(order=order, is_reversed=order == articles.order and not articles.is_reversed)


def _sort_action(order: ArticleOrder, title: Message, keys: tuple[str, ...]) -> Action:
    return Action(
        id=f"articles.sort_{order}",
        title=title.template,
        run=lambda host: _sort(host, order),
        keys=keys,
        menu="View/Article list",
        applies=in_project,
        checked=lambda host: host.session.articles.order == order,
        starts_section=order is ArticleOrder.ADDED,
        synonyms="order arrange list of articles",
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
        id="articles.only_flagged",
        title="Only flagged articles",
        run=_toggle_only_flagged,
        keys=("Shift+B",),
        menu="View/Article list",
        applies=in_project,
        checked=lambda host: host.session.articles.filter_flagged,
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
        id="articles.saved_filters",
        title="Saved filters…",
        run=lambda host: host.prompts.pick_filter(),
        keys=("Ctrl+Alt+F",),
        menu="View/Article list",
        applies=in_project,
        in_fields=True,
        synonyms="queues named lists",
    ),
    Action(
        id="articles.save_filter",
        title="Save the filter…",
        run=lambda host: host.prompts.save_filter(),
        keys=("Ctrl+Alt+S",),
        menu="View/Article list",
        applies=in_project,
        in_fields=True,
        changes_data=True,
        synonyms="queue named list",
    ),
    *(_sort_action(*order) for order in _ORDERS),
    Action(
        id="articles.columns",
        title="Columns of the article list…",
        run=lambda host: host.panels.choose_columns(),
        keys=("Ctrl+Alt+-",),
        menu="View/Article list",
        applies=in_project,
        starts_section=True,
        synonyms="table header show hide",
    ),
    Action(
        id="articles.wide",
        title="Wide list of articles",
        run=lambda host: host.panels.toggle_table(),
        menu="View/Article list",
        applies=in_project,
        checked=lambda host: host.panels.is_table_shown(),
        in_fields=True,
        synonyms="widen width",
    ),
)
