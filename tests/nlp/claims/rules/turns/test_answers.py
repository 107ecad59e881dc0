"""Answers of an interview whose lines begin with a dash."""

from tests.nlp.claims.conftest import Claims

INTERVIEW = """– Сколько рам собрали за год?
– Собрали четыре тысячи рам, это рекорд.
– И всё-таки покупатели недовольны…
– Недовольных мало. Возвраты упали вдвое."""


def test_a_remark_of_the_interviewer_takes_its_turn_like_a_question(claims: Claims) -> None:
    found = [claim.pieces[0] for claim in claims(INTERVIEW) if claim.form == "direct"]
    assert found == ["Собрали четыре тысячи рам, это рекорд", "Недовольных мало. Возвраты упали вдвое"]
