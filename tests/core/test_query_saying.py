"""A query said in either language asks for the same."""

import pytest

from app.core.query.field_words import FIELD_WORDS, ORDER_WORDS, VALUE_WORDS
from app.core.query.parsing import QueryError, parse_query
from app.core.query.saying import say_query
from app.core.query.terms import FieldName

LABELS = {
    "per": "PER",
    "человек": "PER",
    "объем работ": "VOLUME",
    "volume": "VOLUME",
    "pledge": "pledge",
    "клятва": "pledge",
}
TITLES = {"PER": "Человек", "VOLUME": "Объём работ", "pledge": "Клятва"}
_DATES = (FieldName.DATE, FieldName.DUE, FieldName.FINISHED)
FIELD_QUERIES = [
    f"-{name}:{'2025-06..2025-09,<2024' if field in _DATES else value}"
    for name, field in FIELD_WORDS.items()
    for value in VALUE_WORDS.get(field, ('"Серик Алимов",=Астана', '"a b"', "*"))
]
OTHERS = [
    *(f"-sort:{word}" for word in ORDER_WORDS),
    "random:50/7",
    'акимат "выделить субсидию" рост ~5 цена -налог =Акимата суб* /a:b/ status:proposed',
    "label:PER,VOLUME,DATE -kind:pledge,promise",
    'метка:"Объём работ" PER:Алимов',
    "unknown:field",
    "«открытая кавычка",
    "",
]


@pytest.mark.parametrize("in_russian", [False, True])
@pytest.mark.parametrize("query", [*FIELD_QUERIES, *OTHERS])
def test_a_query_said_in_a_language_asks_for_the_same(query: str, in_russian: bool) -> None:
    said = say_query(query, TITLES if in_russian else {}, in_russian=in_russian)
    if "unknown" not in query:
        assert parse_query(said, LABELS) == parse_query(query, LABELS)
    assert say_query(said, TITLES if in_russian else {}, in_russian=in_russian) == said


@pytest.mark.parametrize(
    ("query", "russian"),
    [
        ("named:=Москва", "упомянут:=Москва"),
        ("label:VOLUME -status:rejected date:2025-06", 'метка:"Объём работ" -решение:отклонено дата:2025-06'),
        ("kind:promise,claim progress:done flag:yes", "вид:обещание,утверждения статья:готова флажок:да"),
        (
            '-source:=zakon.kz,"=Степь, газета" -sort:date random:50/7',
            '-источник:=zakon.kz,"=Степь, газета" -порядок:дата наугад:50/7',
        ),
    ],
)
def test_fields_values_and_labels_are_named_in_the_language_of_the_window(query: str, russian: str) -> None:
    assert say_query(query, TITLES, in_russian=True) == russian
    if "VOLUME" not in query:
        assert say_query(russian, {}, in_russian=False) == query


@pytest.mark.parametrize("said", ["предложена", "предложены", "Предложен"])
def test_a_decision_agrees_with_whatever_is_decided(said: str) -> None:
    assert parse_query(f"решение:{said}") == parse_query("решение:предложено")


@pytest.mark.parametrize("said", ["предложить", "д"])
def test_no_other_form_is_a_value(said: str) -> None:
    with pytest.raises(QueryError):
        parse_query(f"решение:{said} флажок:{said}")
