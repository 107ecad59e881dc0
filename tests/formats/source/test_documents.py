"""Titles and sources that an article has from its text and address."""

from __future__ import annotations

import pytest

from app.formats.source.documents import find_title, make_document


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Заголовок \nтекст", "Заголовок"),
        ("я" * 200, "я" * 200),
        ("я" * 201, "я" * 199 + "…"),
        ("слово " * 33 + "да\nещё", ("слово " * 33 + "да")),
        ("слово " * 33 + "дом\nещё", ("слово " * 33).rstrip() + "…"),
        ("", ""),
    ],
    ids=["first line", "200", "201", "200 in words", "201 in words", "empty"],
)
def test_a_title_is_the_first_line_up_to_200_characters(text: str, title: str) -> None:
    assert find_title(text) == title


def test_a_title_and_a_source_that_are_given_win() -> None:
    article = make_document("Текст", title="", source="", url="https://nur.kz/1").article
    assert (article.title, article.source) == ("", "")
    article = make_document("Текст", url="https://www.nur.kz/1").article
    assert (article.title, article.source, article.length) == ("Текст", "nur.kz", 5)
