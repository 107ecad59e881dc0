"""Near duplicates of articles are found.

They are found by what they share and however many there are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Body, text_digest
from app.core.scheme import Scheme
from app.service.similarity.near_duplicates import NearDuplicateSearch, NearMatch
from app.service.similarity.shared_text import find_unshared, split_words
from app.service.similarity.signature_file import SignatureFile
from app.service.similarity.signature_index import SignatureIndex, find_alike
from app.service.similarity.signatures import BANDS, sign_texts
from app.service.similarity.word_hashes import hash_words, pair_up, share_in_pairs
from app.store import Project

RANDOM = random.Random(5)
VOCABULARY = [f"слово{number}" for number in range(3000)]
WORDS = st.lists(st.sampled_from("абвг"), min_size=2, max_size=30)


def hashed_share(text: str, other: str) -> float:
    """Return the share of `text` in `other`, by word hashes."""
    words, others = (hash_words([one]).hashes for one in (text, other))
    return share_in_pairs(pair_up(words), np.unique(pair_up(others)))


def made_text(words: int = 200) -> str:
    return " ".join(RANDOM.choices(VOCABULARY, k=words))


def with_others(text: str, share: float, *, scattered: bool) -> str:
    """Return a text with some of its words replaced.

    A share of them is replaced, here and there or in one piece.
    """
    words = text.split()
    count = round(len(words) * share)
    start = RANDOM.randrange(len(words) - count)
    places = RANDOM.sample(range(len(words)), count) if scattered else range(start, start + count)
    for place in places:
        words[place] = f"иное{RANDOM.randrange(10**6)}"
    return " ".join(words)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.pometka", Scheme()) as made:
        yield made


def put(project: Project, *texts: str) -> list[int]:
    ids = []
    for text in texts:
        article = Article(project.next_id(), text[:20], digest=text_digest(text[:20], text), length=len(text))
        project.apply(Step(Message("put"), (Change(None, article), Change(None, Body(article.id, text)))))
        ids.append(article.id)
    return ids


def find_near(search: NearDuplicateSearch, text: str) -> NearMatch | None:
    search.open_batch(sign_texts([text]))
    return search.find(0)


def signatures_of(*texts: str) -> list[list[int]]:
    signatures: list[list[int]] = sign_texts(texts).signatures.tolist()
    return signatures


def prepared(project: Project) -> tuple[NearDuplicateSearch, int]:
    """Return a search over a project, with a count.

    The count is how often it had to make signatures.
    """
    search = NearDuplicateSearch(project, project.articles())
    return search, len(list(search.prepare()))


@pytest.mark.parametrize("scattered", [False, True])
@pytest.mark.parametrize(("share", "is_near"), [(0.0, True), (0.05, True), (0.08, True), (0.15, False), (0.5, False)])
def test_an_article_is_near_where_nine_tenths_of_it_are_there(
    project: Project, share: float, is_near: bool, scattered: bool
) -> None:
    texts = [made_text() for _ in range(40)]
    ids = put(project, *texts)
    search, _ = prepared(project)
    for article_id, text in zip(ids, texts, strict=True):
        match = find_near(search, with_others(text, share, scattered=scattered))
        assert (match is not None) == is_near
        assert match is None or search.article_id(match.number) == article_id


def test_case_signs_and_line_ends_make_no_difference(project: Project) -> None:
    text = made_text()
    put(project, text)
    match = find_near(prepared(project)[0], "«" + text.upper().replace(" ", ",\n") + "!»")
    assert match is not None and match.share == 1.0


def test_a_signature_is_kept_once_however_often_they_are_written(project: Project) -> None:
    put(project, made_text(), made_text())
    search, made = prepared(project)
    for _ in range(3):
        search.close()
    digests, _ = SignatureFile(project.path).load()
    assert made > 0 and len(digests) == 2


@pytest.mark.parametrize(("words", "is_near"), [(7, False), (8, True)])
def test_texts_of_fewer_than_eight_words_are_near_to_none(project: Project, words: int, is_near: bool) -> None:
    text = made_text(words)
    put(project, text)
    assert (find_near(prepared(project)[0], f"{text}!") is not None) == is_near


def test_an_article_that_holds_a_shorter_one_is_near_to_it_and_not_the_other_way(project: Project) -> None:
    short = made_text(150)
    put(project, f"{short} {made_text(60)}")
    search, _ = prepared(project)
    match = find_near(search, short)
    assert match is not None and match.share == 1.0
    put(project, short)
    assert hashed_share(f"{short} {made_text(60)}", short) < 0.8


def test_articles_of_one_import_are_compared_with_each_other(project: Project) -> None:
    search, _ = prepared(project)
    text = made_text()
    like, other = with_others(text, 0.05, scattered=True), made_text()
    search.open_batch(sign_texts([text, other, like]))
    number = search.add(0, text_digest("", text))
    search.add(1, text_digest("", other))
    match = search.find(2)
    assert match is not None and match.number == number and search.article_id(number) is None
    match = find_near(search, with_others(text, 0.05, scattered=True))
    assert match is not None and match.number == number
    (article_id,) = put(project, text)
    search.place(number, article_id)
    again = find_near(search, with_others(text, 0.05, scattered=True))
    assert again is not None and search.article_id(again.number) == article_id


def test_signatures_are_kept_and_made_anew_where_they_are_lost(project: Project) -> None:
    texts = [made_text() for _ in range(40)]
    put(project, *texts)
    search, made = prepared(project)
    search.close()
    assert made == 2 and prepared(project)[1] == 0
    file = SignatureFile(project.path)
    file.path.write_bytes(file.path.read_bytes()[:-7])
    search, made = prepared(project)
    assert made == 1 and find_near(search, texts[-1]) is not None
    search.close()
    assert prepared(project)[1] == 0
    file.path.write_bytes(b"\xff" * 5000)
    assert find_near(prepared(project)[0], texts[3]) is not None
    file.path.unlink()
    assert find_near(prepared(project)[0], texts[3]) is not None


def test_a_removed_article_is_not_found(project: Project) -> None:
    text = made_text()
    put(project, text)
    prepared(project)[0].close()
    (article,) = project.articles()
    project.apply(Step(Message("remove"), (Change(Body(article.id, text), None), Change(article, None))))
    assert find_near(prepared(project)[0], text) is None


@given(WORDS, st.lists(st.sampled_from("абвг"), max_size=30))
def test_a_share_is_one_of_a_text_in_itself_and_lies_between_none_and_all(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join([*other, *one])
    assert hashed_share(first, first) == 1.0
    assert 0.0 <= hashed_share(second, first) <= 1.0


def test_many_signatures_are_found_as_few_are() -> None:
    rng = np.random.default_rng(3)
    signatures = rng.integers(0, 2**32, (5000, BANDS), dtype=np.uint32)
    index = SignatureIndex()
    for start, stop in ((0, 1000), (1000, 1001), (1001, 3000), (3000, 3100), (3100, 5000)):
        index.add_all(np.arange(start, stop, dtype=np.uint64), signatures[start:stop])
    owners = (0, 999, 1000, 2999, 3047, 3048, 4999)
    like = rng.integers(0, 2**32, (len(owners), BANDS), dtype=np.uint32)
    for row, owner in enumerate(owners):
        like[row, owner % BANDS] = signatures[owner, owner % BANDS]
    assert index.find_all(like) == {row: [owner] for row, owner in enumerate(owners)}
    assert index.find_all(signatures[7:8])[0][0] == 7


def test_those_that_agree_in_most_bands_come_first() -> None:
    rng = np.random.default_rng(4)
    signatures = rng.integers(1, 2**32, (4, BANDS), dtype=np.uint32)
    signatures[1, :3], signatures[2, :9], signatures[3, :1] = (signatures[0, :count] for count in (3, 9, 1))
    index = SignatureIndex()
    for owner in (1, 2, 3):
        index.add_all(np.array([owner], np.uint64), signatures[owner : owner + 1])
    assert index.find_all(signatures[:1]) == {0: [2, 1, 3]}
    assert find_alike(signatures[[1, 2, 0]])[2] == [1, 0]


def test_an_owner_is_named_once_also_when_it_was_sorted_in() -> None:
    signatures = np.random.default_rng(4).integers(0, 2**32, (2_048, BANDS), dtype=np.uint32)
    index = SignatureIndex()
    for owner in range(len(signatures)):
        index.add_all(np.array([owner], np.uint64), signatures[owner : owner + 1])
    assert index.find_all(signatures) == {owner: [owner] for owner in range(len(signatures))}


def test_a_text_of_less_than_two_words_has_no_signature() -> None:
    assert not sign_texts(["слово!", "", "ещё"]).signatures.any()
    assert sign_texts(["два слова"]).signatures.all()


@given(st.lists(st.text("аб в", max_size=12), max_size=8))
def test_a_text_has_the_same_signature_alone_and_among_others(texts: list[str]) -> None:
    assert signatures_of(*texts) == [signatures_of(text)[0] for text in texts]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_words_are_hashed_as_they_are_compared(texts: list[str]) -> None:
    found = hash_words(texts)
    words = [split_words(text) for text in texts]
    assert [len(found.hashes[found.place_of(number)]) for number in range(len(texts))] == [len(one) for one in words]
    hashes: dict[str, int] = {}
    for word, number in zip((word for one in words for word in one), found.hashes.tolist(), strict=True):
        assert hashes.setdefault(word, number) == number
    assert len(set(hashes.values())) == len(hashes)


@given(WORDS, st.lists(st.sampled_from("абвг"), max_size=30))
def test_the_share_of_hashes_is_that_of_the_words(one: list[str], other: list[str]) -> None:
    text = " ".join(one)
    unshared = sum(len(text[start:stop].split()) for start, stop in find_unshared(text, " ".join(other)))
    assert hashed_share(text, " ".join(other)) == (len(one) - unshared) / len(one)


def test_short_texts_are_near_to_nothing(project: Project) -> None:
    put(project, "Курс доллара на сегодня 500")
    assert find_near(prepared(project)[0], "Курс доллара на сегодня 500") is None


def test_of_many_articles_that_are_alike_a_few_are_looked_at(project: Project) -> None:
    text = made_text()
    index = SignatureIndex()
    signatures = sign_texts([text] * 5_000).signatures
    for start in range(0, 5_000, 250):
        index.add_all(np.arange(start, start + 250, dtype=np.uint64), signatures[start : start + 250])
    assert 0 < len(index.find_all(signatures[:1])[0]) < 30
    assert all(len(others) <= 2 for others in find_alike(signatures).values())


def test_an_article_among_many_that_are_alike_is_found(project: Project) -> None:
    frame = made_text(60)
    texts = [f"{frame} {made_text(140)}" for _ in range(200)]
    ids = put(project, *texts)
    search, _ = prepared(project)
    for article_id, text in zip(ids, texts, strict=True):
        match = find_near(search, with_others(text, 0.05, scattered=False))
        assert match is not None and search.article_id(match.number) == article_id
