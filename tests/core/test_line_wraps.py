"""Lines that were cut at a column are joined.

Those that end a paragraph are not.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text.line_wraps import blank_wrapped_ends

WRAPPED = "Жители села вышли на берег и\nувидели, что вода ушла далеко\nот старого причала."


def is_joined(text: str) -> bool:
    return "\n" not in blank_wrapped_ends(text)


def test_line_ends_inside_a_sentence_become_blanks() -> None:
    assert blank_wrapped_ends(WRAPPED) == WRAPPED.replace("\n", " ")


@given(st.text("аб .\n—", max_size=60))
def test_every_character_stays_in_its_place(text: str) -> None:
    joined = blank_wrapped_ends(text)
    assert len(joined) == len(text)
    assert all(old == new or (old, new) == ("\n", " ") for old, new in zip(text, joined, strict=True))


@pytest.mark.parametrize(("width", "is_wrap"), [(7, False), (8, True)])
def test_behind_a_line_of_less_than_eight_characters_no_sentence_goes_on(width: int, is_wrap: bool) -> None:
    assert is_joined("а" * width + "\nбыла здесь вчера") == is_wrap


@pytest.mark.parametrize(("width", "is_wrap"), [(100, True), (101, False)])
def test_a_line_of_more_than_a_hundred_characters_is_a_paragraph(width: int, is_wrap: bool) -> None:
    line = ("слово " * 20)[: width - 1] + "ю"
    assert is_joined(f"{line}\nпродолжается здесь") == is_wrap


@pytest.mark.parametrize("start", ["— Да, ", "• ", "2) ", "Опубликовано: ", "Оригинал статьи: ", "date 2025 "])
def test_a_line_that_begins_with_an_item_or_a_field_stands_alone(start: str) -> None:
    assert not is_joined(f"Жители села вышли на берег и\n{start}увидели воду")


@pytest.mark.parametrize(("count", "is_wrap"), [(2, False), (3, True)])
def test_three_of_five_line_ends_of_a_wrapped_text_stand_inside_a_sentence(count: int, is_wrap: bool) -> None:
    lines = ["слово за словом и"] * count + ["слово за словом."] * (5 - count) + ["слово"]
    assert is_joined("\n".join(lines)) == is_wrap


@pytest.mark.parametrize(("word", "is_end"), [("Вечер", True), ("Вечера", False)])
def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph(word: str, is_end: bool) -> None:
    widest, shorter = "слово " * 4 + "словам", "слово слово слово слово."
    end = "\n" if is_end else " "
    joined = blank_wrapped_ends(f"{widest}\n{shorter}\n{word} за словом и\nслово.")
    assert joined == f"{widest} {shorter}{end}{word} за словом и слово."
