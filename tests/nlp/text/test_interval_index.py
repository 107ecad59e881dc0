"""Spans laid out by their starts."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.span import Span
from app.nlp.text.interval_index import index_spans

some = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair))))


@given(laid=some, place=st.tuples(st.integers(0, 60), st.integers(1, 20)))
def test_touching_finds_what_a_search_through_all_finds(laid: list[Span], place: tuple[int, int]) -> None:
    span = Span(place[0], sum(place))
    assert index_spans(laid).overlapping(span) == sorted(one for one in laid if one.overlaps(span))


@given(starts=st.sets(st.integers(0, 60)), position=st.integers(0, 80))
def test_the_last_before_a_place_is_the_nearest_that_has_ended(starts: set[int], position: int) -> None:
    apart = [Span(3 * start, 3 * start + 2) for start in starts]
    ended = [span for span in apart if span.stop <= position]
    assert index_spans(apart).last_before(position) == max(ended, default=None)
