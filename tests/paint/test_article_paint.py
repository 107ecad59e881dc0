"""Pixels where they matter.

What a person must be able to tell apart is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage

from app.core.change import Change, Changed
from app.core.model import Annotation, Kind, Role, Status
from app.core.span import Span
from app.ui.article.sample import SCHEME
from app.ui.article.view import ArticleView
from app.ui.theme.label_colours import DARK, LIGHT
from tests.paint.conftest import Show
from tests.ui.article.images import image_of

TEXT = "Слово Алматы стоит, и ещё слово Астана здесь, а дальше говорят, что завтра будет дождь над городом."
SPAN = Span(6, 12)
TINT = LIGHT.tint(SCHEME.find("entity", "LOC"))


def place(status: Status = Status.ACCEPTED, number: int = 1, span: Span = SPAN, label: str = "LOC") -> Annotation:
    return Annotation(number, 1, Kind.ENTITY, label, (span,), status)


def claim(*pieces: Span, status: Status = Status.ACCEPTED, roles: tuple[Role, ...] = ()) -> Annotation:
    return Annotation(2, 1, Kind.CLAIM, "forecast", pieces, status, roles=roles)


def share(image: QImage, rect: QRect, colour: str, near: int = 10) -> float:
    """Return which share of the pixels of `rect` has about that colour."""
    wanted = QColor(colour)
    points = [QPoint(x, y) for x in range(rect.left(), rect.right() + 1) for y in range(rect.top(), rect.bottom() + 1)]
    seen = [image.pixelColor(point) for point in points if image.rect().contains(point)]
    close = [
        one
        for one in seen
        if max(abs(one.red() - wanted.red()), abs(one.green() - wanted.green()), abs(one.blue() - wanted.blue()))
        <= near
    ]
    return len(close) / max(1, len(seen))


def test_an_accepted_entity_is_filled_a_proposed_one_softly_a_rejected_one_not(show: Show) -> None:
    accepted, proposed = show(TEXT, [place()]), show(TEXT, [place(Status.PROPOSED)])
    ghost = show(TEXT, [place(Status.REJECTED)], rejected=True)
    rect = accepted.rect_of(SPAN)
    assert share(image_of(accepted), rect, TINT.fill, 3) > 0.4
    assert share(image_of(proposed), rect, TINT.soft, 3) > 0.4
    assert share(image_of(ghost), rect, LIGHT.paper, 3) > 0.4


def bottom_line(view: ArticleView, colour: str) -> float:
    rect = view.rect_of(SPAN)
    rows = [QRect(rect.left() + 3, y, rect.width() - 6, 1) for y in range(rect.bottom() - 5, rect.bottom() + 2)]
    return max(share(image_of(view), row, colour, 60) for row in rows)


def test_the_line_under_it_is_solid_when_decided_and_dashed_before(show: Show) -> None:
    assert bottom_line(show(TEXT, [place()]), TINT.edge) > 0.95
    assert 0.3 < bottom_line(show(TEXT, [place(Status.PROPOSED)]), TINT.edge) < 0.85


def test_all_states_differ_without_colour(show: Show) -> None:
    images = [
        image_of(show(TEXT, [place(status)], rejected=True)).convertToFormat(QImage.Format.Format_Grayscale8)
        for status in Status
    ]
    for index, one in enumerate(images):
        for other in images[index + 1 :]:
            assert _difference(one, other) > 25


def _difference(one: QImage, other: QImage) -> int:
    """Return how many pixels differ clearly."""
    return sum(
        abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red()) > 40
        for x in range(120, 420)
        for y in range(10, 90)
    )


def test_a_corrected_one_has_its_corner_folded(show: Show) -> None:
    accepted, corrected = show(TEXT, [place()]), show(TEXT, [place(Status.CORRECTED)])
    rect = accepted.rect_of(SPAN)
    corner = QRect(rect.right() - 2, rect.top() + 1, 3, 3)
    assert share(image_of(corrected), corner, TINT.edge, 40) > 0.5
    assert share(image_of(accepted), corner, TINT.edge, 40) < 0.2


def test_rejected_ones_are_hidden_unless_asked_for(show: Show) -> None:
    bare, hidden = show(TEXT), show(TEXT, [place(Status.REJECTED)])
    assert image_of(hidden) == image_of(bare)
    hidden.set_show_rejected(True)
    assert image_of(hidden) != image_of(bare)


def test_captions_stand_above_the_words_and_hide_none(show: Show) -> None:
    bare, view = show(TEXT), show(TEXT, [place()])
    rect = view.rect_of(SPAN)
    above = QRect(rect.left(), rect.top() - 12, 30, 10)
    assert share(image_of(view), above, TINT.ink, 60) > 0.05
    assert share(image_of(bare), above, LIGHT.paper, 4) == 1.0
    assert _ink(image_of(view), rect) == pytest.approx(_ink(image_of(bare), rect), rel=0.35)


def _ink(image: QImage, rect: QRect) -> float:
    return share(image, rect, LIGHT.ink, 70)


def test_the_current_one_has_a_strong_ring_and_its_group_a_light_one(show: Show) -> None:
    view = show(TEXT, [place(), place(number=3, span=Span(32, 38))])
    plain = image_of(view)
    view.set_current(1)
    view.set_group([3])
    image = image_of(view)
    for span, least in ((SPAN, 0.8), (Span(32, 38), 0.0)):
        rect = view.rect_of(span)
        top = QRect(rect.left() + 4, rect.top() - 3, rect.width() - 8, 3)
        rows = [QRect(top.left(), y, top.width(), 1) for y in range(top.top(), top.bottom() + 1)]
        assert max(share(image, row, LIGHT.accent, 40) for row in rows) >= least
        assert image.copy(top) != plain.copy(top)


def test_nested_ones_reach_out_of_one_another_three_deep(show: Show) -> None:
    text = "Министерство торговли Республики Казахстан решило"
    rows = [
        place(number=1, span=Span(0, 42), label="ORG"),
        place(number=2, span=Span(13, 42), label="OTHER"),
        place(number=3, span=Span(22, 42), label="LOC"),
    ]
    view = show(text, rows)
    image, rect = image_of(view), view.rect_of(Span(22, 42))
    column = [image.pixelColor(rect.center().x(), y).name() for y in range(rect.top() - 10, rect.bottom() + 10)]
    for name in ("ORG", "OTHER", "LOC"):
        assert LIGHT.tint(SCHEME.find("entity", name)).fill in column


@pytest.mark.parametrize("pieces", [(Span(52, 97),), (Span(46, 62), Span(64, 80))])
def test_a_claim_has_an_underline_and_a_bracket_in_the_gutter(show: Show, pieces: tuple[Span, ...]) -> None:
    view = show(TEXT, [claim(*pieces)])
    image, edge = image_of(view), LIGHT.tint(SCHEME.find("claim", "forecast")).edge
    shape = view.canvas.sheet.block(0).shapes.claims[0]
    left = view.canvas.left
    for stroke in shape.strokes:
        line = QRect(round(left + stroke.x0) + 3, round(stroke.y) - 1, round(stroke.x1 - stroke.x0) - 6, 3)
        rows = [QRect(line.left(), y, line.width(), 1) for y in range(line.top(), line.bottom() + 1)]
        assert max(share(image, row, edge, 60) for row in rows) > 0.9
    height = round(shape.bracket_bottom - shape.bracket_top)
    bracket = QRect(round(left + shape.bracket_x) - 2, round(shape.bracket_top), 4, height)
    assert share(image, bracket, edge, 70) > 0.2
    assert (len(shape.links) > 0) == (len(pieces) > 1)


def test_speaker_and_cue_show_with_the_current_claim_alone(show: Show) -> None:
    roles = (Role("speaker", SPAN), Role("cue", Span(55, 62)))
    view = show(TEXT, [claim(Span(68, 97), roles=roles)])
    before = image_of(view)
    view.set_current(2)
    after = image_of(view)
    for role in roles:
        around = view.rect_of(role.span).adjusted(-4, -3, 4, 3)
        assert after.copy(around) != before.copy(around)


@pytest.mark.parametrize(
    "mark",
    [
        lambda view: view.set_caret(SPAN),
        lambda view: view.set_selection(SPAN),
        lambda view: view.set_finds([SPAN]),
        lambda view: view.set_hints([(SPAN, "AS")]),
        lambda view: view.set_candidates([SPAN]),
    ],
    ids=["caret", "selection", "find", "hint", "candidate"],
)
def test_a_mark_shows_at_its_place_and_nowhere_else(show: Show, mark: Callable[[ArticleView], None]) -> None:
    view = show(TEXT)
    before = image_of(view)
    mark(view)
    after = image_of(view)
    around = view.rect_of(SPAN).adjusted(-10, -22, 10, 6)
    assert after.copy(around) != before.copy(around)
    right = QRect(around.right() + 1, 0, view.viewport().width() - around.right() - 1, view.viewport().height())
    assert after.copy(right) == before.copy(right)


def test_letters_typed_fade_the_hints_that_do_not_match(show: Show) -> None:
    view = show(TEXT)
    view.set_hints([(SPAN, "AS"), (Span(32, 38), "DF")], "A")
    image = image_of(view)
    rects = [view.rect_of(span) for span in (SPAN, Span(32, 38))]
    kept, faded = (QRect(rect.left() - 2, rect.top() - 13, 22, 14) for rect in rects)
    assert share(image, kept, LIGHT.badge, 40) > 0.3
    assert share(image, faded, LIGHT.badge, 40) < 0.05


def test_the_dark_look_is_dark_and_readable(show: Show) -> None:
    view = show(TEXT, [place()])
    view.set_colour_scheme(DARK)
    image, rect = image_of(view), view.rect_of(SPAN)
    assert share(image, QRect(0, 0, 60, 60), DARK.paper, 2) == 1.0
    assert share(image, rect, DARK.tint(SCHEME.find("entity", "LOC")).fill, 3) > 0.4
    assert share(image, rect, DARK.ink, 70) > 0.05


def test_a_label_coloured_in_the_scheme_is_painted_so(show: Show) -> None:
    view = show(TEXT, [place()])
    label = replace(SCHEME.find("entity", "LOC"), colour="#c71585")
    view.apply_changes(Changed((Change(SCHEME, SCHEME.with_label(label)),)))
    assert share(image_of(view), view.rect_of(SPAN), LIGHT.tint(label).fill, 3) > 0.4


def test_the_title_is_larger_and_the_dateline_below_it(show: Show) -> None:
    plain, titled = show(TEXT + "\nДальше"), show(TEXT + "\nДальше", title=TEXT)
    assert titled.rect_of(Span(0, 5)).height() > 1.3 * plain.rect_of(Span(0, 5)).height()
    assert titled.rect_of(Span(len(TEXT) + 1, len(TEXT) + 7)).height() == plain.rect_of(Span(0, 5)).height()


def test_the_overview_marks_what_is_open_and_found(show: Show) -> None:
    text = TEXT * 40
    view = show(text, [place(Status.PROPOSED, number=1, span=Span(2000, 2005))])
    strip = view.overview
    y = round(2000 / len(text) * strip.height())
    image = strip.grab().toImage()
    assert share(image, QRect(3, y - 2, 5, 5), LIGHT.muted, 60) > 0.15
    view.set_finds([Span(3000, 3005)])
    y = round(3000 / len(text) * strip.height())
    assert share(strip.grab().toImage(), QRect(10, y - 2, 4, 5), LIGHT.find, 60) > 0.15


@pytest.mark.parametrize("noted", [(1,), (2,), (3,), (1, 2, 3)])
def test_the_sign_of_a_note_on_a_claim_covers_no_word_in_the_gutter(show: Show, noted: tuple[int, ...]) -> None:
    starts = (0, 29, 54)
    pieces = zip(starts, (20, 53, len(TEXT)), strict=True)
    speaker = (Role("speaker", SPAN, "Алматы Астановна Долгофамильная"),)
    rows = [replace(claim(Span(*piece), roles=speaker), id=number) for number, piece in enumerate(pieces, start=1)]
    bare, view = show(TEXT, rows), show(TEXT, rows)
    view.canvas.marks.noted = dict.fromkeys(noted, 1)
    before, after = image_of(bare), image_of(view)
    gutter = bare.rect_of(Span(0, 1)).left()
    ink = [
        QPoint(x, y)
        for x in range(gutter)
        for y in range(before.height())
        if abs(before.pixelColor(x, y).lightness() - QColor(LIGHT.paper).lightness()) > 60
    ]
    assert ink and after != before
    assert [point for point in ink if before.pixelColor(point) != after.pixelColor(point)] == []
