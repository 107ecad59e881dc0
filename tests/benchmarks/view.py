"""Measure the article view.

`python -m tests.benchmarks.view [--changes N]` prints a table.

Floors are measured in the same run: a plain widget of the same size that paints the same visible words with one
`QTextLayout` a paragraph and nothing else.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget

from app.core.change import Change, Changed
from app.core.model import Annotation, Article, Kind, Status
from app.service.article.annotation_index import AnnotationIndex
from app.ui.article.sample import SCHEME, many
from app.ui.article.view import ArticleView

SIZES = ((5_000, 50), (100_000, 5_000), (1_000_000, 50_000))
WINDOW = (1280, 900)


@dataclass(frozen=True)
class Row:
    what: str
    value_ms: float
    floor_ms: float
    bound_ms: float


class PaintedView(ArticleView):
    """The view, which counts its paints."""

    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        super().paintEvent(event)
        self.paints += 1


class PlainView(QWidget):
    """The floor: the same words, laid out and painted, and nothing else."""

    paints = 0

    def __init__(self, text: str, view: ArticleView) -> None:
        super().__init__()
        self._words = text
        self._font = view.canvas.typeset.body.font
        self._layouts: list[tuple[QTextLayout, float]] = []

    def lay_out(self) -> None:
        self._layouts = []
        y, start = 0.0, 0
        while y < self.height() and start < len(self._words):
            stop = self._words.find("\n", start)
            stop = len(self._words) if stop < 0 else stop
            layout = QTextLayout(self._words[start:stop], self._font)
            layout.setCacheEnabled(True)
            layout.beginLayout()
            top = y
            while (line := layout.createLine()).isValid():
                line.setLineWidth(700)
                line.setPosition(QPointF(0.0, y - top))
                y += 38
            layout.endLayout()
            self._layouts.append((layout, top))
            start = stop + 1

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().base())
        for layout, top in self._layouts:
            layout.draw(painter, QPointF(100.0, top))
        painter.end()
        self.paints += 1


def painted(app: QApplication, widget: PaintedView | PlainView, act: Callable[[], object]) -> float:
    """Return the milliseconds from `act` until the widget has painted."""
    before, begun = widget.paints, time.perf_counter()
    act()
    while widget.paints == before:
        app.processEvents()
    return (time.perf_counter() - begun) * 1_000


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def opened(app: QApplication, view: PaintedView, size: tuple[int, int]) -> tuple[AnnotationIndex, float]:
    article, text, rows = many(*size)
    index = AnnotationIndex(rows)
    gc.collect()
    return index, painted(app, view, lambda: view.show_article(article, text, index, SCHEME))


def change_label(view: ArticleView, index: AnnotationIndex, row: Annotation, label: str) -> None:
    """Change the label of the current annotation.

    The session does the same when a label key is pressed.
    """
    after = replace(row, label=label, status=Status.CORRECTED)
    index.follow_changes({after.id: after})
    view.apply_changes(Changed((Change(row, after),)))


def changes(app: QApplication, view: PaintedView, index: AnnotationIndex, count: int) -> list[float]:
    """Change labels on screen, and return the paint times.

    They are changed all over the article. A time says how long a change took to be painted.
    """
    chance = Random(5)
    labels = [label.name for label in SCHEME.of_kind("entity")]
    rows = [row for row in index if row.kind is Kind.ENTITY]
    times: list[float] = []
    while len(times) < count:
        view.ensure_visible(chance.choice(rows).span)
        app.processEvents()
        here = [row for row in index.overlapping(view.visible_range()) if row.kind is Kind.ENTITY]
        for row in chance.sample(here, min(len(here), 20)):
            view.set_current(row.id)
            view.ensure_visible(row.span)
            app.processEvents()
            label = chance.choice([label for label in labels if label != row.label])
            times.append(painted(app, view, lambda row=row, label=label: change_label(view, index, row, label)))
    return times


def scrolls(app: QApplication, view: PaintedView, count: int) -> list[float]:
    bar = view.verticalScrollBar()
    bar.setValue(0)
    app.processEvents()
    times = []
    while len(times) < count and bar.value() < bar.maximum():
        times.append(painted(app, view, lambda: bar.setValue(bar.value() + bar.pageStep())))
    return times


def floors(app: QApplication, view: ArticleView, text: str) -> tuple[float, float]:
    """Return (open, repaint) of the plain widget, medians."""
    plain = PlainView(text, view)
    plain.resize(*WINDOW)
    plain.show()
    app.processEvents()

    def lay_out() -> None:
        plain.lay_out()
        plain.update()

    first = statistics.median(painted(app, plain, lay_out) for _ in range(5))
    again = statistics.median(painted(app, plain, plain.update) for _ in range(20))
    plain.deleteLater()
    return first, again


def measure(app: QApplication, count: int) -> list[Row]:
    view = PaintedView()
    view.set_reduced_motion(True)
    view.resize(*WINDOW)
    view.show()
    opened(app, view, SIZES[0])
    rows: list[Row] = []
    medians: list[float] = []
    bounds = {5_000: (30.0, 8.0), 100_000: (60.0, 8.0), 1_000_000: (150.0, 16.0)}
    for size in SIZES:
        name = f"{size[0] // 1000} kB/{size[1]:,}"
        open_bound, change_bound = bounds[size[0]]
        takes = [opened(app, view, size) for _ in range(3)]
        index = takes[-1][0]
        first, again = floors(app, view, many(*size)[1])
        rows.append(Row(f"open until painted, {name}", min(take[1] for take in takes), first, open_bound))
        pages = scrolls(app, view, 60)
        if pages:
            rows.append(Row(f"scroll a page, p95, {name}", percentile(pages, 0.95), first, 16.0))
        times = changes(app, view, index, count)
        medians.append(statistics.median(times))
        rows.append(Row(f"change a label, median, {name}", medians[-1], again, 2 * medians[0]))
        rows.append(Row(f"change a label, p99, {name}", percentile(times, 0.99), again, change_bound))
    rows.append(long_line(app, view))
    view.deleteLater()
    return rows


def long_line(app: QApplication, view: PaintedView) -> Row:
    text = many(10_000_000, 0)[1].replace("\n", " ")
    index = AnnotationIndex(())
    article = Article(1, length=len(text))
    took = painted(app, view, lambda: view.show_article(article, text, index, SCHEME))
    return Row("open 10 MB on one line", took, 0.0, 300.0)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--changes", type=int, default=300, help="label changes at each size")
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    print(f"{os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
    rows = measure(app, options.changes)
    print(f"{'what':44} {'ms':>8} {'floor':>8} {'ratio':>6} {'bound':>8}")
    for row in rows:
        ratio = f"{row.value_ms / row.floor_ms:6.1f}" if row.floor_ms else "     –"
        kept = "" if row.value_ms <= row.bound_ms else "  over"
        print(f"{row.what:44} {row.value_ms:8.2f} {row.floor_ms:8.2f} {ratio} {row.bound_ms:8.1f}{kept}")
    return int(any(row.value_ms > row.bound_ms for row in rows))


if __name__ == "__main__":
    sys.exit(main())
