"""The index leaves out no article that holds a name."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.change import Change
from app.core.model import Annotation, Body, Kind, text_digest
from app.core.span import Span
from app.core.text.plain_view import PlainView
from app.service.article.mentions import find_in_view, forms_of, word_keys
from app.service.corpus.article_choice import choose_articles
from tests.service.corpus.corpus import Corpus

_WORDS = (
    *("Токаев", "Токаева", "Касым-Жомарт", "Алматы", "алматинский", "АЛМАТЫ", "ООН", "ЕС", "«Нурлы", "Жол»", "О'Нил"),
    *("д’Артаньян", "Ёлкина", "Елкина", "Семён", "Семен", "Тока\u0301ев", "То\xadкаев", "5", "5,3", "5,3млн", "млн"),
    *("12.06.2025", "_Токаев_", "@tokaev", "#Алматы", "Tokayev", "Тоkаев", "Я", "и", "й", "Ирландия", "Қазақстан"),
    *("МИД-а", "МИДа", "№", "100-летие", "👩\u200d🚀"),
)
_JOINS = (" ", " ", " ", "-", "", ". ", "\n", " «", "» ", ",")


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a project of a few articles."""
    made = Corpus(tmp_path)
    yield made
    made.project.close()


def write_text(chance: random.Random) -> str:
    pieces = (chance.choice(_WORDS) + chance.choice(_JOINS) for _ in range(chance.randrange(1, 12)))
    return "".join(pieces)


def mention_in(chance: random.Random, text: str) -> Annotation:
    start = chance.randrange(len(text))
    stop = min(len(text), start + chance.randrange(1, 25))
    return Annotation(1, 1, Kind.ENTITY, "PER", (Span(start, stop),), normal=chance.choice(("", text[start:stop])))


def all_ids(corpus: Corpus) -> list[int]:
    return [article.id for article in corpus.project.articles()]


def chosen_ids(corpus: Corpus, articles: Sequence[int], keys: Iterable[str]) -> list[int]:
    return [number for some in choose_articles(corpus.index, corpus.project, articles, keys) for number in some]


def test_an_article_with_a_name_is_never_left_out_by_the_index(corpus: Corpus) -> None:
    chance = random.Random(11)
    texts = {number: corpus.project.text(number) for number in corpus.ids}
    texts |= {corpus.add(text): text for text in (write_text(chance) for _ in range(150))}
    corpus.refresh()
    articles, found_count, left_out = all_ids(corpus), 0, 0
    for _ in range(400):
        text = chance.choice(list(texts.values()))
        row = mention_in(chance, text)
        keys, forms = word_keys(row, text), forms_of(row, text)
        holding = {number for number, other in texts.items() if any(find_in_view(PlainView(other), forms, keys))}
        chosen = chosen_ids(corpus, articles, keys)
        assert holding <= set(chosen), (forms, keys)
        assert chosen == sorted(chosen)
        found_count, left_out = found_count + len(holding), left_out + len(articles) - len(chosen)
    assert found_count > 300
    assert left_out > 20_000


def test_an_article_that_is_newer_than_the_index_is_not_left_out(corpus: Corpus) -> None:
    corpus.refresh()
    number = corpus.ids[0]
    article = corpus.project.article(number)
    assert article is not None
    text = "Совсем другое: Есиль."
    body = Body(number, corpus.project.text(number))
    other = replace(article, digest=text_digest(article.title, text), length=len(text))
    corpus.apply(Change(article, other), Change(body, Body(number, text)))
    new = corpus.add("Есиль разлился.")
    corpus.project.flush()
    assert chosen_ids(corpus, all_ids(corpus), {"есил"}) == [number, new]


def test_without_an_index_no_article_is_left_out(corpus: Corpus) -> None:
    articles = all_ids(corpus)
    assert list(choose_articles(corpus.index, corpus.project, articles, {"токаев"})) == [articles]


def test_the_first_articles_are_chosen_before_all_are_looked_at(corpus: Corpus) -> None:
    added = [corpus.add("Есиль разлился.") for _ in range(40)]
    corpus.refresh()
    first, others = choose_articles(corpus.index, corpus.project, all_ids(corpus), {"есил"})
    assert [*first, *others] == added and others


def test_an_article_that_is_indexed_meanwhile_is_not_left_out(corpus: Corpus) -> None:
    corpus.refresh()
    new = [corpus.add("Есиль разлился.") for _ in range(3)]
    corpus.project.flush()
    chosen = choose_articles(corpus.index, corpus.project, all_ids(corpus), {"есил"})
    first = list(next(chosen))
    corpus.refresh()
    assert [*first, *(one for some in chosen for one in some)] == new
