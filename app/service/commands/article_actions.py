"""Actions of articles: going to them, finishing them, marking them."""

from __future__ import annotations

from collections.abc import Callable

from app.core.message import Message
from app.core.model import Progress
from app.service.article.article_fields import web_address
from app.service.commands.action import Action, in_article, in_project
from app.service.commands.host import Host
from app.service.edits.decisions import Finished
from app.service.edits.steps.article_marks import ArticleMark


def _is_done(host: Host) -> bool:
    open_article = host.session.open_article
    return open_article is not None and open_article.article.progress is Progress.DONE


def _toggle_done(host: Host) -> None:
    open_article = host.session.open_article
    if open_article is not None:
        progress = Progress.OPEN if _is_done(host) else Progress.DONE
        host.session.editor.articles.set_progress(open_article.article.id, progress)
        done = Message("Article is done") if progress is Progress.DONE else Message("Article is open again")
        _notify_change(host, done)


def _is_flagged(host: Host) -> bool:
    open_article = host.session.open_article
    return open_article is not None and open_article.article.is_flagged


def _is_skipped(host: Host) -> bool:
    open_article = host.session.open_article
    return open_article is not None and open_article.article.progress is Progress.SKIPPED


def _toggle_flag(host: Host) -> None:
    """Flag the article and ask why, or take the flag off."""
    assert host.session.open_article is not None, "the action applies in an article"
    article = host.session.open_article.article
    flag = host.session.editor.articles.flag

    def flag_article(remark: str) -> None:
        flag(article.id, is_flagged=True, remark=remark)
        _notify_change(host, Message("Article flagged"))

    if article.is_flagged:
        flag(article.id, is_flagged=False)
        _notify_change(host, Message("The flag is off"))
    else:
        host.prompts.ask_remark(Message("Flag the article"), article.remark, flag_article)


def _has_near(host: Host) -> bool:
    open_article = host.session.open_article
    return open_article is not None and bool(host.session.near_pairs.of(open_article.article))


def _toggle_skip(host: Host) -> None:
    """Skip the article, or take it up again.

    When it is skipped, ask why and go on.
    """
    assert host.session.open_article is not None, "the action applies in an article"
    article, articles = host.session.open_article.article, host.session.editor.articles

    def skip_article(remark: str) -> None:
        articles.skip(article.id, remark)
        following = host.session.articles.first_open(article.id)
        if following is not None:
            host.session.reader.go_to(following)
        _notify_change(host, Message("Article skipped"))

    if article.progress is Progress.SKIPPED:
        articles.set_progress(article.id, Progress.OPEN)
        _notify_change(host, Message("Article is open again"))
    else:
        host.prompts.ask_remark(Message("Skip the article"), article.remark, skip_article)


def _notify_change(host: Host, done: Message) -> None:
    host.session.notified.emit(Message("{what}. {key} takes it back.", {"what": done, "key": _undo_key(host)}))


def _find_address(host: Host) -> str:
    open_article = host.session.open_article
    return "" if open_article is None else web_address(open_article.article)


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
    if not finished.has_changed:
        done = Message("The article was done before, nothing was changed.")
    elif not finished.place:
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


def _ask_mark(mark: ArticleMark) -> Callable[[Host], None]:
    return lambda host: host.dialogs.mark_articles(mark, host.panels.selected_articles())


def _ask_mark_of_shown(host: Host) -> None:
    host.dialogs.mark_shown_articles(ArticleMark.DONE, host.panels.selected_articles())


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
        synonyms="filter narrow choose list",
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
        id="article.flag",
        title="Flag the article…",
        named=lambda host: Message("Take the flag off") if _is_flagged(host) else Message("Flag the article…"),
        run=_toggle_flag,
        keys=("B",),
        menu="Article",
        icon="mdi6.flag-outline",
        applies=in_article,
        checked=_is_flagged,
        changes_data=True,
        synonyms="bookmark mark",
    ),
    Action(
        id="article.skip",
        title="Skip the article…",
        named=lambda host: Message("Take the article up again") if _is_skipped(host) else Message("Skip the article…"),
        run=_toggle_skip,
        keys=("K",),
        menu="Article",
        icon="mdi6.debug-step-over",
        applies=in_article,
        checked=_is_skipped,
        changes_data=True,
    ),
    Action(
        id="article.edit",
        title="Edit title, date and source…",
        run=lambda host: host.prompts.edit_article(),
        keys=("I",),
        menu="Article",
        icon="mdi6.text-box-edit-outline",
        applies=in_article,
        starts_section=True,
        changes_data=True,
    ),
    Action(
        id="article.tags",
        title="Tags…",
        run=_ask_mark(ArticleMark.ADD_TAGS),
        keys=("Shift+T",),
        menu="Article",
        icon="mdi6.tag-outline",
        applies=in_project,
        changes_data=True,
        synonyms="keywords topics",
    ),
    Action(
        id="article.priority",
        title="Priority…",
        run=_ask_mark(ArticleMark.HIGH),
        keys=("Y",),
        menu="Article",
        icon="mdi6.sort-bool-descending",
        applies=in_project,
        changes_data=True,
        synonyms="urgent urgency important",
    ),
    Action(
        id="articles.mark",
        title="Change several articles…",
        run=_ask_mark_of_shown,
        keys=("Ctrl+Shift+B",),
        menu="Article",
        icon="mdi6.playlist-edit",
        applies=in_project,
        changes_data=True,
        in_fields=True,
        synonyms="bulk batch mass group status all shown done skip flag tag",
    ),
    Action(
        id="article.open_source",
        title="Open the source in the browser",
        run=lambda host: host.display.open_web_page(_find_address(host)),
        keys=("Shift+I",),
        menu="Article",
        icon="mdi6.open-in-new",
        applies=lambda host: bool(_find_address(host)),
    ),
    Action(
        id="article.compare_near",
        title="Compare with the article that is nearly the same…",
        run=lambda host: host.dialogs.compare_near(),
        keys=("Ctrl+Alt+D",),
        menu="Article",
        icon="mdi6.compare",
        applies=_has_near,
        synonyms="duplicate near copy same",
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
