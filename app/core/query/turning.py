"""Change how a query sorts and samples what it finds."""

from __future__ import annotations

from app.core.query.field_words import ORDER_WORDS, RANDOM_WORDS, SORT_WORDS
from app.core.query.parsing import QueryError, parse_query, replace_step
from app.core.query.terms import Drawing, HitOrder, Sorting

_TURNED = (
    HitOrder.HIT,
    HitOrder.LEFT,
    HitOrder.RIGHT,
    HitOrder.DATE,
    HitOrder.SOURCE,
    HitOrder.SPEAKER,
    HitOrder.LABEL,
    HitOrder.UNCERTAINTY,
)
_SIZE = 50


def turn_sorting(typed: str, *, is_other: bool, in_russian: bool) -> str:
    """Return a query that sorts by the next order.

    After the last one it does not sort.

    Where it `is_other`, the order stays and is turned round.
    """
    before = _sorting_of(typed)
    after: Sorting | None
    if is_other:
        after = Sorting(before.order, not before.is_descending) if before else Sorting(HitOrder.DATE)
    else:
        place = _TURNED.index(before.order) + 1 if before and before.order in _TURNED else 0
        after = Sorting(_TURNED[place]) if place < len(_TURNED) else None
    return replace_step(typed, SORT_WORDS, _sorting_words(after, in_russian=in_russian) if after else "")


def turn_drawing(typed: str, *, is_other: bool, in_russian: bool) -> str:
    """Return a query that draws another sample of the same size.

    Where it `is_other`, it draws none.
    """
    before = _drawing_of(typed)
    after = Drawing(before.size, before.seed + 1) if before else Drawing(_SIZE)
    name = RANDOM_WORDS[in_russian]
    return replace_step(typed, RANDOM_WORDS, "" if is_other else f"{name}:{after.size}/{after.seed}")


def _sorting_words(sorting: Sorting, *, in_russian: bool) -> str:
    words = [word for word, order in ORDER_WORDS.items() if order is sorting.order]
    sign = "-" if sorting.is_descending else ""
    return f"{sign}{SORT_WORDS[in_russian]}:{words[in_russian]}"


def _sorting_of(typed: str) -> Sorting | None:
    try:
        return parse_query(typed).sorting
    except QueryError:
        return None


def _drawing_of(typed: str) -> Drawing | None:
    try:
        return parse_query(typed).drawing
    except QueryError:
        return None
