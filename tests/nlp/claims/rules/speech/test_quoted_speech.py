"""Direct speech in every typographic shape, and quotation marks that are none."""

import pytest

from tests.nlp.claims.conftest import Claims, Told

SPOKEN = "Мы откроем мост в октябре"


@pytest.mark.parametrize(
    "text",
    [
        f"«{SPOKEN}», — сказал аким.",
        f"«{SPOKEN}», - сказал аким.",
        f'"{SPOKEN}", – сказал аким.',
        f"„{SPOKEN}“, — сказал аким.",
        f"“{SPOKEN}”, — сказал аким.",
        f"«{SPOKEN}», сказал аким.",
        f"«{SPOKEN}!» — сказал аким.",
        f"Вчера аким сказал: «{SPOKEN}».",
        f"Вчера аким сказал:\n«{SPOKEN}».",
        f"Вчера аким сказал:\n\n{SPOKEN}.",
        f"Вчера аким сказал:\n— {SPOKEN}.",
        f"— {SPOKEN}, — сказал аким.",
        f"«{SPOKEN}, — сказал аким.",
        f"{SPOKEN}. — сказал аким",
    ],
)
def test_speech_is_found_in_every_typographic_shape(claims: Claims, text: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.form, claim.cue) == ((SPOKEN,), "direct", "сказал")
    assert claim.speaker == "аким"


@pytest.mark.parametrize(
    "text",
    [
        "«Мы начали ремонт, — сказал подрядчик. — Закончим к маю».",
        "«Мы начали ремонт», — сказал подрядчик. — «Закончим к маю».",
        "«Мы начали ремонт», — сказал подрядчик. «Закончим к маю».",
        "— Мы начали ремонт, — сказал подрядчик. — Закончим к маю.",
        '"Мы начали ремонт, - сказал подрядчик. - Закончим к маю".',
    ],
)
def test_speech_split_by_the_reporting_words_is_one_claim_of_two_pieces(claims: Claims, text: str) -> None:
    (claim,) = claims(text)
    assert claim.pieces == ("Мы начали ремонт", "Закончим к маю")
    assert claim.speaker == "подрядчик"


def test_speech_over_paragraphs_is_one_claim_and_no_piece_crosses_a_line_end(claims: Claims) -> None:
    text = "Министр заявил: «Первое. Мы строим школы.\nВторое. Мы снижаем налоги.\n\nТретье. Мы ждём».\nЗал молчал."
    (claim,) = claims(text)
    assert claim.pieces == ("Первое. Мы строим школы", "Второе. Мы снижаем налоги", "Третье. Мы ждём")


def test_a_quotation_inside_speech_belongs_to_the_speech(claims: Claims) -> None:
    (claim,) = claims("«Наш комбинат „Заря“ работает без остановок», — рассказал директор.")
    assert claim.pieces == ("Наш комбинат „Заря“ работает без остановок",)


def test_names_and_scare_quotes_are_not_speech(claims: Claims) -> None:
    text = "Компания «Заря» купила завод «Маяк». Писатель представил «тихий» роман «Мы идём домой» в клубе «Огни»."
    assert claims(text) == []


def test_a_firm_in_the_reporting_words_does_not_join_the_speech(claims: Claims) -> None:
    (claim,) = claims("«Печь остановлена», — сказал директор «Казцинка» Иван Петров.")
    assert claim.pieces == ("Печь остановлена",)
    assert claim.speaker == "директор «Казцинка» Иван Петров"


def test_each_speaker_keeps_his_words(claims: Claims) -> None:
    found = claims("«Мы устали!» — сказал он. «Начнём завтра», — добавил его заместитель.")
    assert [(claim.pieces, claim.speaker) for claim in found] == [
        (("Мы устали",), "он"),
        (("Начнём завтра",), "его заместитель"),
    ]


def test_a_document_can_speak(claims: Claims) -> None:
    (claim,) = claims("«Стороны признают свои обязательства», — говорится в совместном заявлении.")
    assert (claim.form, claim.speaker, claim.cue) == ("direct", "совместном заявлении", "говорится")


def test_who_is_quoted_is_the_speaker_and_not_who_quotes(claims: Claims) -> None:
    (claim,) = claims("«Сделка сорвана по нашей вине», — цитирует издание директора завода.")
    assert claim.speaker == "директора завода"


def test_words_behind_a_colon_without_marks_are_reported_words(claims: Claims) -> None:
    assert claims("В ведомстве подчеркнули: жалоб от жителей не поступало.") == [
        Told(("жалоб от жителей не поступало",), "indirect", "statement", "ведомстве", "подчеркнули")
    ]


def test_the_outlet_that_passes_a_speech_on_has_a_claim_of_its_own(claims: Claims) -> None:
    found = claims("«Дорога закрыта», — заявил спасатель, сообщает агентство «Степь».")
    assert {claim.speaker for claim in found} >= {"спасатель"}
    assert any(claim.form == "direct" for claim in found)


@pytest.mark.parametrize("behind", [" Так сказал аким.", "\nОб этом сказал аким. Он уехал.", "\n\nЭто сказал аким."])
def test_the_sentence_behind_a_quotation_can_tell_whose_it_is(claims: Claims, behind: str) -> None:
    (claim,) = claims(f"«Мы откроем новый мост в октябре, и ни днём позже».{behind}")
    assert (claim.speaker, claim.cue, claim.form) == ("аким", "сказал", "direct")


def test_lines_with_dashes_below_a_colon_are_a_list(claims: Claims) -> None:
    assert claims("Вчера аким сказал, где копают:\n— у моста вырыли яму.\n— у вокзала нашли трубу.") == []


@pytest.mark.parametrize("name", ["Бейсенов", "Тулегенов", "Жолдасов", "Иванов"])
def test_a_surname_behind_a_verb_of_promising_promises(claims: Claims, name: str) -> None:
    (claim,) = claims(f'"Мы не тронем деревья. Вязы останутся", - пообещал {name}.')
    assert claim.speaker == name


def test_a_name_in_marks_that_belongs_to_another_noun_is_no_speaker(claims: Claims) -> None:
    (claim,) = claims("«Рейсы отменены до утра», — говорится в сообщении авиакомпании «Кокжиек».")
    assert claim.speaker == "сообщении авиакомпании «Кокжиек»"


def test_two_verbs_of_speech_have_one_speaker_across_what_the_first_reports(claims: Claims) -> None:
    found = claims("Она напомнила, что единая форма заработала в январе, и добавила: «Пишите мне, если её не приняли».")
    assert [claim.speaker for claim in found] == ["Она", "Она"]
