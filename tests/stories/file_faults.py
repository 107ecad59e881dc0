"""Test a window whose open file is harmed.

Real keys are used: `python -m tests.stories.file_faults 20 removed`.

Each round starts the program, decides, harms the file from outside, decides on, asks to quit, and takes one of the
ways that the window offers. It prints one line a fault: rounds, and how many of them lost anything.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from app.core.message import UserError
from app.core.model import Status
from app.store import Project
from tests.service.samples import long_article, opened
from tests.waiting import until

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool", "openbox")
WAIT_S = 40.0
MISSED_S = 0.8
"""A window that is still there so long after its key has missed it."""
BEFORE, AFTER = 3, 4
"""So many decisions are made before the harm, and after it."""


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give the environment of a screen of its own.

    It has a window manager.
    """
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, pass_fds=[write], **quiet)
    os.close(write)
    with os.fdopen(read) as notices:
        display = f":{notices.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=environment, **quiet)
    try:
        yield environment
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()


@dataclass
class Window:
    """A running program, its project, and real keys before it."""

    path: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def has(self, title: str) -> bool:
        return bool(self._find(title))

    def keys(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=self.environment, check=True)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "15", text], env=self.environment, check=True)

    def focus(self, title: str) -> None:
        """Wait for a window of this title, and give it the keys."""
        window = until(lambda: self._find_alive(title), f"no window “{title}”", WAIT_S)[-1]
        self._xdotool("windowactivate", "--sync", window)
        until(lambda: window in self._xdotool("getwindowfocus"), f"the window “{title}” takes no keys", WAIT_S)

    def answer(self, title: str, *keys: str) -> None:
        """Press keys in a window of this title until it is gone.

        One that has just come up may miss the first.
        """
        self.focus(title)
        for _ in range(round(WAIT_S / MISSED_S)):
            self.keys(*keys)
            with suppress(AssertionError):
                until(lambda: not self.has(title), "", MISSED_S)
                return
        raise AssertionError(f"“{title}” does not go")

    def decide(self, count: int) -> None:
        self.keys(*["ctrl+space"] * count)

    def quit_and_be_asked(self) -> None:
        self.keys("ctrl+q")
        self.focus("^Not saved$")
        assert self.process.poll() is None, "the window closed"

    def ended(self) -> int:
        until(lambda: self.process.poll() is not None, "the window did not close", WAIT_S)
        return self.process.wait()

    def _find_alive(self, title: str) -> list[str]:
        assert (code := self.process.poll()) is None, f"the program ended with {code} before “{title}” came"
        return self._find(title)

    def _find(self, title: str) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", title)

    def _xdotool(self, *arguments: str) -> list[str]:
        """Run xdotool; return the ids of windows that it says."""
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=WAIT_S
        )
        return done.stdout.split()


@contextmanager
def started(path: Path, environment: dict[str, str]) -> Iterator[Window]:
    """Open a project in a window of its own process."""
    command = [sys.executable, "-m", "app", str(path)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = Window(path, environment, process)
    try:
        yield window
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def decided(path: Path) -> int:
    """Count the decisions in a sound project file."""
    with Project.open(path) as project:
        assert project.check() == []
        rows = [row for article in project.articles() for row in project.annotations(article.id)]
    return sum(row.status is not Status.PROPOSED for row in rows)


def is_saved(path: Path, count: int) -> bool:
    with Project.open(path, read_only=True) as project:
        rows = [row for article in project.articles() for row in project.annotations(article.id)]
    return sum(row.status is not Status.PROPOSED for row in rows) == count


def work_until_harmed(window: Window, harm: Callable[[], object]) -> None:
    window.focus("^p — Pometka$|— p — Pometka$")
    window.decide(BEFORE)
    until(lambda: is_saved(window.path, BEFORE), "the decisions before the harm are not on disk", WAIT_S)
    harm()
    window.decide(AFTER)
    window.quit_and_be_asked()


def save_elsewhere(window: Window, target: Path) -> None:
    """Take Save as… and give the whole path."""
    window.keys("Tab", "Return")
    window.focus("^Save as$")
    window.keys("ctrl+a")
    window.type(str(target))
    window.keys("Return")


def removed(window: Window, folder: Path) -> None:
    work_until_harmed(window, window.path.unlink)
    save_elsewhere(window, folder / "saved.pometka")
    assert window.ended() == 0
    assert decided(folder / "saved.pometka") == BEFORE + AFTER


def renamed(window: Window, folder: Path) -> None:
    away = folder / "away.pometka"
    work_until_harmed(window, lambda: window.path.rename(away))
    away.rename(window.path)
    window.keys("Return")
    assert window.ended() == 0
    assert decided(window.path) == BEFORE + AFTER


def replaced(window: Window, folder: Path) -> None:
    foreign = folder / "foreign.pometka"
    theirs = foreign.read_bytes()
    work_until_harmed(window, lambda: foreign.replace(window.path))
    save_elsewhere(window, folder / "saved.pometka")
    assert window.ended() == 0
    assert decided(folder / "saved.pometka") == BEFORE + AFTER
    assert window.path.read_bytes() == theirs, "the foreign file was changed"
    beside = sorted(path.name for path in folder.glob("p.pometka-*"))
    assert beside == [], f"our WAL lies beside the foreign file: {beside}"


def truncated(window: Window, folder: Path) -> None:
    work_until_harmed(window, lambda: os.truncate(window.path, 0))
    window.keys("Tab", "Tab", "Return")
    assert window.ended() == 0
    assert window.path.stat().st_size == 0, "the file was written to"
    assert not list(folder.glob("p.pometka-*"))


def linked(window: Window, folder: Path) -> None:
    """Open the project a second time, by links.

    They are a symlink and a hard link.
    """
    window.focus("^p — Pometka$|— p — Pometka$")
    window.decide(BEFORE)
    for number, make in enumerate((Path.symlink_to, Path.hardlink_to)):
        link = folder / f"link {number}.pometka"
        make(link, window.path)
        with started(link, window.environment) as second:
            second.focus("^Open read-only\\?$")
            second.keys("Escape")
            with pytest.raises(UserError, match="already open"):
                Project.open(link)
    window.focus("^p — Pometka$|— p — Pometka$")
    window.decide(AFTER)
    window.keys("ctrl+q")
    assert window.ended() == 0
    assert decided(window.path) == BEFORE + AFTER


def filled(window: Window, folder: Path) -> None:
    """Fill the disk, and leave without what cannot be saved."""
    work_until_harmed(window, lambda: fill(folder))
    window.keys("Tab", "Tab", "Return")
    assert window.ended() == 0
    (folder / "ballast").unlink()
    assert decided(window.path) >= BEFORE


def fill(folder: Path) -> None:
    with (folder / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            return


FAULTS = (removed, renamed, replaced, truncated, linked, filled)


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def nothing_mounted(_: Path) -> Iterator[None]:
    yield


def play(fault: Callable[[Window, Path], None], environment: dict[str, str]) -> None:
    """Play one round of a fault; raise where something was lost."""
    with tempfile.TemporaryDirectory() as name:
        settings, folder = Path(name) / "settings", Path(name) / "projects"
        settings.mkdir()
        folder.mkdir()
        (settings / "settings.json").write_text(json.dumps({"language": "en", "author": "Ая"}), "utf-8")
        with small_disk(folder) if fault is filled else nothing_mounted(folder):
            opened(folder / "p.pometka", *long_article(20)).projects.close()
            if fault is replaced:
                opened(folder / "foreign.pometka", *long_article(90)).projects.close()
            with started(folder / "p.pometka", {**environment, "POMETKA_CONFIG_DIR": str(settings)}) as window:
                fault(window, folder)


def play_rounds(
    faults: Iterable[Callable[[Window, T], None]],
    names: Collection[str],
    rounds: int,
    play_one: Callable[[Callable[[Window, T], None], int], None],
) -> int:
    """Play the faults that are named, or all, each so many times.

    Return 1 where any round lost something.
    """
    lost = 0
    for fault in [one for one in faults if not names or one.__name__ in names]:
        failed = 0
        for number in range(rounds):
            try:
                play_one(fault, number)
            except AssertionError as why:
                failed += 1
                print(f"  {fault.__name__}, round {number + 1}: {why}", flush=True)
        print(f"{fault.__name__}: {rounds} rounds, {failed} lost", flush=True)
        lost += failed
    return int(lost > 0)


def main(rounds: int, names: Collection[str] = ()) -> int:
    """Play the faults that are named, or all.

    Return 1 where any round lost something.
    """
    with screen() as environment:
        return play_rounds(FAULTS, names, rounds, lambda fault, _: play(fault, environment))


def missing() -> str:
    """Name the programs that are not here."""
    return ", ".join(name for name in NEEDED if shutil.which(name) is None)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, sys.argv[2:]))
