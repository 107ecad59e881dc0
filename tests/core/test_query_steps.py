"""Steps of a query: terms, order of hits, random sample."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.query.parsing import QueryError, find_steps, parse_query
from app.core.query.terms import Drawing, HitOrder, Sorting
from app.core.query.turning import turn_drawing, turn_sorting


@pytest.mark.parametrize(
    ("typed", "sorting"),
    [
        ("школа sort:left", Sorting(HitOrder.LEFT)),
        ("порядок:слева2 школа", Sorting(HitOrder.LEFT_2)),
        ("школа -порядок:дата", Sorting(HitOrder.DATE, is_descending=True)),
        ("школа sort:left sort:source", Sorting(HitOrder.SOURCE)),
    ],
)
def test_the_order_is_a_step_and_no_word_that_is_searched(typed: str, sorting: Sorting) -> None:
    query = parse_query(typed)
    assert query.sorting == sorting and query.terms == parse_query("школа").terms


def test_a_sample_has_a_size_and_a_seed() -> None:
    assert parse_query("наугад:30").drawing == Drawing(30, 1)
    assert parse_query("random:30/7").drawing == Drawing(30, 7)


@pytest.mark.parametrize("typed", ["sort:", "sort:top", "random:", "random:0", "random:all", "random:9999999"])
def test_an_order_or_size_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(QueryError):
        parse_query(typed)


def test_steps_stand_where_they_were_written() -> None:
    typed = 'школа ~5 "новый дом"  label:ORG,LOC -/рег/ sort:left'
    steps = [typed[span.start : span.stop] for span in find_steps(typed)]
    assert steps == ['школа ~5 "новый дом"', "label:ORG,LOC", "-/рег/", "sort:left"]


@pytest.mark.parametrize("in_russian", [False, True])
def test_turning_goes_through_all_orders_and_back_to_none(in_russian: bool) -> None:  # a parameter
    typed, seen = "школа", []
    for _ in range(9):
        typed = turn_sorting(typed, is_other=False, in_russian=in_russian)
        seen.append(parse_query(typed).sorting)
    assert typed == "школа" and len({one.order for one in seen if one}) == 8


@given(st.integers(1, 2000), st.integers(1, 10**6))
def test_another_sample_keeps_its_size(size: int, seed: int) -> None:
    typed = turn_drawing(f"дом random:{size}/{seed}", is_other=False, in_russian=False)
    assert parse_query(typed).drawing == Drawing(size, seed + 1)
    assert turn_drawing(typed, is_other=True, in_russian=False) == "дом"
