"""What the view tells, and how it follows what it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.core.change import Change, Changed
from app.core.model import Annotation, Article, Kind, Note, Role, Status
from app.core.scheme import Label
from app.core.span import Span
from app.core.text.tokens import tokens
from app.core.vocabulary import RoleName
from app.service.article.annotation_index import AnnotationIndex
from app.ui.article import sample
from app.ui.article.view import ArticleView
from tests.ui.article.conftest import Show
from tests.ui.article.images import image_of

LEFT = Qt.MouseButton.LeftButton
TEXT = "Банк развития Казахстана сообщил, что рост будет.\nВторой абзац про Алматы и Астану."
LONG = "\n".join(
    f"Абзац {number} про Алматы, где слов столько, что строк выходит две или даже три." for number in range(400)
)


def entity(number: int, start: int, stop: int, label: str = "ORG", status: Status = Status.PROPOSED) -> Annotation:
    return Annotation(number, 1, Kind.ENTITY, label, (Span(start, stop),), status)


# -- the mouse


def test_a_click_reports_the_position(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT)
    point = view.rect_of(Span(5, 13)).center()
    with qtbot.waitSignal(view.clicked) as notices:
        qtbot.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, point)
    assert 5 <= notices.args[0] < 13
    assert notices.args[1] == Qt.KeyboardModifier.ShiftModifier


def test_a_double_click_reports_the_token(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT)
    with qtbot.waitSignal(view.double_clicked) as notices:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=view.rect_of(Span(14, 24)).center())
    assert notices.args == [Span(14, 24)]


def drag(view: ArticleView, start: QPoint, stop: QPoint, modifier: Qt.KeyboardModifier | None = None) -> None:
    keys = modifier or Qt.KeyboardModifier.NoModifier
    port = view.viewport()
    QTest.mousePress(port, LEFT, keys, start)
    for step in (1, 2, 3):
        point = start + (stop - start) * step / 3
        _move(view, point, LEFT, keys)
    QTest.mouseRelease(port, LEFT, keys, stop)


def _move(view: ArticleView, point: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    port = view.viewport()
    place = QPointF(port.mapToGlobal(point))
    QApplication.sendEvent(port, QMouseEvent(QEvent.Type.MouseMove, QPointF(point), place, button, button, keys))


def test_a_drag_selects_whole_tokens_and_with_alt_what_is_under_it(show: Show) -> None:
    view = show(TEXT)
    notices: list[Span] = []
    view.selected.connect(notices.append)
    start, stop = view.rect_of(Span(7, 8)).center(), view.rect_of(Span(16, 17)).center()
    drag(view, start, stop)
    assert notices[-1] == Span(5, 24)
    drag(view, start, stop, Qt.KeyboardModifier.AltModifier)
    assert notices[-1] == Span(7, 17)


def test_dragging_a_boundary_of_the_current_annotation_reports_the_piece_before_and_after(show: Show) -> None:
    view = show(TEXT, [entity(1, 5, 13)])
    view.set_current(1)
    notices: list[tuple] = []
    view.boundary_dragged.connect(lambda *args: notices.append(args))
    selected: list[Span] = []
    view.selected.connect(selected.append)
    edge = view.rect_of(Span(5, 13))
    drag(view, QPoint(edge.right(), edge.center().y()), view.rect_of(Span(20, 21)).center())
    assert notices == [(1, Span(5, 13), Span(5, 24))]
    assert not selected
    drag(view, QPoint(edge.left(), edge.center().y()), view.rect_of(Span(1, 2)).center())
    assert notices[-1] == (1, Span(5, 13), Span(0, 13))


def test_the_pointer_shows_what_it_is_over(show: Show) -> None:
    view = show(TEXT, [entity(1, 5, 13), Annotation(2, 1, Kind.CLAIM, "promise", (Span(0, 20),))])
    view.set_current(1)
    edge = view.rect_of(Span(5, 13))
    _hover(view, QPoint(edge.right(), edge.center().y()))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    _hover(view, edge.center())
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    bracket = view.canvas.left + view.canvas.sheet.block(0).shapes.claims[0].bracket_x
    _hover(view, QPoint(round(bracket), edge.center().y()))
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def _hover(view: ArticleView, point: QPoint) -> None:
    _move(view, point, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)


def test_a_click_on_a_bracket_reports_the_claim(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT, [Annotation(2, 1, Kind.CLAIM, "promise", (Span(0, 20),))])
    bracket = view.canvas.left + view.canvas.sheet.block(0).shapes.claims[0].bracket_x
    point = QPoint(round(bracket), view.rect_of(Span(0, 4)).center().y())
    with qtbot.waitSignal(view.annotation_clicked) as notices, qtbot.assertNotEmitted(view.clicked):
        qtbot.mouseClick(view.viewport(), LEFT, pos=point)
    assert notices.args == [2]


def test_control_and_wheel_zoom(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT)
    before = view.rect_of(Span(0, 4)).width()
    event = QWheelEvent(
        QPointF(400, 100),
        QPointF(400, 100),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(view.zoom_changed) as notices:
        QApplication.sendEvent(view.viewport(), event)
    assert notices.args == [110]
    assert view.zoom() == 110
    assert view.rect_of(Span(0, 4)).width() > before


# -- scrolling


def test_what_is_made_visible_is_on_screen_and_away_from_its_edges(show: Show) -> None:
    view = show(LONG)
    spans = list(tokens(LONG))
    for token in (spans[3000], spans[2990], spans[100], spans[-1], spans[0], spans[2000]):
        view.ensure_visible(token)
        rect, height = view.rect_of(token), view.viewport().height()
        assert rect.top() >= 0 and rect.bottom() <= height
        assert view.visible_range().contains(token)


def test_short_moves_scroll_as_little_as_needed(show: Show) -> None:
    view = show(LONG)
    view.ensure_visible(Span(12_000, 12_005))
    caret = next(tokens(LONG, 12_000))
    steps = []
    for _ in range(40):
        caret = view.token_in_line(caret, 1, 100.0)
        before = view.rect_of(caret).top()
        view.ensure_visible(caret)
        steps.append(before - view.rect_of(caret).top())
    assert all(0 <= step <= 2 * view.canvas.pitch for step in steps)
    assert max(steps) > 0


def test_scrolling_up_into_the_unknown_does_not_jump(show: Show) -> None:
    view = show(LONG)
    view.ensure_visible(Span(20_000, 20_005))
    bar = view.verticalScrollBar()
    for _ in range(60):
        token = next(tokens(LONG, view.visible_range().start))
        before = view.rect_of(token).top()
        bar.setValue(bar.value() - 50)
        assert view.rect_of(token).top() - before == 50


def test_the_scrollbars_ends_are_the_articles_ends(show: Show) -> None:
    view = show(LONG)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.visible_range().stop == len(LONG)
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    assert view.visible_range().start == 0


def test_zoom_and_width_keep_the_place(show: Show) -> None:
    view = show(LONG)
    view.ensure_visible(Span(15_000, 15_005))
    place = view.visible_range().start
    view.set_zoom(160)
    assert view.visible_range().contains(Span(place, place + 1))
    place = view.visible_range().start
    view.resize(640, 500)
    assert view.visible_range().contains(Span(place, place + 1))


def test_the_overview_goes_where_it_is_clicked(show: Show, qtbot: QtBot) -> None:
    view = show(LONG)
    strip = view.overview
    qtbot.mouseClick(strip, LEFT, pos=QPoint(5, strip.height() // 2))
    assert view.visible_range().contains(Span(len(LONG) // 2, len(LONG) // 2 + 1))


def test_smooth_scrolling_arrives_and_is_cut_short_by_the_next_move(show: Show, qtbot: QtBot) -> None:
    view = show(LONG)
    view.set_reduced_motion(False)
    caret = view.token_in_line(next(tokens(LONG)), 22, 100.0)
    view.ensure_visible(caret)
    view.ensure_visible(view.token_in_line(caret, 2, 100.0))
    qtbot.waitUntil(lambda: view.visible_range().contains(view.token_in_line(caret, 2, 100.0)))
    view.glide.finish()


# -- changes


def states(show: Show, before: list[Annotation], changes: list[Change]) -> tuple[QImage, QImage]:
    """Return a changed view, and one of the outcome.

    The first has heard the changes one by one, the second shows the outcome from the start.
    """
    index = AnnotationIndex(before)
    notices = show(TEXT, index, rejected=True)
    image_of(notices)
    for change in changes:
        index.follow_changes({change.id: change.after})
        notices.apply_changes(Changed((change,)))
    fresh = show(TEXT, list(index), rejected=True)
    return image_of(notices), image_of(fresh)


ROW = entity(1, 5, 13)
CLAIM = Annotation(2, 1, Kind.CLAIM, "promise", (Span(0, 24),), roles=(Role("speaker", Span(0, 4)),))


@pytest.mark.parametrize(
    "changes",
    [
        [Change(ROW, replace(ROW, label="LOC"))],
        [Change(ROW, replace(ROW, label="PERCENT", status=Status.CORRECTED))],
        [Change(ROW, replace(ROW, status=Status.REJECTED))],
        [Change(ROW, replace(ROW, pieces=(Span(5, 24),)))],
        [Change(ROW, None)],
        [Change(None, entity(7, 0, 24)), Change(None, entity(8, 14, 24, "LOC"))],
        [Change(CLAIM, replace(CLAIM, label="demand"))],
        [Change(CLAIM, replace(CLAIM, pieces=(Span(0, 4), Span(14, 60))))],
        [Change(CLAIM, None), Change(None, CLAIM)],
        [Change(None, Annotation(9, 1, Kind.CLAIM, "forecast", (Span(3, 70),)))],
    ],
)
def test_reported_step_by_step_looks_like_shown_anew(show: Show, changes: list[Change]) -> None:
    notices, fresh = states(show, [ROW, CLAIM, entity(3, 66, 72, "LOC"), entity(4, 75, 81, "LOC")], changes)
    assert notices == fresh


def test_many_changes_at_once_look_like_shown_anew(show: Show) -> None:
    _, text, rows = sample.many(6_000, 300)
    index = AnnotationIndex(rows)
    view = show(text, index)
    image_of(view)
    changes = tuple(Change(row, replace(row, status=Status.ACCEPTED)) for row in rows)
    index.follow_changes({change.id: change.after for change in changes})
    view.apply_changes(Changed(changes))
    assert image_of(view) == image_of(show(text, list(index)))


def test_a_change_repaints_only_its_lines(show: Show, qtbot: QtBot) -> None:
    _, text, rows = sample.many(6_000, 100)
    index = AnnotationIndex(rows)
    view = show(text, index)
    QApplication.processEvents()
    areas = []
    paint = view.canvas.paint
    view.canvas.paint = lambda painter, area: (areas.append(area.boundingRect()), paint(painter, area))  # type: ignore[method-assign]
    row = next(row for row in rows if row.kind is Kind.ENTITY and row.start > 600 and len(row.label) == 3)
    after = replace(row, label="PER" if row.label != "PER" else "LOC", status=Status.ACCEPTED)
    index.follow_changes({after.id: after})
    view.apply_changes(Changed((Change(row, after),)))
    qtbot.waitUntil(lambda: bool(areas))
    assert max(area.height() for area in areas) < 3 * view.canvas.pitch


def test_scrolling_paints_only_what_comes_into_view(show: Show, qtbot: QtBot) -> None:
    _, text, rows = sample.many(20_000, 500)
    view = show(text, rows)
    QApplication.processEvents()
    areas = []
    paint = view.canvas.paint
    view.canvas.paint = lambda painter, area: (areas.append(area.boundingRect()), paint(painter, area))  # type: ignore[method-assign]
    for by in (40, -25):
        areas.clear()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + by)
        qtbot.waitUntil(lambda: bool(areas))
        assert sum(area.height() for area in areas) <= abs(by)


def test_rows_of_other_articles_change_nothing(show: Show) -> None:
    view = show(TEXT, [ROW])
    before = image_of(view)
    view.apply_changes(Changed((Change(None, replace(ROW, id=5, article_id=2, pieces=(Span(0, 4),))),)))
    assert image_of(view) == before


def test_notes_come_and_go(show: Show) -> None:
    view = show(TEXT, [ROW])
    bare = image_of(view)
    note = Note(5, "?", article_id=1, annotation_id=1)
    view.apply_changes(Changed((Change(None, note),)))
    assert image_of(view) != bare
    assert image_of(show(TEXT, [ROW], notes=[note])) == image_of(view)
    view.apply_changes(Changed((Change(note, None),)))
    assert image_of(view) == bare


def test_another_scheme_and_title_are_taken(show: Show) -> None:
    view = show(TEXT, [ROW])
    before = image_of(view)
    scheme = sample.SCHEME.with_label(Label("ORG", colour="#ff0000"))
    view.apply_changes(Changed((Change(sample.SCHEME, scheme),)))
    coloured = image_of(view)
    assert coloured != before
    title = TEXT.partition("\n")[0]
    article = Article(1, title=title, length=len(TEXT))
    view.apply_changes(Changed((Change(Article(1), article),)))
    assert view.rect_of(Span(0, 4)).height() > view.rect_of(Span(50, 56)).height()


def test_marks_are_drawn_and_taken_back(show: Show) -> None:
    view = show(TEXT, [ROW, CLAIM])
    bare = image_of(view)
    marks = (
        (lambda on: view.set_caret(Span(25, 32) if on else None)),
        (lambda on: view.set_selection(Span(25, 40) if on else None)),
        (lambda on: view.set_current(1 if on else None)),
        (lambda on: view.set_current(2 if on else None)),
        (lambda on: view.set_group([1, 2] if on else [])),
        (lambda on: view.set_group([], [1, 2] if on else [])),
        (lambda on: view.set_hints([(Span(25, 32), "AB")] if on else [])),
        (lambda on: view.set_finds([Span(25, 32)] if on else [], Span(25, 32) if on else None)),
        (lambda on: view.set_candidates([Span(25, 32)] if on else [])),
    )
    looks = []
    for mark in marks:
        mark(True)
        looks.append(image_of(view))
        mark(False)
        assert image_of(view) == bare
    assert all(colour_scheme != bare for colour_scheme in looks)


def test_the_gutter_speaks_the_views_language(show: Show) -> None:
    view = show(TEXT, [CLAIM])
    assert view.canvas.sheet.name_of(CLAIM) == "promise\nБанк"
    view.setLocale(QLocale("ru"))
    assert view.canvas.sheet.name_of(CLAIM) == "обещание\nБанк"


@pytest.mark.parametrize(
    ("speaker", "caption"),
    [
        ("Константин Константинопольский-Белый", "Константин"),
        ("Касым-Жомарт Серикболсынов", "Серикболсынов"),
        ("Министерство просвещения", "Министе"),
        ("жители посёлка Катарколь", "жители п"),
    ],
)
def test_a_long_speaker_is_shown_by_surname_or_from_the_start(show: Show, speaker: str, caption: str) -> None:
    view = show(TEXT, [replace(CLAIM, roles=(Role("speaker", Span(0, 4), speaker),))])
    typeset = view.canvas.sheet.typeset
    shown = typeset.fit_speaker(speaker, typeset.kind_metrics.horizontalAdvance("Серикболсынов") + 1)
    assert shown.startswith(caption)


def test_the_view_keeps_its_own_timer_still(show: Show) -> None:
    view = show(LONG)
    view.ensure_visible(Span(12_000, 12_005))
    assert not view.pointer.is_scrolling


def test_the_speaker_in_the_gutter_is_part_of_its_claim_and_read_in_full_on_hover(show: Show) -> None:
    text = "Городское управление транспорта сказало: дорогу закроют на всё лето."
    speaker = Role(RoleName.SPEAKER, Span(0, 31), "Городское управление пассажирского транспорта")
    row = Annotation(7, 1, Kind.CLAIM, "statement", (Span(41, 67),), roles=(speaker,))
    view = show(text, [row])
    left = view.rect_of(Span(0, 1)).left()
    inside = [QPoint(x, y) for x in range(left) for y in range(80) if view.annotation_at(QPoint(x, y)) == 7]
    lines = {point.y() for point in inside if point.x() < left - 40}
    assert max(lines) - min(lines) > 1.5 * view.canvas.typeset.kind_height
    place = inside[len(inside) // 2]
    QToolTip.hideText()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)))
    assert "Городское управление пассажирского транспорта" in QToolTip.text()


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_a_title_that_is_partly_scrolled_out_stays_so_when_the_view_gets_narrower(show: Show, share: float) -> None:
    view = show("Первый абзац.\n" + "Ещё один абзац. " * 400, title="Заголовок")
    view.verticalScrollBar().setValue(round(view.rect_of(Span(0, 6)).top() * share))
    before = view.rect_of(Span(0, 6)).top()
    view.resize(460, view.height() - 50)
    QApplication.processEvents()
    assert view.rect_of(Span(0, 6)).top() == before and view.verticalScrollBar().value()


def test_an_article_at_its_top_stays_there_when_the_text_gets_larger(show: Show) -> None:
    view = show("Первый абзац.\n" + "Ещё один абзац. " * 400, title="Заголовок из нескольких слов " * 4)
    view.set_zoom(150)
    assert view.verticalScrollBar().value() == 0
