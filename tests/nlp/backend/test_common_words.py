"""Common words are looked up beforehand, and read as pymorphy2 reads them."""

import numpy as np
import pytest
from natasha import MorphVocab

from app.nlp.backend.common_words import COMMON_WORDS, CommonWords
from app.nlp.backend.dictionary import Dictionary, find_dictionaries_without_setuptools


@pytest.fixture(scope="module")
def vocabulary() -> MorphVocab:
    find_dictionaries_without_setuptools()
    return MorphVocab()


@pytest.fixture(scope="module")
def common_words() -> list[str]:
    with np.load(COMMON_WORDS) as file:
        return file["words"].tobytes().decode().split("\n")


def test_common_words_are_read_as_pymorphy2_reads_them(vocabulary: MorphVocab, common_words: list[str]) -> None:
    dictionary = Dictionary()
    for word in common_words[::40]:
        ours = [(form.word, str(form.tag), form.normal_form) for form in dictionary(word)]
        assert ours == [(form.word, str(form.tag), form.normal) for form in vocabulary(word)], word
        inflected, hers = dictionary(word)[0].inflect({"plur"}), vocabulary(word)[0].inflect({"Plur"})
        assert (inflected and inflected.word) == (hers and hers.word), word


def test_the_words_are_those_of_the_installed_dictionary(vocabulary: MorphVocab) -> None:
    common = CommonWords(vocabulary.dictionary.meta["source_revision"])
    assert "министр" in common
    assert common.find_records("министр")


def test_words_of_another_dictionary_are_not_used() -> None:
    common = CommonWords("another")
    assert "министр" not in common
    assert common.find_records("министр") == []


def test_letters_and_words_with_two_spellings_are_left_to_the_dictionary(common_words: list[str]) -> None:
    assert not {"а", "и", "елка", "все"} & set(common_words)
