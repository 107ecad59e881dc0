"""The plain values under the view: paragraphs, heights, nesting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.core.span import Span
from app.ui.article.layout.heights import Heights
from app.ui.article.layout.nesting import nesting_levels
from app.ui.article.layout.paragraphs import LONGEST, Paragraphs

TEXTS = st.text(alphabet="аб .!\n 𐐀e\u0301\u2028👍🏽\u00a0", max_size=400)


@given(TEXTS)
def test_paragraphs_hold_every_character_but_the_line_ends(text: str) -> None:
    paragraphs = Paragraphs(text)
    parts = [text[start:stop] for start, stop in (paragraphs[index] for index in range(len(paragraphs)))]
    ends = ["\n" if paragraphs.ends_line(index) else "" for index in range(len(paragraphs))]
    assert "".join(part + end for part, end in zip(parts, ends, strict=True)) == text + "\n"


@given(st.integers(1, 4), st.sampled_from(["а", "аб ", "Да. ", "e\u0301"]))
def test_a_long_line_is_cut_into_short_paragraphs(thousands: int, word: str) -> None:
    text = word * (thousands * 1_000)
    paragraphs = Paragraphs(text)
    lengths = [paragraphs[index].length for index in range(len(paragraphs))]
    assert max(lengths) <= LONGEST
    assert sum(lengths) == len(text)
    assert not any(text[paragraphs.starts[index]] == "\u0301" for index in range(len(paragraphs)))


def test_a_long_line_is_cut_after_a_sentence() -> None:
    text = "Одно два. " * 300
    paragraphs = Paragraphs(text)
    assert all(text[: paragraphs[index].stop].endswith(". ") for index in range(len(paragraphs)))


@given(TEXTS)
def test_every_position_lies_in_its_paragraph(text: str) -> None:
    paragraphs = Paragraphs(text)
    for position in range(len(text) + 1):
        start, stop = paragraphs[paragraphs.at(position)]
        assert start <= position <= stop


@given(st.lists(st.floats(0, 900), min_size=1, max_size=700), st.data())
def test_heights_sum_up_and_are_found_again(values: list[float], data: st.DataObject) -> None:
    heights = Heights(values)
    changed = data.draw(st.integers(0, len(values) - 1))
    heights.correct(changed, 44.0)
    values[changed] = 44.0
    index = data.draw(st.integers(0, len(values) - 1))
    assert abs(heights.top(index) - sum(values[:index])) < 1e-6
    assert abs(heights.total - sum(values)) < 1e-6
    found = heights.at(heights.top(changed) + 22.0)
    assert found == changed


def test_nesting_counts_from_the_innermost() -> None:
    outer, middle, inner, apart = Span(0, 30), Span(5, 25), Span(10, 15), Span(40, 45)
    assert nesting_levels([inner, apart, outer, middle]) == {outer: 2, middle: 1, inner: 0, apart: 0}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], sum(pair)))))
def test_spans_that_overlap_never_share_a_level(spans: list[Span]) -> None:
    levels = nesting_levels(spans)
    for one in levels:
        for other in levels:
            assert one == other or not one.overlaps(other) or levels[one] != levels[other]
