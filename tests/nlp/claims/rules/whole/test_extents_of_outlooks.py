"""Where the forecast of a sentence begins and ends."""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Проект прост: школы получат ноутбуки.", "школы получат ноутбуки"),
        ("Долг велик, и новый кредит обойдётся дороже.", "новый кредит обойдётся дороже"),
        ("Цех стоит, а рабочие получат деньги в мае.", "рабочие получат деньги в мае"),
        ("Фонд вырос, и в его планах – новый музей.", "в его планах – новый музей"),
        ("Клуб беден: в планах хозяев – продажа стадиона.", "в планах хозяев – продажа стадиона"),
        ("Билет стоит 500 тенге, но с мая подорожает.", "Билет стоит 500 тенге, но с мая подорожает"),
        ("Он работает в школе и осенью поедет на север.", "Он работает в школе и осенью поедет на север"),
    ],
)
def test_a_clause_of_the_present_that_stands_apart_is_left_out(claims: Claims, text: str, content: str) -> None:
    assert [claim.pieces for claim in claims(text)] == [(content,)]


@pytest.mark.parametrize("conjunction", ["однако", "но", "а", "хотя"])
def test_no_conjunction_stays_at_the_end_of_a_claim(claims: Claims, conjunction: str) -> None:
    text = f"Гостям обещаны подарки, {conjunction} праздник не удался."
    assert all(not piece.endswith(conjunction) for claim in claims(text) for piece in claim.pieces)


@pytest.mark.parametrize("answer", ["жители с этим не согласны", "оппозиция видит в нём угрозу", "юристы сомневаются"])
def test_the_answer_of_others_is_not_what_somebody_said(claims: Claims, answer: str) -> None:
    found = claims(f"Министр заявил, что закон нужен, однако {answer}.")
    assert ("закон нужен",) in [claim.pieces for claim in found]


def test_what_a_speaker_goes_on_with_stays_in_the_claim(claims: Claims) -> None:
    found = claims("Эксперт отметил, что цены растут, однако спрос сохраняется.")
    assert [claim.pieces for claim in found] == [("цены растут, однако спрос сохраняется",)]


@pytest.mark.parametrize("source", ["отчётности компании", "материалов суда", "справки банка"])
def test_a_document_speaks_in_what_follows_from_it(claims: Claims, source: str) -> None:
    found = claims(f"Выручка завода выросла на 17 %, следует из {source}.")
    assert [(claim.pieces, claim.speaker) for claim in found] == [(("Выручка завода выросла на 17 %",), source)]


def test_what_is_fronted_does_not_speak(claims: Claims) -> None:
    assert [claim.speaker for claim in claims("Мост обещают открыть весной.")] == [None]


def test_a_request_of_the_client_is_no_source(claims: Claims) -> None:
    found = claims("Предприятие гарантирует перерасчёт по заявлению.")
    assert [(claim.pieces, claim.speaker) for claim in found] == [(("перерасчёт по заявлению",), "Предприятие")]


@pytest.mark.parametrize("phrase", ["Есть мнение", "Ходят слухи", "Существует версия"])
def test_rumours_report_without_a_speaker(claims: Claims, phrase: str) -> None:
    found = claims(f"{phrase}, что тренер уйдёт.")
    assert [(claim.pieces, claim.speaker, claim.cue) for claim in found] == [(("тренер уйдёт",), None, phrase)]
