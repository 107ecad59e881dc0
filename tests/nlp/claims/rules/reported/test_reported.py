"""Reported words: with «что», infinitives, nouns, naming; and what is no claim."""

import pytest

from tests.nlp.claims.conftest import Claims, Told


def test_the_clause_with_that_is_the_content_without_the_conjunction(claims: Claims) -> None:
    assert claims("Министр финансов заявил, что дефицит бюджета сократился вдвое.") == [
        Told(("дефицит бюджета сократился вдвое",), "indirect", "statement", "Министр финансов", "заявил")
    ]


def test_the_next_verb_of_the_same_speaker_begins_a_claim_of_its_own(claims: Claims) -> None:
    found = claims("Министр заявил, что дорога готова, и призвал водителей соблюдать правила.")
    assert [(claim.pieces, claim.kind) for claim in found] == [
        (("дорога готова",), "statement"),
        (("соблюдать правила",), "demand"),
    ]
    assert {claim.speaker for claim in found} == {"Министр"}


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Премьер поручил министрам срочно проверить больницы.", "срочно проверить больницы", "demand"),
        ("Врачи попросили жителей носить маски.", "носить маски", "demand"),
        ("Мэр пообещал до мая починить крыши.", "до мая починить крыши", "promise"),
        ("Депутаты предложили снизить пошлины.", "снизить пошлины", "demand"),
        ("Адвокаты заявили о намерении обжаловать приговор.", "о намерении обжаловать приговор", "promise"),
        ("Президент заявил о необходимости реформ.", "о необходимости реформ", "demand"),
        ("Компания объявила о покупке завода.", "о покупке завода", "statement"),
        ("Принц выразил желание покинуть пост.", "желание покинуть пост", "promise"),
        ("Экономисты прогнозируют рост цен на зерно.", "рост цен на зерно", "forecast"),
        ("В министерстве не исключили повышения тарифов.", "повышения тарифов", "forecast"),
    ],
)
def test_what_is_asked_promised_or_announced_is_the_content(claims: Claims, text: str, content: str, kind: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.kind, claim.form) == ((content,), kind, "indirect")


def test_layers_nest(claims: Claims) -> None:
    found = claims("Министр сообщил, что мост закрыт, передаёт агентство.")
    assert [(claim.pieces[0], claim.speaker) for claim in found] == [
        ("Министр сообщил, что мост закрыт", "агентство"),
        ("мост закрыт", "Министр"),
    ]


def test_somebody_elses_words_nest_and_the_speakers_own_do_not(claims: Claims) -> None:
    found = claims("Рабочий отметил, что инженеры рассказали ему, что печь остановлена.")
    assert [claim.speaker for claim in found] == ["Рабочий", "инженеры"]
    assert len(claims("Мэр заявил, что знает о жалобах и надеется, что спор решится.")) == 1


def test_an_evaluation_is_a_claim(claims: Claims) -> None:
    (claim,) = claims("Лидер оппозиции назвал итоги выборов подтасованными.")
    assert claim.pieces == ("итоги выборов подтасованными",)


@pytest.mark.parametrize(
    "text",
    [
        "Стало известно, что завод продан.",
        "Отмечается, что завод продан.",
        "Ранее сообщалось, что завод продан.",
        "Известно, что завод продан.",
    ],
)
def test_an_impersonal_cue_has_no_speaker(claims: Claims, text: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.speaker, claim.form) == (("завод продан",), None, "indirect")


@pytest.mark.parametrize(
    "text",
    [
        "Соседи говорили о погоде.",
        "Он рассказал о своей поездке.",
        "Напомним, что завод закрыли в прошлом году.",
        "Считается, что это самый старый дуб.",
        "Он не сказал, что уволен.",
        "Парламент принял закон о медиации.",
        "Следователи возбудили дело о краже.",
        "Он ушёл из-за того, что устал.",
        "Когда поднимут пенсии, рассказали в министерстве.",
    ],
)
def test_topics_decisions_and_the_papers_own_asides_are_no_claims(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_about_this_points_back_to_the_sentence_before(claims: Claims) -> None:
    assert claims("Цех остановлен из-за аварии. Об этом сообщила пресс-служба завода.") == [
        Told(("Цех остановлен из-за аварии",), "indirect", "statement", "пресс-служба завода", "сообщила")
    ]


def test_what_was_pointed_at_has_the_kind_of_its_words(claims: Claims) -> None:
    (claim,) = claims("Цех запустят в июне. Об этом сообщила пресс-служба завода.")
    assert (claim.kind, claim.form) == ("forecast", "indirect")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Жители подписали обращение, в котором требуют перенести линию.", "Жители"),
        ("Прокуратура опубликовала доклад, в котором говорится, что нарушений стало меньше.", "доклад"),
        ("Суд получил письмо жителей, в котором утверждается, что дом опасен.", "письмо жителей"),
        ("Сенатор направил запрос, в котором просит проверить смету.", "Сенатор"),
        ("В профсоюзе «Единство» считают, что деньги есть.", "профсоюзе «Единство»"),
        ("В Nordvik Mining подчеркнули, что рудник закроют.", "Nordvik Mining"),
    ],
)
def test_who_speaks_in_a_document_or_a_body(claims: Claims, text: str, speaker: str) -> None:
    (claim,) = claims(text)
    assert claim.speaker == speaker
