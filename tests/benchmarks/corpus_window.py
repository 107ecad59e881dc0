"""Measure a window over very many articles.

`python -m tests.benchmarks.corpus_window PROJECT INDEX` prints a table.

PROJECT is copied, since a spread changes it; INDEX is its index. The floor of opening is an empty window and the rows
of the list by raw sqlite3, in the same run. The list is usable once its rows are painted. "Pause" is how long the
window's thread did not answer.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["POMETKA_CONFIG_DIR"] = tempfile.mkdtemp()

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.span import Span
from app.service.article_list.article_list import ArticleList
from app.service.corpus.index_place import project_index_path
from app.ui.base.lists.long_list import LongList
from app.ui.prompts.concordance.panel import Concordance
from tests.benchmarks.corpus import Line, most_frequent, reading, show
from tests.benchmarks.keys import percentile
from tests.benchmarks.timing import time_ms
from tests.ui.desktop import Desktop, started

PAGES, SETTLE_S, BEAT_MS, PATIENCE_S = 200, 12.0, 8, 180
SPREAD, SAMPLE = 60_000, 500
"""A spread goes over so many places; in so many articles is looked how often words stand."""
TYPED = ("п", "пр", "пра", "прав", "пра", "пр", "п", "")


def paint_empty() -> None:
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    window.close()


def read_rows(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("SELECT * FROM article").fetchall()


def open_list(path: Path) -> tuple[Desktop, float]:
    """Open a project in the window.

    Return the milliseconds until the rows of its list are painted.
    """
    painted, paint = list[float](), LongList.paintEvent

    def note_paint(view: LongList, event: QPaintEvent) -> None:
        paint(view, event)
        if view.model().rowCount():
            painted.append(time.perf_counter())

    LongList.paintEvent = note_paint  # type: ignore[method-assign]  # for good: Qt goes on to call this one
    start = time.perf_counter()
    desktop = started(path, articles=0)
    pauses_until(lambda: bool(painted), PATIENCE_S)
    return desktop, (painted[0] - start) * 1_000


def memory_mb() -> float:
    """Return how much of the process lies in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def pauses_until(holds: Callable[[], bool], patience_s: float) -> list[float]:
    """Let events come until something holds.

    Return how late a clock of the window was each time, in milliseconds.
    """
    pauses, end = [0.0], time.perf_counter() + patience_s
    clock, last = QTimer(interval=BEAT_MS), time.perf_counter()

    def note_beat() -> None:
        nonlocal last
        now = time.perf_counter()
        pauses.append(max(0.0, (now - last) * 1_000 - BEAT_MS))
        last = now

    clock.timeout.connect(note_beat)
    clock.start()
    while not holds() and time.perf_counter() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return pauses


def measure_first_filter(desktop: Desktop) -> Iterator[Line]:
    """Yield what the filter costs while rows are being read."""
    articles = desktop.session.articles
    typed = TYPED[0]
    first_ms = time_ms(lambda: show_filtered(articles, typed))
    yield Line("filter a list that is being read, a key until painted", first_ms, 50)
    start = time.perf_counter()
    pauses = pauses_until(lambda: not articles.is_filtering, PATIENCE_S)
    yield Line(f"  all {len(articles.shown):,} articles of “{typed}”", (time.perf_counter() - start) * 1_000)
    yield Line("  worst pause meanwhile", max(pauses))
    show_filtered(articles, "")


def measure_list(desktop: Desktop) -> Iterator[Line]:
    """Yield what filtering and scrolling the list cost."""
    articles = desktop.session.articles
    times = []
    for typed in TYPED * 3:
        pauses_until(lambda: False, 0.05)
        times.append(time_ms(lambda: show_filtered(articles, typed)))  # noqa: B023
    yield Line("filter the list, a key until painted, worst", max(times), 50)
    view = desktop.program.window.findChildren(LongList)[0]
    pages = [time_ms(lambda place=place: scroll(view, place)) for place in range(PAGES)]  # type: ignore[misc]
    yield Line("scroll the list a page, p95", percentile(pages, 0.95), 16)


def show_filtered(articles: ArticleList, typed: str) -> None:
    articles.show_with(text=typed)
    for _ in range(6):  # the list follows in a turn of its own
        QApplication.processEvents()


def scroll(view: LongList, page: int) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() * page // PAGES)
    view.viewport().repaint()


def go_to_name(desktop: Desktop, words: str) -> Annotation:
    """Go to a proposal of a name that the project has often."""
    session = desktop.session
    for number in session.articles.shown:
        session.reader.go_to(number)
        opened = session.open_article
        assert opened is not None, "the article was just opened"
        for row in opened.annotations.still_proposed():
            if row.kind is Kind.ENTITY and row.words(opened.text) == words:
                session.navigation.go_to(row.id)
                return row
    raise LookupError(words)


def mark_word(desktop: Desktop, word: str) -> None:
    """Label a word that nobody annotated, and go to it."""
    session = desktop.session
    opened = session.open_article
    assert opened is not None and session.project is not None, "an article is open"
    start = f" {opened.text} ".index(f" {word} ")
    row = Annotation(
        session.project.next_id(), opened.article.id, Kind.ENTITY, "PER", (Span(start, start + len(word)),)
    )
    session.apply(Step(Message("mark a word"), (Change(None, row),)))
    session.navigation.go_to(row.id)


def frequent_word(desktop: Desktop) -> str:
    """Return the rarest word here that stands in `SPREAD` places.

    How often it does is reckoned from some articles.
    """
    session, found = desktop.session, Counter[str]()
    assert session.project is not None and session.open_article is not None, "an article is open"
    some = list(session.articles.ids())[:: max(1, len(session.articles) // SAMPLE)]
    for number in some:
        found.update(re.findall(r"(?<= )[а-яё]+(?= )", session.project.text(number)))
    times = len(session.articles) / len(some)
    here = set(re.findall(r"(?<= )[а-яё]{2,}(?= )", session.open_article.text))
    return min((word for word in here if found[word] * times > SPREAD), key=found.__getitem__)


def measure_preview(desktop: Desktop, words: str) -> Iterator[Line]:
    """Yield what the first places of a spread take."""
    pauses_until(lambda: False, 1.0)
    start = time.perf_counter()
    desktop.keyboard.press("Shift+P")
    pauses_until(lambda: any(one.rows.rows for one in concordances(desktop)), 60)
    yield Line(f"preview of {words}: first screen", (time.perf_counter() - start) * 1_000, 100)


def measure_spread(desktop: Desktop) -> Iterator[Line]:
    """Yield what labelling a word in the whole project costs."""
    word = frequent_word(desktop)
    mark_word(desktop, word)
    yield from measure_preview(desktop, word)
    shown = next(one for one in concordances(desktop) if one.rows.rows)
    start = time.perf_counter()
    pauses = pauses_until(lambda: shown.is_whole, PATIENCE_S)
    yield Line(f"  all {shown.rows.hit_count:,} places of it", (time.perf_counter() - start) * 1_000)
    yield Line("  worst pause meanwhile", max(pauses), None)
    yield Line("  memory with the preview", memory_mb(), 400, "MB")
    count = shown.rows.ticked_count
    yield Line(f"  label {count:,}", time_ms(lambda: desktop.keyboard.press("Enter")), 2_000)
    yield pause_line(desktop)
    for name, keys in (("undo", ("U", "U")), ("redo", ("Ctrl+Y",))):
        yield Line(f"  {name}", time_ms(lambda: desktop.keyboard.press(*keys)), 2_000)  # noqa: B023
        yield pause_line(desktop)


def pause_line(desktop: Desktop) -> Line:
    """Return how long the window stood still until all was on disk."""
    return Line("  worst pause until on disk", max(pauses_until(lambda: is_saved(desktop), PATIENCE_S)))


def is_saved(desktop: Desktop) -> bool:
    return desktop.session.project is not None and not desktop.session.project.pending


def concordances(desktop: Desktop) -> list[Concordance]:
    return desktop.program.window.findChildren(Concordance)


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a bound is not kept."""
    project, index = map(Path, arguments[:2])
    folder = Path(os.environ["POMETKA_CONFIG_DIR"])
    path = Path(shutil.copy(project, folder / "corpus.pometka"))
    place = project_index_path(path)
    place.parent.mkdir(parents=True)
    shutil.copy(index, place)
    QApplication.instance() or QApplication([])
    floor = min(time_ms(paint_empty) for _ in range(5)) + min(time_ms(lambda: read_rows(path)) for _ in range(3))
    with reading(place) as reader:
        words = most_frequent(reader)[0]
    desktop, opening = open_list(path)
    lines = [Line("open to a usable list, × empty window and raw rows", opening / floor, 1.5, "×")]
    lines.append(Line("  the same", opening))
    lines += measure_first_filter(desktop)
    lines.append(Line("  worst pause of the window after that", max(pauses_until(lambda: False, SETTLE_S))))
    lines.append(Line("memory, everything counted", memory_mb(), 400, "MB"))
    lines += measure_list(desktop)
    go_to_name(desktop, words)
    lines += measure_preview(desktop, words)
    desktop.keyboard.press("Escape")
    lines += measure_spread(desktop)
    lines.append(Line("memory after that", memory_mb(), 400, "MB"))
    desktop.close()
    shutil.rmtree(folder)
    return show(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
