"""Words, and spans of words.

They have no blanks and no punctuation at their ends, but for what belongs to the words.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.span import Span
from app.core.text.boundary import fitted, snapped, word_after, word_at, word_before, words
from app.core.text.tokens import tokens

PARTS = (
    *("Казахтелеком", "АО", "Касым-Жомарт", "город", "г", "млн", "А", "Б", "3,5", "5", "%", "$", "№", "𝐀", "е\u0301ж"),
    *(
        "«",
        "»",
        '"',
        "“",
        "”",
        "„",
        "(",
        ")",
        "[",
        "]",
        "—",
        "–",
        "-",
        ",",
        ".",
        "…",
        "!",
        "?",
        ":",
        ";",
        "/",
        "'",
        "’",
    ),
    *("’", "👩\u200d🚀", "🇰🇿", "!\ufe0f", " ", " ", " ", "\u00a0", "\n", "\u2028"),
)
TEXTS = st.lists(st.sampled_from(PARTS), max_size=24).map("".join)
MARKS = {"«": "»", "“": "”", "„": "“”", "(": ")", "[": "]", '"': '"'}


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    places = st.integers(0, len(text)).filter(lambda place: text[place : place + 1] != "\ufe0f")
    return text, Span(*sorted((draw(places), draw(places))))


def is_punctuation(sign: str) -> bool:
    return sign.isspace() or (unicodedata.category(sign).startswith("P") and sign not in "%#@&§‰")


def stands_well(text: str, span: Span) -> bool:
    """Say whether neither end is a blank or punctuation.

    A mark that pairs inside and a short word's stop are allowed.
    """
    said = text[slice(*span)]
    first, inner, last = said[0], said[1:-1], said[-1]
    opens = said[1:2] == "\ufe0f" or any(sign in inner for sign in MARKS.get(first, ""))
    closes = any(last in closing and opening in inner for opening, closing in MARKS.items())
    ends_short = last == "." and said[-2:-1].isalpha()
    return (opens or not is_punctuation(first)) and (closes or ends_short or not is_punctuation(last))


@given(spans())
def test_what_is_marked_never_begins_or_ends_with_blanks_or_punctuation(case: tuple[str, Span]) -> None:
    text, span = case
    for marked in (fitted(text, span), snapped(text, span)):
        assert not marked.length or stands_well(text, marked), text[slice(*marked)]


@given(spans())
def test_fitting_twice_is_fitting_once(case: tuple[str, Span]) -> None:
    text, span = case
    once = fitted(text, span)
    assert fitted(text, once) == once
    assert snapped(text, snapped(text, span)) == snapped(text, span)


@given(spans())
def test_no_word_is_lost_and_none_is_won(case: tuple[str, Span]) -> None:
    text, span = case
    inside = {token for token in tokens(text) if span.contains(token) and not is_punctuation(text[token.start])}
    marked = fitted(text, span)
    assert {token for token in inside if not marked.contains(token)} == set()
    added = text[span.stop : max(span.stop, marked.stop)]
    assert all(is_punctuation(sign) for sign in added), "only closing marks are taken in"
    assert marked.start >= span.start or not marked.length


@given(spans())
def test_snapping_grows_to_whole_words(case: tuple[str, Span]) -> None:
    text, span = case
    marked, cut = snapped(text, span), fitted(text, span)
    if cut.length:
        assert marked.contains(cut) or fitted(text, cut) != cut
        assert not [word for word in words(text) if word.start < marked.start < word.stop]


@given(TEXTS)
def test_words_are_visited_one_by_one_from_either_end(text: str) -> None:
    all_words = list(words(text))
    forwards, word = [], word_after(text, 0)
    while word is not None:
        forwards.append(word)
        word = word_after(text, word.stop)
    backwards, word = [], word_before(text, len(text))
    while word is not None:
        backwards.append(word)
        word = word_before(text, word.start)
    assert forwards == all_words
    assert backwards == all_words[::-1]


@given(TEXTS, st.integers(0, 80))
def test_every_place_has_a_word_where_there_are_any(text: str, position: int) -> None:
    word, all_words = word_at(text, min(position, len(text))), list(words(text))
    assert word in all_words if all_words else word is None


@pytest.mark.parametrize(
    ("text", "chosen", "marked"),
    [
        ("подписало АО «Казахтелеком», которое", "АО «Казахтелеком»,", "АО «Казахтелеком»"),
        ("подписало АО «Казахтелеком», которое", "АО «Казахтелеком", "АО «Казахтелеком»"),
        ("компания «Казахтелеком» выросла", "«Казахтелеком»", "Казахтелеком"),
        ("компания «Казахтелеком» выросла", "«Казахтелеком", "Казахтелеком"),
        ("компания «Казахтелеком» выросла", "Казахтелеком» выросла", "Казахтелеком» выросла"),
        ("между «Барысом» и «Астаной» прошёл", "«Барысом» и «Астаной»", "«Барысом» и «Астаной»"),
        ('глава ООО "Север", который', 'ООО "Север"', 'ООО "Север"'),
        ('глава ООО "Север", который', 'Север", который', 'Север", который'),
        ("он сказал: „Ирония спасает“.", "„Ирония спасает“.", "Ирония спасает"),
        ("сведений (информации).", "сведений (информации).", "сведений (информации)"),
        ("сведений (информации).", "(информации)", "информации"),
        ("в 2024 г. в городе", "2024 г.", "2024 г."),
        ("обогнал А. Б. Иванов", "А. Б.", "А. Б."),
        ("обошлось в 5 млн. Потом", "5 млн.", "5 млн."),
        ("мы помогли им. Потом", "помогли им.", "помогли им"),
        ("выросло на 40 %, сказал", "40 %,", "40 %"),
        ("$27 млн — это", "$27 млн —", "$27 млн"),
        ("— Да, — сказал он", "— Да, —", "Да"),
        ("и т.д., и т.п.", ", ", ""),
        ("«ГК «Север»» и", "«ГК «Север»»", "ГК «Север»"),
        ("(АО «Юг (Север)») и", "АО «Юг (Север", "АО «Юг (Север)»"),
    ],
)
def test_what_belongs_to_a_name_stays_and_what_is_around_it_goes(text: str, chosen: str, marked: str) -> None:
    start = text.index(chosen)
    assert text[slice(*fitted(text, Span(start, start + len(chosen))))] == marked


def test_a_full_stop_belongs_to_an_abbreviation_alone() -> None:
    text = "12 г. им. Абая. А. Кунанбаев, 5 млн."
    assert [text[slice(*word)] for word in words(text)] == ["12", "г.", "им", "Абая", "А.", "Кунанбаев", "5", "млн."]


@pytest.mark.parametrize(
    ("position", "word"), [(3, "раз"), (4, "раз"), (6, "два"), (7, "два"), (10, "два"), (13, "три")]
)
def test_punctuation_belongs_to_the_word_that_it_hangs_on(position: int, word: str) -> None:
    text = "раз», «два» — три"
    found = word_at(text, position)
    assert found is not None
    assert text[slice(*found)] == word


def test_long_runs_of_signs_cost_little() -> None:
    text = "раз " + "." * 200_000 + " " + "слово " * 500_000
    assert word_before(text, 200_004) == Span(0, 3)
    assert word_after(text, 4) == Span(200_005, 200_010)
    assert fitted(text, Span(0, len(text))) == Span(0, len(text) - 1)


@pytest.mark.parametrize("marks", ["«»", "“”", "„“", "„”", "‹›", "‘’", "()", "[]", "{}", '""'])
def test_a_span_takes_the_mark_that_closes_what_it_opened(marks: str) -> None:
    text = f"АО {marks[0]}Алма{marks[1]} там"
    assert fitted(text, Span(0, len("АО .Алма"))) == Span(0, len("АО .Алма."))
