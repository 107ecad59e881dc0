"""A verb set into a sentence reports its words.

Words that only say who spoke are no claim.
"""

from __future__ import annotations

import pytest

from app.nlp.pipeline import Tagger

TELLING = (
    "Об этом на брифинге сообщил аким области Ерлан Сатов",
    "Об этом говорится в ответе министерства",
    "Ранее об этом рассказала депутат Анна Ким",
)


@pytest.mark.parametrize("agency", ["передаёт корреспондент агентства", "пишет «Степь»", "сообщает наш корреспондент"])
@pytest.mark.parametrize("telling", TELLING)
def test_who_said_it_is_no_claim_of_the_agency(tagger: Tagger, telling: str, agency: str) -> None:
    text = f"Завод построят через год. {telling}, {agency}."
    claims = [one for one in tagger.tag(text).annotations if one.kind == "claim"]
    assert [text[one.span.start : one.span.stop] for one in claims] == ["Завод построят через год"]


def test_what_is_thought_of_it_is_a_claim(tagger: Tagger) -> None:
    text = "Завод построят через год. Об этом можно забыть, считает Анна Ким."
    claims = [one for one in tagger.tag(text).annotations if one.kind == "claim"]
    assert "Об этом можно забыть" in [text[one.span.start : one.span.stop] for one in claims]
