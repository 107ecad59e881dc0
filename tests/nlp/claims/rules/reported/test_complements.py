"""Nouns that a verb takes in reported claims.

Verbs are of refuting, finding, judging, asking, committing. Acts of procedure are told apart.
"""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "content", "kind", "cue"),
    [
        ("Фабрика опровергла слухи о пожаре.", "слухи о пожаре", "statement", "опровергла"),
        ("Фабрика отвергла обвинения в обмане.", "обвинения в обмане", "statement", "отвергла"),
        ("Лаборант подтвердил утечку газа.", "утечку газа", "statement", "подтвердил"),
        ("Ревизия выявила завышение цен.", "завышение цен", "statement", "выявила"),
        ("Дачники настаивают на ремонте насоса.", "на ремонте насоса", "demand", "настаивают"),
        ("Геологи призвали к запрету взрывов.", "к запрету взрывов", "demand", "призвали"),
        ("Театр запросил ещё три месяца.", "ещё три месяца", "demand", "запросил"),
        ("Соседи добиваются закрытия склада.", "закрытия склада", "demand", "добиваются"),
        ("Судовладелец согласился на отсрочку.", "на отсрочку", "promise", "согласился"),
        ("Перевозчик пригрозил забастовкой.", "забастовкой", "promise", "пригрозил"),
        ("Торговцы ждут роста цен.", "роста цен", "forecast", "ждут"),
        ("Кассир признался в краже.", "в краже", "statement", "признался"),
        ("Прораб обвинил сварщика в халатности.", "сварщика в халатности", "statement", "обвинил"),
        ("Страховщики оценили потери в два миллиона тенге.", "потери в два миллиона тенге", "statement", "оценили"),
    ],
)
def test_a_verb_takes_its_noun_by_its_frame(claims: Claims, text: str, content: str, kind: str, cue: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.form, claim.kind, claim.cue) == ((content,), "indirect", kind, cue)
    assert claim.speaker == text.split(maxsplit=1)[0]


def test_an_object_before_its_verb_and_what_follows_are_one_claim(claims: Claims) -> None:
    (claim,) = claims("Ущерб оценили в три миллиона тенге.")
    assert (claim.pieces, claim.speaker) == (("Ущерб", "в три миллиона тенге"), None)


@pytest.mark.parametrize(
    "text",
    [
        "Суд признал сторожа виновным в краже.",
        "Суд обязал завод выплатить долг.",
        "Фабрика отвергла новый станок.",
        "Город ждёт автобус.",
        "Рыбак признался в эфире.",
    ],
)
def test_acts_of_procedure_and_plain_objects_are_no_claims(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_what_a_court_found_is_a_claim(claims: Claims) -> None:
    (claim,) = claims("Как установил суд, кран упал ночью.")
    assert (claim.pieces, claim.speaker, claim.cue) == (("кран упал ночью",), "суд", "установил")


def test_quoted_content_is_direct_speech_whatever_reports_it(claims: Claims) -> None:
    (claim,) = claims("По словам рыбака, «лодка течёт».")
    assert (claim.pieces, claim.form, claim.speaker) == (("лодка течёт",), "direct", "рыбака")


@pytest.mark.parametrize("text", ["Вахтёр на сходе жильцов заявил, что лифт цел.", "Лифт цел, заявил вахтёр в эфире."])
def test_the_place_of_speaking_is_no_part_of_the_speaker(claims: Claims, text: str) -> None:
    assert [(claim.speaker or "").lower() for claim in claims(text)] == ["вахтёр"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Думаю, река разольётся.", "forecast"),
        ("Я считаю, что мост узок.", "statement"),
        ("Мы требуем снести забор.", "demand"),
        ("Обещаю починить насос.", "promise"),
    ],
)
def test_who_writes_can_speak_in_the_first_person(claims: Claims, text: str, kind: str) -> None:
    assert [claim.kind for claim in claims(text)] == [kind]


@pytest.mark.parametrize("text", ["Напомним, мост узок.", "Отметим, что мост узок.", "Сообщаем, что мост узок."])
def test_a_paper_that_speaks_to_its_readers_reports_nothing(claims: Claims, text: str) -> None:
    assert claims(text) == []
