"""Ends and starts move to the bounds of clauses.

A number or an abbreviation ends no clause.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.span import Span
from app.service.edits.steps.pieces import moved_end_by_clause, moved_start_by_clause

TEXT = "Рост составит 3,5 процента, сказал он. А «дороги закроют», — добавил аким т.е. глава."


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def words_of(pieces: tuple[Span, ...]) -> str:
    return " … ".join(TEXT[start:stop] for start, stop in pieces)


@pytest.mark.parametrize(
    ("words", "by", "moved"),
    [
        ("Рост составит", 1, "Рост составит 3,5 процента"),
        ("Рост составит 3,5 процента", 1, "Рост составит 3,5 процента, сказал он"),
        ("Рост составит 3,5 процента, сказал", -1, "Рост составит 3,5 процента"),
        ("Рост составит", -1, "Рост составит"),
        ("дороги", 1, "дороги закроют"),
        ("аким т.е. глава", 1, "аким т.е. глава"),
    ],
)
def test_the_end_moves_by_clauses(words: str, by: int, moved: str) -> None:
    assert words_of(moved_end_by_clause(TEXT, at(words), by)) == moved


@pytest.mark.parametrize(
    ("words", "by", "moved"),
    [
        ("процента, сказал он", -1, "Рост составит 3,5 процента, сказал он"),
        ("процента, сказал он", 1, "сказал он"),
        ("сказал он", 1, "сказал он"),
        ("Рост", -1, "Рост"),
    ],
)
def test_the_start_moves_by_clauses(words: str, by: int, moved: str) -> None:
    assert words_of(moved_start_by_clause(TEXT, at(words), by)) == moved


@given(st.text(alphabet="аб ,.—«»\n3", max_size=40), st.integers(0, 39), st.integers(1, 20), st.sampled_from((-1, 1)))
def test_a_move_goes_its_way_and_leaves_something(text: str, start: int, length: int, by: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    if not span.length:
        return
    end, begin = moved_end_by_clause(text, (span,), by)[-1], moved_start_by_clause(text, (span,), by)[0]
    assert end == span or (end.stop - span.stop) * by > 0
    assert begin == span or (begin.start - span.start) * by > 0
    assert end.length and begin.length
