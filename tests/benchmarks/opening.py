"""How long until an article shows: `python -m tests.benchmarks.opening` prints a table.

The whole path in the real window: the session reads the article from its project, and the view paints it. The floor is
measured in the same run: a plain widget of the same size that paints the same visible words and nothing else.
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

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Body
from app.service.schemes import default_scheme
from app.store import Project
from app.ui.article.sample import many
from tests.benchmarks.view import WINDOW, floors
from tests.ui.desktop import Desktop, started

SIZES = {(5_000, 50): 30.0, (100_000, 5_000): 60.0, (1_000_000, 50_000): 150.0}
"""Milliseconds that an article may take, by (characters, annotations)."""

_TAKES = 5


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


def opened(app: QApplication, desktop: Desktop, article_id: int) -> tuple[float, float]:
    """Open an article; return the milliseconds until it is painted, and until all of it has been read."""
    session, view = desktop.session, desktop.program.parts.article.view
    paints: list[float] = []
    paint = view._canvas.paint
    view._canvas.paint = lambda painter, area: (paint(painter, area), paints.append(time.perf_counter()))  # type: ignore[method-assign]
    gc.collect()
    begun = time.perf_counter()
    session.open_article(article_id)
    until(app, lambda: bool(paints))
    desk = session.desk
    assert desk is not None, "an article is open"
    until(app, lambda: desk.annotations.is_whole)
    whole = time.perf_counter()
    view._canvas.paint = paint  # type: ignore[method-assign]
    rest = time.perf_counter() + 0.2
    until(app, lambda: time.perf_counter() > rest)
    return (paints[0] - begun) * 1_000, (whole - begun) * 1_000


def measure(app: QApplication, folder: Path) -> bool:
    """Print a row for each size; return whether all are within their bounds."""
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
        floor, _ = floors(app, desktop.program.parts.article.view, many(*size)[1])
        are_kept &= shown <= bound
        name = f"{size[0] // 1000} kB/{size[1]:,}"
        verdict = "" if shown <= bound else "  over"
        print(f"{name:28} {shown:8.1f} {floor:8.1f} {shown / floor:6.1f} {bound:8.1f} {whole:9.1f}{verdict}")
    desktop.close()
    return are_kept


def main() -> int:
    """Measure in a folder of its own."""
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["POMETKA_CONFIG_DIR"] = folder
        return int(not measure(app, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
