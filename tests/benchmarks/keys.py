"""Measure a key in the whole window.

`python -m tests.benchmarks.keys [--presses N]` prints a table.

Real key events go through the real window over a real project, with saving on: from the event until everything that
it changed is painted. Groups are off, so that a press decides one annotation. The floor, in the same run, is a key
that does nothing but move the caret by a token. The lists beside the article follow when no key has come for a moment:
"then" is how long that takes, the median after an edit. The last row is of keys that decide a group of equal mentions,
and take that back.

On a shared machine a press also waits while other programs run. Where the system tells how long that was (Linux), it
is not counted in "p99" and "late"; "with others" is the same with it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["POMETKA_CONFIG_DIR"] = tempfile.mkdtemp()

from PySide6.QtWidgets import QApplication

from app.ui.article.sample import many
from app.ui.base.signal_helpers import LAST_MS
from app.ui.shell.start.render import SIZE
from tests.service.samples import add_article
from tests.ui.desktop import Desktop, started

SIZES = ((5_000, 50, 8.0), (100_000, 5_000, 8.0), (1_000_000, 50_000, 16.0))
"""Characters, annotations, bound of the 99th percentile in ms."""

FRAME_MS = 16.0
_SCHEDULED = Path("/proc/thread-self/schedstat")
HEAD = f"{'key → edit → paint, saving on':32}   caret  median  × caret     p99  bound  late    then   with others"
GROUP, GROUPS = range(70, 141), 20
"""How many mentions the groups have that are decided, and how many groups there are."""
EDITS = (
    "Tab",
    "1",
    "Tab",
    "2",
    "Tab",
    "Alt+Right",
    "Alt+Left",
    "Tab",
    "Space",
    "Backspace",
    "U",
    "Shift+Tab",
    "3",
    "U",
)


@dataclass(frozen=True)
class Press:
    """The time of a press, and what other programs had of it."""

    all_ms: float
    others_ms: float

    @property
    def own_ms(self) -> float:
        return self.all_ms - self.others_ms


@dataclass(frozen=True)
class Row:
    what: str
    floor: list[float]
    presses: list[Press]
    then: list[float]
    bound_ms: float

    @property
    def times(self) -> list[float]:
        return [press.own_ms for press in self.presses]

    @property
    def p99(self) -> float:
        return percentile(self.times, 0.99)

    @property
    def late(self) -> int:
        return count_late(self.times)

    @property
    def is_within(self) -> bool:
        return self.p99 <= self.bound_ms and not self.late

    @property
    def with_others(self) -> str:
        times = [press.all_ms for press in self.presses]
        return f"{percentile(times, 0.99):6.2f} {count_late(times):3}"


def count_late(times: list[float]) -> int:
    """Return how many presses took longer than a frame."""
    return sum(time_ms > FRAME_MS for time_ms in times)


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def measure_press(desktop: Desktop, key: str) -> Press:
    """Press a key, and return the time until all is painted."""
    waited, start = waited_ms(), time.perf_counter()
    desktop.keyboard.press(key)
    QApplication.processEvents()
    return Press((time.perf_counter() - start) * 1000, waited_ms() - waited)


def waited_ms() -> float:
    """Return how long this thread could run and did not.

    It is 0 where the system does not tell.
    """
    try:
        return int(_SCHEDULED.read_text().split()[1]) / 1e6
    except OSError:
        return 0.0


def followed_ms(desktop: Desktop, key: str) -> float:
    """Press a key, and return the time of what follows.

    This is what follows the article a moment later. The unit is milliseconds.
    """
    measure_press(desktop, key)
    time.sleep(LAST_MS / 1000)  # no event may run meanwhile: what they cost is measured next
    start = time.perf_counter()
    QApplication.processEvents()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def opened(path: Path, length: int, count: int) -> Desktop:
    """Open an article in a window of the usual size.

    Wait until nothing is left to do.
    """
    desktop = started(path, articles=0)
    desktop.program.window.resize(SIZE)
    add_article(desktop.session, *many(length, count)[1:])
    desktop.session.reader.go_to(desktop.session.articles.shown[0])
    while desktop.session.reader.is_partial:
        QApplication.processEvents()
    rest()
    return desktop


def rest() -> None:
    for _ in range(20):
        QApplication.processEvents()
        time.sleep(0.02)


def measure(folder: Path, length: int, count: int, bound_ms: float, presses: int) -> Row:
    desktop = opened(folder / f"{length}.pometka", length, count)
    desktop.keyboard.press("G")
    floor = [measure_press(desktop, key).own_ms for key in islice(cycle(("Right", "Left")), 100)]
    times = [measure_press(desktop, key) for key in islice(cycle(EDITS), presses)]
    then = [followed_ms(desktop, key) for key in islice(cycle(EDITS), 40)]
    desktop.close()
    return Row(f"{length // 1000} kB/{count:,}", floor, times, then, bound_ms)


def measure_groups(folder: Path, length: int, count: int) -> Row:
    """Measure the edits of large groups of mentions.

    Accept, take back, relabel and take back groups of about a hundred.
    """
    desktop = opened(folder / "groups.pometka", length, count)
    floor = [measure_press(desktop, key).own_ms for key in islice(cycle(("Right", "Left")), 100)]
    times, then = list[Press](), list[float]()
    for first in groups(desktop):
        desktop.session.navigation.go_to(first)
        rest()
        for key in ("Space", "U", "2"):
            times.append(measure_press(desktop, key))
            rest()
        then.append(followed_ms(desktop, "U"))
    desktop.close()
    return Row(f"a group of some 100, {length // 1000} kB", floor, times, then, FRAME_MS)


def groups(desktop: Desktop) -> list[int]:
    """Return the first mention of each of some groups."""
    open_article, seen, firsts = desktop.session.open_article, set[int](), list[int]()
    assert open_article is not None, "an article is open"
    for row in open_article.annotations:
        group = () if row.id in seen else open_article.group_of(row)
        seen.update(group)
        if len(group) in GROUP:
            firsts.append(row.id)
    return firsts[:GROUPS]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--presses", type=int, default=1_000, help="presses at each size")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = [measure(Path(folder), *size, options.presses) for size in SIZES]
        decided = measure_groups(Path(folder), *SIZES[-1][:2])
    first = statistics.median(rows[0].times)
    print(HEAD)
    for row in (*rows, decided):
        floor, middle = statistics.median(row.floor), statistics.median(row.times)
        figures = f"{floor:7.2f} {middle:7.2f} {middle / floor:8.1f} {row.p99:7.2f} {row.bound_ms:6.0f} {row.late:5}"
        figures += f" {statistics.median(row.then):7.2f}   {row.with_others}"
        print(f"{row.what:32} {figures}")
    growth = statistics.median(rows[-1].times) / first
    print(f"median at the largest × that at the smallest: {growth:.2f} (bound 2)")
    return int(not all(row.is_within for row in (*rows, decided)) or growth > 2)


if __name__ == "__main__":
    sys.exit(main())
