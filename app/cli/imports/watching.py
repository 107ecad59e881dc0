"""`pometka watch`: take in the articles that come into a folder."""

from __future__ import annotations

import signal
import threading
from contextlib import closing
from pathlib import Path
from types import FrameType

from app.cli.console import aside, escaped_name, out, project_path, say_message, show_error, show_messages
from app.cli.imports.importing import opened
from app.core.message import UserError
from app.service.jobs.importing.folder_watch import (
    LOOK_S,
    FolderWatch,
    Watched,
    load_watch,
    save_watch,
)
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.watched_import import WatchedImport
from app.store import Project


def watch_folder(path: Path, folder: Path, options: ImportOptions, *, once: bool = False) -> int:
    """Take in what comes into a folder, until Ctrl+C.

    `once` ends when nothing is waited for any more. Return the exit code.
    """
    if not folder.is_dir():
        raise UserError(
            "“{name}” is no folder.", hint="Name the folder that new articles are saved into.", name=str(folder)
        )
    path, stop = project_path(path), threading.Event()
    with closing(opened(path)) as project, _StopByKeys(stop):
        project.upkeep.failed.connect(show_error)
        watch = _find_watch(project.path, Watched(folder.absolute(), options.pretag))
        save_watch(project.path, watch)
        aside().print(f"Watching {escaped_name(folder)}. Ctrl+C ends.", style="dim")
        while not stop.is_set():
            changed = watch.describe_change()
            if changed is not None:
                aside().print(say_message(changed), style="yellow")
            paths = watch.find_new()
            if paths:
                _import_new(project, watch, paths, options)
            elif once and not watch.is_waiting:
                break
            stop.wait(LOOK_S)
    return 0


def _find_watch(project: Path, watched: Watched) -> FolderWatch:
    """Return the watch of the project on a folder."""
    known = load_watch(project)
    return known if known is not None and known.watched == watched else FolderWatch(watched)


def _import_new(project: Project, watch: FolderWatch, paths: list[Path], options: ImportOptions) -> None:
    task = WatchedImport(project, paths, options)
    task.run()
    project.flush()
    watch.note_taken(paths)
    save_watch(project.path, watch)
    report = task.report
    show_messages(report.left_out)
    names = ", ".join(escaped_name(path.name) for path in paths[:5])
    more = f" and {len(paths) - 5} more" if len(paths) > 5 else ""
    out().print(f"{report.articles} new, {report.known} known already, {report.failed} failed: {names}{more}")


class _StopByKeys:
    """A context in which Ctrl+C sets an event and breaks nothing off."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def __enter__(self) -> None:
        def end(_: int, frame: FrameType | None) -> None:
            self._stop.set()

        self._before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
