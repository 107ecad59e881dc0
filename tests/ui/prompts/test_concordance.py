"""The concordance opens at once.

It fills as hits are found, and is reached by one key from what is offered.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from app.core.message import Message
from app.core.span import Span
from app.service.concordance.hit_stream import HitStream
from app.service.concordance.hits import Hit, HitSearch, Portion, count_articles
from app.ui.base.overlay import Overlay
from app.ui.prompts.concordance.panel import Concordance
from app.ui.prompts.concordance.rows import ConcordanceRows
from app.ui.shell.status.status_bar import Status
from tests.service.samples import PROPOSED, TEXT, add_article
from tests.ui.desktop import Desktop, started, wait_until


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path, own_settings: Path) -> Iterator[Desktop]:
    """Return a program with four articles that hold the same names."""
    desktop = started(tmp_path / "many.pometka", articles=4)
    yield desktop
    desktop.close()


def shown_concordance(desktop: Desktop) -> Concordance | None:
    panels = [panel for panel in desktop.program.window.findChildren(Overlay) if panel.isVisible()]
    return next((panel for panel in panels if isinstance(panel, Concordance)), None)


def opened(desktop: Desktop, *keys: str) -> Concordance:
    """Open the concordance by keys, and wait until the search has ended."""
    desktop.keyboard.press(*keys)
    panel = shown_concordance(desktop)
    assert panel is not None, "it opens at once"
    wait_until(lambda: panel.is_whole and bool(panel.rows.rows))
    return panel


def status_words(desktop: Desktop) -> str:
    return desktop.program.window.findChildren(Status)[0].currentMessage()


def labels(desktop: Desktop, article_id: int) -> list[str]:
    project = desktop.session.project
    assert project is not None
    return [f"{row.label} {row.status}" for row in project.annotations(article_id)]


def test_teach_and_apply_take_three_keys_and_one_undo(many: Desktop) -> None:
    session, last = many.session, many.session.articles.shown[3]
    before = labels(many, last)
    many.keyboard.press("1", "Shift+Tab")
    many.keyboard.press("T")
    wait_until(lambda: not session.offers.is_searching)
    assert "9 more in 3 articles — Enter to look" in status_words(many)
    opened(many, "Enter")
    many.keyboard.press("Enter")
    assert shown_concordance(many) is None
    assert labels(many, last) != before and labels(many, last).count("PER accepted") == 3
    assert "9 mentions in 3 articles" in status_words(many)
    many.keyboard.press("U")
    assert labels(many, last) == before


def test_the_third_correction_shows_an_offer_and_keeps_the_focus(many: Desktop) -> None:
    session = many.session
    for article_id in session.articles.shown[:3]:
        session.reader.go_to(article_id)
        many.keyboard.press("3")
        assert many.focused() is many.program.components.article.view
    wait_until(lambda: not session.offers.is_searching)
    assert "3 more in 1 article — Enter to look" in status_words(many)
    assert many.focused() is many.program.components.article.view
    opened(many, "Enter")
    many.keyboard.press("Enter")
    assert labels(many, session.articles.shown[3]).count("LOC corrected") == 3


def test_escape_refuses_an_offer(many: Desktop) -> None:
    for article_id in many.session.articles.shown[:3]:
        many.session.reader.go_to(article_id)
        many.keyboard.press("3")
    wait_until(lambda: many.session.offers.current is not None)
    many.keyboard.press("Escape")
    assert many.session.offers.current is None
    many.keyboard.press("Enter")
    assert shown_concordance(many) is None


def test_hits_stand_in_the_order_of_the_search_and_those_unticked_stay(many: Desktop) -> None:
    panel = opened(many, "Shift+P")
    articles = [row.hit.article.id for row in panel.rows.rows if row.hit]
    assert articles == sorted(articles) and len(articles) == 12
    many.keyboard.press("Space", "Enter")
    first = many.session.articles.shown[0]
    assert labels(many, first)[0] == "PER proposed" and labels(many, first).count("PER accepted") == 2


def test_the_search_rests_while_what_it_found_is_painted(many: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    resting, painted, hold = list[HitStream](), list[bool](), HitStream.held

    @contextmanager
    def note_rest(stream: HitStream) -> Iterator[None]:
        with hold(stream):
            resting.append(stream)
            yield
            resting.clear()

    monkeypatch.setattr(HitStream, "held", note_rest)
    monkeypatch.setattr(Concordance, "repaint", lambda _: painted.append(bool(resting)))
    opened(many, "Shift+P")
    assert painted and all(painted)


def test_any_stream_of_hits_fills_it_and_enter_waits_for_the_end(many: Desktop) -> None:
    session, taken, may_end = many.session, list[Hit](), list[bool]()
    article = session.articles.get(session.articles.shown[0])
    assert article is not None and session.open_article is not None
    word = session.open_article.annotations.first_proposed()
    assert word is not None

    def find() -> Iterator[Portion]:
        yield Portion((Hit(article, word.span, ("a ", "b", " c")),), 1)
        while not may_end:
            yield Portion()
        yield Portion((Hit(article, word.span, ("d ", "e", " f"), is_open=False),), 1)

    panel = many.program.components.prompts.concordance
    panel.open_on(HitSearch(Message("words"), "PER", 2, find, taken.extend))
    wait_until(lambda: bool(panel.rows.rows))
    many.keyboard.press("Enter")
    assert taken == [] and panel.isVisible(), "more may come"
    may_end.append(True)
    wait_until(lambda: bool(taken))
    assert [hit.line[1] for hit in taken] == ["b"]


def test_escape_ends_a_search_that_never_would(many: Desktop) -> None:
    def find() -> Iterator[Portion]:
        while True:
            yield Portion()

    panel = many.program.components.prompts.concordance
    panel.open_on(HitSearch(Message("words"), "PER", 1, find, lambda _: None))
    QApplication.processEvents()
    many.keyboard.press("Escape")
    assert not panel.isVisible()


def test_keys_are_quick_while_an_offer_is_searched(many: Desktop) -> None:
    session = many.session
    for number in range(60):
        add_article(session, f"{TEXT} {'Ещё слова. ' * 400}{number}", PROPOSED, f"Длинная {number}")
    session.reader.go_to(session.articles.shown[0])
    many.keyboard.press("1", "Shift+Tab", "T")
    times = []
    while session.offers.is_searching and len(times) < 200:
        start = time.process_time()  # with that of the search, where the key waits for it
        many.keyboard.press("Right")
        QApplication.processEvents()
        times.append(time.process_time() - start)
    assert not times or sorted(times)[len(times) // 2] < 0.05


def test_the_panel_is_no_higher_than_its_hits_need_and_shows_all_of_them(many: Desktop) -> None:
    many.program.window.resize(1360, 860)
    many.keyboard.press("1", "Shift+Tab")
    panel = opened(many, "Shift+P")
    wait_until(lambda: panel.height() < 600)
    view = panel.findChildren(QTableView)[0]
    assert view.verticalHeader().length() <= view.viewport().height() < view.verticalHeader().length() + 200
    many.keyboard.press("Escape")


def test_lines_are_read_only_where_they_are_seen(many: Desktop) -> None:
    article, read = many.session.articles.get(many.session.articles.shown[0]), list[int]()
    assert article is not None

    def read_line(number: int, span: Span) -> tuple[str, str, str]:
        read.append(number)
        return ("", TEXT[:20], "")

    hits = tuple(Hit(article, Span(start, start + 1), read_line) for start in range(3_000))
    panel = many.program.components.prompts.concordance
    panel.open_on(HitSearch(Message("words"), "PER", 1, lambda: iter([Portion(hits, 1)]), lambda _: None))
    wait_until(lambda: panel.is_whole and panel.rows.hit_count == len(hits))
    panel.grab()
    assert 0 < len(read) < 1_000, "a screen is some twenty lines"
    many.keyboard.press("Escape")
    assert panel.rows.hit_count == 0, "a list that was left holds nothing"


def test_the_counts_of_ticks_follow_every_change(many: Desktop) -> None:
    articles = [many.session.articles.get(number) for number in many.session.articles.shown]
    hits = [
        Hit(article, Span(start, start + 1), ("", "a", ""), is_open=start % 3 > 0)
        for start, article in enumerate(articles * 5)
        if article is not None
    ]
    rows, random = ConcordanceRows(many.program.window), Random(7)

    def is_counted() -> bool:
        ticked = rows.ticked
        return (rows.ticked_count, rows.ticked_articles) == (len(ticked), count_articles(ticked))

    for _ in range(300):
        place = rows.index(random.randrange(max(1, rows.rowCount())))
        change = random.choice(("add", "toggle", "toggle", "all", "remove", "insert"))
        if change == "add":
            rows.add_hits(random.sample(hits, 3))
        elif change == "all":
            rows.tick_all()
        elif change == "insert":
            rows.insert_hit(0, hits[1])
        elif place.isValid() and change == "toggle":
            rows.toggle(place)
        elif place.isValid() and rows.rows[place.row()].hit is not None:
            rows.remove_row(place.row())
        assert is_counted(), change
    rows.clear()
    assert is_counted() and rows.ticked_count == 0
