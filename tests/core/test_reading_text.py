"""Lines and words of a text, and reading order.

The reading order is that of annotations.
"""

from __future__ import annotations

from app.core.model import Annotation, Kind, reading_key
from app.core.span import Span
from app.core.text.boundary import words
from app.core.text.tokens import line_at, lines, tokens


def test_lines_begin_at_the_start_of_the_text_and_empty_ones_count() -> None:
    assert list(lines("а\n\nбв")) == [Span(0, 1), Span(2, 2), Span(3, 5)]


def test_the_line_at_a_place_ends_before_its_line_end() -> None:
    text = "\nа\nбв"
    assert [line_at(text, position) for position in range(5)] == [
        Span(0, 0),
        Span(1, 2),
        Span(1, 2),
        Span(3, 5),
        Span(3, 5),
    ]


def test_words_begin_at_the_start_of_the_text() -> None:
    assert list(words("Да, нет")) == [Span(0, 2), Span(4, 7)]


def test_an_annotation_of_several_pieces_is_read_where_its_first_piece_begins() -> None:
    def claim(number: int, *pieces: Span) -> Annotation:
        return Annotation(number, 1, Kind.CLAIM, "statement", pieces)

    rows = [claim(1, Span(5, 6)), claim(2, Span(2, 3), Span(8, 9)), claim(3, Span(2, 3)), claim(4, Span(2, 3))]
    assert [row.id for row in sorted(rows, key=reading_key)] == [2, 3, 4, 1]


def test_a_tag_and_an_account_are_one_token_each() -> None:
    text = "В #Алматы и @orda_live: №5, a@b"
    assert [text[start:stop] for start, stop in tokens(text)] == [
        *("В", "#Алматы", "и", "@orda_live", ":", "№", "5", ",", "a", "@", "b")
    ]
