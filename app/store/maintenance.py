"""Check and copy an open project in a thread of its own."""

from __future__ import annotations

import math
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from queue import SimpleQueue

from psygnal import Signal

from app.core.change import Changed
from app.core.message import NotSavedError, UserError
from app.core.model import Article
from app.core.scheme import Scheme
from app.store.failures import ForeignFileError, MovedFileError
from app.store.files.backups import Reason, Source, copy_state, list_backups, raised_as_user_error
from app.store.files.checking import find_damage
from app.store.files.connections import Mode
from app.store.files.damage import DamagedError
from app.store.files.watching import Watch

_NICENESS = 10
MOMENT_S = 0.3
"""So long a key may wait for the disk: longer, and one takes the window for dead."""
MANY_ARTICLES = 100
"""An edit that changes more articles is preceded by a copy."""
_DAY = timedelta(days=1)
_SHARED_S = 60.0
"""Acts of one kind within so many seconds share the copy that was made before the first; imports do not."""
_PAUSE_S = 0.002
"""The disk is left to the writer for so long after each megabyte that is copied."""


class Upkeep:
    """Check a project after opening, and copy it before risky acts.

    The state that is copied is the one at the call; the copying goes on beside the work. `damaged` is emitted with a
    DamagedError, `failed` with the UserError of the first copy that cannot be made: both on the thread of the upkeep.
    """

    damaged = Signal(Exception)
    failed = Signal(Exception)

    def __init__(self, path: Path, mode: Mode, flush: Callable[[float | None], None]) -> None:
        self._path, self._mode, self._flush = path, mode, flush
        self._acts: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_closing = threading.Event()
        self._is_told = False
        self._is_damaged = False
        self._copied: dict[Reason, float] = {}

    def report_damage(self, damage: DamagedError) -> None:
        """Say what a reader found.

        No copy is made of a damaged project.
        """
        self._is_damaged = True
        self.damaged.emit(damage)

    def look_over(self) -> None:
        """Check the project, and copy it daily where it is sound."""
        self.call_later(self._check_project)
        if self._mode == "rw":
            self.call_later(self._copy_daily)

    def copy_before(self, reason: Reason) -> None:
        """Copy the project now, with all that is handed in.

        An empty one is not copied. Where the disk is far behind, what is on it is copied: the act that is to come waits
        but a moment.
        """
        if self._mode != "rw" or self._is_damaged or self._is_shared(reason):
            return
        try:
            with suppress(TimeoutError):
                self._flush(MOMENT_S)
            with raised_as_user_error(self._path):
                source = Source(self._path)
        except (UserError, sqlite3.Error, OSError) as fault:
            self._report_failed(fault)
            return
        self.call_later(lambda: self._make_copy(source, reason))

    def copy_before_change(self, changed: Changed) -> None:
        """Copy the project before a change of many articles or its labels.

        Articles that are new do not count.
        """
        reason = _risk_of(changed)
        if reason is not None:
            self.copy_before(reason)

    def close(self) -> None:
        """End the check, finish due copies, and end the thread."""
        self._is_closing.set()
        if self._thread is not None:
            self._acts.put(None)
            self._thread.join()
            self._thread = None

    def _is_shared(self, reason: Reason) -> bool:
        """Say whether such an act was copied a moment ago.

        Where not, note that it is now.
        """
        now = time.monotonic()
        is_shared = reason is not Reason.IMPORT and now - self._copied.get(reason, -math.inf) < _SHARED_S
        if not is_shared:
            self._copied[reason] = now
        return is_shared

    def call_later(self, act: Callable[[], None]) -> None:
        """Do something on the thread of the upkeep, in order."""
        self._acts.put(act)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run_upkeep, name=f"upkeep of {self._path.name}", daemon=True)
            self._thread.start()

    def _run_upkeep(self) -> None:
        _step_back()
        while (act := self._acts.get()) is not None:
            try:
                act()
            except Exception:  # noqa: BLE001  # a bug is reported as a thread's is, and the copies that are due go on
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))

    def _check_project(self) -> None:
        findings = find_damage(self._path, self._mode, _UntilClosing(self._is_closing))
        for finding in findings[:1] if findings and self._is_in_place() else ():
            self._is_damaged = True
            self.damaged.emit(DamagedError(self._path, finding))

    def _is_in_place(self) -> bool:
        """Say whether the checked file is the one that is open.

        Else the writer reports it.
        """
        try:
            self._flush(None)
        except (MovedFileError, ForeignFileError):
            return False
        except NotSavedError:
            return True
        return True

    def _copy_daily(self) -> None:
        if self._is_damaged or self._is_closing.is_set() or _has_copy_of_today(self._path):
            return
        if not self._is_in_place():
            return
        try:
            with raised_as_user_error(self._path):
                self._make_copy(Source(self._path), Reason.OPENING)
        except UserError as error:
            self._report_failed(error)

    def _make_copy(self, source: Source, reason: Reason) -> None:
        """Copy a state.

        One that nothing was ever done in, or that is damaged, is none to go back to.
        """
        with closing(source):
            if self._is_damaged or source.state[0] == 0:
                return
            try:
                with raised_as_user_error(self._path):
                    copy_state(source, reason, watch=_Yielding(self._is_closing))
            except UserError as error:
                self._report_failed(error)

    def _report_failed(self, error: Exception) -> None:
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)


class _UntilClosing(Watch):
    """Cancels once the project is closed."""

    def __init__(self, is_closing: threading.Event) -> None:
        self._is_closing = is_closing

    @property
    def is_cancelled(self) -> bool:
        return self._is_closing.is_set()


class _Yielding(Watch):
    """Leaves the disk to others after each megabyte, but at the end."""

    def __init__(self, is_closing: threading.Event) -> None:
        self._is_closing = is_closing

    def advance(self, share: float) -> None:
        if not self._is_closing.is_set():
            time.sleep(_PAUSE_S)


def _step_back() -> None:
    """Give other threads priority, where the system has thread priorities."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


def _risk_of(changed: Changed) -> Reason | None:
    """Return why a change is risky, None where it is not."""
    pairs = changed.of(Scheme)
    if any(before is not None and after is not None and before.labels != after.labels for before, after in pairs):
        return Reason.SCHEME
    if len(changed.articles) <= MANY_ARTICLES:
        return None
    brought = {after.id for before, after in changed.of(Article) if before is None and after is not None}
    return Reason.EDIT if len(changed.articles - brought) > MANY_ARTICLES else None


def _has_copy_of_today(project: Path) -> bool:
    """Say whether a copy was made within a day."""
    now = datetime.now().astimezone()
    times = (copy.made() for copy in list_backups(project))
    return any(timedelta() <= now - made < _DAY for made in times if made is not None)
