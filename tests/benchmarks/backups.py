"""Measure keys while a large project is copied.

`python -m tests.benchmarks.backups [--megabytes N]` prints a table.

The same keys as in `keys.py` go through the real window, first with nothing beside them, then while the project is
copied or checked all the time. "begin" is how long the window waits until a copy has begun. The floor is the first row.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from app.service.session.session import Session
from app.store.files.backups import Reason
from tests.benchmarks.keys import EDITS, measure_press, opened, percentile
from tests.service.samples import add_article
from tests.ui.desktop import Desktop

FRAME_MS = 16.0
WARM_UP = 50


def filled(path: Path, megabytes: int) -> None:
    """Make a project of about so many megabytes."""
    session = Session(author="Ая")
    session.projects.create(path)
    letters = "абвгдежзиклмнопрстуфхцчшщыэюя      "
    for number in range(megabytes):
        add_article(session, "".join(random.choices(letters, k=330_000)), title=f"Статья {number}")
    session.projects.close()


def measured(desktop: Desktop, presses: int, beside: Callable[[], None]) -> list[float]:
    """Press keys, and see before each that there is work beside them."""
    times = []
    for key in islice(cycle(EDITS), presses):
        beside()
        times.append(measure_press(desktop, key).own_ms)
    return times


class Busy:
    """Repeat an upkeep act on a project, and count it.

    The upkeep is busy with it all the time.
    """

    def __init__(self, desktop: Desktop, act: Callable[[], None]) -> None:
        project = desktop.session.project
        assert project is not None, "a project is open"
        self._upkeep, self._act = project.upkeep, act
        self._is_running = False
        self.done = 0
        self.begin_ms: list[float] = []

    def __call__(self) -> None:
        if not self._is_running:
            self._is_running = True
            start = time.perf_counter()
            self._act()
            self.begin_ms.append((time.perf_counter() - start) * 1000)
            self._upkeep.call_later(self._note_end)

    def _note_end(self) -> None:
        self.done += 1
        self._is_running = False


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--presses", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.pometka"
        filled(path, options.megabytes)
        print(f"project of {path.stat().st_size >> 20} MB")
        desktop = opened(path, 5_000, 50)
        desktop.session.reader.go_to(desktop.session.articles.shown[-1])
        desktop.keyboard.press("G")
        upkeep = desktop.session.project.upkeep if desktop.session.project else None
        assert upkeep is not None, "a project is open"
        measured(desktop, WARM_UP, lambda: None)
        rows = {"nothing": measured(desktop, options.presses, lambda: None)}
        copying = Busy(desktop, lambda: upkeep.copy_before(Reason.IMPORT))
        rows["copying"] = measured(desktop, options.presses, copying)
        checking = Busy(desktop, upkeep.look_over)
        rows["checking"] = measured(desktop, options.presses, checking)
        desktop.close()
    print(f"{'beside the keys':16} median     p99     max   times  begin p99")
    for name, busy in (("nothing", None), ("copying", copying), ("checking", checking)):
        times = rows[name]
        figures = f"{percentile(times, 0.5):6.2f}  {percentile(times, 0.99):6.2f}  {max(times):6.2f}"
        beside = "" if busy is None else f"  {busy.done:6}  {percentile(busy.begin_ms, 0.99):9.2f}"
        print(f"{name:16} {figures}{beside}")
    return int(percentile(rows["copying"], 0.99) > FRAME_MS)


if __name__ == "__main__":
    sys.exit(main())
