"""Actions of files, tagging, and undoing."""

from __future__ import annotations

from app.core.message import Message
from app.service.commands.action import Action, in_article, in_project
from app.service.commands.host import Host
from app.service.session.session import Session
from app.service.session.undo_guard import warn_before_undo
from app.service.wording import name_labels


def _undo_title(host: Host) -> Message:
    title = host.session.history.undo_title()
    return Message("Undo: {what}", {"what": _with_titles(title, host)}) if title is not None else Message("Undo")


def _redo_title(host: Host) -> Message:
    title = host.session.history.redo_title()
    return Message("Redo: {what}", {"what": _with_titles(title, host)}) if title is not None else Message("Redo")


def _with_titles(title: Message, host: Host) -> Message:
    return name_labels(title, host.session.scheme, host.help.language)


def _undo_step(host: Host) -> None:
    host.session.notified.emit(_undo_or_warn(host.session, host.help.key_of("view.history")))


def _undo_or_warn(session: Session, history_key: str) -> Message:
    """Undo, unless the step is large and this is the first press.

    Return what to tell, and where all steps are.
    """
    reach = session.history.reach()
    if reach is None:
        return Message("There is nothing to undo.")
    if session.history.guard.holds_back(reach):
        return warn_before_undo(reach)
    session.history.undo()
    if not history_key:
        return Message("Undone: {what}", {"what": reach.title})
    return Message("Undone: {what} · History: {key}", {"what": reach.title, "key": history_key})


def _redo_step(host: Host) -> None:
    title = host.session.history.redo()
    message = Message("Redone: {what}", {"what": title}) if title else Message("There is nothing to redo.")
    host.session.notified.emit(message)


def _pretag_article(host: Host) -> None:
    if host.session.open_article is not None:
        host.tasks.pretag([host.session.open_article.article.id])


OPENING = (
    Action(
        id="project.new",
        title="New project…",
        run=lambda host: host.projects.ask_new(),
        keys=("Ctrl+N",),
        menu="File",
        icon="mdi6.file-plus-outline",
        in_fields=True,
    ),
    Action(
        id="project.open",
        title="Open project…",
        run=lambda host: host.projects.ask_open(),
        keys=("Ctrl+O",),
        menu="File",
        icon="mdi6.folder-open-outline",
        in_fields=True,
    ),
)

PROJECT = (
    Action(
        id="project.import",
        title="Import articles…",
        run=lambda host: host.tasks.ask_import(),
        keys=("Ctrl+I",),
        menu="File",
        icon="mdi6.import",
        applies=in_project,
        in_fields=True,
        starts_section=True,
        synonyms="load add open files new",
    ),
    Action(
        id="project.import_folder",
        title="Import a folder…",
        run=lambda host: host.tasks.ask_import_folder(),
        keys=("Ctrl+Shift+I",),
        menu="File",
        applies=in_project,
        in_fields=True,
        synonyms="load add directory files",
    ),
    Action(
        id="article.from_clipboard",
        title="New article from clipboard",
        run=lambda host: host.tasks.import_clipboard(),
        keys=("Ctrl+Shift+V",),
        menu="File",
        icon="mdi6.clipboard-text-outline",
        applies=in_project,
        changes_data=True,
    ),
    Action(
        id="project.import_report",
        title="Report of the last job",
        run=lambda host: host.tasks.show_import_report(),
        keys=("Ctrl+Alt+I",),
        menu="File",
        applies=in_project,
        synonyms="errors failed lost",
    ),
    Action(
        id="project.find_near",
        title="Look for articles that are nearly the same",
        run=lambda host: host.tasks.find_near(),
        menu="File",
        applies=in_project,
        changes_data=True,
        synonyms="duplicates similar near copies same compare all",
    ),
    Action(
        id="project.watch_folder",
        title="Watch a folder for new articles…",
        run=lambda host: host.tasks.watch_folder(),
        menu="File",
        applies=in_project,
        in_fields=True,
        checked=lambda host: host.tasks.is_watching(),
        synonyms="inbox incoming new files import monitor observe",
    ),
    Action(
        id="work.pause",
        title="Pause the work, or go on",
        run=lambda host: host.tasks.pause_or_resume(),
        keys=("Ctrl+Alt+W",),
        menu="File",
        icon="mdi6.pause",
        applies=in_project,
        in_fields=True,
        synonyms="import tagging wait continue",
    ),
    Action(
        id="work.stop",
        title="Stop the work",
        run=lambda host: host.tasks.stop_work(),
        keys=("Ctrl+Alt+X",),
        menu="File",
        applies=in_project,
        in_fields=True,
        synonyms="cancel abort import tagging",
    ),
    Action(
        id="work.resume",
        title="Resume the unfinished work",
        run=lambda host: host.tasks.resume_unfinished(),
        keys=("Ctrl+Alt+R",),
        menu="File",
        applies=in_project,
        in_fields=True,
        synonyms="import tagging crash continue",
    ),
    Action(
        id="project.export",
        title="Export…",
        run=lambda host: host.tasks.ask_export(),
        keys=("Ctrl+E",),
        menu="File",
        icon="mdi6.microsoft-excel",
        applies=in_project,
        in_fields=True,
        synonyms="write save as excel table word pdf html csv",
    ),
    Action(
        id="article.print",
        title="Print…",
        run=lambda host: host.tasks.print_article(),
        keys=("Ctrl+Alt+P",),
        menu="File",
        icon="mdi6.printer-outline",
        applies=in_article,
        in_fields=True,
        synonyms="paper printer page",
    ),
    Action(
        id="project.back_up",
        title="Save a copy…",
        run=lambda host: host.projects.back_up(),
        keys=("Ctrl+Shift+S",),
        menu="File",
        icon="mdi6.content-save-outline",
        applies=in_project,
        in_fields=True,
    ),
    Action(
        id="project.backups",
        title="Backups…",
        run=lambda host: host.backups.show_list(),
        menu="File",
        icon="mdi6.backup-restore",
        applies=in_project,
        in_fields=True,
    ),
    Action(
        id="pretag.article",
        title="Tag this article again",
        run=_pretag_article,
        keys=("Ctrl+T",),
        menu="File",
        icon="mdi6.auto-fix",
        applies=in_article,
        starts_section=True,
        changes_data=True,
        synonyms="pre-tag annotate automatically",
    ),
    Action(
        id="pretag.all",
        title="Tag all articles shown again",
        run=lambda host: host.tasks.pretag(list(host.session.articles.shown)),
        keys=("Ctrl+Shift+T",),
        menu="File",
        applies=in_article,
        changes_data=True,
        synonyms="pre-tag annotate automatically",
    ),
    Action(
        id="pretag.options",
        title="What the tagger knows…",
        run=lambda host: host.dialogs.show_names(),
        keys=("Ctrl+Alt+T",),
        menu="File",
        applies=in_project,
    ),
    Action(
        id="scheme.edit",
        title="Label scheme…",
        run=lambda host: host.dialogs.show_scheme(),
        keys=("Ctrl+L",),
        menu="File",
        icon="mdi6.label-multiple-outline",
        applies=in_project,
        starts_section=True,
    ),
    Action(
        id="settings.show",
        title="Settings…",
        run=lambda host: host.dialogs.show_settings(),
        keys=("Ctrl+,",),
        menu="File",
        icon="mdi6.cog-outline",
        in_fields=True,
        synonyms="options preferences language theme",
    ),
    Action(
        id="project.close",
        title="Close project",
        run=lambda host: host.projects.close(),
        keys=("Ctrl+W",),
        menu="File",
        applies=in_project,
        in_fields=True,
        starts_section=True,
    ),
    Action(
        id="app.quit",
        title="Quit",
        run=lambda host: host.quit(),
        keys=("Ctrl+Q",),
        menu="File",
        icon="mdi6.exit-to-app",
        in_fields=True,
    ),
)

UNDO = (
    Action(
        id="edit.undo",
        title="Undo",
        run=_undo_step,
        keys=("Ctrl+Z", "U"),
        menu="Edit",
        icon="mdi6.undo",
        applies=in_project,
        named=_undo_title,
    ),
    Action(
        id="edit.redo",
        title="Redo",
        run=_redo_step,
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        menu="Edit",
        icon="mdi6.redo",
        applies=in_project,
        named=_redo_title,
    ),
)
