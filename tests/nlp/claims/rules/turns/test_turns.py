"""Interviews, stenograms and live blogs are read.

Turns, answers, closing speakers, and what begins a line are tested.
"""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "Судья: – Суд удаляется.\nСвидетель Анна Ро (тихо): – Я видела трактор.",
            [("Суд удаляется", "Судья", "statement"), ("Я видела трактор", "Свидетель Анна Ро", "statement")],
        ),
        (
            "Корреспондент: Когда придёт поезд? Его ждут.\nНачальник станции: Поезд пустим в среду.",
            [("Поезд пустим в среду", "Начальник станции", "promise")],
        ),
        (
            "Беседа о реке.\n– Кто чистит русло?\n– Русло чистят рыбаки. Денег нет.\n– Спасибо за беседу.",
            [("Русло чистят рыбаки. Денег нет", None, "statement")],
        ),
        ("Беседа.\n– Что нужно? – Привезите песок к дамбе.", [("Привезите песок к дамбе", None, "demand")]),
        ("**Сколько у вас лодок?**\n– Лодок двадцать.", [("Лодок двадцать", None, "statement")]),
    ],
)
def test_a_turn_or_an_answer_is_one_claim_and_a_question_none(
    claims: Claims, text: str, turns: list[tuple[str, str | None, str]]
) -> None:
    found = claims(text)
    assert [("".join(claim.pieces), claim.speaker, claim.kind) for claim in found] == turns
    assert {claim.form for claim in found} == {"direct"}


@pytest.mark.parametrize("text", ["Погода: в Актау ясно.", "Автор: Ия Лор\nГород спал.", "Итоги: – рост на треть"])
def test_a_topic_or_a_credit_before_a_colon_speaks_nothing(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_a_forecast_behind_a_topic_has_no_speaker(claims: Claims) -> None:
    (claim,) = claims("Погода: снег выпадет в среду\nДворники готовят лопаты.")
    assert (claim.pieces, claim.speaker, claim.kind) == (("снег выпадет в среду",), None, "forecast")


@pytest.mark.parametrize("text", ["Дорога цела – дорожники.", "07:15 Дорога цела – районный штаб."])
def test_who_stands_behind_the_last_dash_says_it(claims: Claims, text: str) -> None:
    (claim,) = claims("Метель\n" + text)
    assert (claim.pieces, claim.form, claim.cue) == (("Дорога цела",), "reported", None)
    assert claim.speaker == text.split(" – ")[1].strip(".")


def test_a_noun_that_says_what_something_is_does_not_speak(claims: Claims) -> None:
    assert claims("Столяр – сосед.") == []
    assert claims("Город ждёт – столица.") == []


@pytest.mark.parametrize(
    "head",
    ["✅ ", "• ", "3) ", "2. ", "[12:30] ", "18.45. ", "⚡️ 14:20 ", "11:02 UPD: ", "07:30 – ", "Справочно: ", "— "],
)
def test_what_begins_a_line_is_no_part_of_a_claim(claims: Claims, head: str) -> None:
    (claim,) = claims(f"Сводка\n{head}Паром отправят в четверг.")
    assert claim.pieces == ("Паром отправят в четверг",)


def test_a_date_or_a_sum_at_a_line_start_is_no_stamp(claims: Claims) -> None:
    (claim,) = claims("Сводка\n10.06.2025 паром отправят в Актау.")
    assert claim.pieces == ("10.06.2025 паром отправят в Актау",)


def test_answers_are_found_where_their_marks_are_lost(claims: Claims) -> None:
    text = (
        "Беседа с лесником\nЗачем лесу новая дорога?\nСтарую смыло весной.\nМост через овраг упал.\n"
        "Кто даёт деньги?\nПоловину даёт посёлок."
    )
    found = [(claim.pieces, claim.form) for claim in claims(text)]
    assert found == [
        (("Старую смыло весной", "Мост через овраг упал"), "direct"),
        (("Половину даёт посёлок",), "direct"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Как получить пай?\nЗаявление кладут в ящик.\nКто его читает?\nЕго читает староста.",
        "Лес вырубят?\nСтароста ушёл домой.\nДень был тёплый.",
    ],
)
def test_questions_that_nobody_is_asked_make_no_interview(claims: Claims, text: str) -> None:
    assert [claim for claim in claims(text) if claim.form == "direct"] == []


def test_a_topic_before_the_colon_is_no_part_of_the_speaker(claims: Claims) -> None:
    (claim, *_) = claims("Министр – о налогах: ставку не поднимем\nРешения ждут.")
    assert (claim.pieces, claim.speaker) == (("ставку не поднимем",), "Министр")


def test_a_label_before_signs_alone_says_nothing(claims: Claims) -> None:
    assert [claim.pieces for claim in claims("Министр заявил, что цены вырастут : ,")] == [("цены вырастут",)]
