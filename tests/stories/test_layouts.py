"""Keys by their place, pressed by the X server itself under each layout: no event here is of our own making."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.change import Step
from app.core.message import Message
from app.core.model import Annotation, Article, Document, Kind, Origin, Status
from app.core.span import Span
from app.service.placing import placed
from app.service.schemes import default_scheme
from app.store import Project

TEXT = "Айжан Серикова открыла школу в Кенжаре.\nТараз ждёт такую же.\n"
PROGRAMS = ("Xvfb", "xdotool", "setxkbmap")
# X11 key codes: what the keys of these places send whatever is printed on them.
ONE, THREE, BACKSPACE, U, Q = 10, 12, 22, 30, 24
MINUTE = 60.0


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    """Start an X server of our own; yield the environment that programs reach it by."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        pytest.skip(f"pressing real keys needs {', '.join(missing)}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    hidden = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
    yield {**{key: value for key, value in os.environ.items() if key not in hidden}, "DISPLAY": f":{number}"}
    server.terminate()
    server.wait()


def project_at(path: Path) -> None:
    """Make a project of one article with three proposals, all of them called organisations."""
    proposals = (Span(0, 14), Span(31, 38), Span(40, 45))
    rows = [
        Annotation(number, 0, Kind.ENTITY, "ORG", (span,), origin=Origin.PRETAG, normal=TEXT[span.start : span.stop])
        for number, span in enumerate(proposals, 1)
    ]
    project = Project.create(path, default_scheme())
    document = Document(Article(0, title="Школа", digest="школа"), TEXT, tuple(rows))
    project.apply(Step(Message("import"), tuple(placed(document, None, project.next_id))))
    project.close()


def until(condition: Callable[[], str], what: str) -> str:
    """Wait for an answer that is not empty; return it."""
    deadline = time.monotonic() + MINUTE
    while time.monotonic() < deadline:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"{what} within a minute")


def xdotool(screen: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], env=screen, capture_output=True, text=True, check=False)
    return done.stdout.strip()


@pytest.mark.parametrize("layout", ["us", "ru", "kz"])
def test_keys_work_by_their_place_under_each_layout(
    layout: str, screen: dict[str, str], tmp_path: Path, own_settings: Path, root: Path
) -> None:
    path = tmp_path / "school.pometka"
    project_at(path)
    subprocess.run(["setxkbmap", layout], env=screen, check=True)
    with subprocess.Popen([sys.executable, "-m", "app", str(path)], env=screen, cwd=root) as program:
        window = until(lambda: xdotool(screen, "search", "--onlyvisible", "--name", "school"), "no window came up")
        xdotool(screen, "windowfocus", "--sync", window)
        # The place of 1 makes the first a person, the places of 3, U and 3 again a place, an undo, a place;
        # Backspace rejects the third, and Q with Ctrl leaves.
        for key in (ONE, THREE, U, THREE, BACKSPACE):
            xdotool(screen, "key", str(key))
        xdotool(screen, "key", f"ctrl+{Q}")
        assert program.wait(MINUTE) == 0
    project = Project.open(path, read_only=True)
    (article,) = project.articles()
    rows = [(row.label, row.status) for row in project.annotations(article.id)]
    project.close()
    assert rows == [("PER", Status.CORRECTED), ("LOC", Status.CORRECTED), ("ORG", Status.REJECTED)]
