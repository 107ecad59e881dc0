"""Searching all articles through the index gives what reading them all gives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.core.change import Change
from app.core.model import Kind, Note, Priority, Role, Status
from app.core.span import Span
from app.core.vocabulary import AttributeName, RoleName
from app.store.index.index_file import open_for_reading
from tests.service.corpus.corpus import TEXTS, Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a project of a few articles, indexed."""
    made = Corpus(tmp_path)
    made.refresh()
    yield made
    made.project.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Токаев", ["Токаеву", "Токаева"]),
        ("школа", ["шко\xadлу", "Школы", "школу"]),
        ('"выделить субсидия"', ["выделит субсидии"]),
        ("субсидия ~2 выделить", ["Субсидию выделили", "выделит субсидии"]),
        ("=субсидию", ["Субсидию"]),
        ("суб*", ["Субсидию", "субсидии"]),
        ("школа -налог", ["Школы", "школу"]),
        ("налог,субсидия", ["Налог", "Субсидию", "субсидии"]),
        ("налог,субси", ["Налог", "Субсидию", "субсидии"]),
        ("школа,налог -Токаев,аким", []),
        ("Алматы налог,=субсидии,мост", ["Алматы", "субсидии"]),
        ("субсидия,налог ~2 выделить", ["Субсидию выделили", "выделит субсидии"]),
        ("/нал.г/", ["Налог"]),
        ("елка", ["Ёлку"]),
        ("мектеп", ["мектеп"]),
        ("тока", ["Токаеву", "Токаева"]),
        ("тока субсидия", []),
        ("=тока", []),
        ("школа date:2025-06-02", ["Школы"]),
        ("школа source:kazpravda", []),
    ],
)
def test_words_are_found_by_lemma_as_written_side_by_side_or_apart(
    corpus: Corpus, typed: str, found: list[str]
) -> None:
    assert corpus.words_found(typed) == found


def test_a_last_word_that_no_article_has_is_the_beginning_of_one(corpus: Corpus) -> None:
    for begun in ("с", "су", "суб", "субси", "выделит субси", "-су", "-субси", "школа -на", "субсидия ~2 выдел"):
        assert corpus.words_found(begun) == corpus.words_found(f"{begun}*"), begun
    assert corpus.words_found("субси")
    assert corpus.words_found('"выделит субси') == corpus.words_found('"выделит субсидия"') == ["выделит субсидии"]
    assert corpus.words_found("школой") == corpus.words_found("школа"), "no word begins so: the stem finds its forms"


def test_a_form_that_no_article_has_finds_longer_words_and_its_own_lemma(corpus: Corpus) -> None:
    corpus.add("Закон принят. Законами решат. Законопроект готов.")
    corpus.refresh()
    assert corpus.words_found("закона") == ["Закон", "Законами"]
    assert corpus.words_found("закона готов") == ["Закон", "Законами", "готов"]


def test_fields_find_annotations(corpus: Corpus) -> None:
    first, second = corpus.ids[:2]
    corpus.mark(first, "Акимат Алматы", "ORG", status=Status.ACCEPTED)
    speaker = Role(RoleName.SPEAKER, Span(TEXTS[0].index("Серик"), TEXTS[0].index(" обещал")), "Серик Алимов")
    claim = {"kind": Kind.CLAIM, "roles": (speaker,), "attributes": ((AttributeName.DUE, "2026"),)}
    corpus.mark(first, "построить школу до 2026 года", "promise", **claim)
    corpus.mark(second, "Школы построим", "promise", kind=Kind.CLAIM)
    corpus.mark(second, "Астане", "LOC", normal="Астана", status=Status.REJECTED)
    corpus.refresh()
    assert corpus.words_found("ORG:") == ["Акимат Алматы"]
    assert corpus.words_found("ORG:акимат") == ["Акимат Алматы"]
    assert corpus.words_found("ORG:субсидия") == []
    assert corpus.words_found("kind:promise") == ["Школы построим", "построить школу до 2026 года"]
    assert corpus.words_found("kind:promise speaker:Алимова") == ["построить школу до 2026 года"]
    assert corpus.words_found("kind:promise due:<2027") == ["построить школу до 2026 года"]
    assert corpus.words_found("kind:promise due:<2026") == []
    assert corpus.words_found("status:rejected") == ["Астане"]
    assert corpus.words_found("kind:entity -status:rejected") == ["Акимат Алматы"]
    assert corpus.words_found("kind:promise субсидия") == ["Школы построим", "построить школу до 2026 года"]
    assert corpus.words_found("kind:promise -фермер") == ["Школы построим"]


def test_notes_are_found(corpus: Corpus) -> None:
    corpus.apply(Change(None, Note(corpus.project.next_id(), "Проверить срок", corpus.ids[2])))
    corpus.refresh()
    assert [hit.article.id for hit in corpus.search("note:проверить")] == [corpus.ids[2]]
    assert corpus.search("note:налог") == []


def test_a_hit_in_a_note_shows_its_words_and_the_annotation_that_it_is_on(corpus: Corpus) -> None:
    claim = corpus.mark(corpus.ids[0], "построить школу", "promise", kind=Kind.CLAIM)
    notes = (
        Note(corpus.project.next_id(), "Проверить.\nСверить с бюджетом, срок ёмкий.", corpus.ids[0], claim.id),
        Note(corpus.project.next_id(), "Срок указан в прило\xadжении", corpus.ids[0]),
        Note(corpus.project.next_id(), "Без даты", corpus.ids[0], claim.id),
    )
    corpus.apply(*(Change(None, note) for note in notes))
    corpus.refresh()
    on_claim, on_article = corpus.search("note:срок")
    assert on_claim.line == ("Сверить с бюджетом, ", "срок", " ёмкий.")
    assert (on_claim.before, on_claim.span) == (claim, claim.span)
    assert (on_article.before, on_article.span, on_article.line[1]) == (None, Span(0, 0), "Срок")
    assert [hit.line[1] for hit in corpus.search("note:приложени*")] == ["прило\xadжени"]
    assert [hit.line[1] for hit in corpus.search("note:емкий,дат source:akorda")] == ["ёмкий", "дат"]
    assert [hit.line[1] for hit in corpus.search("note:срок школа")] == ["школу"]


def test_tags_and_priorities_of_articles_are_found_in_both_languages(corpus: Corpus) -> None:
    marks = ((("Бюджет 2026", "срочное"), Priority.URGENT), (("бюджет_2026",), Priority.LOW))
    for number, (tags, priority) in zip(corpus.ids, marks, strict=False):
        article = corpus.project.article(number)
        assert article is not None
        corpus.apply(Change(article, replace(article, tags=tags, priority=priority)))
    corpus.refresh()
    first, second, *others = corpus.ids

    def found(typed: str) -> set[int]:
        return {hit.article.id for hit in corpus.search(typed)}

    assert found('tag:"бюджет 2026"') == {first}, "a sign of the pattern is no wildcard"
    assert found("тег:бюджет") == set() and found("тег:бюджет*") == {first, second}
    assert found("тег:срочное,бюджет_2026") == {first, second}
    assert found("-тег:срочное приоритет:обычный") == set(others)
    assert found("priority:urgent") == found("приоритет:срочно") == {first}


def test_an_index_that_follows_is_an_index_made_anew(corpus: Corpus, tmp_path: Path) -> None:
    """Compare an updated index with one made anew.

    Changes are made, undone and done again; the index is brought up to date at any time.
    """
    chance = random.Random(5)
    for _ in range(60):
        match chance.randrange(8):
            case 0:
                corpus.ids.append(corpus.add(" ".join(chance.choices(" ".join(TEXTS).split(), k=12)), date(2025, 7, 1)))
            case 1 | 2 | 3:
                number = chance.choice(corpus.ids)
                words = corpus.project.text(number).split()
                if words:
                    corpus.mark(number, chance.choice(words), chance.choice(("PER", "ORG")))
                    corpus.mark(number, chance.choice(words), "promise", kind=Kind.CLAIM)
            case 4 | 5:
                corpus.project.undo()
            case 6:
                corpus.project.redo()
            case 7:
                corpus.refresh()
        corpus.ids = [article.id for article in corpus.project.articles()] or [corpus.add("Снова.")]
    corpus.refresh()
    followed = corpus.contents()
    corpus.index = tmp_path / "anew.index"
    corpus.refresh()
    assert followed == corpus.contents()


def test_an_index_of_another_project_is_made_anew(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Corpus(tmp_path / "other")
    other.index = corpus.index
    other.project.undo()
    other.refresh()
    assert {hit.article.id for hit in other.search("школа")} <= set(other.ids[:-1])
    other.project.close()


def test_a_damaged_index_is_made_anew(corpus: Corpus) -> None:
    corpus.index.write_bytes(b"no database" * 100)
    assert open_for_reading(corpus.index) is None
    corpus.refresh()
    assert corpus.words_found("Токаев") == ["Токаеву", "Токаева"]
