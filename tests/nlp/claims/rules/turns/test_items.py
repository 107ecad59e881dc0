"""Items of live blogs and digests that name who says them."""

import pytest

from app.nlp.pipeline import Tagger
from tests.nlp.claims.conftest import told


@pytest.mark.parametrize(
    ("item", "speaker", "content", "form"),
    [
        (
            "14:20 ДЧС: площадь пожара – 600 квадратных метров.",
            "ДЧС",
            "площадь пожара – 600 квадратных метров",
            "indirect",
        ),
        ("• Акимат: мы подвезём воду утром.", "Акимат", "мы подвезём воду утром", "direct"),
        ("👉 «Жезды Су»: график вывесим в подъездах.", "Жезды Су", "график вывесим в подъездах", "direct"),
    ],
)
def test_an_item_is_said_by_the_body_that_it_begins_with(
    tagger: Tagger, item: str, speaker: str, content: str, form: str
) -> None:
    text = f"Пожар на рынке потушили.\n{item}"
    (claim,) = [told(text, one) for one in tagger.tag(text).annotations if one.kind == "claim"]
    assert (claim.pieces, claim.speaker, claim.form) == ((content,), speaker, form)


@pytest.mark.parametrize("item", ["• Состав: мука, соль, вода.", "• ДЧС: 112.", "• Жатва: комбайны вышли в поле."])
def test_an_item_that_begins_with_a_topic_is_said_by_nobody(tagger: Tagger, item: str) -> None:
    text = f"Пожар на рынке потушили.\n{item}"
    assert [one for one in tagger.tag(text).annotations if one.kind == "claim"] == []
