"""What commands print.

Results go to the standard output, all else to the standard error, progress to a terminal alone. Words go to the
terminal through `_Terminal` alone, which shows control characters of names and texts as they are written in JSON: a
file's name cannot colour, move or clear what stands on the screen.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from app.cli.english import choose_template
from app.core.message import Message, UserError, fill
from app.service.jobs.progress import JobProgress
from app.store import Project
from app.store.files import watching
from app.store.files.opening import SUFFIX

Watch = Callable[[JobProgress], None]

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but the line feed, what turns the direction of writing, lone surrogates."""


def escaped(text: str) -> str:
    """Return `text` with characters that a terminal obeys written as "\u001b".

    JSON stays JSON.
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def escaped_name(name: object) -> str:
    """Return a path or another name as one line."""
    return escaped(str(name)).replace("\n", "\\u000a")


class _Terminal(Console):
    """A console that takes words for words: no markup, no control characters."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=True)

    def render_str(self, text: str, **options: Any) -> Text:
        return super().render_str(escaped(text), **options)


def out() -> Console:
    """Return the console of results; words are never taken for markup."""
    return _Terminal()


def aside() -> Console:
    """Return the console of everything but results."""
    return _Terminal(stderr=True)


def show_error(error: UserError) -> None:
    """Say what went wrong and what to do next."""
    console = aside()
    console.print(say_message(error.message), style="bold red")
    if str(error.hint):
        console.print(say_message(error.hint))


def show_messages(messages: Iterable[Message]) -> None:
    """List what was left out, and why."""
    console = aside()
    for message in messages:
        console.print(f"• {say_message(message).strip()}", style="yellow")


def say_message(message: Message) -> str:
    """Return a message in English, its values a line each.

    A name cannot look like a message of its own.
    """
    args = {
        name: say_message(value) if isinstance(value, Message) else escaped_name(value)
        for name, value in message.args.items()
    }
    return fill(choose_template(message), args)


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
    """Return the project that is meant.

    "news" is "news.pometka" unless there is a file of that very name.
    """
    return path if path.suffix or path.exists() else path.with_name(path.name + SUFFIX)


def opened_to_read(path: Path) -> Project:
    """Open a project to read; nothing is written to it."""
    return Project.open(project_path(path), read_only=True)


def opened_to_write(path: Path) -> Project:
    """Open a project for writing, which updates an older one."""
    return Project.open(project_path(path), watch=_TerminalWatch())


class _TerminalWatch(watching.Watch):
    """Says on a terminal what takes long."""

    def begin_part(self, part: Message) -> None:
        console = aside()
        if console.is_terminal:
            console.print(say_message(part))
