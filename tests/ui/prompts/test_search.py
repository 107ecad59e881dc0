"""The project is searched, and its hits decided, by the keyboard alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Note, Status
from app.core.records import SavedQuery
from app.service.corpus.project_index import ProjectIndex
from app.ui.base.overlay import Overlay
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.prompts.search.panel import SearchPanel
from tests.service.samples import PROPOSED, TEXT, add_article, entity
from tests.ui.desktop import Desktop, started, wait_until


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path, own_settings: Path) -> Iterator[Desktop]:
    """Return a program with four articles that hold the same names."""
    desktop = started(tmp_path / "many.pometka", articles=4)
    yield desktop
    desktop.close()


def find(desktop: Desktop, typed: str, count: int) -> SearchPanel:
    """Type a query, and wait until so many places are listed."""
    desktop.keyboard.press("Ctrl+Shift+F")
    panel = desktop.program.components.search.panel
    desktop.keyboard.type(typed)
    wait_until(lambda: panel.found_count == count and not panel.run.is_running and panel.query == typed.strip())
    return panel


def words_in(panel: Overlay) -> str:
    return "\n".join(found.text() for found in panel.findChildren(QLabel) if found.isVisible())


def rows(desktop: Desktop) -> list[Annotation]:
    project = desktop.session.project
    assert project is not None
    return [row for number in desktop.session.articles.shown for row in project.annotations(number)]


def count_of(desktop: Desktop, words: str, label: str, status: Status) -> int:
    project = desktop.session.project
    assert project is not None
    fitting = (row for row in rows(desktop) if (row.label, row.status) == (label, status))
    return sum(row.words(project.text(row.article_id)) == words for row in fitting)


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_digit_labels_words_and_relabels_a_mention_on_any_layout(many: Desktop, layout: str) -> None:
    find(many, "Tesla", 4)
    many.keyboard.layout = layout
    many.keyboard.press("Down", "2")
    assert count_of(many, "Tesla", "ORG", Status.ACCEPTED) == 1
    many.keyboard.press("Up", "1")
    assert count_of(many, "Tesla", "PER", Status.ACCEPTED) == 1
    assert count_of(many, "Tesla", "ORG", Status.ACCEPTED) == 0


def test_a_hit_says_its_label_as_the_window_calls_it(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    (said,) = panel.hits.rows.states
    assert said == "Organisation · proposed"


@pytest.mark.parametrize(("key", "status"), [("A", Status.ACCEPTED), ("X", Status.REJECTED)])
def test_a_key_decides_a_hit_and_goes_on_and_undo_takes_it_back(many: Desktop, key: str, status: Status) -> None:
    find(many, "Астана", 4)
    many.keyboard.press("Down", key, key)
    assert count_of(many, "Астана", "ORG", status) == 2
    many.keyboard.press("U")
    assert count_of(many, "Астана", "ORG", status) == 1


def test_undo_marks_the_hit_that_it_brings_back(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Down", "A", "A", "Up", "Up")
    assert panel.hits.list.currentIndex().row() == 0
    many.keyboard.press("U")
    assert panel.hits.list.currentIndex().row() == 1
    many.keyboard.press("U")
    assert panel.hits.list.currentIndex().row() == 0


@pytest.mark.parametrize("ending", [(), ("Delete",)])
def test_up_brings_a_query_that_was_typed_over_or_erased(many: Desktop, ending: tuple[str, ...]) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Ctrl+A", *ending)
    many.keyboard.type("Tesla")
    wait_until(lambda: panel.query == "Tesla" and not panel.is_searching)
    many.keyboard.press("Up")
    assert panel.query == "Астана"


def test_the_palette_opens_over_the_search_and_gives_the_keys_back(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Ctrl+K")
    assert not panel.isVisible()
    many.keyboard.press("Escape")
    assert many.focused() is many.program.components.article.view


def test_no_words_of_the_search_are_cut_in_a_narrow_window(many: Desktop) -> None:
    many.program.window.resize(800, 480)
    many.keyboard.press("Ctrl+Shift+F")
    many.keyboard.type("nobody:Maksat")
    panel = many.program.components.search.panel
    wait_until(lambda: "nobody" in words_in(panel) and not panel.is_searching)
    shown = [found for found in panel.findChildren(QLabel) if found.isVisible()]
    wait_until(lambda: all(found.height() >= found.heightForWidth(found.width()) for found in shown), 5)
    assert [found.text() for found in shown if found.width() < found.minimumSizeHint().width()] == []


def test_a_hit_inside_a_mention_leads_to_the_mention(many: Desktop) -> None:
    text = "Город ждёт. Приехал Илон Маск."
    add_article(many.session, text, (entity(text, "Город", "LOC"), entity(text, "Илон Маск", "PER")), "Приезд")
    many.rest()
    find(many, "=Маск", 1)
    many.keyboard.press("Enter")
    article, current = many.session.open_article, many.session.navigation.current
    assert article is not None and current is not None
    assert current.words(article.text) == "Илон Маск"


def test_enter_on_a_hit_in_a_note_goes_to_the_annotation_that_it_is_on(many: Desktop) -> None:
    session, row = many.session, next(row for row in rows(many) if row.label == "ORG")
    assert session.project is not None
    note = Note(session.project.next_id(), "Сверить с указом", row.article_id, row.id)
    session.apply(Step(Message("note"), (Change(None, note),)))
    session.reader.go_to(session.articles.shown[-1])
    panel = find(many, "note:указ", 1)
    assert panel.hits.current is not None
    assert panel.hits.current.line == ("Сверить с ", "указ", "ом")
    many.keyboard.press("Enter")
    assert session.navigation.current_id == row.id


def test_ticked_hits_are_decided_as_one_step_once_it_is_confirmed(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Down", "Ctrl+A", "Shift+3")
    assert "4 places in 4 articles" in words_in(panel)
    assert count_of(many, "Астана", "ORG", Status.PROPOSED) == 4
    many.keyboard.press("Escape")
    assert panel.isVisible()
    many.keyboard.press("Shift+3", "Enter")
    assert count_of(many, "Астана", "LOC", Status.CORRECTED) == 4
    many.keyboard.press("U")
    assert count_of(many, "Астана", "ORG", Status.PROPOSED) == 4


def test_enter_opens_a_hit_and_f3_goes_from_hit_to_hit(many: Desktop) -> None:
    find(many, "Астана", 4)
    many.keyboard.press("Enter")
    opened = []
    for _ in range(4):
        article = many.session.open_article
        current = many.session.navigation.current
        assert article is not None and current is not None
        assert current.words(article.text) == "Астана"
        opened.append(article.article.id)
        many.keyboard.press("F3")
    assert sorted(opened) == sorted(many.session.articles.shown)
    many.keyboard.press("Shift+F3")
    article = many.session.open_article
    assert article is not None and article.article.id == opened[2]


def test_down_before_the_hits_goes_to_them_and_keys_on_nothing_do_nothing(many: Desktop) -> None:
    many.keyboard.press("Ctrl+Shift+F")
    panel = many.program.components.search.panel
    many.keyboard.type("Астана")
    many.keyboard.press("Down", "A")
    assert panel.query == "Астана", "the key went into the line"
    assert panel.hits.list.hasFocus()
    wait_until(lambda: panel.found_count == 4)
    assert count_of(many, "Астана", "ORG", Status.ACCEPTED) == 0
    many.keyboard.press("A")
    assert count_of(many, "Астана", "ORG", Status.ACCEPTED) == 1


def test_down_on_a_query_without_hits_goes_back_to_the_line(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Ctrl+Shift+F")
    many.keyboard.type("нигденет")
    many.keyboard.press("Down")
    wait_until(lambda: "Nothing found" in words_in(panel) and not panel.hits.list.hasFocus())


def test_an_index_that_comes_leaves_the_marked_saved_query_alone(many: Desktop) -> None:
    many.keyboard.press("Ctrl+Shift+F")
    panel = many.program.components.search.panel
    many.keyboard.type("Астана")
    many.keyboard.press("Ctrl+S")
    many.keyboard.type("Столица")
    many.keyboard.press("Enter", "Escape", "Down")
    assert panel.query == ""
    many.program.index_keeper.refresh()
    wait_until(lambda: many.program.index_keeper.is_current)
    many.keyboard.press("Enter")
    assert panel.query == "Астана"
    wait_until(lambda: panel.hits.rows.hit_count == 4)


def test_enter_before_the_hits_opens_the_first_one_when_it_comes(many: Desktop) -> None:
    many.keyboard.press("Ctrl+Shift+F")
    panel = many.program.components.search.panel
    many.keyboard.type("Астана")
    many.keyboard.press("Enter")
    assert panel.isVisible(), "nothing has been found yet"
    wait_until(lambda: not panel.isVisible())
    article, current = many.session.open_article, many.session.navigation.current
    assert article is not None and current is not None
    assert current.words(article.text) == "Астана"


def test_tab_goes_round_in_the_panel_and_leaves_it_open(many: Desktop) -> None:
    panel = find(many, "Tesla", 4)
    many.keyboard.press("Down")
    for key in ("Tab", "Shift+Tab", "Tab", "Tab", "Shift+Tab"):
        many.keyboard.press(key)
        focused = many.program.window.focusWidget()
        assert panel.isVisible() and panel.isAncestorOf(focused), key
    many.keyboard.press("Escape", "Escape")
    assert not panel.isVisible(), "the first one empties the line"


def test_a_saved_query_is_a_queue_that_decided_hits_leave(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Ctrl+S")
    many.keyboard.type("Столица")
    many.keyboard.press("Enter")
    project = many.session.project
    assert project is not None
    assert [(row.name, row.query) for row in project.rows(SavedQuery)] == [("Столица", "Астана")]
    wait_until(lambda: panel.hits.rows.hit_count == 4)
    many.keyboard.press("Down", "A", "X")
    assert panel.hits.rows.hit_count == 2
    many.keyboard.press("U")
    assert panel.hits.rows.hit_count == 3
    many.keyboard.press("X")
    assert panel.hits.rows.hit_count == 2
    many.keyboard.press("Escape", "Ctrl+Shift+F", "Delete", "Down", "Enter")
    wait_until(lambda: not panel.run.is_running and panel.found_count == 4)
    assert panel.hits.rows.hit_count == 2
    many.keyboard.press("Escape", "Ctrl+Shift+F", "Delete", "Down", "Delete")
    assert project.rows(SavedQuery) == []


def test_an_error_of_a_query_is_said_below_it(many: Desktop) -> None:
    panel = find(many, "foo:bar ", 0)
    wait_until(lambda: "There is no field “foo”" in words_in(panel))


def test_tab_completes_fields_values_and_names(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Ctrl+A")
    many.keyboard.type("stat")
    many.keyboard.press("Tab")
    many.keyboard.type("prop")
    many.keyboard.press("Tab")
    assert panel.query == "status:proposed"
    many.keyboard.type("name:Алм")
    many.keyboard.press("Tab")
    assert panel.query == "status:proposed name:Алматы"


def test_earlier_queries_are_at_up(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Enter", "Ctrl+Shift+F")
    many.keyboard.type("Tesla")
    many.keyboard.press("Up")
    assert panel.query == "Астана"
    many.keyboard.press("Down")
    assert panel.query == "Tesla"


def test_what_is_edited_is_found_when_it_is_saved(many: Desktop) -> None:
    find(many, "Астана", 4)
    many.keyboard.press("Escape")
    keeper = many.program.index_keeper
    wait_until(lambda: keeper.is_current)
    add_article(many.session, f"{TEXT}Ещё одна: Астана.", PROPOSED, "Новая")
    wait_until(lambda: not keeper.is_current)
    wait_until(lambda: keeper.is_current)
    find(many, "Астана", 6)


def test_a_regular_expression_without_end_is_stopped_and_said(many: Desktop) -> None:
    add_article(many.session, "а" * 60 + "!", (), "Долгая")
    keeper = many.program.index_keeper
    many.keyboard.press("Ctrl+Shift+F")
    wait_until(lambda: keeper.is_current)
    panel = many.program.components.search.panel
    panel.search("/(а+)+$/")
    wait_until(lambda: panel.run.error is not None)
    assert "takes too long" in words_in(panel)


def test_what_came_while_a_further_refresh_was_awaited_is_found(many: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper, state = many.program.index_keeper, {"is_current": False}
    monkeypatch.setattr(IndexKeeper, "is_current", property(lambda _: state["is_current"]))
    panel = find(many, "Зампред", 0)
    written = []
    keeper.refreshed.connect(lambda: written.append(True))
    dated(many)
    keeper.refresh()
    wait_until(lambda: bool(written))
    state["is_current"] = True
    keeper.changed.emit()  # the further refresh wrote nothing
    wait_until(lambda: panel.found_count == 1)


def test_windows_over_the_project_share_one_index_and_its_worker(many: Desktop) -> None:
    keeper = many.program.index_keeper
    keeper.refresh()
    wait_until(lambda: keeper.is_current)
    shared = keeper.index
    for key in ("Ctrl+Shift+L", "Ctrl+Shift+E"):
        many.keyboard.press(key)
        wait_until(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        wait_until(lambda opened=dialog: opened.isActiveWindow() and keeper.is_current)
        assert keeper.index is shared
        assert not [made for made in gc.get_objects() if type(made) is ProjectIndex and made is not shared]
        many.keyboard.press("Escape")
        wait_until(lambda: QApplication.activeModalWidget() is None)


def test_what_two_refreshes_in_a_row_wrote_is_told(many: Desktop) -> None:
    keeper = many.program.index_keeper
    keeper.refresh()
    wait_until(lambda: keeper.is_current)
    told = []
    keeper.refreshed.connect(lambda: told.append(keeper.index))
    add_article(many.session, "Новая статья о Tesla.", [], "Новая")
    project = many.session.project
    assert project is not None
    project.flush()
    keeper.refresh()
    keeper.refresh()  # asked for while the first one runs: it follows, and writes nothing
    wait_until(lambda: keeper.is_current)
    assert told


def dated(desktop: Desktop) -> None:
    """Bring three articles whose words beside a name differ."""
    for number, text in enumerate(
        ("Аким Борис Сеитов тут.", "Вчера Борис Яров был.", "Зампред Борис Алимов."), start=1
    ):
        add_article(desktop.session, text, [], f"Бор {number}")
    desktop.session.project.flush()  # type: ignore[union-attr]  # a project is open


def lines_of(panel: SearchPanel) -> list[str]:
    return ["".join(row.hit.line) for row in panel.hits.rows.rows if row.hit is not None]


def sorted_words(panel: SearchPanel, place: int) -> list[str]:
    return [row.hit.line[place].split()[-1 if place == 0 else 0] for row in panel.hits.rows.rows if row.hit is not None]


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_hits_are_sorted_by_the_words_beside_them_and_the_step_stands_in_the_query(many: Desktop, layout: str) -> None:
    dated(many)
    panel = find(many, "Борис", 3)
    many.keyboard.layout = layout
    many.keyboard.press("Down", "S", "S")
    wait_until(lambda: panel.query == "Борис sort:left" and not panel.is_searching and len(lines_of(panel)) == 3)
    assert sorted_words(panel, 0) == ["Аким", "Вчера", "Зампред"]
    many.keyboard.press("S")
    wait_until(lambda: panel.query == "Борис sort:right" and not panel.is_searching and len(lines_of(panel)) == 3)
    assert sorted_words(panel, 2) == ["Алимов.", "Сеитов", "Яров"]
    many.keyboard.press("Shift+S")
    wait_until(lambda: panel.query == "Борис -sort:right" and not panel.is_searching and len(lines_of(panel)) == 3)
    assert sorted_words(panel, 2) == ["Яров", "Сеитов", "Алимов."]
    assert panel.head.trail.words == ["Борис", "-sort:right"]


def test_a_sample_draws_the_same_hits_for_a_seed_and_is_saved_with_the_query(many: Desktop) -> None:
    panel = find(many, "Астана random:2/3", 2)
    drawn = lines_of(panel), [row.hit.article.id for row in panel.hits.rows.rows if row.hit is not None]
    many.keyboard.press("Ctrl+S")
    many.keyboard.type("Проба")
    many.keyboard.press("Enter")
    wait_until(lambda: not panel.is_searching and len(lines_of(panel)) == 2)
    assert (lines_of(panel), [row.hit.article.id for row in panel.hits.rows.rows if row.hit is not None]) == drawn
    project = many.session.project
    assert project is not None
    assert [row.query for row in project.rows(SavedQuery)] == ["Астана random:2/3"]
    many.keyboard.press("Down", "R")
    wait_until(lambda: panel.query == "Астана random:2/4")
    many.keyboard.press("Shift+R")
    wait_until(lambda: panel.query == "Астана" and panel.hits.rows.hit_count == 4)


def test_a_search_that_finds_nothing_names_the_step(many: Desktop) -> None:
    panel = find(many, "Астана source:нет.kz", 0)
    wait_until(lambda: "Step 2 leaves no article: Alt+2 changes it." in words_in(panel))


def test_a_step_of_the_trail_is_edited_by_its_key(many: Desktop) -> None:
    panel = find(many, "Астана label:ORG", 4)
    wait_until(panel.head.trail.isVisible)
    assert panel.head.trail.words == ["Астана", "label:ORG"]
    many.keyboard.press("Alt+1")
    many.keyboard.type("Tesla")
    wait_until(lambda: panel.query == "Tesla label:ORG")


def test_the_wider_context_of_a_hit_follows_it(many: Desktop) -> None:
    panel = find(many, "Астана", 4)
    many.keyboard.press("Down", "W")
    assert panel.hits.context.isVisible() and "Астана" in panel.hits.context.toPlainText()
    assert "Город вырастет" in panel.hits.context.toPlainText(), "lines above the hit are shown as well"
    many.keyboard.press("W")
    assert not panel.hits.context.isVisible()


def test_hits_are_copied_as_a_table(many: Desktop) -> None:
    find(many, "Астана", 4)
    many.keyboard.press("Down", "Space", "Ctrl+C")
    rows_copied = QGuiApplication.clipboard().text().splitlines()
    assert len(rows_copied) == 1 and "Астана" in rows_copied[0].split("\t")
