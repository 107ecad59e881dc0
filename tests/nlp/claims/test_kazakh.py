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
