"""The paper's own voice.

Plans and forecasts, and the plain reports that are none; headlines.
"""

import pytest

from app.nlp.article_text import ArticleText
from app.nlp.backend.models import Models
from app.nlp.claims.claim_finder import find_claims
from tests.nlp.claims.conftest import Claims, Told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Чемпионат состоится в Алматы", "forecast"),
        ("Новый мост будет построен через год", "forecast"),
        ("Цены на хлеб могут вырасти осенью", "forecast"),
        ("Работы должны завершиться к декабрю", "forecast"),
        ("Посёлку грозит наводнение весной", "forecast"),
        ("Ледник растает к осени", "forecast"),
        ("На полпути пилот дозаправится", "forecast"),
    ],
)
def test_the_future_is_a_forecast_that_nobody_says(claims: Claims, text: str, kind: str) -> None:
    assert claims(text + ".") == [Told((text,), "reported", kind, None, None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Компания планирует построить завод", "Компания"),
        ("Власти намерены снести рынок", "Власти"),
        ("Певец собирается переехать в деревню", "Певец"),
        ("Ферма готова продать молоко школам", "Ферма"),
        ("Совет хочет закрыть переправу", "Совет"),
    ],
)
def test_a_plan_is_a_promise_of_its_subject(claims: Claims, text: str, speaker: str) -> None:
    assert claims(text + ".") == [Told((text,), "reported", "promise", speaker, None)]


@pytest.mark.parametrize(
    ("text", "pieces", "kind", "cue"),
    [
        ("Премьера планируется на май.", ("Премьера", "на май"), "promise", "планируется"),
        ("Ожидается, что завод заработает весной.", ("завод заработает весной",), "forecast", "Ожидается"),
        ("К вечеру, как предполагается, потеплеет.", ("К вечеру", "потеплеет"), "forecast", "предполагается"),
        ("Как стало известно, кассир уехал.", ("кассир уехал",), "statement", "известно"),
    ],
)
def test_an_impersonal_word_is_a_cue_without_a_speaker(
    claims: Claims, text: str, pieces: tuple[str, ...], kind: str, cue: str
) -> None:
    assert claims(text) == [Told(pieces, "indirect", kind, None, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Мост построили в прошлом году.",
        "Пользователи могут оставлять сообщения.",
        "Парламент принял закон, который вступит в силу весной.",
        "Неясно, согласится ли завод.",
        "Приедет ли он завтра?",
        "Мы увидим это завтра.",
    ],
)
def test_past_events_abilities_and_questions_are_no_forecasts(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_a_forecast_leaves_out_the_report_beside_it(claims: Claims) -> None:
    (claim,) = claims("Завод остановили зимой, а весной он заработает снова.")
    assert claim.pieces == ("весной он заработает снова",)


@pytest.mark.parametrize(
    ("headline", "content", "speaker", "form"),
    [
        ("СМИ: завод закрыли навсегда", "завод закрыли навсегда", "СМИ", "indirect"),
        ("Петров: Мы построим завод", "Мы построим завод", "Петров", "direct"),
        ("Завод построят весной – министр", "Завод построят весной", "министр", "reported"),
    ],
)
def test_a_headline_can_name_its_speaker_without_a_verb(
    claims: Claims, headline: str, content: str, speaker: str, form: str
) -> None:
    (claim,) = claims(headline + "\nТекст.")
    assert (claim.pieces, claim.speaker, claim.form, claim.cue) == ((content,), speaker, form, None)


@pytest.mark.parametrize(("length", "is_headline"), [(160, True), (161, False)])
def test_a_first_line_of_more_than_160_characters_is_no_headline(
    models: Models, length: int, is_headline: bool
) -> None:
    line = ("Ерболат Досаев: метро построят к 2030 году" + " и пустят по новым улицам" * 5)[:length].ljust(length, "м")
    rules = {claim.rule for claim in find_claims(ArticleText(f"{line}\nТекст.", models), [])}
    assert ("claim.headline/1" in rules) == is_headline


def test_the_frame_of_a_file_holds_no_claims_and_its_title_does(claims: Claims) -> None:
    text = " date 2025-09-02 Город получит новый статус\nОпубликовано:\nОригинал статьи: https://example.kz/budet/"
    assert [claim.pieces for claim in claims(text)] == [("Город получит новый статус",)]
