"""A series of changes looks like its outcome.

The changes are told one by one; the outcome is shown anew. Any sequence does so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from app.core.change import Change, Changed
from app.core.model import Annotation, Kind, Role, Status
from app.core.span import Span, normal_pieces
from app.service.article.annotation_index import AnnotationIndex
from app.ui.article.sample import SCHEME, TEXT
from app.ui.article.view import ArticleView
from tests.ui.article.conftest import ROUNDED, Show, unlike
from tests.ui.article.images import image_of

LABELS = {kind: [label.name for label in SCHEME.of_kind(kind)] for kind in Kind}
PLACES = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 120)).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)


@st.composite
def annotations(draw: st.DrawFn, number: int) -> Annotation:
    kind = draw(st.sampled_from(list(Kind)))
    pieces = draw(st.lists(PLACES, min_size=1, max_size=3 if kind is Kind.CLAIM else 1))
    roles = tuple(Role(name, draw(PLACES)) for name in draw(st.sets(st.sampled_from(["speaker", "cue"]))))
    return Annotation(
        number,
        1,
        kind,
        draw(st.sampled_from(LABELS[kind])),
        normal_pieces(pieces),
        draw(st.sampled_from(list(Status))),
        roles=roles if kind is Kind.CLAIM else (),
    )


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[Annotation], list[Change]]:
    """Draw some annotations and changes of them.

    They are new ones, others in their place, relabelled, decided, removed.
    """
    first = [draw(annotations(number)) for number in range(1, draw(st.integers(1, 8)))]
    there = {row.id: row for row in first}
    made = []
    for number in range(100, 100 + draw(st.integers(1, 8))):
        before = there.get(draw(st.sampled_from([*there, number])))
        after = _after(draw, before, number)
        made.append(Change(before, after))
        there.pop(made[-1].id, None)
        if after is not None:
            there[after.id] = after
    return first, made


def _after(draw: st.DrawFn, before: Annotation | None, number: int) -> Annotation | None:
    if before is None:
        return draw(annotations(number))
    way = draw(st.sampled_from(["label", "status", "anything", "gone"]))
    if way == "label":
        return replace(before, label=draw(st.sampled_from(LABELS[before.kind])))
    if way == "status":
        return replace(before, status=draw(st.sampled_from(list(Status))))
    return None if way == "gone" else draw(annotations(before.id))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(drawn=changes(), rejected=st.booleans(), current=st.integers(1, 8))
def test_reported_one_by_one_looks_like_shown_anew(
    show: Show, drawn: tuple[list[Annotation], list[Change]], rejected: bool, current: int
) -> None:
    before, made = drawn
    index = AnnotationIndex(before)
    notices = show(TEXT, index, rejected=rejected)
    notices.set_current(current)
    for change in made:
        index.follow_changes({change.id: change.after})
        notices.apply_changes(Changed((change,)))
    fresh = show(TEXT, list(index), rejected=rejected)
    fresh.set_current(current)
    assert image_of(notices) == image_of(fresh)
    notices.close()
    fresh.close()


class ScreenView(ArticleView):
    """The view with a screen of its own.

    It holds what was painted event by event.
    """

    def __init__(self) -> None:
        super().__init__()
        self.screen = QImage(900, 600, QImage.Format.Format_RGB32)
        self._viewport = self.viewport()
        self._scroll = self._viewport.scroll
        self._viewport.scroll = self._scroll_screen  # type: ignore[method-assign,assignment]

    def _scroll_screen(self, dx: int, dy: int) -> None:
        painter = QPainter(self.screen)
        painter.drawImage(dx, dy, QImage(self.screen.copy()))
        painter.end()
        self._scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        super().paintEvent(event)
        painter = QPainter(self.screen)
        painter.setClipRegion(event.region())
        self.canvas.paint(painter, event.region())
        painter.end()

    def whole(self) -> QImage:
        """Return what all of it looks like when painted at once."""
        image = QImage(self.screen)
        painter = QPainter(image)
        self.canvas.paint(painter, QRegion(self.viewport().rect()))
        painter.end()
        return image


MARKS = (
    lambda view, span, number: view.set_current(number),
    lambda view, span, number: view.set_group([number, number + 1]),
    lambda view, span, number: view.set_caret(span),
    lambda view, span, number: view.set_selection(span),
    lambda view, span, number: view.set_selection(None),
    lambda view, span, number: view.set_finds([span], span),
    lambda view, span, number: view.set_hints([(span, "AS")]),
    lambda view, span, number: view.set_candidates([span]),
    lambda view, span, number: view.set_show_rejected(number % 2 == 0),
    lambda view, span, number: view.ensure_visible(span),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    drawn=changes(),
    marks=st.lists(st.tuples(st.sampled_from(MARKS), PLACES, st.integers(1, 8)), min_size=8, max_size=8),
)
def test_what_is_repainted_is_all_that_changed(
    show: Show,
    drawn: tuple[list[Annotation], list[Change]],
    marks: list[tuple[Callable[[ArticleView, Span, int], None], Span, int]],
) -> None:
    before, made = drawn
    index = AnnotationIndex(before)
    view = show(TEXT, index, kind=ScreenView)
    QApplication.processEvents()
    for change, (mark, span, number) in zip_longest(made, marks):
        if change is not None:
            index.follow_changes({change.id: change.after})
            view.apply_changes(Changed((change,)))
        mark(view, span, number)
        QApplication.processEvents()
        assert unlike(view.screen, view.whole()) <= ROUNDED
    view.close()


def test_a_claim_that_moves_the_bracket_of_the_current_one_moves_what_leads_to_it(show: Show) -> None:
    claim = Annotation(1, 1, Kind.CLAIM, "statement", (Span(200, 225),), roles=(Role("speaker", Span(31, 34)),))
    index = AnnotationIndex([claim, Annotation(4, 1, Kind.CLAIM, "demand", (Span(81, 82), Span(459, 579)))])
    view = show(TEXT, index, kind=ScreenView)
    view.set_current(claim.id)
    QApplication.processEvents()
    other = Annotation(103, 1, Kind.CLAIM, "demand", (Span(57, 175),))
    index.follow_changes({other.id: other})
    view.apply_changes(Changed((Change(None, other),)))
    QApplication.processEvents()
    assert unlike(view.screen, view.whole()) <= ROUNDED


def test_a_claim_over_several_paragraphs_keeps_its_lane_in_all_of_them(show: Show) -> None:
    text = "\n".join(f"Абзац {number}, в котором кто-то что-то обещает." for number in range(4))
    whole = Annotation(1, 1, Kind.CLAIM, "statement", (Span(2, len(text) - 2),))
    inner = Annotation(2, 1, Kind.CLAIM, "promise", (Span(60, 80),))
    view = show(text, [whole, inner])
    sheet = view.canvas.sheet
    lanes = {
        shape.bracket_x for index in range(4) for shape in sheet.block(index).shapes.claims if shape.row.id == whole.id
    }
    inner_lanes = {shape.bracket_x for shape in sheet.block(1).shapes.claims if shape.row.id == inner.id}
    assert len(lanes) == 1
    assert lanes.isdisjoint(inner_lanes)
    assert min(lanes) < min(inner_lanes)
