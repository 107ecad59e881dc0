"""Kazakh endings: cases by harmony and assimilation, tenses by the last verb."""

import pytest

from app.nlp.text.kazakh_grammar import read_noun, stem_name, tense_of


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("Шымкенттен", "Шымкент", "abl"),
        ("Алматыда", "Алматы", "loc"),
        ("Талдықорғанда", "Талдықорған", "loc"),
        ("министрлігінің", "министрлігі", "gen"),
        ("Банктің", "Банк", "gen"),
        ("Тоқаевтың", "Тоқаев", "gen"),
        ("Абаймен", "Абай", "ins"),
        ("Ақтауға", "Ақтау", "dat"),
        ("облысына", "облысы", "dat"),
    ],
)
def test_a_case_is_cut_off_where_its_ending_fits(word: str, stem: str, case: str) -> None:
    assert read_noun(word) == (stem, case)


@pytest.mark.parametrize("word", ["Алматы", "Айдана", "Сұлтан", "Мұратова", "Жанар", "Нұрлан", "Астана"])
def test_letters_that_only_look_like_an_ending_stay(word: str) -> None:
    assert read_noun(word) == (word, "nom")


@pytest.mark.parametrize(
    "forms", ["Алматы Алматыда Алматыға АЛМАТЫНЫҢ", "Қызылорда Қызылордада Қызылорданың", "облысы облысына облысының"]
)
def test_all_forms_of_a_name_have_one_stem(forms: str) -> None:
    assert len({stem_name(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("words", "tense"),
    [
        ("ашылады салады өседі қымбаттайды береміз алмақ ашылатынын кетеді көбейеді төлемейді қояды", 1),
        ("хабарлады бастады өсті мәлімдеді сұрады көбейді төлемеді қойды ашылғанын тыңдады", -1),
        ("көмек бар тұрады айтады тамақ Айбек", 0),
    ],
)
def test_the_end_of_a_verb_tells_its_tense(words: str, tense: int) -> None:
    assert {word: tense_of(word) for word in words.split()} == dict.fromkeys(words.split(), tense)
