"""Speech inside speech: claims of their own, for others than the speaker."""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "inner", "form", "speaker", "cue"),
    [
        ("«Брат крикнул: „Плот утонул“. Я побежал», – вспоминал рыбак.", "Плот утонул", "direct", "Брат", "крикнул"),
        ("«Как писал Дос, „степь не спит“», – напомнил лектор.", "степь не спит", "direct", "Дос", "писал"),
        ("«Завод сулит „новую жизнь“, а люди ушли», – пишет врач.", "новую жизнь", "direct", "Завод", "сулит"),
        ("«Нам говорят, что плот цел. Не верю», – сказал рыбак.", "плот цел. Не верю", "indirect", None, "говорят"),
    ],
)
def test_words_of_others_in_a_quotation_are_claims_of_theirs(
    claims: Claims, text: str, inner: str, form: str, speaker: str | None, cue: str
) -> None:
    outer, other = claims(text)
    assert outer.form == "direct"
    assert (other.form, other.speaker, other.cue) == (form, speaker, cue)
    assert other.pieces[0] == inner.split(".", maxsplit=1)[0]


def test_what_the_speaker_said_before_and_questions_are_no_claims_of_others(claims: Claims) -> None:
    (claim,) = claims("«Я спросил: „Где плот?“ Я сказал: „Плот нужен“», – вспоминал рыбак.")
    assert claim.speaker == "рыбак"


def test_the_kind_of_a_quotation_leaves_out_what_it_reports_of_others(claims: Claims) -> None:
    outer, _ = claims("«Директор крикнул: „Закройте шлюз!“ Мы закрыли шлюз», – рассказал слесарь.")
    assert outer.kind == "statement"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("«Дел мало. К маю откроем две пекарни и наймём сорок поваров», – заявил директор.", "promise"),
        ("«Река ушла. Воды нет нигде. Завтра уедем», – сказал пастух.", "statement"),
        ("«Не ешьте снег», – предупредил лаборант.", "demand"),
        ("«Чтобы пройти, нужно показать билет», – пояснил вахтёр.", "statement"),
    ],
)
def test_a_quotation_takes_the_kind_that_most_of_its_words_have(claims: Claims, text: str, kind: str) -> None:
    assert claims(text)[0].kind == kind
