"""Messages that the program itself gives, about keys, settings and undone steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from app.core.message import Message
from app.service.commands.registry import Action
from app.ui.base.i18n import tr
from app.ui.shell.host import WindowHost


class Notices(QObject):
    """Explain keys that did nothing, and ask for what settings lack."""

    def __init__(self, host: WindowHost, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._session = host, host.session
        self._session.overtaken.connect(self._explain_overtaken)

    def report_settings(self, errors: Sequence[Message]) -> None:
        """Show which settings cannot be used, if any."""
        if not errors:
            return
        from app.ui.dialogs.report import ReportDialog  # noqa: PLC0415  # for settings that others have written

        words = tr("Some settings cannot be used. The defaults take their place.")
        dialog = ReportDialog(tr("Settings"), words, errors, self._host.window)
        dialog.open()

    def explain_stray_key(self) -> None:
        """Say that typed words went nowhere, and did nothing."""
        with self._host.components.status.answering():
            self._session.notified.emit(Message("No field is open: what you typed did nothing."))

    def explain_no_effect(self, action: Action) -> None:
        """Say that an action does not apply to the open article."""
        if self._session.open_article is not None:
            title = action.message(self._host)
            self._session.notified.emit(Message("Does not apply here: {action}", {"action": title}))

    def lacks_author(self, action: Action) -> bool:
        """Say whether an action would edit, and nobody knows whose edit."""
        settings, project = self._host.settings, self._session.project
        is_first = action.changes_data and not settings.author and not settings.asked_author
        return is_first and project is not None and not project.read_only

    def ask_author(self) -> None:
        """Ask once for the name that decisions are stored with.

        No key is taken from the article.
        """
        self._host.settings.asked_author = True
        self._host.store.save()
        key = self._host.help.key_of("settings.show")
        self._session.notified.emit(
            Message("Whose decisions are these? {keys} opens the settings: write your name there.", {"keys": key})
        )

    def _explain_overtaken(self) -> None:
        """Say where the undone steps are, after the edit's own message.

        The signal comes before that message, so this one waits for it and follows it in the same line.
        """
        came: list[Message] = []
        self._session.notified.connect(came.append)

        def notify() -> None:
            self._session.notified.disconnect(came.append)
            kept = self._name_undone()
            self._session.notified.emit(Message("{what} · {more}", {"what": came[-1], "more": kept}) if came else kept)

        QTimer.singleShot(0, self, notify)

    def _name_undone(self) -> Message:
        """Return where undone steps are kept, and its key."""
        key = self._host.help.key_of("view.history")
        if not key:
            return Message("What was undone is kept in the history.")
        return Message("What was undone is kept in the history: {key}", {"key": key})
