"""Measure the time of a start against an empty Qt window.

It is the time until the first paint and until an article can be worked on. The floor is the first paint of an empty Qt
window.

python -m tests.benchmarks.start [--runs N]

Each start is a process of its own, the three kinds in turn, so that a busy machine is busy for all of them. Times are
medians; trust the ratios. The bytecode is compiled first, as it is after the first start.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOUNDS = {"first paint": 1.5, "article usable": 5.0}

EMPTY = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print(json.dumps({"first paint": time.time()}), flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1360, 860)
window.show()
app.exec()
"""

PROGRAM = """
import json, sys, time
from PySide6.QtCore import QTimer
from app.ui.shell.window import Window
times = {}
paint = Window.paintEvent
def painted(self, event):
    paint(self, event)
    times.setdefault("first paint", time.time())
Window.paintEvent = painted
def start(window, *rest):
    begun(window, *rest)
    from app.ui.article.view import ArticleView
    show = ArticleView.paintEvent
    def shown(self, event):
        show(self, event)
        if "article usable" not in times:
            times["article usable"] = time.time()
            print(json.dumps(times), flush=True)
            QTimer.singleShot(0, window.close)
    ArticleView.paintEvent = shown
import app.ui.shell.start.run as run
begun, run.start = run.start, start
run.run(sys.argv[1:])
"""


def project(folder: Path) -> Path:
    """Make a project with one article of news length."""
    from tests.service.samples import TEXT, opened  # noqa: PLC0415  # only the parent needs it

    path = folder / "start.pometka"
    session = opened(path, TEXT + "\n" + TEXT.replace("Токаев", "Аким") * 20)
    session.projects.close()
    return path


def started(code: str, environment: dict[str, str], *arguments: str) -> dict[str, float]:
    """Start a process, and return its times.

    They say how many seconds after its start it came to what.
    """
    before = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    notices: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: at - before for name, at in notices.items()}


def measured(runs: int) -> dict[str, list[float]]:
    """Return the seconds of each start, by what was reached.

    "empty" is the empty window's first paint.
    """
    times: dict[str, list[float]] = {"empty": [], **{name: [] for name in BOUNDS}}
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder))
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "POMETKA_CONFIG_DIR": folder}
        for run in range(runs + 1):
            empty = started(EMPTY, environment)
            full = started(PROGRAM, environment, str(path))
            if run:  # the first one fills the disk cache
                times["empty"].append(empty["first paint"])
                for name in BOUNDS:
                    times[name].append(full[name])
    return times


def main() -> int:
    """Print the table; return 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    compileall.compile_dir(ROOT / "app", quiet=1)
    times = measured(runs)
    empty = statistics.median(times["empty"])
    missed = 0
    print("| start | ms | × empty window | bound |\n| --- | --- | --- | --- |")
    print(f"| empty Qt window, first paint | {empty * 1000:.0f} | 1.0 | |")
    for name, bound in BOUNDS.items():
        median = statistics.median(times[name])
        missed += median / empty > bound
        print(f"| {name} | {median * 1000:.0f} | {median / empty:.2f} | ≤ {bound} |")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
