"""The register works by keys alone in the window.

It has records, their cards, joining and parting names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.change import Change, Step
from app.core.message import Message
from app.core.records import Judgement, JudgementValue, RegisterRecord
from app.core.scheme import Attribute, Label, Scheme
from app.service.corpus.register.card import CardSection
from app.ui.base.texts.empty_words import filter_words
from app.ui.dialogs.register.rows import ALIASES, LAST, NAME
from app.ui.dialogs.register.window import RegisterDialog
from tests.service.samples import add_article, entity
from tests.ui.desktop import Desktop, wait_until
from tests.ui.dialogs.corpus_samples import add_named


def names(dialog: RegisterDialog) -> list[str]:
    return [str(dialog.records.rows.index(row, NAME).data()) for row in range(dialog.records.rows.rowCount())]


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the index beside the project."""
    monkeypatch.setenv("POMETKA_CONFIG_DIR", str(tmp_path / "config"))


Opening = Callable[[], RegisterDialog]


@pytest.fixture
def opened_register(desktop: Desktop, qtbot: QtBot) -> Opening:
    """Return what opens the register by its key, at the table.

    It waits for the index.
    """
    add_named(desktop.session)

    def open_it() -> RegisterDialog:
        desktop.keyboard.press("Ctrl+Shift+E")
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RegisterDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RegisterDialog)
        qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.is_current, timeout=60_000)
        desktop.keyboard.press("Down")
        return dialog

    return open_it


def filter_by(dialog: RegisterDialog, desktop: Desktop, qtbot: QtBot, words: str) -> None:
    """Type into the filter, and go back to the table."""
    desktop.keyboard.press("/")
    dialog.records.line.setText(words)
    desktop.keyboard.press("Enter")
    qtbot.waitUntil(
        lambda: dialog.records.current is not None and words[:3].lower() in dialog.records.current.name.lower()
    )


def read_card_of(dialog: RegisterDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.records.card.is_whole)


def judgements(desktop: Desktop) -> list[JudgementValue]:
    assert desktop.session.project is not None
    return [row.value for row in desktop.session.project.rows(Judgement) if row.is_live]


@pytest.mark.parametrize("key", ["Enter", "Tab", "Down"])
def test_a_typed_filter_holds_before_the_next_key(desktop: Desktop, opened_register: Opening, key: str) -> None:
    dialog = opened_register()
    desktop.keyboard.press("/")
    desktop.keyboard.type("Twitter")
    desktop.keyboard.press(key, "Home", "Space")
    assert [entry.name for entry in dialog.records.ticked] == ["Twitter"]


def test_another_filter_marks_the_first_record_that_fits(desktop: Desktop, opened_register: Opening) -> None:
    dialog = opened_register()
    dialog.records.mark(names(dialog).index("Twitter"))
    desktop.keyboard.press("/")
    desktop.keyboard.type("Алимов")
    desktop.keyboard.press("Enter", "Space")
    assert [entry.name for entry in dialog.records.ticked] == names(dialog)[:1]


def test_the_marked_record_is_in_sight_once_all_are_shown_again(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot
) -> None:
    for number in range(80):
        text = f"Посёлок{number} растёт."
        add_article(desktop.session, text, [entity(text, f"Посёлок{number}", "LOC")], f"Посёлок {number}")
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Посёлок79")
    desktop.keyboard.press("Escape")
    qtbot.waitUntil(lambda: dialog.records.rows.rowCount() > 80)
    table = dialog.records.table
    assert dialog.records.current is not None and dialog.records.current.name == "Посёлок79"
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(table.currentIndex()).center()))


@pytest.mark.parametrize("has_aliases", [False, True])
def test_columns_of_records_are_left_out_rather_than_cut(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot, *, has_aliases: bool
) -> None:
    dialog = opened_register()
    if has_aliases:
        filter_by(dialog, desktop, qtbot, "Алимов")
        desktop.keyboard.press("Home", "Space", "Space", "J")
    table, header = dialog.records.table, dialog.records.table.horizontalHeader()
    for width in range(260, 1_300, 20):
        table.setFixedWidth(width)
        QApplication.processEvents()
        seen = [place for place in range(LAST + 1) if not table.isColumnHidden(place)]
        assert sum(map(table.columnWidth, seen)) == table.viewport().width()
        assert not [place for place in seen if table.columnWidth(place) < header.sectionSizeHint(place)], width
    assert table.isColumnHidden(ALIASES) != has_aliases


@pytest.mark.parametrize("layout", ["us", "ru", "kz"])
def test_records_are_joined_parted_and_undone_on_every_layout(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot, layout: str
) -> None:
    desktop.keyboard.layout = layout
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Алимова")
    before = names(dialog)
    assert sorted(before) == ["Алимов", "Серик Алимов"], "any case form finds the names"
    desktop.keyboard.press("Home", "Space", "Space", "J")
    assert len(names(dialog)) == 1 and judgements(desktop) == [JudgementValue.SAME]
    assert dialog.records.current is not None and dialog.records.current.mentions == 2
    read_card_of(dialog, qtbot)
    desktop.keyboard.press("1", "X")
    assert dialog.message.startswith("Mark a name of the record first"), "the key that is shown answers everywhere"
    desktop.keyboard.press("2", "Right", "X")
    assert sorted(names(dialog)) == sorted(before) and judgements(desktop) == []
    desktop.keyboard.press("U")
    assert len(names(dialog)) == 1
    desktop.keyboard.press("U")
    assert sorted(names(dialog)) == sorted(before)
    desktop.keyboard.press("U")
    assert dialog.message == "Nothing was changed here yet."


def test_a_card_leads_to_the_article_and_the_register_opens_where_it_was(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot
) -> None:
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Серик")
    read_card_of(dialog, qtbot)
    desktop.keyboard.press("1", "Enter", "Enter")
    assert not dialog.isVisible()
    opened, current = desktop.session.open_article, desktop.session.navigation.current
    assert opened is not None and current is not None
    assert current.words(opened.text) == "Серик Алимов"
    again = opened_register()
    assert (
        again.records.line.text() == "Серик"
        and again.records.current is not None
        and again.records.current.name == "Серик Алимов"
    )


def test_a_card_names_positions_and_company(desktop: Desktop, opened_register: Opening, qtbot: QtBot) -> None:
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Серик")
    read_card_of(dialog, qtbot)
    for section, words in ((CardSection.POSITIONS, "Аким"), (CardSection.COMPANY, "Алматы")):
        dialog.records.card.choose(section)
        assert dialog.records.card.rows.rowCount() == 1
        assert str(dialog.records.card.rows.index(0).data()).startswith(words)


def test_suggestions_are_decided_by_one_key_each_and_can_be_changed(desktop: Desktop, opened_register: Opening) -> None:
    dialog = opened_register()
    desktop.keyboard.press("S")
    review = dialog.review_page.review
    assert review is not None and review.left == 2
    assert "Береке Банк" in dialog.review_page.words and "legal form" in dialog.review_page.words
    titles = [made.text() for made in dialog.review_page.findChildren(QPushButton) if made.isVisible()]
    assert titles == ["1: Same", "2: Different", "3: Not sure", "Space: skip"]
    desktop.keyboard.press("Space")
    assert "Алимов" in dialog.review_page.words, "what is skipped comes last"
    desktop.keyboard.press("2")
    assert review.left == 1 and judgements(desktop) == [JudgementValue.DIFFERENT]
    desktop.keyboard.press("1")
    assert review.left == 0 and len(judgements(desktop)) == 2
    desktop.keyboard.press("Right", "Down", "3")
    assert JudgementValue.UNSURE in judgements(desktop) and JudgementValue.DIFFERENT not in judgements(desktop)
    desktop.keyboard.press("Home", "Backspace")
    assert review.left == 1, "what is taken back is suggested again"
    desktop.keyboard.press("Escape")
    assert dialog.isVisible() and dialog.records.table.hasFocus()


def test_a_held_key_decides_once(desktop: Desktop, opened_register: Opening) -> None:
    dialog = opened_register()
    desktop.keyboard.press("S")
    desktop.keyboard.hold("2", 5)
    assert dialog.review_page.review is not None and dialog.review_page.review.left == 1


def test_what_is_noted_of_a_record_is_one_step(desktop: Desktop, opened_register: Opening, qtbot: QtBot) -> None:
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Серик")
    desktop.keyboard.press("E")
    assert dialog.record_form.isVisible()
    dialog.focusWidget().setText("Алимов Серик Болатович")  # type: ignore[attr-defined]
    desktop.keyboard.press("Enter", "Enter")
    project = desktop.session.project
    assert project is not None and dialog.records.current is not None
    assert [row.name for row in project.rows(RegisterRecord)] == ["Алимов Серик Болатович"]
    assert dialog.records.current.name == "Алимов Серик Болатович" and "Серик Алимов" in dialog.records.current.aliases
    desktop.keyboard.press("U")
    assert project.rows(RegisterRecord) == [] and dialog.records.current.name == "Серик Алимов"


def test_records_with_different_ids_are_not_joined(desktop: Desktop, opened_register: Opening, qtbot: QtBot) -> None:
    dialog = opened_register()
    register = dialog.register
    assert register is not None
    for number, entry in enumerate(one for one in register.entries if "Алимов" in one.name):
        record = RegisterRecord(0, entry.record_key, label="PER", identifiers=(("wikidata", f"Q{number}"),))
        project = desktop.session.project
        assert project is not None
        desktop.session.apply(Step(Message("note"), (Change(None, replace(record, id=project.next_id())),)))
    register.refresh()
    filter_by(dialog, desktop, qtbot, "Алимов")
    desktop.keyboard.press("Home", "Space", "Space", "J")
    assert "Wikidata" in dialog.message and judgements(desktop) == []
    assert list(register.suggestions("PER")) == []


def test_quite_different_records_are_joined_only_when_it_is_confirmed(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot
) -> None:
    dialog = opened_register()
    desktop.keyboard.press("T", "T")
    assert dialog.records.ticked == [] and "Twitter" in names(dialog)
    for words in ("Twitter", "АО"):
        filter_by(dialog, desktop, qtbot, words)
        desktop.keyboard.press("Space")
    desktop.keyboard.press("J")
    assert "Twitter" in dialog.message and "Enter: yes" in dialog.message and judgements(desktop) == []
    desktop.keyboard.press("Escape")
    assert dialog.isVisible() and len(dialog.records.ticked) == 2 and judgements(desktop) == []
    desktop.keyboard.press("Enter")
    assert judgements(desktop) == [], "a refused question is no question any more"
    dialog.records.table.setFocus()
    desktop.keyboard.press("J", "Home", "Enter")
    assert judgements(desktop) == [], "another key drops the question"
    dialog.records.table.setFocus()
    desktop.keyboard.press("J", "Enter")
    assert judgements(desktop) == [JudgementValue.SAME]


def test_what_was_judged_different_is_asked_about_before_it_is_joined(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot
) -> None:
    dialog = opened_register()
    desktop.keyboard.press("S", "2", "Escape")
    assert judgements(desktop) == [JudgementValue.DIFFERENT]
    filter_by(dialog, desktop, qtbot, "Береке")
    desktop.keyboard.press("Home", "Space", "Space", "J")
    assert "different" in dialog.message and judgements(desktop) == [JudgementValue.DIFFERENT]
    desktop.keyboard.press("Enter")
    assert judgements(desktop) == [JudgementValue.SAME]


def test_records_under_different_labels_are_joined_with_all_their_mentions(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot
) -> None:
    dialog = opened_register()
    mentions = 0
    for words in ("Twitter", "Алматы"):
        filter_by(dialog, desktop, qtbot, words)
        assert dialog.records.current is not None
        mentions += dialog.records.current.mentions
        desktop.keyboard.press("Space")
    desktop.keyboard.press("J")
    assert "The types differ" in dialog.message and judgements(desktop) == []
    desktop.keyboard.press("Enter")
    assert judgements(desktop) == [JudgementValue.SAME]
    read_card_of(dialog, qtbot)
    assert dialog.records.current is not None and dialog.records.current.mentions == mentions
    assert dialog.records.card.rows.rowCount() == mentions


def test_escape_closes_the_innermost_thing(desktop: Desktop, opened_register: Opening, qtbot: QtBot) -> None:
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Twitter")
    read_card_of(dialog, qtbot)
    desktop.keyboard.press("Space", "Enter", "Escape")
    assert dialog.records.table.hasFocus() and dialog.records.rows.ticked
    desktop.keyboard.press("Escape")
    assert not dialog.records.rows.ticked and dialog.records.line.text()
    desktop.keyboard.press("Escape")
    assert not dialog.records.line.text() and dialog.isVisible()
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible()


def test_the_type_of_a_record_is_changed_and_undone(desktop: Desktop, opened_register: Opening, qtbot: QtBot) -> None:
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Серик")
    entry = dialog.records.current
    assert entry is not None and entry.label == "PER"
    desktop.keyboard.press("E", "Tab", "Down", "Enter")
    after = dialog.records.current
    assert after is not None and (after.label, after.mention_label, after.name) == ("ORG", "PER", entry.name)
    read_card_of(dialog, qtbot)
    assert dialog.records.card.rows.rowCount() == entry.mentions, "its mentions are found as they are labelled"
    desktop.keyboard.press("U")
    assert dialog.records.current is not None and dialog.records.current.label == "PER"


def test_an_empty_register_says_why_and_shows_no_card(desktop: Desktop, opened_register: Opening) -> None:
    dialog = opened_register()
    desktop.keyboard.press("/")
    desktop.keyboard.type("щщщщ")
    desktop.keyboard.press("Enter")
    wait_until(lambda: dialog.records.table.empty_words == filter_words())
    assert not dialog.records.card.isVisible()


def test_an_id_that_is_none_is_refused_and_stays_to_be_corrected(
    desktop: Desktop, opened_register: Opening, qtbot: QtBot
) -> None:
    dialog = opened_register()
    filter_by(dialog, desktop, qtbot, "Серик")
    project = desktop.session.project
    assert project is not None
    desktop.keyboard.press("E", "Tab", "Tab")
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("Берлин")
    for key in ("Enter", "Ctrl+Enter"):
        desktop.keyboard.press(key)
        assert dialog.record_form.isVisible() and "no Wikidata number" in dialog.record_form.question
    assert project.rows(RegisterRecord) == [] and field.text() == "Берлин"
    field.setText("https://www.wikidata.org/wiki/q42")
    desktop.keyboard.press("Enter")
    assert [row.identifiers for row in project.rows(RegisterRecord)] == [(("wikidata", "Q42"),)]


def test_only_a_changed_id_is_checked(desktop: Desktop, opened_register: Opening) -> None:
    project = desktop.session.project
    assert project is not None
    dialog = opened_register()
    entry = dialog.records.current
    assert entry is not None
    noted = RegisterRecord(project.next_id(), entry.record_key, identifiers=(("wikidata", "old 12"), ("bin", " 7 ")))
    dialog.reject()
    desktop.session.apply(Step(Message("note"), (Change(None, noted),)))
    dialog = opened_register()
    desktop.keyboard.press("E", "Tab", "Tab", "Tab", "Tab")
    desktop.keyboard.type("видели")
    desktop.keyboard.press("Ctrl+Enter")
    (saved,) = project.rows(RegisterRecord)
    assert saved.note == "видели" and dict(saved.identifiers) == dict(noted.identifiers)
    desktop.keyboard.press("E", "Tab", "Tab", "End")
    desktop.keyboard.type("3")
    desktop.keyboard.press("Ctrl+Enter")
    assert "no Wikidata number" in dialog.record_form.question


@pytest.mark.parametrize(
    ("labels", "buttons", "why"),
    [
        ((Label("PER"), Label("EVENT")), ["All types", "Persons"], "No persons"),
        ((Label("firm", titles=(("en", "Company"),)),), ["All types", "Company"], "Nothing is labelled yet: Company."),
        ((Label("Day", attributes=(Attribute("value"),)),), ["All types"], "No label of the scheme names"),
    ],
)
def test_an_empty_register_says_why_by_the_labels_of_the_scheme(
    desktop: Desktop, qtbot: QtBot, labels: tuple[Label, ...], buttons: list[str], why: str
) -> None:
    project = desktop.session.project
    assert project is not None
    for article in list(project.articles()):
        desktop.session.apply(
            Step(Message("clear"), tuple(Change(row, None) for row in project.annotations(article.id)))
        )
    desktop.session.apply(Step(Message("scheme"), (Change(project.scheme(), Scheme(labels)),)))
    desktop.keyboard.press("Ctrl+Shift+E")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), RegisterDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RegisterDialog)
    qtbot.waitUntil(lambda: dialog.is_current, timeout=60_000)
    wait_until(lambda: dialog.records.table.empty_words.startswith(why))
    assert [made.text() for made in dialog.records.findChildren(QPushButton, "section")][: len(buttons)] == buttons
    desktop.keyboard.press("Down", "T", "T", "T")
    assert dialog.isVisible()
