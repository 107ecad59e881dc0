"""Questions about the text are answered by keyboard.

They are answered on any layout, and leave nothing behind.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.core.model import Status
from app.core.text.layouts import retyped
from app.core.text.tokens import token_at
from app.ui.base.overlay import Overlay
from app.ui.panels.middle.find_bar import places
from app.ui.prompts.cheatsheet import CheatSheet
from app.ui.prompts.concordance.panel import Concordance
from app.ui.prompts.jump import LETTERS, marks
from tests.stories.keyboard import LAYOUTS
from tests.ui.desktop import Desktop, wait_until


def text(desktop: Desktop) -> str:
    assert desktop.session.open_article is not None
    return desktop.session.open_article.text


def caret_words(desktop: Desktop) -> str:
    caret = desktop.session.cursor.selection or desktop.session.cursor.caret
    assert caret is not None
    return text(desktop)[caret.start : caret.stop]


def open_panel(desktop: Desktop) -> Overlay | None:
    return next((panel for panel in desktop.program.window.findChildren(Overlay) if panel.isVisible()), None)


@given(st.integers(0, 600))
def test_marks_are_as_many_as_asked_and_none_begins_another(count: int) -> None:
    made = marks(count)
    assert len(made) == len(set(made)) == count
    assert not any(one != other and other.startswith(one) for one in made[:60] for other in made)


def test_few_marks_are_single_letters_in_the_order_of_ease() -> None:
    assert marks(5) == list(LETTERS[:5])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_jump_leads_to_a_candidate_on_every_layout(desktop: Desktop, layout: str) -> None:
    desktop.keyboard.layout = layout
    candidates = desktop.session.editor.candidates.find_in(desktop.program.components.article.view.visible_range())
    assert candidates
    desktop.keyboard.press("F", LETTERS[0])
    assert caret_words(desktop) == text(desktop)[candidates[0].span.start : candidates[0].span.stop]
    desktop.keyboard.press("0")
    assert desktop.session.history.undo_title() is not None, "the keys are the window's again"


def test_jump_is_given_up_by_escape_without_a_trace(desktop: Desktop) -> None:
    before = desktop.session.cursor.caret
    desktop.keyboard.press("F", "Escape")
    assert desktop.session.cursor.caret == before
    left = desktop.session.navigation.left
    desktop.keyboard.press("Ctrl+Space")
    assert desktop.session.navigation.left == left - 1


def test_speaker_is_chosen_by_a_letter(desktop: Desktop) -> None:
    desktop.keyboard.press("C")
    assert desktop.session.open_article is not None and desktop.session.navigation.current is not None
    claim_id = desktop.session.navigation.current.id
    desktop.keyboard.press("S", LETTERS[0])
    assert desktop.session.navigation.current_id != claim_id, "the claim is decided, and the next proposal is current"
    claim = desktop.session.open_article.annotations.get(claim_id)
    assert claim is not None
    speaker = claim.role("speaker")
    assert speaker is not None
    assert text(desktop)[speaker.span.start : speaker.span.stop] in ("Токаев", "Алматы", "Токаеву")


@pytest.mark.parametrize("typed", ["закон", "law", "PFRJY", "дфц"])
def test_label_is_picked_by_typing_in_any_language_and_layout(desktop: Desktop, typed: str) -> None:
    current = desktop.session.navigation.current
    assert current is not None
    desktop.keyboard.press("L")
    desktop.keyboard.type(typed.lower())
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article is not None
    changed = desktop.session.open_article.annotations.get(current.id)
    assert changed is not None
    assert changed.label == "LAW"


def test_referent_is_made_by_typing(desktop: Desktop) -> None:
    current = desktop.session.navigation.current
    assert current is not None
    desktop.keyboard.press("E")
    desktop.keyboard.type("город алматы")
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article is not None
    changed = desktop.session.open_article.annotations.get(current.id)
    assert changed is not None
    assert changed.attribute("referent") == "город алматы"


def test_note_is_written_changed_and_left_as_it_was(desktop: Desktop) -> None:
    current = desktop.session.navigation.current
    assert current is not None
    open_article = desktop.session.open_article
    assert open_article is not None

    def notes() -> list[str]:
        return [note.text for note in open_article.notes_on(current.id)]

    desktop.keyboard.press("N")
    desktop.keyboard.type("раз")
    desktop.keyboard.press("Enter")
    assert notes() == ["раз"]
    desktop.keyboard.press("N", "End")
    desktop.keyboard.type(" два")
    desktop.keyboard.press("Escape")
    assert notes() == ["раз"]
    desktop.keyboard.press("N", "Ctrl+A", "Backspace", "Enter")
    assert notes() == []


def test_note_is_kept_when_something_else_gets_the_focus(desktop: Desktop) -> None:
    desktop.keyboard.press("Shift+N")
    desktop.keyboard.type("заметка")
    desktop.program.components.article.view.setFocus()
    open_article = desktop.session.open_article
    assert open_article is not None
    assert [note.text for note in open_article.notes_on(None)] == ["заметка"]


def test_a_note_on_the_project_is_written_shown_and_taken_back(desktop: Desktop) -> None:
    project = desktop.session.project
    assert project is not None

    def notes() -> list[str]:
        return [note.text for note in project.notes(None)]

    shown = desktop.program.components.panes["notes"].findChild(QListWidget)
    assert isinstance(shown, QListWidget)
    desktop.keyboard.press("Ctrl+Shift+N")
    desktop.keyboard.type("мера")
    desktop.keyboard.press("Enter")
    assert notes() == ["мера"]
    assert shown.item(0).text().startswith("мера\nOn the project")
    desktop.keyboard.press("Ctrl+Shift+N", "End")
    desktop.keyboard.type(" два")
    desktop.keyboard.press("Enter")
    assert notes() == ["мера два"]
    desktop.keyboard.press("U", "U")
    assert notes() == [] and shown.count() == 0


def said(desktop: Desktop, words: str) -> list[str]:
    """Return label and status of the mentions that begin with these words."""
    assert desktop.session.open_article is not None
    rows = (row for row in desktop.session.open_article.annotations if row.words(text(desktop)).startswith(words))
    return [f"{row.label} {row.status}" for row in rows]


def concordance(desktop: Desktop) -> Concordance:
    """Open the concordance of a spread.

    Wait until it has looked through the project.
    """
    desktop.keyboard.press("Shift+P")
    panel = open_panel(desktop)
    assert isinstance(panel, Concordance)
    wait_until(lambda: bool(panel.rows.rows) and panel.is_whole)
    return panel


def test_spread_through_the_project_lists_every_place_and_is_one_undo(desktop: Desktop) -> None:
    before = said(desktop, "Токаев")
    panel = concordance(desktop)
    assert [row.hit.line[1] if row.hit else row.words for row in panel.rows.rows] == ["Токаев", "Токаев", "Токаеву"]
    desktop.keyboard.press("Down", "Space", "Enter")
    assert open_panel(desktop) is None
    assert said(desktop, "Токаев") == ["PER accepted", "PER proposed", "PER accepted"], "what is not ticked is left"
    desktop.keyboard.press("U")
    assert said(desktop, "Токаев") == before


def test_what_was_decided_or_has_another_label_is_listed_apart_and_not_ticked(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+2", "Shift+Tab")
    assert said(desktop, "Токаев") == ["ORG corrected", "PER proposed", "PER proposed"]
    panel = concordance(desktop)
    words = [row.words for row in panel.rows.rows if row.hit is None]
    assert words == ["Decided, or with another label"] and panel.rows.ticked == []
    desktop.keyboard.press("Enter")
    assert open_panel(desktop) is panel, "nothing is ticked"
    desktop.keyboard.press("End", "Space")
    assert [panel.rows.state_of(place) for place in panel.rows.ticked] == ["Person · proposed"]
    desktop.keyboard.press("Home", "Space")
    assert len(panel.rows.ticked) == 2, "a heading ticks what is below it"
    desktop.keyboard.press("Enter")
    assert said(desktop, "Токаев") == ["ORG corrected"] * 3


def test_a_preview_closes_when_rows_change_meanwhile(desktop: Desktop) -> None:
    notices: list[str] = []
    desktop.session.notified.connect(lambda message: notices.append(str(message)))
    concordance(desktop)
    desktop.session.editor.decisions.accept()
    assert open_panel(desktop) is None
    assert "The articles changed meanwhile: open the list again." in notices


def test_spread_with_nothing_left_says_so_and_opens_nothing(desktop: Desktop) -> None:
    notices: list[str] = []
    desktop.session.notified.connect(lambda message: notices.append(str(message)))
    desktop.keyboard.press("Shift+End", "7", "Shift+P")
    wait_until(lambda: open_panel(desktop) is None)
    assert notices[-1:] == ["No other mention is left in the project."]


def test_a_list_that_nothing_fits_says_so_and_is_away(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+K")
    desktop.keyboard.type("ъъъъ")
    panel = open_panel(desktop)
    assert panel is not None
    assert not panel.findChildren(QListView)[0].isVisible()
    assert "Nothing found." in [shown.text() for shown in panel.findChildren(QLabel) if shown.isVisible()]


def test_find_goes_round_the_places(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+F")
    desktop.keyboard.type("алматы")
    first = desktop.session.cursor.caret
    desktop.keyboard.press("Enter")
    second = desktop.session.cursor.caret
    desktop.keyboard.press("F3")
    assert first != second
    assert desktop.session.cursor.caret == first
    desktop.keyboard.press("Escape")
    assert desktop.focused() is desktop.program.components.article.view


def test_find_sees_through_case_and_sorts_of_blanks() -> None:
    assert len(places("сказал\u00a0Токаев 👩‍🚀 СКАЗАЛ\nТокаев", "сказал токаев")) == 2
    assert places("текст", "   ") == []


@pytest.mark.parametrize("typed", ["астана", "fcnfyf", "АСТАНА", "аста\u00adна", "аста\u0301на"])
def test_project_is_searched_as_one_types(desktop: Desktop, qtbot: QtBot, typed: str) -> None:
    desktop.keyboard.press("Ctrl+Shift+F")
    desktop.keyboard.type(typed)
    find = desktop.program.components.search.panel
    qtbot.waitUntil(lambda: find.found_count == 1, timeout=20000)
    desktop.keyboard.press("Enter")
    assert caret_words(desktop) == "Астана"


@pytest.mark.parametrize("key", ["Ctrl+K", "L", "N", "E", "F1", "Ctrl+Shift+F"])
def test_panel_opens_by_its_key_and_escape_gives_the_article_back(desktop: Desktop, key: str) -> None:
    desktop.keyboard.press(key)
    assert open_panel(desktop) is not None
    desktop.keyboard.press("Escape")
    assert open_panel(desktop) is None
    assert desktop.focused() is desktop.program.components.article.view


@pytest.mark.parametrize("key", ["Ctrl+K", "L", "N", "E", "F1", "Ctrl+Shift+F", "Shift+P"])
def test_panel_stays_inside_a_small_window(desktop: Desktop, key: str) -> None:
    window = desktop.program.window
    window.resize(window.minimumSize())
    QApplication.processEvents()
    desktop.keyboard.press(key)
    panel = open_panel(desktop)
    assert panel is not None
    assert window.rect().contains(panel.geometry())
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize("height", [400, 480, 700])
def test_guideline_below_the_labels_hides_none_of_them(desktop: Desktop, height: int) -> None:
    desktop.program.window.resize(720, height)
    desktop.keyboard.press("L")
    panel = open_panel(desktop)
    assert panel is not None
    labels, foot = panel.findChild(QListView), panel.findChild(QLabel, "caption")
    assert labels is not None
    assert foot is not None
    for _ in range(14):
        desktop.keyboard.press("Down")
        QApplication.processEvents()
        assert not labels.geometry().intersects(foot.geometry())
        assert panel.rect().contains(foot.geometry())
        assert labels.viewport().rect().contains(labels.visualRect(labels.currentIndex()))
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize("width", [720, 960, 1024, 1360])
def test_no_line_of_the_cheat_sheet_is_cut(desktop: Desktop, qtbot: QtBot, width: int) -> None:
    desktop.program.window.resize(width, 700)
    desktop.keyboard.press("Shift+/")
    panel = open_panel(desktop)
    assert isinstance(panel, CheatSheet)
    wrapping = [child for child in panel.findChildren(QWidget) if child.isVisible() and child.hasHeightForWidth()]
    lines = [widget for widget in wrapping if widget.accessibleName() and not widget.children()]
    assert len(lines) > 60
    qtbot.waitUntil(lambda: all(line.height() >= line.heightForWidth(line.width()) for line in lines))
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize("width", [720, 1360])
def test_the_cheat_sheet_says_the_ways_back_and_what_the_rings_mean(desktop: Desktop, qtbot: QtBot, width: int) -> None:
    desktop.program.window.resize(width, 700)
    desktop.keyboard.press("Shift+/")
    panel = open_panel(desktop)
    assert panel is not None
    (said,) = (one for one in panel.findChildren(QLabel, "muted") if "Ctrl+H" in one.text())
    for words in ("history", "Backups", "second press", "Solid rings", "Dotted rings"):
        assert words in said.text()
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    desktop.keyboard.press("Escape")


@given(st.text(alphabet="йцукенгшщзхъфывапролджэячсмитьбюqwertyuiop[]asdfghjkl;'zxcvbnm,."))
def test_retyping_twice_gives_the_same(typed: str) -> None:
    assert retyped(retyped(typed)) == typed


def test_click_places_the_caret_and_the_menu_offers_what_applies(desktop: Desktop, qtbot: QtBot) -> None:
    view = desktop.program.components.article.view
    open_article = desktop.session.open_article
    assert open_article is not None
    place = view.rect_of(next(iter(open_article.annotations)).span).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desktop.session.navigation.current == next(iter(open_article.annotations))
    view.menu_requested.emit(view.mapToGlobal(QPoint(place)), open_article.text.index("Алматы"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    accept = menu.actions()[0]
    assert accept.isEnabled()
    accept.trigger()
    menu.close()
    statuses = [row.status for row in open_article.annotations]
    assert Status.ACCEPTED in statuses


def test_selecting_by_mouse_makes_a_selection(desktop: Desktop) -> None:
    view = desktop.program.components.article.view
    open_article = desktop.session.open_article
    assert open_article is not None
    start = open_article.text.index("верят")
    view.double_clicked.emit(token_at(open_article.text, start))
    assert caret_words(desktop) == "верят"
    desktop.keyboard.press("0")
    assert any(row.words(open_article.text) == "верят" for row in open_article.annotations)


def test_panel_closes_when_the_window_is_clicked_elsewhere(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+K")
    view: QWidget = desktop.program.components.article.view
    view.setFocus()
    assert open_panel(desktop) is None
