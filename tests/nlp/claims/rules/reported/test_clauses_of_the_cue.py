"""Where a cue's clause ends, and what kind it gets."""

import pytest

from tests.nlp.claims.conftest import Claims


def test_a_comma_before_and_closes_the_clause_of_the_cue(claims: Claims) -> None:
    (said, asked) = claims("Истец утверждал, что заказчик расторг договор, и просил взыскать долг.")
    assert (said.pieces, said.speaker) == (("заказчик расторг договор",), "Истец")
    assert (asked.pieces, asked.speaker, asked.cue) == (("взыскать долг",), "Истец", "просил")


@pytest.mark.parametrize(("cue", "kind"), [("Планируется", "promise"), ("Ожидается", "forecast")])
def test_what_is_planned_is_a_promise_and_what_is_expected_a_forecast(claims: Claims, cue: str, kind: str) -> None:
    assert [one.kind for one in claims(f"{cue}, что газ получат две тысячи домов.")] == [kind]


@pytest.mark.parametrize("verb", ["уверяет", "уверил", "заверил"])
def test_who_vouches_for_what_comes_promises(claims: Claims, verb: str) -> None:
    assert [one.kind for one in claims(f"Директор {verb}, что деньги поступят завтра.")] == ["promise"]


def test_one_can_warn_of_a_thing_that_the_tagger_takes_for_living(claims: Claims) -> None:
    assert [one.pieces for one in claims("Синоптики предупреждают о гололёде.")] == [("о гололёде",)]
