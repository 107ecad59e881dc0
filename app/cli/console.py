"""What commands say: results on the standard output, all else beside it, progress on a terminal alone."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from app.core.message import Message, UnwritableError, UserError
from app.service.jobs import JobProgress
from app.store import Project

Watch = Callable[[JobProgress], None]
_EXTENSION = ".pometka"


def out() -> Console:
    """Return the console of results; words are never taken for markup."""
    return Console(markup=False, highlight=False, soft_wrap=True)


def aside() -> Console:
    """Return the console of everything but results."""
    return Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def show_error(error: UserError) -> None:
    """Say what went wrong and what to do next."""
    console = aside()
    console.print(Text(str(error.message), style="bold red"))
    if str(error.hint):
        console.print(Text(str(error.hint)))


def show_messages(messages: Iterable[Message]) -> None:
    """List what was left out, and why."""
    console = aside()
    for message in messages:
        console.print(Text(f"• {str(message).strip()}", style="yellow"))


@contextlib.contextmanager
def watched(title: str) -> Iterator[Watch | None]:
    """Give a function that shows progress, None where nobody looks on."""
    console = aside()
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bars:
        bar = bars.add_task(title, total=None, rate="")

        def watch(progress: JobProgress) -> None:
            rate = f"{progress.per_second:.1f}/s"
            bars.update(bar, completed=progress.done, total=progress.total or None, rate=rate)

        yield watch


def project_path(path: Path) -> Path:
    """Return the project that is meant: "news" is "news.pometka" unless there is a file of that very name."""
    return path if path.suffix or path.exists() else path.with_name(path.name + _EXTENSION)


def opened_to_read(path: Path) -> Project:
    """Open a project that is there; where another process writes to it, or the folder is write-protected, to read."""
    path = project_path(path)
    try:
        return Project.open(path)
    except UnwritableError:
        return Project.open(path, read_only=True)
