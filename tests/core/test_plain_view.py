"""The plain view.

What reads the same has the same view, and its spans stand on whole characters of the text.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.query.words import WORD, split_words
from app.core.span import Span
from app.core.text.comparing import comparable, find_words
from app.core.text.plain_view import PlainView, plain_words
from app.core.text.tokens import tokens
from tests.rewritings import LAYOUTS, REWRITINGS, SIGNS, rewritten

TEXT = (
    "Мост откроют в 2027 году\n"
    "Аким области Ержан Куанышбаев сообщил, что на ремонт дорог потратят 5,3 млрд тенге — вдвое больше, чем раньше.\n"
    "«Мы начнём в мае», — сказал он в Әулиеате… «Ұлытау» и ТОО «Дала-Транс» ждут.\n"
    "Министр просвещения Бауыржан Тлеуов поддержал его и добавил, что школу тоже починят до осени этого года.\n"
    "Банк Kaspi Business даст 3–5 млрд тенге."
)
ODD = st.sampled_from(
    [*'аеийёАЯәІaceoA12 .,-–—"«»“”„\n\t', "\u00ad", "\u200b", "\u0301", "\u0306", "\u00a0", "\u2028", "🇰🇿", "--", "..."]
)


@pytest.mark.parametrize("name", [*SIGNS, *LAYOUTS])
def test_a_text_in_another_way_of_writing_has_the_same_view(name: str) -> None:
    new, places = rewritten(TEXT, name)
    assert new != TEXT
    plain = PlainView(new).plain
    assert (plain.replace("\n\n", "\n") if name in LAYOUTS else plain) == PlainView(TEXT).plain
    assert len(places) == len(TEXT) + 1


@pytest.mark.parametrize("name", SIGNS)
def test_a_span_of_the_view_stands_on_the_same_words_of_the_text(name: str) -> None:
    new, _ = rewritten(TEXT, name)
    view = PlainView(new)
    for token in tokens(view.plain):
        span = view.to_source(token)
        words = new[span.start : span.stop]
        if view.plain[token.start].isalnum():
            assert plain_words(words) == view.plain[token.start : token.stop]
        assert not unicodedata.combining(new[span.stop]) if span.stop < len(new) else True


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_word_that_two_lines_divide_stands_on_both_parts(name: str) -> None:
    new, _ = rewritten(TEXT, name)
    view = PlainView(new)
    words = [token for token in tokens(view.plain) if view.plain[token.start].isalnum()]
    divided = [new[slice(*view.to_source(word))] for word in words]
    assert [part.replace("-\n", "").replace("–", "-") for part in divided] == [
        view.plain[slice(*word)] for word in words
    ]


@given(st.lists(ODD, max_size=60).map("".join))
def test_the_characters_of_the_view_lie_apart_and_in_order_in_the_text(text: str) -> None:
    view = PlainView(text)
    spans = [view.to_source(Span(at, at + 1)) for at in range(len(view.plain))]
    assert all(span.length > 0 for span in spans)
    assert all(one.stop <= other.start for one, other in pairwise(spans))
    assert all(span.start >= 0 and span.stop <= len(text) for span in spans)


@given(st.text(alphabet="абвгдеёжзий АБВ,.!?«»—\n", max_size=60))
def test_a_plain_text_is_its_own_view(text: str) -> None:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    text = "\n\n".join(line for line in lines if line).replace("...", "…")
    assert PlainView(text).plain == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Алма\u0301ты", "Алматы"),
        ("Ала\u00adтау\u00ad\nский", "Алатауский"),
        ("и\u0306од, е\u0308лка, Крае\u0301в", "йод, ёлка, Краев"),
        ("Алмáты", "Алматы"),
        ("Cəрсенбаев и Əбенов", "Сәрсенбаев и Әбенов"),
        ("Тоkaев, Кaspi, Apple, PR-служба, Wi-Fi", "Токаев, Kaspi, Apple, PR-служба, Wi-Fi"),
        ("Токaев и Microsоft", "Токаев и Microsoft"),
        ("ГOСТ", "ГОСТ"),
        ("3\u2009100\u2009000 тенге", "3 100 000 тенге"),
        ("с 2024–2025 гг., Усть\u2011Каменогорск, −5 °C", "с 2024-2025 гг., Усть-Каменогорск, -5 °C"),
        ('"Береке" и „Нур“, “да”', "«Береке» и «Нур», «да»"),
        ('ООО "Завод "Степь"', "ООО «Завод «Степь»"),
        ("cafe\u0301", "café"),
        ("café", "café"),
    ],
)
def test_how_words_read(text: str, plain: str) -> None:
    assert plain_words(text) == plain


def test_line_ends_inside_a_wrapped_paragraph_are_blanks() -> None:
    text = "Ремонт\n\nАким Алматы Ержан\nКуанышбаев сообщил, что на ремонт\nвыделят 5,3\nмлрд тенге.\n\nВторой абзац."
    assert PlainView(text).plain == (
        "Ремонт\n\nАким Алматы Ержан Куанышбаев сообщил, что на ремонт выделят 5,3 млрд тенге.\n\nВторой абзац."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Мост откроют\nАким сообщил об этом во вторник.\nРаботы идут.",
        "Итоги недели:\n— построен мост;\n— открыта школа;\n— отремонтирована дорога.",
        "1. хлеб\n2. молоко\n3. сыр",
        "Хлеб\nМолоко\nСыр\nМасло",
        "Зима недаром злится,\nПрошла её пора —\nВесна в окно стучится\nИ гонит со двора.",
        "— Вы будете строить?\n— Да, будем.\n— Когда?",
    ],
)
def test_lines_that_stand_by_themselves_stay_apart(text: str) -> None:
    assert PlainView(text).plain == text


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Алёна Сомова и Але\u0308на Сомова", "алена сомова", ["Алёна Сомова", "Але\u0308на Сомова"]),
        ("Ала\u00adтау и Ала\u0301тау", "Алатау", ["Ала\u00adтау", "Ала\u0301тау"]),
        ("Алматы\u00a0—\u2009город", "алматы - город", ["Алматы\u00a0—\u2009город"]),
        ("весь", "", []),
    ],
)
def test_words_are_found_as_they_read(text: str, words: str, found: list[str]) -> None:
    assert [text[span.start : span.stop] for span in find_words(text, words)] == found


def test_what_reads_the_same_compares_the_same() -> None:
    written = ("Семёнов", "СЕМЕНОВ", "Семе\u0308нов", "Се\u00adмёнов", "Ceмёнов")
    assert {comparable(words) for words in written} == {"семенов"}


def test_a_word_of_great_length_reads_in_linear_time() -> None:
    def seconds(count: int) -> float:
        words = "Tыква " + "ж" * count
        began = process_time()
        assert plain_words(words) == "Тыква " + "ж" * count
        return process_time() - began

    assert min(seconds(40_000) for _ in range(3)) < 30 * min(seconds(4_000) for _ in range(3)) + 0.01


def test_a_token_takes_in_what_is_not_seen_inside_it_and_nothing_beside_it() -> None:
    text = "Ала\u00adтау\u200b, Алма\u0301ты\u00ad и \u200bДала"
    assert [text[token.start : token.stop] for token in tokens(text)] == [
        "Ала\u00adтау", ",", "Алма\u0301ты", "и", "Дала",
    ]  # fmt: skip


@given(st.lists(ODD | st.sampled_from([" ", "слово", "word", "9"]), max_size=8).map("".join))
def test_words_that_read_as_they_stand_are_known_at_a_glance(words: str) -> None:
    assert plain_words(words) == PlainView(words).plain


@given(st.lists(st.one_of(ODD, st.sampled_from("ʼ’ʹ_'\u2011áÉß5.,;:…«»—/%№$€₸•+=@")), max_size=60).map("".join))
def test_the_words_of_a_text_are_those_of_its_view(text: str) -> None:
    assert split_words(text) == WORD.findall(comparable(text))


@pytest.mark.parametrize("name", REWRITINGS)
def test_the_words_of_a_text_in_another_way_of_writing_are_the_same(name: str) -> None:
    assert split_words(rewritten(TEXT, name)[0]) == split_words(TEXT)
