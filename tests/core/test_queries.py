"""What a query asks for, as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.query.parsing import QueryError, find_steps, parse_query, parse_typed
from app.core.query.places import make_finder
from app.core.query.terms import DateRange, FieldName, FieldTerm, Match, Query, WordPattern, WordsTerm

LABELS = {"org": "ORG", "организация": "ORG", "per": "PER"}


def lemma(word: str) -> WordPattern:
    return WordPattern(word)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("акимат Субсидия", (WordsTerm((lemma("акимат"),)), WordsTerm((lemma("субсидия"),)))),
        ('"выделить субсидию"', (WordsTerm((lemma("выделить"), lemma("субсидию"))),)),
        ("«выделить субсидию»", (WordsTerm((lemma("выделить"), lemma("субсидию"))),)),
        ("=Акимата", (WordsTerm((WordPattern("акимата", Match.FORM),)),)),
        ("субсиди*", (WordsTerm((WordPattern("субсиди", Match.START),)),)),
        ("-налог", (WordsTerm((lemma("налог"),), is_excluded=True),)),
        ('-"новый налог"', (WordsTerm((lemma("новый"), lemma("налог")), is_excluded=True),)),
        ("рост ~5 цена", (WordsTerm((lemma("рост"), lemma("цена")), 5),)),
        ("Алматы,Астана", (WordsTerm((lemma("алматы"),), others=((lemma("астана"),),)),)),
        (
            "-=Алматы,аст*",
            (WordsTerm((WordPattern("алматы", Match.FORM),), None, True, ((WordPattern("аст", Match.START),),)),),
        ),
        (
            "рост,спад ~5 цена",
            (WordsTerm((lemma("рост"), lemma("цена")), 5, others=((lemma("спад"), lemma("цена")),)),),
        ),
        (
            "1,5 млн, тенге",
            (WordsTerm((lemma("1"), lemma("5"))), WordsTerm((lemma("млн"),)), WordsTerm((lemma("тенге"),))),
        ),
        ('"Алматы,Астана"', (WordsTerm((lemma("алматы"), lemma("астана"))),)),
        ("Касым-Жомарт", (WordsTerm((lemma("касым"), lemma("жомарт"))),)),
        (r"/мл[нр]д/", (WordsTerm((WordPattern(r"мл[нр]д", Match.REGEX),)),)),
        ("ORG:", (FieldTerm(FieldName.LABEL, ("ORG",)),)),
        ("организация:акимат", (FieldTerm(FieldName.LABEL, ("ORG",)), FieldTerm(FieldName.NAME, ("акимат",)))),
        ("kind:promise,forecast", (FieldTerm(FieldName.KIND, ("promise", "forecast")),)),
        ("вид:обещание", (FieldTerm(FieldName.KIND, ("promise",)),)),
        ("-status:rejected", (FieldTerm(FieldName.STATUS, ("rejected",), is_excluded=True),)),
        ('speaker:"Серик Алимов"', (FieldTerm(FieldName.SPEAKER, ("Серик Алимов",)),)),
        ("кто:Алимов", (FieldTerm(FieldName.SPEAKER, ("Алимов",)),)),
        ("due:<2026", (FieldTerm(FieldName.DUE, ranges=(DateRange(last="2025-12-31"),)),)),
        ("срок:>2026-06", (FieldTerm(FieldName.DUE, ranges=(DateRange(first="2026-07-01"),)),)),
        ("date:2025-06..2025-09", (FieldTerm(FieldName.DATE, ranges=(DateRange("2025-06-01", "2025-09-30"),)),)),
        ("дата:15.06.2025", (FieldTerm(FieldName.DATE, ranges=(DateRange("2025-06-15", "2025-06-15"),)),)),
        ("", ()),
        ("~5 , - * =", ()),
    ],
)
def test_what_is_typed_is_what_is_asked(typed: str, terms: tuple[object, ...]) -> None:
    assert parse_query(typed, LABELS) == Query(terms)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("цвет:красный", "цвет"),
        ("kind:жалоба", "жалоба"),
        ("due:скоро", "скоро"),
        ("date:2025-13", "2025-13"),
        ("speaker:", "speaker"),
        ("/[/", "/[/"),
    ],
)
def test_what_cannot_be_read_is_named(typed: str, named: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(typed, LABELS)
    assert named in str(caught.value.message)
    assert str(caught.value.hint)


@pytest.mark.parametrize(
    ("typed", "is_open"),
    [
        ("акимат суб", True),
        ("-суб", True),
        ("рост ~5 цен", True),
        ('"выделить суб', True),
        ("Касым-Жом", True),
        ("вид:обещание шк", True),
        ("школа,суб", True),
        ("суб,=школа", False),
        ("=суб", False),
        ("суб*", False),
        ('"выделить суб"', False),
        ("суб порядок:дата", False),
        ("суб вид:обещание", False),
        ("/суб", True),
        ("/суб/", False),
        ("рост ~5", False),
        ("суб, ", False),
        ("", False),
    ],
)
def test_the_last_word_may_lack_its_end_while_it_is_typed(typed: str, is_open: bool) -> None:
    whole, query = parse_query(typed, LABELS), parse_typed(typed, LABELS)
    matches = [word.match for term in query.words for words in term.choices for word in words]
    assert (Match.TYPED in matches) is is_open
    assert Match.TYPED not in matches[:-1]
    texts = [[word.text for term in one.words for words in term.choices for word in words] for one in (query, whole)]
    assert texts[0] == texts[1]


@given(st.text(st.sampled_from('аб АБ"«»-*=~5:/.,<>kindue()[]\\{}|+?^$\u0301\xad'), max_size=30))
def test_no_typing_breaks_a_query(typed: str) -> None:
    try:
        query = parse_typed(typed, LABELS)
    except QueryError:
        return
    for term in query.words:
        list(make_finder(term, lambda word: frozenset({word})).find("аб аб, «АБ» 5 а.б"))


FORMS = {"выделить": {"выделит", "выделили", "выделить"}, "субсидию": {"субсидии", "субсидию"}, "е": {"е"}}
TEXT = "Акимат выде\xadлит субси\u0301дии. Субсидии  выделили все. Ёлка, елка; выделит ещё субсидию"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("выделить", ["выде\xadлит", "выделили", "выделит"]),
        ('"выделить субсидию"', ["выде\xadлит субси\u0301дии"]),
        ("выделить ~1 субсидию", ["выде\xadлит субси\u0301дии", "Субсидии  выделили", "выделит ещё субсидию"]),
        ("=ёлка,выделить", ["выде\xadлит", "выделили", "Ёлка", "елка", "выделит"]),
        ("субсиди*", ["субси\u0301дии", "Субсидии", "субсидию"]),
        ("=субсидии", ["субси\u0301дии", "Субсидии"]),
        ("=ёлка", ["Ёлка", "елка"]),
        (r"/в[а-я]+ли\b/", ["выделили"]),
        ("лит", []),
    ],
)
def test_places_are_whole_words_of_the_text_as_it_is(typed: str, found: list[str]) -> None:
    (term,) = parse_query(typed).words
    finder = make_finder(term, lambda word: frozenset(FORMS.get(word, ())))
    assert [TEXT[place.start : place.stop] for place in finder.find(TEXT)] == found


@pytest.mark.parametrize("mark", ['"', "«", "“"])
def test_a_quotation_mark_that_nothing_closes_holds_to_the_end(mark: str) -> None:
    assert parse_query(f"акимат {mark}выделить субсидию") == parse_query('акимат "выделить субсидию"')
    assert len(find_steps(f"{mark}выделить субсидию")) == 1
    assert not parse_query(mark).terms
