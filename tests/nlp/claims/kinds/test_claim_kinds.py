"""What makes a forecast, a promise and a demand.

Whose hand the future is in, what sets a rule, what one asks for.
"""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # nobody is named who does it: who speaks sees to it
        ("Министр сообщил, что в городах построят сто школ.", "promise"),
        ("По словам мэра, до зимы будут заменены все трубы.", "promise"),
        # an observer, an outlet, a guess: it is in no hand of theirs
        ("Аналитик сообщил, что в городах построят сто школ.", "forecast"),
        ("Министр не исключил, что школы построят в мае.", "forecast"),
        # the speaker's own side, and the speaker
        ("Директор завода заявил, что предприятие откроет второй цех.", "promise"),
        ("Иванов заявил, что решение о составе он примет в мае.", "promise"),
        # what happens, and is done by nobody
        ("Министр заявил, что цены вырастут вдвое.", "forecast"),
        ("Директор завода заявил, что предприятие получит убыток.", "forecast"),
        ("Министр сказал, что соглашение может быть подписано в мае.", "forecast"),
        # a rule, an order, a wish
        ("Президент считает, что долг не должен превышать трети бюджета.", "demand"),
        ("Министр считает, что цены должны быть низкими.", "demand"),
        ("Министр считает, что цены должны снизиться к маю.", "forecast"),
        ("Депутат сообщил, что поддерживает проект, но требует отсрочки.", "demand"),
        ("Мэр сказал, что на мост нужно два миллиарда.", "statement"),
    ],
)
def test_the_kind_of_reported_words_is_told_by_who_does_what(claims: Claims, text: str, kind: str) -> None:
    assert claims(text)[0].kind == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Мы завершим земляные работы в октябре", "promise"),
        ("Остальные трубы мы закупаем у соседей", "statement"),
        ("Первые результаты мы увидим через два года", "forecast"),
        ("В августе Нацбанк продаст сто миллионов", "forecast"),
        ("Правительство финансирует эти организации", "statement"),
        ("Мы хотим, чтобы стройку остановили", "demand"),
        ("Пишите о нашем дефиците бюджета", "demand"),
        ("Мы говорили о дефиците бюджета", "statement"),
    ],
)
def test_the_kind_of_spoken_words_is_told_by_their_verbs(claims: Claims, words: str, kind: str) -> None:
    (claim,) = claims(f"«{words}», — сказал мэр.")
    assert claim.kind == kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Команда рассчитывает на пять медалей.", ["forecast"]),
        ("Команда рассчитывает победить в финале.", ["promise"]),
        ("По плану, перелёт начнётся в июле.", ["promise"]),
        ("Как изменится школьная программа: ответы министерства.", []),
    ],
)
def test_the_paper_counts_on_plans_and_asks(claims: Claims, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in claims(text)] == kinds


def test_an_agency_before_the_first_words_is_no_content(claims: Claims) -> None:
    (claim,) = claims("KAZPRESS – Доходы бюджета выросли вдвое, сообщает пресс-служба министерства.")
    assert claim.pieces == ("Доходы бюджета выросли вдвое",)


def test_a_unit_with_a_stroke_ends_its_sentence(claims: Claims) -> None:
    found = claims("Порывы ветра достигнут 28 м/с. Ночью температура опустится до нуля.")
    assert [claim.pieces for claim in found] == [
        ("Порывы ветра достигнут 28 м/с",),
        ("Ночью температура опустится до нуля",),
    ]
