"""Sentences end where a reader would end them.

Keys and tagger agree.
"""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text.sentences import sentence_at, sentences


def parts(text: str) -> list[str]:
    return [text[start:stop] for start, stop in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Мост сдадут в 2027 г.", "Жители ждут."],
        ["Кассир унёс выручку в сент. 2023 г.", "Дело закрыто."],
        ["Завод работает с 1933г.", "Цех новый."],
        ["Сборная попала в группу А.", "Казахстан сыграет с Литвой."],
        ["Хлеб, молоко и т.д.", "Цены выросли."],
        ["Ставка ниже на 2,5 п.п.", "Рынок спокоен."],
        ["Ветер усилится до 28 м/с.", "Ночью похолодает."],
        ["Ущерб — 5 млн.", "Дело в суде."],
        ["Акция стоит 3 долл. США.", "Цена растёт."],
        ["Акция стоит 3 долл.", "Инвесторы ждут."],
        ["Дж. Морган приехал.", "Разд. 5 закона отменён."],
        ["Встреча прошла в г. Алматы и на ул. Абая, д. 5.", "Пришёл проф. Ахметов."],
        ["В театре им. В. М. Шукшина ждут А. Б. Тлеуова.", "Начало в 19.00."],
        ["См. ст. 188 ч. 2 УК РК.", "15 мая он ушёл."],
        ["Пишет zakon.kz.", "На Яндекс.Новостях этого нет."],
        ["Он уехал в США.", "Завод «Нур» закрыт."],
        ["1. Хлеб.", "2. Молоко."],
        ["Площадь 12 тысяч кв. м.", "Проект готов."],
        ["Рынок стоит на пр. Абая.", "Хлеб, соль и пр.", "Жители довольны."],
        ["«Да!» — ответил Ким.", "Нет…", "— Как?..", "Может!"],
        ["Министр ҚР Ә. Әбенов келді.", "Ол кетті."],
        ["В 2025 г. Алматы вырос.", "В мае 2025 г. Астана тоже."],
        ["В 2027 г. 15 школ и в 2028 г. ещё две."],
    ],
)
def test_where_sentences_end(wanted: list[str]) -> None:
    assert parts(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    ("glued", "wanted"),
    [
        ("Мост откроют в 2027 году.Министр доволен.", ["Мост откроют в 2027 году.", "Министр доволен."]),
        ("Он сказал: «Да».Аким ушёл!Все ушли.", ["Он сказал: «Да».", "Аким ушёл!", "Все ушли."]),
        ("Пришёл А.Б.Тлеуов из г.Алматы с ул.Абая.", ["Пришёл А.Б.Тлеуов из г.Алматы с ул.Абая."]),
        ("Сайт zakon.kz и файл отчёт.docx целы.", ["Сайт zakon.kz и файл отчёт.docx целы."]),
    ],
)
def test_a_full_stop_without_a_blank_behind_it(glued: str, wanted: list[str]) -> None:
    assert parts(glued) == wanted


def test_soft_hyphens_and_stress_marks_change_no_end() -> None:
    assert len(parts("Мост сда\u00adдут в 2027 г. Жи\u0301тели ждут. На ул. Аба\u0301я тихо.")) == 3


def test_a_sentence_goes_on_over_the_line_ends_of_a_wrapped_paragraph() -> None:
    text = "Первый абзац.\n\nАким сообщил, что\nмост откроют в мае. Работы\nидут по плану."
    span = sentence_at(text, text.index("мост"))
    assert text[span.start : span.stop] == "Аким сообщил, что\nмост откроют в мае."


@given(st.text(alphabet="аб АБ.!?…«»\n1г", max_size=80), st.data())
def test_the_sentence_at_a_place_is_one_of_the_sentences(text: str, data: st.DataObject) -> None:
    found = list(sentences(text, 0, len(text)))
    assert all(text[span.start : span.stop].strip() == text[span.start : span.stop] for span in found)
    assert "".join("".join(parts(text)).split()) == "".join(text.split())
    if found:
        span = data.draw(st.sampled_from(found))
        if "\n" not in text:
            assert sentence_at(text, span.start) == span


@pytest.mark.parametrize("sign", [".", "!", "…", '."', ".)", ". «"])
def test_a_row_of_signs_takes_no_time_to_speak_of(sign: str) -> None:
    text = sign * (50_000 // len(sign))
    began = process_time()
    assert len(parts(text)) >= 1
    assert process_time() - began < 1
