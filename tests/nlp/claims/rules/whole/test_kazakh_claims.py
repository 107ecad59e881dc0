"""Kazakh paragraphs, which the parser does not know."""

from tests.nlp.claims.conftest import Claims


def test_quoted_words_before_a_kazakh_verb_of_speech_are_direct(claims: Claims) -> None:
    (claim,) = claims("«Біз жаңа мектеп саламыз», — деді қала әкімі.")
    assert (claim.pieces, claim.form, claim.speaker) == (("Біз жаңа мектеп саламыз",), "direct", "қала әкімі")


def test_a_kazakh_phrase_of_source_names_the_speaker(claims: Claims) -> None:
    (claim,) = claims("Министрдің айтуынша, көпір күзде ашылады.")
    assert (claim.pieces, claim.form, claim.speaker) == (("көпір күзде ашылады",), "indirect", "Министр")


def test_kazakh_words_that_report_nothing_are_no_claims(claims: Claims) -> None:
    assert claims("Қалада жаңа саябақ ашылды.") == []


def test_what_is_said_about_this_in_kazakh_is_the_sentence_before(claims: Claims) -> None:
    (claim,) = claims("Көпір жөнделді. Бұл туралы қала әкімдігі хабарлады.")
    assert (claim.pieces, claim.speaker, claim.cue) == (("Көпір жөнделді",), "қала әкімдігі", "хабарлады")


def test_a_kazakh_plan_is_a_promise_in_the_papers_voice(claims: Claims) -> None:
    (claim,) = claims("Келесі жылы үш мектеп салу жоспарланып отыр.")
    assert (claim.form, claim.kind, claim.speaker) == ("reported", "promise", None)


def test_each_paragraph_is_read_in_its_own_language(claims: Claims) -> None:
    found = claims("«Біз дайынбыз», — деді әкім.\nМинистр заявил, что мост готов.")
    assert [claim.speaker for claim in found] == ["әкім", "Министр"]
