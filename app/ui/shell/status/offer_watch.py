"""Bring what is offered into the status bar as it is found."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.service.commands.host import Host
from app.ui.base.signal_helpers import follow
from app.ui.shell.status.status_bar import Status

_POLL_MS = 15


class OfferWatch(QObject):
    """Watch the search of an offer while it runs.

    Poll it, and show the offer that stands.
    """

    def __init__(self, host: Host, status: Status) -> None:
        super().__init__(status)
        self._host, self._offers, self._status = host, host.session.offers, status
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)
        follow(self, self._offers.changed, self._show_offer)

    def _poll(self) -> None:
        self._offers.poll()
        if not self._offers.is_searching:
            self._timer.stop()

    def _show_offer(self) -> None:
        if self._offers.is_searching:
            self._timer.start()
        self._status.show_offer(self._offers.current, self._host.help.key_of("offer.look"))
