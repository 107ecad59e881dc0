"""What is said stands before the verb that reports it."""

import pytest

from tests.nlp.claims.conftest import Claims, Told


@pytest.mark.parametrize(
    ("text", "pieces", "kind", "speaker", "cue"),
    [
        ("Письмо директор назвал шуткой.", ("Письмо", "шуткой"), "statement", "директор", "назвал"),
        ("Список тренер обещал показать завтра.", ("Список", "показать завтра"), "promise", "тренер", "обещал"),
        ("Вернуть долг фирма обещает к маю.", ("Вернуть долг", "к маю"), "promise", "фирма", "обещает"),
        (
            "Цену участка в акимате назвали завышенной.",
            ("Цену участка", "завышенной"),
            "statement",
            "акимате",
            "назвали",
        ),
        (
            "Отказ комиссия обосновала нехваткой мест.",
            ("Отказ", "нехваткой мест"),
            "statement",
            "комиссия",
            "обосновала",
        ),
    ],
)
def test_a_fronted_object_belongs_to_what_is_said(
    claims: Claims, text: str, pieces: tuple[str, ...], kind: str, speaker: str, cue: str
) -> None:
    assert claims(text) == [Told(pieces, "indirect", kind, speaker, cue)]


@pytest.mark.parametrize("text", ["Отчёт директор получил вчера.", "Статью суд признал недействующей."])
def test_other_objects_are_no_claims(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_a_clause_behind_a_colon_is_found_beside_quoted_speech(claims: Claims) -> None:
    found = claims("«Каток открыт», – сказал сторож. Кассир пояснила: билетов хватает всем желающим.")
    assert [(one.pieces, one.speaker) for one in found] == [
        (("Каток открыт",), "сторож"),
        (("билетов хватает всем желающим",), "Кассир"),
    ]


def test_each_clause_behind_a_colon_in_a_line_is_found(claims: Claims) -> None:
    found = claims("Лесник пояснил: костры в лесу запрещены. Егерь добавил: волки ушли из долины.")
    assert [one.speaker for one in found] == ["Лесник", "Егерь"]


def test_whoever_insists_may_only_state(claims: Claims) -> None:
    (found,) = claims("Завод настаивает: очистные сооружения работают исправно.")
    assert found.kind == "statement"


def test_whoever_leads_a_session_claims_nothing(claims: Claims) -> None:
    found = claims("Ведущий: Слово имеет докладчик.\nДокладчик: План выполнен на треть.")
    assert [one.pieces for one in found] == [("План выполнен на треть",)]


def test_whom_somebody_asks_stays_outside(claims: Claims) -> None:
    (found,) = claims("Компанию министр призвал снизить цены.")
    assert found.pieces == ("снизить цены",)


def test_a_fronted_object_needs_no_speaker(claims: Claims) -> None:
    (found,) = claims("Каток обещают залить к среде.")
    assert (found.pieces, found.speaker) == (("Каток", "залить к среде"), None)
