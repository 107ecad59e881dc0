"""What falls due stands in periods without a gap, today among them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.time_line import make_periods

TODAY = date(2026, 3, 10)
MOST = 20


def state_of(number: int) -> ClaimState:
    return ClaimState.OVERDUE if number % 2 else ClaimState.UNCHECKED


def test_months_are_periods_where_there_are_few() -> None:
    due = [("2025-12-31", 1), ("2025-12-31", 2), ("2026-05-01", 3), ("203X", 4)]
    periods = make_periods(due, state_of, TODAY, MOST)
    assert [period.ids for period in periods] == [(1, 2), (), (), (), (), (3,)]
    assert periods[0].counts == {ClaimState.OVERDUE: 1, ClaimState.UNCHECKED: 1}
    assert (periods[0].first, periods[-1].stop) == (date(2025, 12, 1), date(2026, 6, 1))


@given(st.lists(st.dates(date(1950, 1, 1), date(3090, 1, 1))))
def test_every_claim_is_in_the_period_of_its_date_once(days: list[date]) -> None:
    due = [(day.isoformat(), number) for number, day in enumerate(sorted(days))]
    periods = make_periods(due, state_of, TODAY, MOST)
    assert [number for period in periods for number in period.ids] == [number for _, number in due]
    for period in periods:
        assert period.is_open or all(period.holds(sorted(days)[number]) for number in period.ids)
        assert sum(period.counts.values()) == period.total
    assert all(one.stop == other.first for one, other in pairwise(periods))
    assert sum(period.holds(TODAY) for period in periods) == bool(days)
    assert len(periods) <= MOST
    assert not any(period.is_open for period in periods[1:-1])


def test_a_date_far_off_does_not_squeeze_the_line() -> None:
    due = [("2026-03-31", number) for number in range(100)] + [("2060-12-31", 100)]
    (period,) = make_periods(due, state_of, TODAY, MOST)
    assert (period.first, period.stop, period.total, period.is_open) == (date(2026, 3, 1), date(2026, 4, 1), 101, True)
