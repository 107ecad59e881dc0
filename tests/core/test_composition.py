"""Changes one after the other, taken together as one."""

from __future__ import annotations

from app.core.change import Change
from app.core.composition import Composition
from app.core.model import Annotation, Article, Body, Kind
from app.core.span import Span

ARTICLE, BODY = Article(1), Body(1, "а")
ROW = Annotation(2, 1, Kind.ENTITY, "PER", (Span(0, 1),))
LATER = Annotation(2, 1, Kind.ENTITY, "LOC", (Span(0, 1),))


def composed(*changes: Change) -> tuple[Change, ...]:
    composition = Composition()
    composition.add(changes)
    return composition.changes()


def test_rows_go_after_those_that_refer_to_them_and_come_before_them() -> None:
    rows = (BODY, ROW, ARTICLE)
    assert [change.before for change in composed(*(Change(row, None) for row in rows))] == [ROW, BODY, ARTICLE]
    assert [change.after for change in composed(*(Change(None, row) for row in rows))] == [ARTICLE, BODY, ROW]


def test_a_row_changes_once_from_its_first_state_to_its_last() -> None:
    assert composed(Change(None, ROW), Change(ROW, LATER)) == (Change(None, LATER),)


def test_a_row_that_ends_as_it_began_does_not_change() -> None:
    assert composed(Change(ROW, LATER), Change(LATER, ROW)) == ()


def test_a_step_that_is_taken_back_leaves_nothing() -> None:
    changes = (Change(None, ROW), Change(ROW, LATER))
    composition = Composition()
    composition.add(changes)
    composition.add_inverse(changes)
    assert composition.changes() == ()
