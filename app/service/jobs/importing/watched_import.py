"""The import of what comes into a watched folder."""

from __future__ import annotations

from app.service.jobs.importing.import_task import Import
from app.service.jobs.work_log import WorkLog


class WatchedImport(Import):
    """Takes in what came into a watched folder.

    It makes no backup each time, and is no work to be resumed: the watch goes on by itself.
    """

    reason = None

    def _open_log(self) -> WorkLog | None:
        return None
