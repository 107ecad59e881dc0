"""Keys reach their actions from everywhere.

They type while a text field has the focus.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from app.core.message import Message
from app.core.model import Status
from app.service.commands.registry import by_id
from app.ui.prompts.help_page import HelpPage
from tests.service.samples import add_article
from tests.stories.keyboard import LAYOUTS, PLACES
from tests.ui.desktop import Desktop


def test_article_has_the_focus_when_a_project_opens(desktop: Desktop) -> None:
    assert desktop.focused() is desktop.program.components.article.view


@pytest.mark.parametrize("layout", LAYOUTS)
def test_navigating_labelling_and_undoing_work_on_every_layout(desktop: Desktop, layout: str) -> None:
    keyboard, session = desktop.keyboard, desktop.session
    keyboard.layout = layout
    keyboard.press("Tab")
    current = session.navigation.current
    assert current is not None
    keyboard.press("Ctrl+9")
    assert session.open_article is not None
    changed = session.open_article.annotations.get(current.id)
    assert changed is not None
    assert (changed.label, changed.status) == ("LAW", Status.CORRECTED)
    keyboard.press("U")
    assert session.open_article.annotations.get(current.id) == current


@pytest.mark.parametrize("layout", LAYOUTS)
def test_letters_type_in_a_text_field(desktop: Desktop, layout: str) -> None:
    keyboard = desktop.keyboard
    keyboard.layout = layout
    desktop.keyboard.press("Ctrl+P")
    before = desktop.session.navigation.current
    keyboard.press("N", "1", "Space", "P")
    field = desktop.focused()
    assert isinstance(field, QLineEdit)
    assert len(field.text()) == 4
    assert desktop.session.navigation.current == before


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shift", ["", "Shift+"])
def test_every_character_types_in_a_text_field(desktop: Desktop, layout: str, shift: str) -> None:
    desktop.keyboard.layout = layout
    desktop.keyboard.press("Ctrl+P")
    field = desktop.focused()
    assert isinstance(field, QLineEdit)
    for count, place in enumerate(PLACES, 1):
        desktop.keyboard.press(shift + place)
        assert (place, len(field.text()), desktop.focused()) == (place, count, field)


def test_a_character_that_the_user_bound_types_in_a_text_field(desktop: Desktop) -> None:
    dispatcher = desktop.program.dispatcher
    dispatcher.keymap = dispatcher.keymap.bound("find.project", ("Q", "Home", "F8"))
    desktop.keyboard.press("Ctrl+P", "Q", "Home")
    field = desktop.focused()
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.cursorPosition()) == ("q", 0)
    desktop.keyboard.press("F8")
    assert desktop.program.components.search.panel.isVisible()


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_a_key_with_alt_types_nothing(desktop: Desktop, layout: str) -> None:
    desktop.keyboard.layout = layout
    desktop.keyboard.press("Ctrl+Shift+F")
    desktop.keyboard.press("Alt+1", "Alt+E", "Alt+Shift+X")
    assert desktop.program.components.search.panel.query == ""


def test_escape_leads_from_a_field_to_the_article(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+P")
    assert isinstance(desktop.focused(), QLineEdit)
    desktop.keyboard.press("Escape")
    assert desktop.focused() is desktop.program.components.article.view


@pytest.mark.parametrize("layout", LAYOUTS)
def test_editing_keys_of_a_field_go_by_place(desktop: Desktop, layout: str) -> None:
    keyboard = desktop.keyboard
    keyboard.press("Ctrl+P")
    keyboard.layout = layout
    keyboard.press("A", "B")
    keyboard.press("Ctrl+A", "Ctrl+X")
    field = desktop.focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    keyboard.press("Ctrl+V")
    assert len(field.text()) == 2


def test_f6_goes_round_the_panes_and_back(desktop: Desktop) -> None:
    start = desktop.focused()
    seen = []
    for _ in range(len(desktop.program.components.panes) + 1):
        seen.append(desktop.focused())
        desktop.keyboard.press("F6")
    assert desktop.focused() is start
    assert len(set(map(id, seen))) == len(seen)


def test_decisions_work_while_a_list_has_the_focus(desktop: Desktop) -> None:
    desktop.keyboard.press("Tab")
    desktop.program.components.panes["annotations"].focus()
    left = desktop.session.navigation.left
    desktop.keyboard.press("Ctrl+Space")
    assert desktop.session.navigation.left == left - 1


def place(desktop: Desktop) -> tuple[object, ...]:
    """Return what the next key would be about."""
    cursor, navigation = desktop.session.cursor, desktop.session.navigation
    return cursor.caret, cursor.selection, navigation.current_id, navigation.left


def hints(desktop: Desktop) -> tuple[object, ...]:
    """Return the letters that are shown over the text."""
    return desktop.program.components.article.view.canvas.marks.hints


@pytest.mark.parametrize("key", ["Tab", "Right", "Shift+Right", "Ctrl+9"])
def test_a_key_that_is_no_letter_ends_the_hints_and_does_what_it_does(desktop: Desktop, key: str) -> None:
    desktop.keyboard.press("F")
    assert hints(desktop)
    before = place(desktop)
    desktop.keyboard.press(key)
    assert hints(desktop) == ()
    assert place(desktop) != before
    assert desktop.focused() is desktop.program.components.article.view


def test_hints_are_over_when_one_types_elsewhere(desktop: Desktop) -> None:
    desktop.keyboard.press("F")
    desktop.program.host.help.show_palette()
    desktop.keyboard.press("F")
    field = desktop.focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "f"
    assert hints(desktop) == ()


def test_hints_are_over_when_the_window_is_built_anew(desktop: Desktop) -> None:
    desktop.keyboard.press("F")
    desktop.program.host.display.set_theme("dark")
    desktop.keyboard.press("G")
    assert not desktop.session.navigation.groups_on


def test_the_help_opens_from_a_text_field(desktop: Desktop) -> None:
    desktop.keyboard.press("/", "F1")
    assert any(page.isVisible() for page in desktop.program.window.findChildren(HelpPage))


def test_held_key_repeats_only_what_may_be_repeated(desktop: Desktop) -> None:
    left = desktop.session.navigation.left
    desktop.keyboard.hold("Ctrl+Space", 4)
    assert desktop.session.navigation.left == left - 1, "nothing is decided unseen"
    desktop.keyboard.press("Ctrl+Home", "Right")
    second = desktop.session.cursor.caret
    desktop.keyboard.press("Left")
    desktop.keyboard.hold("Right", 3)
    desktop.keyboard.press("Left", "Left")
    assert desktop.session.cursor.caret == second


def test_a_claim_without_a_candidate_for_its_speaker_says_so(desktop: Desktop) -> None:
    notices: list[str] = []

    def hear(message: Message) -> None:
        notices.append(str(message))

    desktop.session.notified.connect(hear)
    desktop.keyboard.press("Ctrl+A", "Backspace", "Ctrl+End", "Shift+1", "S")
    assert notices[1:] == ["Nobody near the claim can be its speaker: select who is."]
    assert hints(desktop) == ()


def test_an_article_is_found_and_opened_by_typing_its_title(desktop: Desktop) -> None:
    add_article(desktop.session, "Другой текст.", title="Выборы в Астане")
    desktop.program.run(by_id("view.pane_articles"))
    desktop.program.run(by_id("view.pane_articles"))
    assert desktop.program.components.panes["articles"].isHidden()
    desktop.keyboard.press("Ctrl+P")
    desktop.keyboard.type("выбор")
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article is not None
    assert desktop.session.open_article.article.title == "Выборы в Астане"
