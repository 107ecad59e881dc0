"""The ledger in the window is used by keys alone.

Every claim is in a table, and is judged and joined there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QStyle, QWidget

from app.core.change import Change, Step
from app.core.due_days import last_due_day
from app.core.message import Message
from app.core.model import Kind, Role
from app.core.records import ClaimPlace, ClaimRecord, Evidence, Stance, Verdict
from app.core.verdict_scales import scales_of, with_scales
from app.core.vocabulary import RoleName
from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.service.corpus.ledger.time_line import Period
from app.ui.base.texts.dates import day
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.ledger.pages.time_bars import TimeBars
from app.ui.dialogs.ledger.rows import COLUMNS
from app.ui.dialogs.ledger.table import LedgerTable
from app.ui.dialogs.ledger.window import LedgerDialog
from app.ui.theme.theme import LIGHT, strong
from tests.service.samples import add_article, claim, span
from tests.ui.desktop import Desktop, wait_until
from tests.ui.dialogs.corpus_samples import add_claims


@pytest.fixture
def opened_ledger(desktop: Desktop) -> Callable[[], LedgerDialog]:
    """Return what opens the ledger by its key, at the table.

    It waits until the index is current.
    """

    def open_it() -> LedgerDialog:
        desktop.keyboard.press("Ctrl+Shift+L")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LedgerDialog)
        wait_until(lambda: dialog.is_current and dialog.claims.rows.rowCount() > 0)
        wait_until(dialog.isActiveWindow)
        desktop.keyboard.press("Down")
        return dialog

    return open_it


Opening = Callable[[], LedgerDialog]


def shown(dialog: LedgerDialog, column: LedgerColumn = LedgerColumn.CLAIM) -> list[str]:
    place = COLUMNS.index(column)
    return [str(dialog.claims.rows.index(row, place).data()) for row in range(dialog.claims.rows.rowCount())]


def stored(desktop: Desktop, kind: type) -> list[object]:
    assert desktop.session.project is not None
    return list(desktop.session.project.rows(kind))


def test_every_claim_is_listed_with_what_is_due_first(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    assert len(shown(dialog)) == 4
    assert [said.split(" за")[0] for said in shown(dialog)[:2]] == ["построить мост"] * 2
    assert shown(dialog, LedgerColumn.SPEAKER)[0] == "Серик Алимов"
    assert shown(dialog, LedgerColumn.DUE)[0] == "31 Dec 2020"
    assert shown(dialog, LedgerColumn.STATE)[0].startswith("▲ Overdue ")
    assert shown(dialog, LedgerColumn.FIGURES)[0] == "30\u00a0billion\u00a0₸"


@pytest.mark.parametrize("key", ["Enter", "Tab", "Down"])
def test_a_typed_filter_holds_before_the_next_key(desktop: Desktop, opened_ledger: Opening, key: str) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("/")
    desktop.keyboard.type("ставка")
    desktop.keyboard.press(key, "Home", "Space")
    assert [said for said in shown(dialog) if "ставка" not in said] == []
    assert len(dialog.claims.ticked) == 1


def test_another_filter_marks_the_first_claim_that_fits(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    last = [one.strip() for one in shown(dialog)].index("ставка снизится")
    dialog.claims.mark(last)
    desktop.keyboard.press("/")
    desktop.keyboard.type("мост")
    desktop.keyboard.press("Enter")
    assert dialog.claims.table.currentIndex().row() == 0


@pytest.mark.parametrize("other", [("End", "G", "]"), ("O", "End", "N")])
def test_another_group_or_state_marks_its_first_claim(
    desktop: Desktop, opened_ledger: Opening, other: tuple[str, ...]
) -> None:
    add_claims(desktop)
    text = "Ая сказала, что рост есть, спад есть, мост есть, дом есть."
    add_article(desktop.session, text, [claim(text, f"{one} есть") for one in ("рост", "спад", "мост", "дом")], "Ещё")
    dialog = opened_ledger()
    desktop.keyboard.press(*other)
    assert len(shown(dialog)) > 1 and dialog.claims.table.currentIndex().row() == 0


def group_items(dialog: LedgerDialog) -> list[str]:
    listed = dialog.claims.groups.list
    return [listed.item(row).text().strip() for row in range(listed.count())]


def test_groups_and_time_line_hold_what_the_chosen_state_leaves(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("G")
    assert group_items(dialog)[0] == "4  All" and len(group_items(dialog)) == 4
    desktop.keyboard.press("O")
    assert group_items(dialog) == ["2  All", "2  Серик Алимов"]
    desktop.keyboard.press("]")
    assert len(shown(dialog)) == 2
    for left in (1, 0):
        desktop.keyboard.press("V", "4", "Ctrl+Enter")
        assert len(shown(dialog)) == left
    assert group_items(dialog) == ["0  All"] and dialog.claims.groups.group is None
    desktop.keyboard.press("M")
    assert not dialog.time_line.isVisible() and dialog.message.startswith("No promise")
    desktop.keyboard.press("U", "M", "Left")
    assert dialog.time_line.about.endswith("2020 · 1 claim · 1 overdue"), dialog.time_line.about


def test_the_marked_claim_is_in_sight_after_a_small_group(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    words = [f"дом {number} сдан" for number in range(60)]
    text = f"Ая: {', '.join(words)}."
    add_article(desktop.session, text, [claim(text, one) for one in words], "Дома")
    dialog = opened_ledger()
    desktop.keyboard.press("O", "A", "/")
    desktop.keyboard.type("59")
    desktop.keyboard.press("Enter")
    assert len(shown(dialog)) == 1
    desktop.keyboard.press("/", "Ctrl+A", "Delete", "Enter")
    table = dialog.claims.table
    assert len(shown(dialog)) > 60 and "59" in table.currentIndex().siblingAtColumn(1).data()
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_a_letter_that_is_no_command_leaves_the_mark(desktop: Desktop, opened_ledger: Opening, layout: str) -> None:
    add_claims(desktop)
    text = "Quinn said that the road is open; Йода тоже."
    speakers = [replace(claim(text, "open"), roles=(Role(RoleName.SPEAKER, span(text, "Quinn"), "Quinn"),))]
    speakers += [replace(claim(text, "тоже"), roles=(Role(RoleName.SPEAKER, span(text, "Йода"), "Йода"),))]
    add_article(desktop.session, text, speakers, "Дорога")
    desktop.keyboard.layout = layout
    dialog = opened_ledger()
    desktop.keyboard.press("Q")
    assert dialog.claims.table.currentIndex().row() == 0


def test_claims_are_copied_with_speaker_and_source(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    opened_ledger()
    desktop.keyboard.press("Home", "Ctrl+C")
    one = QGuiApplication.clipboard().text()
    assert one.startswith("«построить мост за ") and one.endswith(", zakon.kz"), one
    assert "» — Серик Алимов, 2025-06-" in one
    desktop.keyboard.press("Space", "Space", "Ctrl+C")
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    assert QGuiApplication.clipboard().mimeData().html().count("<p>") == 2


@pytest.mark.parametrize("layout", ["us", "ru", "kz"])
def test_a_state_is_chosen_and_a_column_sorted_by_a_key_of_any_layout(
    desktop: Desktop, opened_ledger: Opening, layout: str
) -> None:
    add_claims(desktop)
    desktop.keyboard.layout = layout
    dialog = opened_ledger()
    desktop.keyboard.press("O")
    assert len(shown(dialog)) == 2
    desktop.keyboard.press("N")
    assert len(shown(dialog)) == 2 and "ставка снизится" in shown(dialog)
    desktop.keyboard.press("A", "Home", "1")
    assert dialog.claims.table.currentIndex().row() == 0
    speakers = [said for said in shown(dialog, LedgerColumn.SPEAKER) if said != "–"]
    assert speakers == sorted(speakers, key=str.casefold) and len(shown(dialog)) == 4
    desktop.keyboard.press("1")
    assert [said for said in shown(dialog, LedgerColumn.SPEAKER) if said != "–"] == speakers[::-1]


def test_the_rows_follow_what_is_typed(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("/")
    for typed, count in (("мосты", 2), ("став", 1), ("speaker:Алимова", 2), ("kind:forecast", 1), ("due:<2021", 2)):
        desktop.keyboard.type(typed)
        wait_until(lambda count=count: len(shown(dialog)) == count)  # type: ignore[misc]
        desktop.keyboard.press("Escape")
        wait_until(lambda: len(shown(dialog)) == 4)


def test_a_verdict_is_one_step_with_its_evidence_and_a_later_one_follows(
    desktop: Desktop, opened_ledger: Opening
) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "2", "C", "Enter")
    desktop.keyboard.type("https://example.kz/most")
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("Мост не начат")
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("12.11.2025")
    desktop.keyboard.press("Tab", "Down", "Ctrl+Enter")
    (verdict,), (evidence,) = stored(desktop, Verdict), stored(desktop, Evidence)
    assert isinstance(verdict, Verdict) and isinstance(evidence, Evidence)
    assert (verdict.value, verdict.scale, verdict.certainty, verdict.author) == (
        "in_progress",
        "promises",
        "likely",
        "Ая",
    )
    assert (evidence.url, evidence.published) == ("https://example.kz/most", date(2025, 11, 12))
    assert (evidence.quote, evidence.stance) == ("Мост не начат", Stance.CONTRADICTS)
    assert shown(dialog, LedgerColumn.VERDICT)[0] == "In progress · likely"
    desktop.keyboard.press("V", "6", "Ctrl+Enter")
    assert [one.value for one in stored(desktop, Verdict)] == ["in_progress", "broken"]  # type: ignore[attr-defined]
    assert dialog.claims.current is not None and dialog.claims.current.state is ClaimState.JUDGED
    desktop.keyboard.press("V")
    assert "In progress · likely" in dialog.verdict_form.earlier and "Мост не начат" in dialog.verdict_form.earlier
    desktop.keyboard.press("Escape", "U", "Ctrl+Y")
    assert shown(dialog, LedgerColumn.VERDICT)[0] == "Broken"
    desktop.keyboard.press("U", "U")
    assert not any(stored(desktop, kind) for kind in (Verdict, Evidence, ClaimRecord, ClaimPlace))
    assert shown(dialog, LedgerColumn.VERDICT)[0] == ""


def test_a_verdict_without_a_value_or_with_no_day_is_not_saved(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "Ctrl+Enter")
    assert dialog.verdict_form.fault == "Choose a value by its digit."
    desktop.keyboard.press("1", "Enter", "Tab", "Tab")
    desktop.keyboard.type("soon")
    desktop.keyboard.press("Ctrl+Enter")
    assert dialog.verdict_form.fault.startswith("“soon” is not a day.")
    assert stored(desktop, Verdict) == []


def test_an_overdue_claim_is_not_yet_due_only_when_it_is_confirmed(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "1", "Ctrl+Enter")
    assert "31 Dec 2020" in dialog.verdict_form.fault and stored(desktop, Verdict) == []
    desktop.keyboard.press("Ctrl+Enter")
    (verdict,) = stored(desktop, Verdict)
    assert isinstance(verdict, Verdict) and verdict.value == "pending"
    assert dialog.claims.current is not None and dialog.claims.current.state is ClaimState.OVERDUE
    desktop.keyboard.press("V", "1", "Tab", "Tab", "Ctrl+A")
    desktop.keyboard.type("2020-06-01")
    desktop.keyboard.press("Ctrl+Enter")
    assert len(stored(desktop, Verdict)) == 2, "as of a day before the due date it is no doubt"


def test_one_key_notes_that_nothing_is_new(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("End", "Up")
    row = dialog.claims.current
    assert row is not None and row.state is ClaimState.UNCHECKED
    desktop.keyboard.press("L")
    assert dialog.claims.current is not None and dialog.claims.current.state is ClaimState.WAITING
    assert dialog.message.startswith("Looked, nothing new.")
    desktop.keyboard.press("U")
    assert stored(desktop, ClaimRecord) == []


def test_ticked_claims_become_places_of_one_after_a_preview(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Space", "Space", "J")
    texts = [dialog.join_page.list.item(place).text() for place in range(2)]
    assert "figures disagree" not in texts[0] and "≠ figures disagree" in texts[1]
    assert stored(desktop, ClaimPlace) == [], "nothing is joined before it is confirmed"
    desktop.keyboard.press("Enter")
    assert len(stored(desktop, ClaimPlace)) == 2 and len(stored(desktop, ClaimRecord)) == 1
    assert [said[:3] for said in shown(dialog)[:2]] == ["≠ 2"] * 2
    desktop.keyboard.press("Home", "V", "6", "Ctrl+Enter")
    assert shown(dialog, LedgerColumn.VERDICT)[:2] == ["Broken"] * 2


def test_the_same_claim_elsewhere_is_suggested_and_never_joined_alone(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("S")
    page = dialog.join_page.list
    assert page.count() == 2 and "equal due date" in page.item(1).text()
    desktop.keyboard.press("Enter")
    assert stored(desktop, ClaimPlace) == []
    desktop.keyboard.press("Space", "Enter")
    assert len(stored(desktop, ClaimPlace)) == 2


def room_for(table: LedgerTable, column: LedgerColumn) -> int:
    """Return how wide uncut words may be in a column."""
    margins = 2 * (table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    return table.columnWidth(COLUMNS.index(column)) - margins


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_due_date_of_any_month_has_room_in_strong_letters(
    desktop: Desktop, opened_ledger: Opening, language: str
) -> None:
    QLocale.setDefault(QLocale(language))
    add_claims(desktop)
    table = opened_ledger().claims.table
    advance = QFontMetrics(strong(table.font())).horizontalAdvance
    assert room_for(table, LedgerColumn.DUE) >= max(advance(day(date(2028, month, 28))) for month in range(1, 13))


@pytest.mark.parametrize("width", [820, 1_240])
def test_no_verdict_and_no_kind_is_cut(desktop: Desktop, opened_ledger: Opening, width: int) -> None:
    add_claims(desktop)
    table = opened_ledger().claims.table
    table.setFixedWidth(width)
    QApplication.processEvents()
    verdict, claim = (COLUMNS.index(column) for column in (LedgerColumn.VERDICT, LedgerColumn.CLAIM))
    assert table.columnWidth(verdict) == table.horizontalHeader().sectionSizeHint(verdict), "there is none yet"
    room = table.columnWidth(claim)
    desktop.keyboard.press("V", "2", "Ctrl+Enter")
    assert table.columnWidth(claim) < room or width < 1_000
    titles = [value.title("en") for scale in scales_of(desktop.session.scheme) for value in scale.values]
    kinds = [one.title("en") for one in desktop.session.scheme.of_kind(Kind.CLAIM)]
    for column, words in ((LedgerColumn.VERDICT, titles), (LedgerColumn.KIND, kinds)):
        widest = max(map(table.fontMetrics().horizontalAdvance, words))
        assert table.isColumnHidden(COLUMNS.index(column)) or room_for(table, column) >= widest
    assert not table.isColumnHidden(COLUMNS.index(LedgerColumn.VERDICT)), "verdicts differ in their last words"


def test_the_table_stays_where_it_is_when_something_is_said(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    QApplication.processEvents()
    before = dialog.claims.table.geometry()
    desktop.keyboard.press("J")
    QApplication.processEvents()
    assert dialog.message and dialog.claims.table.geometry() == before


def test_the_time_line_has_no_boxes_that_no_key_ticks(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    ticked = dialog.claims.rows.index(0, 0)
    assert ticked.data(Qt.ItemDataRole.CheckStateRole) is not None
    desktop.keyboard.press("M", "Left")
    first = dialog.time_line.rows.index(0, 0)
    assert first.isValid() and first.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not first.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_the_project_may_be_closed_under_the_ledger(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    dialog.claims.mark(1)
    dialog.claims.show_claims()  # its rows are not read yet
    desktop.session.projects.close()
    assert not dialog.isVisible()


def test_groups_have_counts_and_filter(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("G")
    items = [dialog.claims.groups.list.item(row).text() for row in range(dialog.claims.groups.list.count())]
    assert items[:2] == ["4  All", "2  Серик Алимов"]
    desktop.keyboard.press("]")
    assert set(shown(dialog, LedgerColumn.SPEAKER)) == {"Серик Алимов"}
    desktop.keyboard.press("G", "]")
    assert dialog.claims.groups.list.item(0).text() == "4  All"
    assert len(shown(dialog)) == 3 and dialog.claims.groups.list.item(1).text() == "3  June 2025"


def test_enter_opens_the_article_at_the_claim_and_the_ledger_opens_there_again(
    desktop: Desktop, opened_ledger: Opening
) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Down")
    row = dialog.claims.current
    assert row is not None
    desktop.keyboard.press("O", "Enter")
    assert desktop.session.open_article is not None
    assert desktop.session.open_article.article.id == row.entry.article_id
    assert desktop.session.navigation.current_id == row.entry.id
    again = opened_ledger()
    assert again.claims.current is not None and again.claims.current.entry.id == row.entry.id
    assert len(shown(again)) == 2


def test_the_time_line_shows_what_falls_due_and_leads_to_the_claim(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("M")
    line = dialog.time_line
    assert line.isVisible() and line.rows.rowCount() == 0, "nothing falls due today, and that is chosen first"
    desktop.keyboard.press("Left")
    assert line.about.endswith("2020 · 2 claims · 2 overdue")
    assert [row for row in range(2) if line.rows.index(row, 1).data()] == [0, 1]
    desktop.keyboard.press("Down")
    row = line.rows.row_at(1)
    desktop.keyboard.press("Enter")
    assert row is not None and desktop.session.navigation.current_id == row.entry.id


def test_all_that_was_found_of_a_claim_goes_into_the_sheet(
    desktop: Desktop, opened_ledger: Opening, tmp_path: Path
) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("E", "Tab")
    desktop.keyboard.type("Мосты")
    desktop.keyboard.press("Enter", "V", "2", "C", "Ctrl+Enter")
    assert "topic: Мосты" in dialog.claims.full_claim.text()
    desktop.keyboard.press("X")
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    files.filesSelected.emit([str(tmp_path / "a.xlsx")])
    files.reject()
    wait_until(lambda: "a.xlsx" in dialog.message)
    titles, first, *_ = load_workbook(tmp_path / "a.xlsx")["Claim ledger"].iter_rows(values_only=True)
    found = dict(zip(titles, first, strict=True))
    said = [found[one] for one in ("Topic", "Verdict", "Certainty", "Scale", "Verdict by")]
    assert said == ["Мосты", "In progress", "likely", "Fulfilment, version 1", "Ая"]


def test_a_review_says_that_a_verdict_is_only_likely(desktop: Desktop, opened_ledger: Opening, tmp_path: Path) -> None:
    text = "Асель Омарова сообщила, что дом сдан."
    number = add_article(desktop.session, text, [claim(text, "дом сдан", "statement")], "Дом")
    article = desktop.session.articles.get(number)
    assert article is not None
    public = replace(article, url="https://example.kz/dom")
    desktop.session.apply(Step(Message("link"), (Change(article, public),)))
    dialog = opened_ledger()
    desktop.keyboard.press("/")
    desktop.keyboard.type("сдан")
    desktop.keyboard.press("Enter", "V", "1", "C", "Ctrl+Enter", "X")
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    files.filesSelected.emit([str(tmp_path / "a.jsonld")])
    files.reject()
    wait_until(lambda: "a.jsonld" in dialog.message)
    (review,) = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    assert review["reviewRating"]["alternateName"] == "True · likely"


def test_an_earlier_verdict_names_the_version_of_a_scale_that_was_changed(
    desktop: Desktop, opened_ledger: Opening
) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "2", "Ctrl+Enter", "V")
    assert "In progress" in dialog.verdict_form.earlier and "version" not in dialog.verdict_form.earlier
    desktop.keyboard.press("Escape")
    before = desktop.session.scheme
    scales = [replace(one, values=one.values[:2]) if one.name == "promises" else one for one in scales_of(before)]
    desktop.session.apply(Step(Message("scales"), (Change(before, with_scales(before, scales)),)))
    dialog._show_records()  # noqa: SLF001  # as after a step of its own
    desktop.keyboard.press("V")
    assert "In progress · Fulfilment, version 1" in dialog.verdict_form.earlier


@pytest.mark.parametrize("name", ["a.xlsx", "a.jsonld"])
def test_the_ledger_is_exported_as_it_is_filtered(
    desktop: Desktop, opened_ledger: Opening, tmp_path: Path, name: str
) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("O", "X")
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    files.filesSelected.emit([str(tmp_path / name)])
    files.reject()
    if name.endswith("xlsx"):
        wait_until(lambda: name in dialog.message)
        assert load_workbook(tmp_path / name)["Claim ledger"].max_row == 3
        return
    wait_until(lambda: QApplication.activeModalWidget() not in (None, dialog, files))
    question = QApplication.activeModalWidget()
    assert isinstance(question, FramedDialog)
    wait_until(question.isActiveWindow)
    words = [one.text() for one in question.findChildren(QLabel)]
    assert "ClaimReview cannot hold: 2 promises, forecasts and demands." in words
    assert not (tmp_path / name).exists(), "nothing is written before"
    desktop.keyboard.press("Escape")
    assert dialog.isVisible() and dialog.message == "The export was cancelled." and not (tmp_path / name).exists()


def test_the_marked_claim_stands_in_full_below_its_table(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("1", "Home")
    full = dialog.claims.full_claim
    assert full.text().startswith("Асель Омарова · ставка снизится · Forecast")
    desktop.keyboard.press("Down", "Down")
    assert full.text().startswith("Серик Алимов · построить мост за 40 млрд тенге · Promise · 40,000,000,000")
    assert full.text().endswith("zakon.kz")
    desktop.keyboard.press("/")
    desktop.keyboard.type("ставка")
    wait_until(lambda: full.text().startswith("Асель"))
    desktop.keyboard.press("Ctrl+A")
    desktop.keyboard.type("нет такого")
    wait_until(lambda: not full.text())


def test_the_foot_says_what_escape_does_next(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()

    def foot() -> str:
        return next(one.text() for one in dialog.findChildren(QLabel) if "M: time line" in one.text())

    assert foot().endswith("Esc: close")
    desktop.keyboard.press("O", "Space")
    assert foot().endswith("Esc: take the ticks away")
    desktop.keyboard.press("Escape")
    assert foot().endswith("Esc: show all")
    desktop.keyboard.press("Escape")
    assert foot().endswith("Esc: close") and dialog.isVisible()


def test_the_line_of_today_does_not_run_through_a_count(qapp: QApplication) -> None:
    def paint_count(today: date) -> QImage:
        bars = TimeBars(LIGHT, today, parent)
        bars.resize(400, 220)
        bars.show_periods([Period(date(2026, 1, 1), date(2026, 3, 2), (1,) * 88_888, {ClaimState.OVERDUE: 88_888})])
        width = bars.fontMetrics().horizontalAdvance("88,888")
        return bars.grab(QRect(200 - width // 2, 26, width, 11)).toImage()

    parent = QWidget()
    assert paint_count(date(2026, 1, 31)) == paint_count(date(1990, 1, 1)), "today is in the middle, or not there"


def test_due_date_and_topic_of_a_claim_are_set_and_undone(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "E")
    desktop.keyboard.type("31.12.2019")
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("Мосты")
    desktop.keyboard.press("Enter")
    assert shown(dialog, LedgerColumn.DUE)[0] == "31 Dec 2019"
    record = stored(desktop, ClaimRecord)[0]
    assert isinstance(record, ClaimRecord) and (record.due, record.topic) == ("2019-12-31", "Мосты")
    desktop.keyboard.press("U")
    assert stored(desktop, ClaimRecord) == [] and shown(dialog, LedgerColumn.DUE)[0] == "31 Dec 2020"


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("осень 2027", "2027-23", "autumn 2027"),
        ("неделя с 07.04.2025", "2025-W15", "week of 2025-04-07"),
        ("autumn 2027", "2027-23", "autumn 2027"),
        ("II кв. 2026", "2026-34", "Q2 2026"),
        ("1 мая 2027", "2027-05-01", "2027-05-01"),
        ("2026 – 2030", "2026/2030", "2026 – 2030"),
    ],
)
def test_a_due_date_is_typed_in_the_words_of_the_window(
    desktop: Desktop, opened_ledger: Opening, typed: str, code: str, words: str
) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "E")
    desktop.keyboard.type(typed)
    desktop.keyboard.press("Enter")
    (record,) = stored(desktop, ClaimRecord)
    assert isinstance(record, ClaimRecord) and record.due == code
    assert dialog.claims.current is not None and dialog.claims.current.due == last_due_day(code)
    desktop.keyboard.press("E")
    assert dialog.claim_form.due.text() == words


def test_what_never_falls_due_is_refused_with_what_to_write(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "E")
    for typed in ("3 года", "скоро", "2027 – …"):
        dialog.claim_form.due.clear()
        desktop.keyboard.type(typed)
        desktop.keyboard.press("Enter")
        assert typed in dialog.claim_form.fault and "autumn 2026" in dialog.claim_form.fault
    assert stored(desktop, ClaimRecord) == []


def test_a_claim_stands_where_the_due_date_belongs_that_was_set(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "E")
    desktop.keyboard.type("2030")
    desktop.keyboard.press("Enter")
    assert [one for one in shown(dialog, LedgerColumn.DUE) if one] == ["31 Dec 2020", "31 Dec 2030"]
    assert dialog.claims.current is not None and dialog.claims.current.due == "2030-12-31", "the claim stays marked"
    desktop.keyboard.press("M")
    periods = dialog.time_line.bars.periods
    assert sum(period.total for period in periods if period.stop.year > 2030) == 1, "the time line has it there as well"


def test_what_is_no_date_is_refused_where_it_stands(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "E")
    desktop.keyboard.type("скоро")
    desktop.keyboard.press("Enter")
    assert "скоро" in dialog.claim_form.fault and stored(desktop, ClaimRecord) == []


def test_claims_are_grouped_by_topic_and_by_the_words_they_share(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "E", "Tab")
    desktop.keyboard.type("Мосты")
    desktop.keyboard.press("Enter", *["G"] * 6)

    def groups() -> list[str]:
        return [dialog.claims.groups.list.item(row).text() for row in range(dialog.claims.groups.list.count())]

    assert groups() == ["4  All", "3  (none)", "1  Мосты"]
    desktop.keyboard.press("]", "]")
    assert len(shown(dialog)) == 1
    desktop.keyboard.press("G")
    assert any(one.startswith("2  мост") for one in groups())
    desktop.keyboard.press("]")
    assert len(shown(dialog)) == 2 and all("мост" in said for said in shown(dialog))


def test_places_of_one_claim_with_other_figures_are_marked(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "Space", "Space", "J", "Enter")
    assert [one.startswith("≠ 2 × ") for one in shown(dialog)] == [True, True, False, False]
    dialog.resize(700, 600)  # a narrow window leaves out the figures
    table = dialog.claims.table
    wait_until(lambda: table.isColumnHidden(COLUMNS.index(LedgerColumn.FIGURES)))
    assert not table.isColumnHidden(COLUMNS.index(LedgerColumn.CLAIM))
    desktop.keyboard.press("Home")
    assert "figures disagree" in dialog.claims.full_claim.text()


def test_a_scale_is_edited_and_earlier_verdicts_keep_their_words(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "V", "4", "Ctrl+Enter")
    assert shown(dialog, LedgerColumn.VERDICT)[0] == "Kept"
    desktop.keyboard.press("Y", "]", "Down", "Down", "Down", "Enter")
    desktop.keyboard.press("Ctrl+A")
    desktop.keyboard.type("Done")
    desktop.keyboard.press("Enter")
    wait_until(lambda: not dialog.scale_page.table.is_editing)
    desktop.keyboard.press("Ctrl+Enter")
    promises = next(scale for scale in scales_of(desktop.session.scheme) if scale.name == "promises")
    assert (promises.version, promises.value("kept").title("en")) == (2, "Done")
    assert promises.value("kept").title("ru") == "Выполнено" and promises.value("kept").definition("en")
    assert shown(dialog, LedgerColumn.VERDICT)[0] == "Kept", "it was given by the first version"
    desktop.keyboard.press("V", "4", "Ctrl+Enter")
    assert shown(dialog, LedgerColumn.VERDICT)[0] == "Done"
    given = [one for one in stored(desktop, Verdict) if isinstance(one, Verdict)]
    assert [one.scale_version for one in given] == [1, 2]
    desktop.keyboard.press("U", "U")
    assert next(one for one in scales_of(desktop.session.scheme) if one.name == "promises").version == 1
    assert shown(dialog, LedgerColumn.VERDICT)[0] == "Kept"


def test_values_of_a_scale_are_added_moved_and_removed(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Y")
    count = len(scales_of(desktop.session.scheme)[0].values)
    for _ in range(count):
        desktop.keyboard.press("Down")
    desktop.keyboard.press("Enter")
    desktop.keyboard.type("Satire")
    desktop.keyboard.press("Enter")
    wait_until(lambda: not dialog.scale_page.table.is_editing)
    for _ in range(count):
        desktop.keyboard.press("Alt+Up")
    desktop.keyboard.press("Down", "Delete", "Ctrl+Enter")
    truth = scales_of(desktop.session.scheme)[0]
    assert [value.title("en") for value in truth.values][:2] == ["Satire", "Mostly true"]
    assert len(truth.values) == count and truth.version == 2 and truth.values[0].key == "value_1"
    assert dialog.message.startswith("Saved.")


@pytest.mark.parametrize("width", [260, 330, 480, 640, 900, 1_240])
def test_columns_are_left_out_rather_than_cut(desktop: Desktop, opened_ledger: Opening, width: int) -> None:
    add_claims(desktop)
    table = opened_ledger().claims.table
    table.setFixedWidth(width)
    QApplication.processEvents()
    header = table.horizontalHeader()
    seen = [place for place in range(len(COLUMNS)) if not table.isColumnHidden(place)]
    assert sum(table.columnWidth(place) for place in seen) <= table.viewport().width()
    for place in seen:
        if COLUMNS[place] is not LedgerColumn.CLAIM:
            assert table.columnWidth(place) >= header.sectionSizeHint(place), COLUMNS[place]


def test_what_a_step_says_ends_as_a_sentence_before_the_way_back(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Home", "V", "4", "Ctrl+Enter")
    assert dialog.message == "Verdict: Kept. U: undo"


def test_a_sum_is_short_in_its_narrow_column_and_exact_on_hover(desktop: Desktop, opened_ledger: Opening) -> None:
    before = QLocale()
    add_claims(desktop)
    text = "Серик Алимов ожидает, что доходы составят 1 234 567 890 тенге."
    row = claim(text, "доходы составят 1 234 567 890 тенге", "forecast", attributes=(("figures", "1234567890 KZT"),))
    add_article(desktop.session, text, [row], "Доходы")
    try:
        QLocale.setDefault(QLocale("ru"))
        dialog = opened_ledger()
        dialog.claims.table.setFixedWidth(1_130)
        QApplication.processEvents()
        place = COLUMNS.index(LedgerColumn.FIGURES)
        found = [dialog.claims.rows.index(row, place) for row in range(dialog.claims.rows.rowCount())]
        said = {str(one.data()): str(one.data(Qt.ItemDataRole.ToolTipRole)) for one in found if one.data()}
        assert said == {
            "30\u00a0млрд\u00a0₸": "30\u00a0000\u00a0000\u00a0000\u00a0KZT",
            "40\u00a0млрд\u00a0₸": "40\u00a0000\u00a0000\u00a0000\u00a0KZT",
            "≈\u00a01,23\u00a0млрд\u00a0₸": "1\u00a0234\u00a0567\u00a0890\u00a0KZT",
        }
        table = dialog.claims.table
        assert all(table.sizeHintForIndex(one).width() <= table.columnWidth(place) for one in found)
    finally:
        QLocale.setDefault(before)


def test_keys_work_on_where_there_is_no_time_line_to_show(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("/")
    desktop.keyboard.type("ставка")
    desktop.keyboard.press("Enter", "M")
    assert dialog.message and dialog.claims.table.hasFocus()
    desktop.keyboard.press("Space")
    assert len(dialog.claims.ticked) == 1


def test_the_sheet_says_which_figures_disagree_and_what_was_looked_at(
    desktop: Desktop, opened_ledger: Opening, tmp_path: Path
) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("Space", "Space", "J", "Enter", "Home", "L", "X")
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    files.filesSelected.emit([str(tmp_path / "l.xlsx")])
    files.reject()
    wait_until(lambda: "l.xlsx" in dialog.message)
    head, *lines = load_workbook(tmp_path / "l.xlsx")["Claim ledger"].iter_rows(values_only=True)
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert [row["Figures disagree"] for row in rows].count("≠ figures disagree") == 2
    assert [row["Places"] for row in rows][:2] == [2, 2]
    watched = next(row for row in stored(desktop, ClaimRecord)).watched  # type: ignore[attr-defined]
    assert {row["Looked at"].date() for row in rows[:2]} == {watched.date()}


def test_evidence_does_not_take_after_the_evidence_before(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "6", "Enter")
    form = dialog.verdict_form
    form.evidence.url.setText("https://example.kz/1")
    form.evidence.stance.setCurrentIndex(1)
    desktop.keyboard.press("Alt+E")
    assert form.evidence.url.hasFocus() and Stance(form.evidence.stance.currentData()) is Stance.SUPPORTS
    form.evidence.stance.setCurrentIndex(1)
    desktop.keyboard.press("Escape", "Escape", "Down", "V")
    assert Stance(form.evidence.stance.currentData()) is Stance.SUPPORTS


def test_each_kept_evidence_is_taken_back_by_its_number(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "6", "Enter")
    form = dialog.verdict_form
    for number in (1, 2, 3):
        form.evidence.url.setText(f"https://example.kz/{number}")
        desktop.keyboard.press("Alt+E")
    desktop.keyboard.press("Alt+4")
    assert form.fault == "No evidence has the number 4." and len(form.evidence.kept) == 3
    form.evidence.quote.setText("Ещё не добавлено")
    desktop.keyboard.press("Alt+2")
    assert form.fault == "" and form.evidence.url.text() == "https://example.kz/2"
    left = ["https://example.kz/1", "https://example.kz/3", "Ещё не добавлено"]
    assert [one.url or one.quote for one in form.evidence.kept] == left
    assert "example.kz/3" in form.evidence.kept_words and "example.kz/2" not in form.evidence.kept_words
    form.evidence.url.clear()
    desktop.keyboard.press("Ctrl+Enter")
    kept = [one for one in stored(desktop, Evidence) if isinstance(one, Evidence)]
    assert [one.url or one.quote for one in kept] == [
        "https://example.kz/1",
        "https://example.kz/3",
        "Ещё не добавлено",
    ]


def test_evidence_taken_back_keeps_its_day_and_stance(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "6", "Enter")
    form = dialog.verdict_form
    form.evidence.url.setText("https://example.kz/1")
    form.evidence.published.setText("5.01.2026")
    form.evidence.stance.setCurrentIndex(1)
    desktop.keyboard.press("Alt+E", "Alt+1", "Ctrl+Enter")
    (kept,) = (one for one in stored(desktop, Evidence) if isinstance(one, Evidence))
    assert (kept.published, kept.stance) == (date(2026, 1, 5), Stance.CONTRADICTS)


def test_a_date_alone_is_no_evidence_and_is_not_lost(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("V", "6", "Enter")
    form = dialog.verdict_form
    desktop.keyboard.press("Alt+E")
    assert form.fault == "Evidence needs a link or a quote."
    form.evidence.published.setText("2026-01-05")
    desktop.keyboard.press("Ctrl+Enter")
    assert form.fault == "Evidence needs a link or a quote." and form.evidence.published.text() == "2026-01-05"
    assert stored(desktop, Verdict) == []
    form.evidence.url.setText("https://example.kz/1")
    desktop.keyboard.press("Ctrl+Enter")
    assert len(stored(desktop, Evidence)) == 1


def test_a_suggested_claim_is_read_in_full_with_its_reason(desktop: Desktop, opened_ledger: Opening) -> None:
    add_claims(desktop)
    dialog = opened_ledger()
    desktop.keyboard.press("S")
    listed = dialog.join_page.list
    item = listed.item(1)
    short = listed.visualItemRect(item).height()
    item.setText(f"{'построить мост за 30 млрд тенге ' * 20}\n{item.text()}")
    listed.doItemsLayout()
    line_px = listed.fontMetrics().height()
    lines = 20 * listed.fontMetrics().horizontalAdvance("построить мост за 30 млрд тенге ") // listed.width()
    assert lines > 1 and listed.visualItemRect(item).height() >= short + lines * line_px
