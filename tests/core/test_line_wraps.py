"""Lines that were cut at a column are joined.

Those that end a paragraph are not.
"""

from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text.line_wraps import blank_wrapped_ends, find_wrapped_ends

WRAPPED = "Жители села вышли на берег и\nувидели, что вода ушла далеко\nот старого причала."
PARAGRAPH = (
    "Жители села вышли на берег и увидели, что вода ушла далеко от старого причала. Лодки остались на песке, "
    "и рыбаки перенесли их к новой воде вместе со всем, что было нужно для работы."
)


def is_joined(text: str, *, has_title: bool = False) -> bool:
    return "\n" not in blank_wrapped_ends(text, has_title=has_title)


def ends_of(text: str) -> list[int]:
    return [place for place, sign in enumerate(text) if sign == "\n"]


def test_line_ends_inside_a_sentence_become_blanks() -> None:
    assert find_wrapped_ends(WRAPPED) == ends_of(WRAPPED)
    assert blank_wrapped_ends(WRAPPED) == WRAPPED.replace("\n", " ")


@given(st.text("аб .\n—", max_size=60))
def test_every_character_stays_in_its_place(text: str) -> None:
    joined = blank_wrapped_ends(text)
    assert len(joined) == len(text)
    assert all(old == new or (old, new) == ("\n", " ") for old, new in zip(text, joined, strict=True))


@pytest.mark.parametrize("width", [32, 45, 60, 72, 80, 100, 125])
def test_every_line_end_of_a_paragraph_wrapped_at_a_column_is_inside(width: int) -> None:
    text = "\n".join(wrap(PARAGRAPH, width))
    assert find_wrapped_ends(text, has_title=False) == ends_of(text)


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_a_short_last_line_ends_its_paragraph(separator: str) -> None:
    first, second = ("\n".join(wrap(paragraph, 44)) for paragraph in (PARAGRAPH, f"Вечером {PARAGRAPH}"))
    assert len(first.rpartition("\n")[2]) < 20
    inside = [*ends_of(first), *(len(first + separator) + end for end in ends_of(second))]
    assert find_wrapped_ends(first + separator + second, has_title=False) == inside


@pytest.mark.parametrize(("width", "is_wrap"), [(24, False), (25, True)])
def test_narrower_lines_are_a_list(width: int, is_wrap: bool) -> None:
    line = ("слово за " * 5)[: width - 1] + "ю"
    assert is_joined(f"{line}\nслово за словом") == is_wrap


@pytest.mark.parametrize(("width", "is_wrap"), [(130, True), (131, False)])
def test_wider_lines_are_paragraphs(width: int, is_wrap: bool) -> None:
    line = ("слово за " * 20)[: width - 1] + "ю"
    assert is_joined(f"{line}\nпродолжается здесь") == is_wrap


@pytest.mark.parametrize(("width", "is_wrap"), [(100, True), (101, False)])
def test_wider_lines_of_different_length_are_paragraphs(width: int, is_wrap: bool) -> None:
    line = ("слово за " * 20)[: width - 2] + " и"
    assert is_joined(f"{line}\nслово за словом и\nслово за словом и\nслово.") == is_wrap


@pytest.mark.parametrize(("last", "is_wrap"), [("продолжается", False), ("продолжается здесь", True)])
def test_lines_of_fewer_than_three_words_are_a_list(last: str, is_wrap: bool) -> None:
    assert is_joined(f"невероятнейше непрерывное\nпредложение длиннейшей\n{last}") == is_wrap


@pytest.mark.parametrize(
    "start",
    ["— Да, ", "• ", "2) ", "а) ", "Опубликовано: ", "Жарияланған күні: ", "Оригинал статьи: ", "date 2025-09-02 "],
)
def test_a_line_that_begins_with_an_item_or_a_field_stands_alone(start: str) -> None:
    assert not is_joined(f"Жители села вышли на берег и.\n{start}увидели, что вода ушла далеко")


def test_a_number_behind_an_open_sentence_goes_on_with_it() -> None:
    assert is_joined("Жители села вышли на берег в\n2024 году и увидели лодки там,\nгде вода ушла от причала.")


def test_a_dash_behind_a_quotation_goes_on_with_its_speaker() -> None:
    assert is_joined("«Жители села вышли на берег»,\n— сказал аким и уехал туда,\nгде вода ушла от причала.")


@pytest.mark.parametrize(("count", "is_wrap"), [(2, False), (3, True)])
def test_half_of_the_line_ends_of_uneven_lines_stand_inside_a_sentence(count: int, is_wrap: bool) -> None:
    lines = ["слово за словом и"] * count + ["слово за словом за словом."] * (6 - count) + ["слово."]
    assert (len(find_wrapped_ends("\n".join(lines), has_title=False)) > 0) == is_wrap


def test_uneven_lines_without_a_last_sentence_end_are_a_list() -> None:
    lines = "слово за словом за словом и\nслово за\nслово за словом и\nслово"
    assert is_joined(f"{lines}.") and not is_joined(lines)


@pytest.mark.parametrize(("count", "is_wrap"), [(7, True), (8, False)])
def test_uneven_lines_that_mostly_end_in_a_comma_are_verse(count: int, is_wrap: bool) -> None:
    lines = ["слово за словом,", "слово за словом за словом,"] * 4
    lines = lines[:count] + ["слово за словом и"] * (10 - count) + ["слово."]
    assert is_joined("\n".join(lines)) == is_wrap


@pytest.mark.parametrize(("word", "is_end"), [("Вечер", True), ("Вечера", False)])
def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph(word: str, is_end: bool) -> None:
    widest, shorter = "слово " * 4 + "словам", "слово слово слово слово."
    end = "\n" if is_end else " "
    joined = blank_wrapped_ends(f"{widest}\n{shorter}\n{word} за словом и за словом\nслово.", has_title=False)
    assert joined == f"{widest} {shorter}{end}{word} за словом и за словом слово."


def test_the_first_line_of_a_text_with_a_title_stays() -> None:
    title = "Жители приморского села вышли"
    assert blank_wrapped_ends(f"{title}\n{WRAPPED}") == f"{title}\n{WRAPPED.replace(chr(10), ' ')}"


def test_a_title_behind_a_date_is_the_first_line() -> None:
    text = f"date 2025-09-02 Ремонт дорог\n{WRAPPED}"
    assert blank_wrapped_ends(text) == f"date 2025-09-02 Ремонт дорог\n{WRAPPED.replace(chr(10), ' ')}"


def test_a_short_paragraph_takes_the_column_of_the_others() -> None:
    first = "\n".join(wrap(PARAGRAPH, 60))
    second = "Вечером к причалу приехал аким района, чтобы осмотреть сам\nБерег"
    assert is_joined(second) is False
    assert find_wrapped_ends(f"{first}\n\n{second}", has_title=False)[-1] == len(f"{first}\n\n{second}") - len(
        "\nБерег"
    )
