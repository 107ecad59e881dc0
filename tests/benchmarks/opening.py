"""How long until an article shows: `python -m tests.benchmarks.opening` prints a table.

The whole path in the real window: the session reads the article from its project, and the view paints it. The floor is
measured in the same run: a plain widget of the same size that paints the same visible words and nothing else.

What is not on the first screen is read on after it was painted. The second table is of the keys that are pressed
meanwhile, every 30 ms for a second: the worst of them, until all that it changed is painted.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Body
from app.service.project.schemes import default_scheme
from app.store import Project
from app.ui.article.sample import many
from tests.benchmarks.view import WINDOW, floors
from tests.ui.desktop import Desktop, started

SIZES = {(5_000, 50): 30.0, (100_000, 5_000): 60.0, (1_000_000, 50_000): 150.0}
"""Milliseconds that an article may take, by (characters, annotations)."""

_TAKES = 5
_EVERY_S, _FOR_S = 0.03, 1.0
FRAME_MS = 16.0
KEYS = {"Right": FRAME_MS, "Tab": FRAME_MS, "Space": 500.0, "Ctrl+Space": FRAME_MS}
"""Milliseconds that a key may take. Space decides all equal mentions: the first one waits until they are known."""


def made_project(path: Path) -> list[int]:
    """Make a project with an article of each size; return their ids."""
    ids = []
    with Project.create(path, default_scheme()) as project:
        for size in SIZES:
            article, text, rows = many(*size)
            ids.append(project.next_id())
            article = replace(article, id=ids[-1], length=len(text))
            marked = [replace(row, id=project.next_id(), article_id=article.id) for row in rows]
            changes = [Change(None, row) for row in (article, Body(article.id, text), *marked)]
            project.apply(Step(Message("import"), tuple(changes)))
    return ids


def until(app: QApplication, is_so: Callable[[], bool]) -> None:
    while not is_so():
        app.processEvents()


def painted(app: QApplication, desktop: Desktop, article_id: int) -> tuple[float, float]:
    """Open an article and wait until it is painted.

    Return when that began and when it was done.
    """
    view = desktop.program.components.article.view
    paints: list[float] = []
    paint = view.canvas.paint
    view.canvas.paint = lambda painter, area: (paint(painter, area), paints.append(time.perf_counter()))  # type: ignore[method-assign]
    gc.collect()
    begun = time.perf_counter()
    desktop.session.reader.go_to(article_id)
    until(app, lambda: bool(paints))
    view.canvas.paint = paint  # type: ignore[method-assign]
    return begun, paints[0]


def opened(app: QApplication, desktop: Desktop, article_id: int) -> tuple[float, float]:
    """Open an article.

    Return the milliseconds until it is painted, and until all of it has been read.
    """
    begun, shown = painted(app, desktop, article_id)
    until(app, lambda: not desktop.session.reader.is_partial)
    whole = time.perf_counter()
    rest = time.perf_counter() + 0.2
    until(app, lambda: time.perf_counter() > rest)
    return (shown - begun) * 1_000, (whole - begun) * 1_000


def pressed(app: QApplication, desktop: Desktop, article_id: int, key: str) -> list[float]:
    """Open an article, and press a key again and again.

    Return the milliseconds that each press took. A press counts from when it is due: what the window is busy with then
    is a part of it.
    """
    _, shown = painted(app, desktop, article_id)
    times, due = [], shown
    while due < shown + _FOR_S:
        until(app, lambda due=due: time.perf_counter() >= due)  # type: ignore[misc]
        desktop.keyboard.press(key)
        app.processEvents()
        done = time.perf_counter()
        times.append((done - due) * 1_000)
        due = max(due + _EVERY_S, done)
    return times


def measure(app: QApplication, folder: Path) -> bool:
    """Print a row for each size.

    Return whether all are within their bounds.
    """
    ids = made_project(folder / "sizes.pometka")
    desktop = started(folder / "sizes.pometka")
    desktop.program.window.resize(*WINDOW)
    app.processEvents()
    print(f"{'open until painted':28} {'ms':>8} {'floor':>8} {'ratio':>6} {'bound':>8} {'all read':>9}")
    are_kept = True
    for article_id, (size, bound) in zip(ids, SIZES.items(), strict=True):
        takes = []
        for _ in range(_TAKES):
            opened(app, desktop, ids[0])
            takes.append(opened(app, desktop, article_id))
        shown, whole = min(takes)
        floor, _ = floors(app, desktop.program.components.article.view, many(*size)[1])
        are_kept &= shown <= bound
        name = f"{size[0] // 1000} kB/{size[1]:,}"
        verdict = "" if shown <= bound else "  over"
        print(f"{name:28} {shown:8.1f} {floor:8.1f} {shown / floor:6.1f} {bound:8.1f} {whole:9.1f}{verdict}")
    are_kept &= measure_keys(app, desktop, ids[0], ids[-1])
    desktop.close()
    return are_kept


def measure_keys(app: QApplication, desktop: Desktop, short: int, long: int) -> bool:
    """Print a row for each key pressed after opening.

    Keys are pressed from the first paint of the longest article on.
    """
    print(f"\n{'a key meanwhile, at the largest':34} {'median':>8} {'worst':>8} {'late':>5} {'bound':>6}")
    are_kept = True
    for key, bound in KEYS.items():
        painted(app, desktop, short)
        times = pressed(app, desktop, long, key)
        until(app, lambda: not desktop.session.reader.is_partial)
        worst, late = max(times), sum(one > FRAME_MS for one in times)
        are_kept &= worst <= bound
        print(f"{key:34} {median(times):8.1f} {worst:8.1f} {late:5} {bound:6.0f}{'  over' * (worst > bound)}")
    return are_kept


def main() -> int:
    """Measure in a folder of its own."""
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["POMETKA_CONFIG_DIR"] = folder
        return int(not measure(app, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
