"""What completes a query can be read as one, in either language."""

from __future__ import annotations

import pytest

from app.core.query.completion import complete_query
from app.core.query.field_words import FIELD_WORDS, VALUE_WORDS, names_field
from app.core.query.parsing import parse_query
from app.core.query.terms import FieldName, FieldTerm

LABELS = {"per": "PER", "персона": "PER", "org": "ORG"}
NAMES = ["Касым-Жомарт Токаев", "Токаев", "Акимат, областной"]


def complete(query: str, *, in_russian: bool = True) -> list[str]:
    def values_of(field: FieldName, _: str) -> list[str]:
        return NAMES if field in (FieldName.NAME, FieldName.SPEAKER) else []

    found = complete_query(query, LABELS, values_of, in_russian=in_russian)
    return [one.query for one in found]


@pytest.mark.parametrize(
    ("query", "completed"),
    [
        ("ста", ["статья:"]),
        ("школа -ст", ["школа -статья:"]),
        ("решение:пр", ["решение:предложено ", "решение:принято "]),
        ("статус:пр", ["статус:предложено ", "статус:принято "]),
        ("метка:PER,O", ["метка:PER,ORG "]),
        ("кто:Ток", ["кто:Токаев ", 'кто:"Касым-Жомарт Токаев" ']),
        ('PER:"Касым-Ж', ['PER:"Касым-Жомарт Токаев" ']),
        ("имя:акимат", ['имя:"Акимат, областной" ']),
        ("школа", []),
        ("", []),
        ("школа ", []),
    ],
)
def test_the_last_word_of_a_query_is_completed(query: str, completed: list[str]) -> None:
    assert complete(query) == completed


@pytest.mark.parametrize("in_russian", [True, False])
def test_all_fields_and_values_are_offered_and_read_again(*, in_russian: bool) -> None:
    for word, field in FIELD_WORDS.items():
        assert f"{word}:" in complete(word[:-1], in_russian=in_russian)
        for value in VALUE_WORDS.get(field, ()):
            (completed,) = (one for one in complete(f"{word}:{value[:-1]}") if one == f"{word}:{value} ")
            (term,) = parse_query(completed).terms
            assert isinstance(term, FieldTerm) and term.field is field
    for name in NAMES:
        terms = [parse_query(completed).terms for completed in complete(f"кто:{name[:5]}")]
        assert (FieldTerm(FieldName.SPEAKER, (name,)),) in terms


def test_words_of_earlier_versions_are_read_and_not_offered() -> None:
    for former, now in (
        ("статус:принято", "решение:принято"),
        ("кто:Петров", "говорящий:Петров"),
        ("вид:высказывания", "вид:утверждения"),
        ("вид:утверждение", "вид:заявление"),
    ):
        assert parse_query(former) == parse_query(now)
    offered = {one for start in ("с", "к", "вид:в") for one in complete(start)}
    assert not offered & {"статус:", "кто:", "вид:высказывания "}


def test_a_query_that_names_a_field_is_known_by_any_of_its_words() -> None:
    for query in ("школа решение:принято", "-статус:принято", "STATUS:accepted"):
        assert names_field(query, FieldName.STATUS)
    assert not names_field("статус школа", FieldName.STATUS)
