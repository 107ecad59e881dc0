"""Tokens are cut by alphabets, whatever the case of letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.span import Span
from app.nlp.text.tokens import iter_tokens

_ALPHABET = "абвёжхыъabcdefghiқғі0123456789.,:;!?…-–—_«»()@#/*№ \n"


def cut(text: str) -> list[str]:
    return [token.text for token in iter_tokens(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Ёлка ЁЛКА ёлка", ["Ёлка", "ЁЛКА", "ёлка"]),
        ("ITшник QazВода", ["IT", "шник", "Qaz", "Вода"]),
        ("Қазақстан АҚ, 12,5%", ["Қазақстан", "АҚ", ",", "12,5", "%"]),
        ("см. https://a.kz/b?c=1 и HTTPS://A.KZ", ["см", ".", "https://a.kz/b?c=1", "и", "HTTPS://A.KZ"]),
        ("https и Http: да", ["https", "и", "Http", ":", "да"]),
        ("вице-премьер, И.о. @name #тег", ["вице-премьер", ",", "И", ".", "о", ".", "@name", "#тег"]),
        ("İstanbul ılık", ["İstanbul", "ılık"]),
    ],
)
def test_a_text_is_cut_into_words_numbers_and_signs(text: str, tokens: list[str]) -> None:
    assert cut(text) == tokens


@given(st.text(_ALPHABET, max_size=40))
def test_a_text_is_cut_alike_in_capitals(text: str) -> None:
    assert [token.upper() for token in cut(text)] == cut(text.upper())


@given(st.text(_ALPHABET, max_size=40))
def test_tokens_hold_all_but_blanks(text: str) -> None:
    assert "".join(cut(text)) == "".join(text.split())
