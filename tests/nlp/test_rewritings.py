"""The tags of a text do not depend on its writing.

This is how it is written, not what it says.
"""

from __future__ import annotations

import pytest

from app.nlp.pipeline import Tagger
from tests.benchmarks.rewritings import tags
from tests.rewritings import REWRITINGS, rewritten

ARTICLE = """Мост через Сырдарью откроют в 2027 году
Аким Кызылординской области Ержан Куанышбаев сообщил во вторник, что на строительство моста выделят 5,3 млрд тенге.
«Мы начнём работы в мае и закончим до конца 2027 года», — заявил он на встрече с жителями села Тартогай.
По словам министра транспорта Мұрата Әбенова, движение вырастет на 30 процентов — до 12 тысяч машин в сутки.
ТОО «Дала-Транс» поставит 40 автобусов… В компании «Жетісу Құрылыс» считают, что цены не изменятся.
В 2028–2029 годах Air Astana вложит в аэропорт ещё 3–5 млн долларов.
Алёна Ковалёва живёт в посёлке Сарыкемер. Школьников будут возить бесплатно."""


@pytest.fixture(scope="module")
def expected(tagger: Tagger) -> list[tuple[object, ...]]:
    found = tags(tagger, ARTICLE)
    assert len(found) > 12
    return found


@pytest.mark.parametrize("name", REWRITINGS)
def test_a_text_keeps_its_tags_in_every_way_of_writing(
    name: str, tagger: Tagger, expected: list[tuple[object, ...]]
) -> None:
    assert rewritten(ARTICLE, name)[0] != ARTICLE
    assert tags(tagger, ARTICLE, name) == expected
