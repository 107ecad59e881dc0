"""The overview is used by keys alone.

Pictures, what is behind them, files, samples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Kind, Progress
from app.core.records import Sample, SampleUnit
from app.core.scheme import Label, Scheme
from app.service.corpus.overview.pictures import Heading, Picture, PictureKind
from app.service.corpus.saved_queries import save_query, saved_queries
from app.service.samples.precision import Measured, make_rate
from app.ui.base.i18n import number_words
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.dialogs.overview.drawings.drawing import Drawing
from app.ui.dialogs.overview.drawings.paper import Paper
from app.ui.dialogs.overview.drawings.picture_words import PictureWords
from app.ui.dialogs.overview.picture_page import PicturePage
from app.ui.dialogs.overview.picture_view import make_drawing
from app.ui.dialogs.overview.window import OverviewDialog
from app.ui.theme.label_colours import colour_scheme_for, contrast
from tests.service.samples import PROPOSED, TEXT, add_article
from tests.ui.desktop import Desktop, started, wait_until

SOURCES = ("zakon.kz", "akorda.kz", "")


def add_articles(desktop: Desktop, count: int = 6) -> None:
    """Bring articles of several sources and months; two of them are finished."""
    for number in range(count):
        added = add_article(desktop.session, f"{TEXT}{number}", PROPOSED, f"Статья {number}")
        project = desktop.session.project
        assert project is not None
        before = project.article(added)
        assert before is not None
        after = replace(before, date=date(2025, 1 + number % 3, 5), source=SOURCES[number % 3])
        desktop.session.apply(Step(Message("date"), (Change(before, after),)))
        if number < 2:
            desktop.session.editor.articles.set_progress(added, Progress.DONE)


@pytest.fixture
def overview(desktop: Desktop) -> Callable[[], OverviewDialog]:
    """Return what opens the overview and waits for its counts."""

    def open_it() -> OverviewDialog:
        desktop.keyboard.press("Ctrl+Shift+O")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OverviewDialog)
        wait_until(lambda: dialog.is_current)
        wait_until(dialog.isActiveWindow)
        return dialog

    return open_it


Opening = Callable[[], OverviewDialog]


@pytest.fixture
def blank(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """Start the program on a project without articles."""
    made = started(tmp_path / "blank.pometka", articles=0)
    yield made
    made.close()


def press(desktop: Desktop, *keys: str) -> None:
    for key in keys:
        desktop.keyboard.press(key)


def test_digits_choose_a_picture_and_arrows_walk_in_it(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()
    assert dialog.kind is PictureKind.PROGRESS and "2 articles done" in dialog.page.facts
    press(desktop, "2")
    assert dialog.kind is PictureKind.LABELS and dialog.page.cell_words == "Person · January 2025 · 6 entities"
    press(desktop, "Right", "Down")
    assert dialog.page.cell_words == "Organisation · February 2025 · 2 entities"
    press(desktop, "4")
    assert dialog.page.cell_words == "no source · open · 3 articles", "two of them and the first one of the project"
    press(desktop, "5")
    assert dialog.kind is PictureKind.NAMES and "+" in dialog.page.cell_words


@pytest.mark.parametrize("key", ["Enter", "F"])
def test_a_key_on_a_picture_that_is_still_counted_says_so(desktop: Desktop, overview: Opening, key: str) -> None:
    dialog = overview()
    dialog.pictures.clear()
    desktop.keyboard.press(key)
    assert dialog.isVisible() and dialog.message == "Still counting. Try again in a moment."


@pytest.mark.parametrize(
    ("keys", "query", "count"),
    [
        (("2", "Right"), "label:PER -status:rejected date:2025-02", 6),
        (("3",), "label:statement -status:rejected date:2025-01", 2),
        (("4", "Down"), "progress:open source:=akorda.kz", 1),
        (("1",), "progress:done finished:", 2),
        (("5",), "named:", 7),
    ],
)
def test_enter_leads_to_the_articles_behind_a_picture(
    desktop: Desktop, overview: Opening, keys: tuple[str, ...], query: str, count: int
) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, *keys)
    said = dialog.page.cell_words
    press(desktop, "Enter")
    assert not dialog.isVisible()
    panel = desktop.program.host.search.panel
    assert panel.isVisible() and panel.query.startswith(query)
    wait_until(lambda: not panel.is_searching)
    assert panel.found_count == count and str(count) in said


def test_a_second_click_opens_as_enter_does(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, "4")
    middle = dialog.page.view.cell_rect().center()
    before = dialog.page.cell_words
    other = QPoint(middle.x(), middle.y() + dialog.page.view.cell_rect().height() + 10)
    QTest.mouseClick(dialog.page.view, Qt.MouseButton.LeftButton, pos=other)
    assert dialog.isVisible() and dialog.page.cell_words != before
    QTest.mouseClick(dialog.page.view, Qt.MouseButton.LeftButton, pos=other)
    assert not dialog.isVisible() and desktop.program.host.search.panel.isVisible()


def test_a_filter_leaves_some_of_the_articles_and_esc_takes_it_off(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, "2")
    whole = dialog.pictures[PictureKind.LABELS].total
    press(desktop, "/")
    dialog.filter.line.setText("source:=akorda.kz")
    press(desktop, "Enter")
    wait_until(lambda: dialog.is_current)
    assert 0 < dialog.pictures[PictureKind.LABELS].total < whole
    press(desktop, "Enter")
    assert desktop.program.host.search.panel.query.startswith("source:=akorda.kz label:PER")
    desktop.program.host.search.panel.close_panel()
    dialog = overview()
    assert dialog.filter.line.text() == "source:=akorda.kz", "it opens where it was left"
    assert dialog.kind is PictureKind.LABELS
    press(desktop, "Escape")
    wait_until(lambda: dialog.is_current)
    assert dialog.isVisible() and dialog.pictures[PictureKind.LABELS].total == whole
    press(desktop, "Escape")
    assert not dialog.isVisible()


def test_an_empty_picture_under_a_filter_says_what_is_missing(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()

    def say_empty(query: str) -> str:
        press(desktop, "/")
        dialog.filter.line.setText(query)
        press(desktop, "Enter")
        wait_until(lambda: dialog.is_current)
        return dialog.page.view.accessibleDescription()

    press(desktop, "1")
    assert "None of the articles that fit this filter is finished yet." in say_empty("progress:open")
    assert "Nothing fits this filter" in say_empty("source:nowhere")


def test_a_sample_that_nobody_decided_says_how_to_begin(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, "R", "Enter")
    wait_until(lambda: dialog.kind is PictureKind.PRECISION and dialog.is_current)
    wait_until(lambda: "W opens" in dialog.page.view.accessibleDescription())


def test_an_emptied_filter_offers_the_saved_ones_at_once(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    save_query(desktop.session, "Сайт закона", "source:zakon")
    dialog = overview()
    press(desktop, "/")
    desktop.keyboard.type("date:2025")
    press(desktop, "Escape", "Tab")
    assert dialog.filter.line.text() == "source:zakon"


def test_a_filter_that_cannot_be_read_says_why(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()
    dialog.filter.line.setText("nosuchfield:x")
    press(desktop, "/", "Enter")
    assert "nosuchfield" in dialog.filter.fault


@pytest.mark.parametrize(
    ("keys", "query", "sums"),
    [
        (("2", "Down"), "label:ORG -status:rejected date:2025-01", {PictureKind.LABELS: 2, PictureKind.CLAIMS: 0}),
        (("4",), "progress:open source:=", {PictureKind.SOURCES: 3}),
        (("4", "Down"), "progress:open source:=akorda.kz", {PictureKind.SOURCES: 1}),
    ],
)
def test_what_is_marked_limits_all_pictures_by_key(
    desktop: Desktop, overview: Opening, keys: tuple[str, ...], query: str, sums: dict[PictureKind, int]
) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, *keys)
    counted = dialog.page.cell_words
    press(desktop, "F")
    wait_until(lambda: dialog.is_current)
    assert dialog.filter.line.text() == query and not dialog.filter.fault
    assert {kind: dialog.pictures[kind].total for kind in sums} == sums, counted
    press(desktop, "F")
    assert dialog.filter.line.text() == query, "what limits already is not said twice"


def test_an_empty_line_offers_the_filter_of_the_list(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    desktop.session.articles.show_with(text="источник:zakon", progress=Progress.DONE)
    dialog = overview()
    press(desktop, "/", "Tab", "Enter")
    wait_until(lambda: dialog.is_current)
    assert dialog.filter.line.text() == "источник:zakon progress:done"
    assert dialog.pictures[PictureKind.SOURCES].total == 1


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_the_filter_is_saved_under_a_name_and_offered_again(desktop: Desktop, overview: Opening, layout: str) -> None:
    desktop.keyboard.layout = layout
    add_articles(desktop)
    dialog = overview()
    press(desktop, "Ctrl+S")
    assert dialog.message.startswith("Nothing is filtered")
    press(desktop, "/")
    desktop.keyboard.type("источник:zakon" if layout == "ru" else "source:zakon")
    typed = dialog.filter.line.text()
    press(desktop, "Ctrl+S")
    question = QApplication.activeModalWidget()
    assert isinstance(question, NameDialog)
    wait_until(question.isActiveWindow)
    desktop.keyboard.type("2025")
    press(desktop, "Enter")
    assert dialog.message == "Filter saved: 2025"
    assert [(row.name, row.query) for row in saved_queries(desktop.session)] == [("2025", typed)]
    dialog.filter.line.clear()
    dialog.activateWindow()
    wait_until(dialog.isActiveWindow)
    dialog.filter.focus()
    press(desktop, "Tab", "Enter")
    assert dialog.filter.line.text() == typed


def test_a_field_without_a_value_limits_nothing_yet(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, "4")
    whole = dialog.pictures[PictureKind.SOURCES].total
    dialog.filter.line.setText("источник:")
    press(desktop, "/", "Enter")
    wait_until(lambda: dialog.is_current)
    assert not dialog.filter.fault and dialog.pictures[PictureKind.SOURCES].total == whole


@pytest.mark.parametrize(("key", "suffix"), [("2", ".png"), ("4", ".svg"), ("5", ".svg")])
def test_a_picture_is_saved_by_key(desktop: Desktop, overview: Opening, tmp_path: Path, key: str, suffix: str) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, key, "S")
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    target = tmp_path / f"picture{suffix}"
    files.filesSelected.emit([str(target)])
    files.reject()
    assert dialog.message == f"Saved: picture{suffix}"
    if suffix == ".png":
        image = QImage(str(target))
        colours = {image.pixel(x, y) for x in range(0, 2200, 40) for y in range(200, image.height(), 10)}
        assert image.width() == 2200 and len(colours) > 2
    else:
        texts = [element.text or "" for element in ET.fromstring(target.read_text("utf-8")).iter() if element.text]
        assert any(dialog.page.title in text for text in texts), "words stay words"
        measured = f'font-size="{QFontInfo(dialog.font()).pixelSize()}"'
        assert measured in target.read_text("utf-8"), "letters are as large as they were measured"


def test_a_project_without_articles_says_what_to_do(blank: Desktop) -> None:
    blank.keyboard.press("Ctrl+Shift+O")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OverviewDialog)
    wait_until(dialog.isActiveWindow)
    for key in ("1", "6", "Right", "R", "Enter", "S"):
        blank.keyboard.press(key)
    assert "Ctrl+I" in dialog.page.view.accessibleDescription()
    assert dialog.isVisible() and dialog.message
    blank.keyboard.press("Escape")


def test_a_sample_is_drawn_worked_on_and_measured_by_keys(desktop: Desktop, overview: Opening) -> None:
    add_articles(desktop)
    dialog = overview()
    press(desktop, "R")
    dialog.sample_form.unit.setFocus()
    dialog.sample_form.size_box.setValue(3)
    dialog.sample_form.seed_box.setValue(5)
    press(desktop, "Enter")
    project = desktop.session.project
    assert project is not None
    wait_until(lambda: bool(project.rows(Sample)) and dialog.is_current)
    (sample,) = project.rows(Sample)
    assert (sample.is_hidden, sample.unit, sample.seed, len(sample.member_ids)) == (True, SampleUnit.ARTICLES, 5, 3)
    assert dialog.kind is PictureKind.PRECISION and "Sample 1" in dialog.page.facts
    press(desktop, "W")
    for member in sample.member_ids:
        opened = desktop.session.open_article
        assert opened is not None and opened.article.id == member and not list(opened.annotations)
        press(desktop, "Ctrl+D", "Ctrl+]")
    dialog = overview()
    press(desktop, "6")
    assert "3 decided" in dialog.page.facts
    rates = dialog.pictures[PictureKind.PRECISION].measured
    assert rates is not None and {rate.right for rate in rates.rates} == {0}, "nothing was annotated"
    assert "not enough yet" in dialog.page.cell_words
    press(desktop, "Enter")
    panel = desktop.program.host.search.panel
    assert panel.query.startswith("label:PER drawn:1")
    wait_until(lambda: panel.found_count == 9)


# -- how pictures are painted

WORDS = {
    dark: PictureWords(Scheme((Label("PER", Kind.ENTITY),)), "en", colour_scheme_for(dark=dark))
    for dark in (False, True)
}


def many_pictures() -> list[Picture]:
    """Return a picture of each kind, as large as they come."""
    names = tuple(Heading(f"Имя с длинной фамилией {place}", f"named:{place}", "#0072b2") for place in range(30))
    columns = tuple(Heading(f"2025-{place}", "x") for place in range(36))
    states = tuple(Heading(one.value, "x") for one in Progress)
    strips = tuple(tuple(range(36)) for _ in range(12))
    rates = tuple(make_rate("entity", f"L{place}", [(place, 30)] * 3) for place in range(12))
    labels = tuple(Heading(f"L{place}", "x", "#e69f00") for place in range(12))
    measured = Measured(Sample(1, members="1 2"), rates=rates)
    square = tuple(tuple(1 + abs(row - column) for column in range(30)) for row in range(30))
    return [
        Picture(PictureKind.PROGRESS, states[1:2], columns, strips[:1]),
        Picture(PictureKind.LABELS, labels, columns, strips),
        Picture(PictureKind.SOURCES, states, names[:20], tuple(strips[0][:20] for _ in states)),
        Picture(PictureKind.NAMES, names, names, square),
        Picture(
            PictureKind.PRECISION, labels, (Heading("1"),), tuple((rate.judged,) for rate in rates), "", None, measured
        ),
    ]


def test_a_bar_of_few_periods_is_no_wall(desktop: Desktop) -> None:
    picture = Picture(PictureKind.PROGRESS, (Heading("done", "x"),), (Heading("2025-01", "x"),), ((1,),))
    drawing = make_drawing(picture, WORDS[False], Paper(colour_scheme_for(dark=False), QFont()))
    assert drawing.cell_box(QRectF(0, 0, 1400, 500), (0, 0)).width() < 100


@pytest.mark.parametrize("picture", many_pictures(), ids=lambda picture: str(picture.kind))
def test_each_count_can_be_hit_where_it_is_painted(desktop: Desktop, picture: Picture) -> None:
    paper = Paper(colour_scheme_for(dark=False), QFont())
    drawing = make_drawing(picture, WORDS[False], paper)
    every = list(drawing.cells())
    for width in (700.0, 1400.0):
        area = QRectF(10, 10, width, max(430.0, drawing.least_size().height()))
        for cell in every[:: max(1, len(every) // 40)]:
            box = drawing.cell_box(area, cell)
            assert area.adjusted(-8, -8, 8, 8).contains(box), cell
            assert drawing.cell_at(area, drawing.hit_box(area, cell).center()) == cell


def test_a_matrix_has_room_for_its_largest_counts_and_numbers(desktop: Desktop) -> None:
    names = tuple(Heading(f"Имя {number}", "x") for number in range(30))
    square = tuple(tuple(1_234 if row == column else 87 for column in range(30)) for row in range(30))
    paper = Paper(colour_scheme_for(dark=False), QFont())
    drawing = make_drawing(Picture(PictureKind.NAMES, names, names, square), WORDS[False], paper)
    box = drawing.cell_box(QRectF(QPointF(0, 0), drawing.least_size()), (29, 29))
    assert (
        box.width() - 2 >= max(map(paper.width_of, (number_words(1_234), "30"))) and box.height() + 3 >= paper.line_px
    )


def painted_fixed(drawing: Drawing, area: QRectF, seen: QRectF) -> QImage:
    """Return what is in sight of a scrolled picture."""
    image = QImage(seen.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.translate(-seen.topLeft())
    drawing.paint_fixed(painter, area, seen, None)
    painter.end()
    return image


def test_names_and_numbers_of_a_scrolled_matrix_stay_in_sight(desktop: Desktop) -> None:
    picture = next(one for one in many_pictures() if one.kind is PictureKind.NAMES)
    drawing = make_drawing(picture, WORDS[False], Paper(colour_scheme_for(dark=False), QFont()))
    area = QRectF(QPointF(0, 0), drawing.least_size())
    fixed = drawing.fixed_size(area).toSize()
    at_rest, moved = (painted_fixed(drawing, area, QRectF(x, 0, 400, 300)) for x in (0, 160))
    names = [image.copy(0, fixed.height(), fixed.width() - 8, 200) for image in (at_rest, moved)]
    blank = QImage(names[0])
    blank.fill(QColor(colour_scheme_for(dark=False).paper))
    assert fixed.width() < 200 and names[1] != blank, "the names are painted where they can be seen"
    lower = painted_fixed(drawing, area, QRectF(0, 120, 400, 300))
    heads = lower.copy(fixed.width(), 0, 200, fixed.height())
    assert heads.pixelColor(5, 1) == QColor(colour_scheme_for(dark=False).paper), "no count shines through"
    assert any(heads.pixelColor(x, y).lightness() < 160 for x in range(200) for y in range(heads.height())), "numbers"


def test_what_is_marked_stays_beside_its_name(desktop: Desktop) -> None:
    picture = next(one for one in many_pictures() if one.kind is PictureKind.NAMES)
    page = PicturePage(WORDS[False], Paper(colour_scheme_for(dark=False), QFont()), desktop.program.window)
    page.resize(460, 320)
    page.show_picture(picture.kind, picture, "", "")
    page.show()
    QApplication.processEvents()
    page.view.go_to_end(is_last=False)
    page.view.go_to_end(is_last=True)
    QApplication.processEvents()
    seen, fixed = page.view.visibleRegion().boundingRect(), page.view.fixed_size()
    assert seen.left() > 0 and seen.left() + fixed.width() < page.view.cell_rect().left()
    image = page.view.grab(seen).toImage().copy(0, 0, fixed.width() - 8, seen.height())
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert all(pixel.blue() - pixel.red() < 20 for pixel in pixels), "no count shines through"
    assert sum(pixel.lightness() < 100 for pixel in pixels) > seen.height(), "names stand there"
    page.deleteLater()


@pytest.mark.parametrize("kind", [PictureKind.LABELS, PictureKind.PRECISION])
def test_the_axis_of_a_picture_that_scrolls_stays_below(desktop: Desktop, kind: PictureKind) -> None:
    picture = next(one for one in many_pictures() if one.kind is kind)
    drawing = make_drawing(picture, WORDS[False], Paper(colour_scheme_for(dark=False), QFont()))
    area = QRectF(QPointF(0, 0), QSizeF(900, drawing.least_size().height()))
    image = painted_fixed(drawing, area, QRectF(0, 0, 900, 120))
    foot = [(x, y) for x in range(100, 800) for y in range(120 - int(drawing.fixed_size(area).height()) + 2, 120)]
    assert all(image.pixelColor(*place) != QColor("red") for place in foot)
    assert any(image.pixelColor(*place).lightness() < 160 for place in foot), "the axis is written there"


@pytest.mark.parametrize("picture", many_pictures(), ids=lambda picture: str(picture.kind))
def test_arrows_reach_every_count(desktop: Desktop, picture: Picture) -> None:
    drawing = make_drawing(picture, WORDS[False], Paper(colour_scheme_for(dark=False), QFont()))
    first = drawing.first_cell()
    assert first is not None
    reached, ahead = {first}, [first]
    while ahead:
        cell = ahead.pop()
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            following = drawing.move(cell, across, down)
            if following not in reached:
                reached.add(following)
                ahead.append(following)
    assert reached == set(drawing.cells())


@pytest.mark.parametrize("is_dark", [False, True])
def test_bars_stand_out_from_the_paper(is_dark: bool) -> None:
    words = WORDS[is_dark]
    for picture in many_pictures():
        for row in range(len(picture.rows)):
            assert contrast(words.colour(picture, row), words.colours.paper) >= 3


def test_what_was_counted_is_shown_once_the_index_is_current(desktop: Desktop) -> None:
    add_article(desktop.session, TEXT, PROPOSED, "Статья")
    desktop.keyboard.press("Ctrl+Shift+O")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OverviewDialog)
    wait_until(lambda: dialog.is_current)
    QApplication.processEvents()
    headlines = [dialog.list.item(place).text() for place in range(dialog.list.count())]
    assert not any("…" in words for words in headlines), "nothing is awaited any more"
    assert "0 articles done" in dialog.page.facts
