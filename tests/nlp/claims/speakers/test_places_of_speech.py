"""Documents, organisations and sources that speak beside a verb."""

import pytest

from tests.nlp.claims.conftest import Claims, Told


@pytest.mark.parametrize(
    ("text", "pieces", "speaker", "cue"),
    [
        ("Вклад, уточняется в памятке, застрахован.", ("Вклад", "застрахован"), "памятке", "уточняется"),
        ("Очередь, заверяют в поликлинике, сократилась.", ("Очередь", "сократилась"), "поликлинике", "заверяют"),
        ("Долг вырос, говорится в ведомости завода.", ("Долг вырос",), "ведомости завода", "говорится"),
        ("Тротуар, показали замеры, просел.", ("Тротуар", "просел"), "замеры", "показали"),
        ("Склад пустует, узнал «Курьер».", ("Склад пустует",), "Курьер", "узнал"),
        ("Насос сломан, выяснили аудиторы.", ("Насос сломан",), "аудиторы", "выяснили"),
        ("Сбор вырос, пишет «Курьер» со ссылкой на таможню.", ("Сбор вырос",), "таможню", "пишет"),
    ],
)
def test_what_stands_behind_an_inserted_verb_speaks(
    claims: Claims, text: str, pieces: tuple[str, ...], speaker: str, cue: str
) -> None:
    assert claims(text) == [Told(pieces, "indirect", "statement", speaker, cue)]


def test_a_person_who_cites_speaks(claims: Claims) -> None:
    (found,) = claims("Директор сообщил, ссылаясь на журнал, что звонок сломан.")
    assert found.speaker == "Директор"


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("Посевы вымерзли. Такие сведения привёл агроном.", "Посевы вымерзли", "агроном", "привёл"),
        ("Рыба погибла, такой вывод сделали биологи.", "Рыба погибла", "биологи", "сделали"),
    ],
)
def test_a_view_points_back_to_what_was_said(claims: Claims, text: str, content: str, speaker: str, cue: str) -> None:
    assert claims(text) == [Told((content,), "indirect", "statement", speaker, cue)]
