"""Kazakh claims are read by endings and word order.

The parser does not know the language.
"""

import pytest

from tests.cost import grows_with_its_length
from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue", "kind"),
    [
        ("Бақташы қораның бос екенін айтты.", "қораның бос екенін", "Бақташы", "айтты", "statement"),
        ("Мұражай билеттің қымбаттайтынын хабарлады.", "билеттің қымбаттайтынын", "Мұражай", "хабарлады", "forecast"),
        ("Әкім жолдың жөнделетінін айтты.", "жолдың жөнделетінін", "Әкім", "айтты", "promise"),
        ("Сарапшы жолдың жөнделетінін айтты.", "жолдың жөнделетінін", "Сарапшы", "айтты", "forecast"),
        ("Дәрігер маска тағу керектігін айтты.", "маска тағу керектігін", "Дәрігер", "айтты", "demand"),
        ("Аңшы тауға шықпауды ескертті.", "тауға шықпауды", "Аңшы", "ескертті", "demand"),
        ("Полиция ұрының ұсталғаны туралы хабарлады.", "ұрының ұсталғаны туралы", "Полиция", "хабарлады", "statement"),
        ("Оттың сөнгенін өрт сөндірушілер растады.", "Оттың сөнгенін", "өрт сөндірушілер", "растады", "statement"),
    ],
)
def test_a_participle_that_a_verb_governs_is_what_is_said(
    claims: Claims, text: str, content: str, speaker: str, cue: str, kind: str
) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.speaker, claim.cue, claim.kind) == ((content,), speaker, cue, kind)
    assert claim.form == "indirect"


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Көршілер қақпаны бояуды сұрады.", "қақпаны бояуды", "demand"),
        ("Кеңес әкімдіктен есеп беруді талап етті.", "есеп беруді", "demand"),
        ("Дәрігер халықты екпе алуға шақырды.", "екпе алуға", "demand"),
        ("Зауыт ауланы тазалауға уәде берді.", "ауланы тазалауға", "promise"),
    ],
)
def test_a_verbal_noun_is_what_is_called_for_or_promised(claims: Claims, text: str, content: str, kind: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.kind, claim.speaker) == ((content,), kind, text.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Экономист нан қымбаттайды деп мәлімдеді.", "Экономист", "forecast"),
        ("Нан қымбаттайды, деп хабарлайды «Таң» газеті.", "«Таң» газеті", "forecast"),
        ("Нан қымбаттайды деп күтілуде.", None, "forecast"),
    ],
)
def test_the_clause_before_dep_is_what_is_said(claims: Claims, text: str, speaker: str | None, kind: str) -> None:
    (claim,) = claims(text)
    assert ([piece.lower() for piece in claim.pieces], claim.speaker) == (["нан қымбаттайды"], speaker)
    assert (claim.form, claim.kind) == ("indirect", kind)


def test_two_predicates_of_one_speaker_report_two_claims(claims: Claims) -> None:
    first, second = claims("Жүргізуші жолдың тайғақ екенін айтып, баяу жүруді сұрады.")
    assert (first.pieces, first.kind) == (("жолдың тайғақ екенін",), "statement")
    assert (second.pieces, second.kind) == (("баяу жүруді",), "demand")
    assert first.speaker == second.speaker == "Жүргізуші"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Қаржы министрлігінің өкілі салықтың азайғанын айтты.", "Қаржы министрлігінің өкілі"),
        ("Бүгін облыс әкімі Ерлан Әбішев салықтың азайғанын айтты.", "облыс әкімі Ерлан Әбішев"),
        ("«Ақ Бидай» ЖШС директоры салықтың азайғанын айтты.", "«Ақ Бидай» ЖШС директоры"),
        ("Салықтың азайғанын ТЖМ хабарлады.", "ТЖМ"),
    ],
)
def test_the_speaker_is_the_whole_phrase_in_the_nominative(claims: Claims, text: str, speaker: str) -> None:
    (claim,) = claims(text)
    assert (claim.speaker, claim.pieces[0].lower()) == (speaker, "салықтың азайғанын")


@pytest.mark.parametrize(
    ("text", "pieces", "speaker", "cue"),
    [
        ("«Біз жаңа мектеп саламыз», — деді қала әкімі.", ("Біз жаңа мектеп саламыз",), "қала әкімі", "деді"),
        ("Әкім «Жол дайын» деп мәлімдеді.", ("Жол дайын",), "Әкім", "мәлімдеді"),
        ("Әкім: «Жол дайын».", ("Жол дайын",), "Әкім", None),
        ("«Жол дайын, – деді әкім. – Көпір де дайын».", ("Жол дайын", "Көпір де дайын"), "әкім", "деді"),
        ("«Жол дайын», – деді әкім, – «көпір де дайын».", ("Жол дайын", "көпір де дайын"), "әкім", "деді"),
        ("– Жол дайын, – деді әкім.", ("Жол дайын",), "әкім", "деді"),
    ],
)
def test_quoted_words_beside_a_kazakh_verb_of_speech_are_direct(
    claims: Claims, text: str, pieces: tuple[str, ...], speaker: str, cue: str | None
) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.form, claim.speaker, claim.cue) == (pieces, "direct", speaker, cue)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("«Біз мектеп саламыз», – деді ұста.", "promise"),
        ("«Баға өседі», – деді ұста.", "forecast"),
        ("«Баға өсті», – деді ұста.", "statement"),
        ("«Есікті жабыңыз», – деді ұста.", "demand"),
        ("«Заң керек», – деді ұста.", "demand"),
        ("«Ол күн сайын келеді», – деді ұста.", "statement"),
        ("«Көпір салынады», – деп сендірді ұста.", "promise"),
    ],
)
def test_the_last_verb_gives_speech_its_kind(claims: Claims, text: str, kind: str) -> None:
    (claim,) = claims(text)
    assert claim.kind == kind


def test_a_kazakh_phrase_of_source_names_the_speaker_by_whole_words(claims: Claims) -> None:
    (claim,) = claims("Министрдің айтуынша, көпір күзде ашылады.")
    assert (claim.pieces, claim.form, claim.speaker) == (("көпір күзде ашылады",), "indirect", "Министрдің")


def test_a_phrase_of_source_in_the_middle_cuts_what_is_said(claims: Claims) -> None:
    (claim,) = claims("Биыл, министрдің айтуынша, көпір ашылады.")
    assert (claim.pieces, claim.speaker, claim.cue) == (("Биыл", "көпір ашылады"), "министрдің", "айтуынша")


@pytest.mark.parametrize(
    "text",
    [
        "Қалада жаңа саябақ ашылды.",
        "Мәслихат бюджетті бекітті.",
        "Көпір қашан ашылады?",
        "«Не істейміз?» – деп сұрады мұғалім.",
        "Ол күн сайын жүгіреді.",
        "Спикер комитеттің есебін тыңдады.",
        "Кітапханаға кіруге болады.",
        "Бұл туралы полиция хабарлады.",
    ],
)
def test_kazakh_words_that_nobody_can_be_held_to_are_no_claims(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_what_is_said_about_this_in_kazakh_is_the_sentence_before(claims: Claims) -> None:
    (claim,) = claims("Көпір жөнделді. Бұл туралы қала әкімдігі хабарлады.")
    assert (claim.pieces, claim.speaker, claim.cue) == (("Көпір жөнделді",), "қала әкімдігі", "хабарлады")


@pytest.mark.parametrize("plan", ["салуды жоспарлап отыр", "салуға ниетті", "салмақ"])
def test_a_plan_is_a_promise_of_whoever_plans_in_the_papers_voice(claims: Claims, plan: str) -> None:
    (claim,) = claims(f"Зауыт жаңа цех {plan}.")
    assert (claim.pieces, claim.form, claim.kind) == ((f"Зауыт жаңа цех {plan}",), "reported", "promise")
    assert (claim.speaker, claim.cue) == ("Зауыт", None)


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Келесі жылы үш мектеп салу жоспарланып отыр.", "Келесі жылы үш мектеп салу", "promise"),
        ("Бағаның өсуі күтіледі.", "Бағаның өсуі", "forecast"),
        ("Қоймада ұн жоқ екені белгілі болды.", "Қоймада ұн жоқ екені", "statement"),
    ],
)
def test_an_impersonal_predicate_is_a_cue_without_a_speaker(claims: Claims, text: str, content: str, kind: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.form, claim.kind, claim.speaker) == ((content,), "indirect", kind, None)
    assert claim.cue is not None


@pytest.mark.parametrize("text", ["Мектеп күзде ашылады.", "Балабақша салынбақ."])
def test_a_plain_future_is_a_forecast_in_the_papers_voice(claims: Claims, text: str) -> None:
    (claim,) = claims(text)
    assert (claim.form, claim.kind, claim.speaker, claim.cue) == ("reported", "forecast", None, None)


def test_each_paragraph_is_read_in_its_own_language(claims: Claims) -> None:
    found = claims("«Біз дайынбыз», — деді әкім.\nМинистр заявил, что мост готов.")
    assert [claim.speaker for claim in found] == ["әкім", "Министр"]


def test_kazakh_words_of_reporting_speak_for_a_russian_quotation(claims: Claims) -> None:
    (claim,) = claims("«Мы построили новый большой мост через широкую реку», – деді әкім.")
    assert (claim.form, claim.speaker, claim.cue) == ("direct", "әкім", "деді")


@pytest.mark.parametrize("words", ["Әкім «Жол дайын» деп айтты. ", "«Жол дайын», – деді "])
def test_the_cost_of_a_line_of_quotations_grows_with_its_length(claims: Claims, words: str) -> None:
    assert grows_with_its_length(lambda count: claims(words * count), 400)


@pytest.mark.parametrize("text", ["Нысан күзде пайдалануға беріледі.", "Жәрдемақы қаңтарда көтеріледі."])
def test_the_passive_of_what_comes_is_a_forecast(claims: Claims, text: str) -> None:
    assert [(claim.pieces, claim.kind) for claim in claims(text)] == [((text.rstrip("."),), "forecast")]


@pytest.mark.parametrize("text", ["Тұрғындар су тапшылығына шағымданады.", "Сарапшылар мерзімге күмән келтіреді."])
def test_who_complains_or_doubts_foretells_nothing(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_what_is_ready_is_a_state_and_no_plan(claims: Claims) -> None:
    (found,) = claims("Директордың айтуынша, мектеп толық дайын.")
    assert found.kind == "statement"


def test_a_finding_takes_a_bare_object(claims: Claims) -> None:
    (found,) = claims("Комиссия қоймада үш ақау анықтады.")
    assert (found.pieces, found.speaker) == (("қоймада үш ақау",), "Комиссия")
