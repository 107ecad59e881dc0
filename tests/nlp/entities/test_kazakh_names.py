"""Names in Kazakh text are found.

Words are whole in the text, and the normal form is the nominative.
"""

import pytest

from app.core.model import Kind
from app.nlp.pipeline import Tagger

FIGURES = ("DATE", "MONEY", "PERCENT", "NUMBER")


def names(tagger: Tagger, text: str) -> list[tuple[str, str, str]]:
    found = [one for one in tagger.tag(text).annotations if one.kind is Kind.ENTITY and one.label not in FIGURES]
    return [(one.label, one.words(text), one.normal) for one in found]


@pytest.mark.parametrize(
    ("text", "label", "words", "normal"),
    [
        ("Шымкенттен пойыз келді.", "LOC", "Шымкенттен", "Шымкент"),
        ("Талдықорғанда қар жауды.", "LOC", "Талдықорғанда", "Талдықорған"),
        ("Түркістан облысына барды.", "LOC", "Түркістан облысына", "Түркістан облысы"),
        ("Сарқан ауданының жолы нашар.", "LOC", "Сарқан ауданының", "Сарқан ауданы"),
        ("Осакаров ауданында өзен тасып, көпір бұзылды.", "LOC", "Осакаров ауданында", "Осакаров ауданы"),
        ("Курчатов қаласы өседі.", "LOC", "Курчатов қаласы", "Курчатов қаласы"),
        ("Жамбыл ауданы кең.", "LOC", "Жамбыл ауданы", "Жамбыл ауданы"),
        ("Қаржы министрлігіне хат келді.", "ORG", "Қаржы министрлігіне", "Қаржы министрлігі"),
        ("Алматы қаласының әкімдігі жауап берді.", "ORG", "Алматы қаласының әкімдігі", "Алматы қаласының әкімдігі"),
        ("Қасым-Жомарт Тоқаевтың сапары басталды.", "PER", "Қасым-Жомарт Тоқаевтың", "Қасым-Жомарт Тоқаев"),
        ("Нұрлан Сейітовке сыйлық берілді.", "PER", "Нұрлан Сейітовке", "Нұрлан Сейітов"),
        ("Әсел Қанатқызына алғыс айтылды.", "PER", "Әсел Қанатқызына", "Әсел Қанатқызы"),
        ("Бекзат Сұлтанның үйі жанды.", "PER", "Бекзат Сұлтанның", "Бекзат Сұлтан"),
    ],
)
def test_a_span_is_whole_words_and_the_normal_form_is_without_the_case(
    tagger: Tagger, text: str, label: str, words: str, normal: str
) -> None:
    assert names(tagger, text) == [(label, words, normal)]


@pytest.mark.parametrize(
    "text", ["«Нұрлы Дала» ЖШС жабылды.", "«Нұрлы Дала» АҚ-ның кірісі өсті.", "«Нұрлы Дала» газетінде мақала шықты."]
)
def test_the_kind_behind_a_quoted_name_makes_it_an_organisation(tagger: Tagger, text: str) -> None:
    assert names(tagger, text) == [("ORG", "Нұрлы Дала", "Нұрлы Дала")]


def test_a_position_before_a_name_is_no_part_of_it(tagger: Tagger) -> None:
    assert ("PER", "Айгүл Нұржан", "Айгүл Нұржан") in names(tagger, "Депутат Айгүл Нұржан сөз сөйледі.")


@pytest.mark.parametrize(
    ("text", "label", "words", "value"),
    [
        ("Жобаға 3 млрд АҚШ доллары бөлінді.", "MONEY", "3 млрд АҚШ доллары", "3000000000 USD"),
        ("Шығын 500 мың теңгеден асты.", "MONEY", "500 мың теңгеден", "500000 KZT"),
        ("Үлес жиырма пайызды құрады.", "PERCENT", "жиырма пайызды", "20 %"),
        ("Қалаға 20 мың адам келді.", "NUMBER", "20 мың адам", "20000"),
        ("Он бес мектеп салынды.", "NUMBER", "Он бес мектеп", "15"),
        ("Қалаға 40 жаңа автобус әкелінді.", "NUMBER", "40 жаңа автобус", "40"),
        ("Өңірде 12 су қоймасы бар.", "NUMBER", "12 су қоймасы", "12"),
        ("Полиция 7 автобусты тоқтатты.", "NUMBER", "7 автобусты", "7"),
    ],
)
def test_a_kazakh_figure_has_its_case_and_its_value(
    tagger: Tagger, text: str, label: str, words: str, value: str
) -> None:
    found = [one for one in tagger.tag(text).annotations if one.label == label]
    assert [(one.words(text), one.attribute("value")) for one in found] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Премьер-министр Арман Бектұров Астанада кездесті.", "Премьер-министр"),
        ("Қала әкімі Ерболат Тасов жиналыс өткізді.", "Қала әкімі"),
        ("Ауыл шаруашылығы министрі Ерлан Тұрғынов есеп берді.", "Ауыл шаруашылығы министрі"),
        ("Қаржы министрлігінің өкілі Марат Серіков жауап берді.", "Қаржы министрлігінің өкілі"),
        ("«Жайық» АҚ директоры Нұрлан Ахметов кетті.", "«Жайық» АҚ директоры"),
        ("Бүгін қала әкімінің орынбасары Бақыт Нұрланов келді.", "қала әкімінің орынбасары"),
        ("Дәрігер Айжан Мұқанова кеңес берді.", "Дәрігер"),
    ],
)
def test_a_position_holds_what_it_is_of(tagger: Tagger, text: str, position: str) -> None:
    assert [words for label, words, _ in names(tagger, text) if label == "ROLE"] == [position]


@pytest.mark.parametrize("text", ["Депутаттар заңды талқылады.", "Дәрігер келді."])
def test_a_bare_noun_for_persons_is_no_position(tagger: Tagger, text: str) -> None:
    assert [label for label, *_ in names(tagger, text) if label == "ROLE"] == []
