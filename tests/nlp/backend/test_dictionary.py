"""The dictionary reads words as pymorphy2 does, only faster."""

import pytest
from natasha import MorphVocab

from app.nlp.backend.dictionary import Dictionary, find_dictionaries_without_setuptools

WORDS = (
    # with ё for е, without, of both; of one letter; unknown; with a hyphen; in Latin letters; a number; nothing
    *("елка", "ёлка", "все", "самолетом", "перелетевшее", "а", "и", "стали", "три", "банка", "министром"),
    *("тенге", "акимат", "кандасы", "сенебаева", "бутявковедение", "вице-премьера", "сине-зеленый", "почему-то"),
    *("pometka", "2025", "xiv", "", "-", "наилучшего", "поскорее", "супермаркетами", "нур-султане"),
    *("по-новому", "по-алматински", "по-хозяйски", "по-болжам"),
)


@pytest.fixture(scope="module")
def vocabulary() -> MorphVocab:
    find_dictionaries_without_setuptools()
    return MorphVocab()


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary()


@pytest.mark.parametrize("word", WORDS)
def test_readings_are_those_of_pymorphy2_in_its_order(
    word: str, dictionary: Dictionary, vocabulary: MorphVocab
) -> None:
    ours = [(form.word, str(form.tag), form.normal_form, form.pos, form.feats) for form in dictionary(word)]
    hers = [(form.word, str(form.tag), form.normal, form.pos, form.feats) for form in vocabulary(word)]
    assert ours == hers


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_known_where_pymorphy2_knows_it(word: str, dictionary: Dictionary, vocabulary: MorphVocab) -> None:
    assert dictionary.has_word(word) == vocabulary.word_is_known(word)


def test_a_word_turns_to_the_nominative_as_in_natasha(dictionary: Dictionary, vocabulary: MorphVocab) -> None:
    for word in ("министром", "сенебаевой", "вице-премьера"):
        ours, hers = dictionary(word)[0].inflect({"nomn"}), vocabulary(word)[0].inflect({"Nom"})
        assert ours.word == hers.word
