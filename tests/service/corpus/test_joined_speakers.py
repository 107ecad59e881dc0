"""Who the register joins is one speaker of ledger and search.

She is found under each of her names and shown by what the register calls her; no annotation is rewritten.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from app.core.change import Change
from app.core.model import Annotation, Kind, Role, Status
from app.core.query.parsing import parse_query
from app.core.records import ClaimRecord, JudgementValue, RegisterRecord
from app.core.scheme import Label
from app.core.span import Span
from app.core.vocabulary import AttributeName, RoleName
from app.service.article.mentions import mention_key
from app.service.corpus.ledger.claim_likeness import suggest_places
from app.service.corpus.ledger.claim_steps import watched_step
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_view import LedgerColumn, LedgerView
from app.service.corpus.overview.making import PictureMaker, Scope
from app.service.corpus.overview.pictures import PictureKind
from app.service.corpus.register.card import ClaimPlace, read_card
from app.service.corpus.register.judging import Judge, judge_step, record_step, withdraw_step
from app.service.corpus.register.register import Register
from app.service.corpus.search_stream import find_portions
from app.store.index.claim_orders import ClaimOrder
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from app.store.index.overview_counts import OverviewCounts

from .test_corpus_search import Corpus

TODAY = date(2026, 3, 1)
JUDGE = Judge("analyst", datetime(2026, 1, 1, tzinfo=UTC))
LATIN, CYRILLIC, OTHER = "Yerlan Satpayev", "Ерлан Сатпаев", "Марат Осипов"
PAIR = (f"PER {mention_key(LATIN)}", f"PER {mention_key(CYRILLIC)}")
SAID = "мост через реку откроют до 2027 года"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a project where one man speaks under two spellings.

    Another man speaks once.
    """
    made = Corpus(tmp_path)
    for name, day in ((LATIN, 1), (OTHER, 2), (CYRILLIC, 3), (CYRILLIC, 4)):
        add_claim(made, name, SAID if name != OTHER else "налог не вырастет до 2027 года", date(2025, 7, day))
    made.refresh()
    yield made
    made.project.close()


def add_claim(corpus: Corpus, name: str, said: str, day: date, label: str = "PER") -> Annotation:
    article = corpus.add(f"{name} сказал: {said}.", day)
    corpus.mark(article, name, label)
    speaker = Role(RoleName.SPEAKER, Span(0, len(name)), name)
    due = ((AttributeName.DUE, "2027"),)
    return corpus.mark(article, said, "promise", kind=Kind.CLAIM, roles=(speaker,), attributes=due)


def join(corpus: Corpus, left: str = PAIR[0], right: str = PAIR[1]) -> None:
    corpus.project.apply(judge_step(corpus.project, (left, right), JudgementValue.SAME, JUDGE))
    corpus.refresh()


def call(corpus: Corpus, key: str, name: str) -> None:
    corpus.project.apply(record_step(corpus.project, RegisterRecord(0, key, name), None, JUDGE))
    corpus.refresh()


@contextmanager
def opened(corpus: Corpus) -> Iterator[tuple[Ledger, IndexReader]]:
    connection = open_for_reading(corpus.index)
    assert connection is not None
    with closing(IndexReader(connection)) as reader:
        yield Ledger(corpus.project, reader, TODAY), reader


def speakers(corpus: Corpus, typed: str = "", *, is_descending: bool = False) -> list[str]:
    with opened(corpus) as (ledger, _):
        view = LedgerView(parse_query(typed), LedgerColumn.SPEAKER, is_descending)
        return [row.entry.speaker for row in ledger.rows(ledger.find_claims(view).ids)]


def groups(corpus: Corpus, typed: str = "") -> dict[str, int]:
    with opened(corpus) as (ledger, _):
        return dict(ledger.groups(LedgerView(parse_query(typed)), ClaimOrder.SPEAKER))


def test_names_that_are_joined_are_one_group_under_the_name_of_the_record(corpus: Corpus) -> None:
    assert groups(corpus) == {LATIN: 1, CYRILLIC: 2, OTHER: 1}
    join(corpus)
    assert groups(corpus) == groups(corpus, "kind:promise") == {CYRILLIC: 3, OTHER: 1}
    with opened(corpus) as (ledger, _):
        view = LedgerView(group=(ClaimOrder.SPEAKER, CYRILLIC))
        assert len(ledger.find_claims(view).ids) == 3, "a group holds as many claims as its count says"
    call(corpus, PAIR[0], "Сатпаев Е. К.")
    assert groups(corpus) == {"Сатпаев Е. К.": 3, OTHER: 1}


def test_joined_names_are_sorted_as_one_speaker_each_by_date(corpus: Corpus) -> None:
    assert speakers(corpus) == [LATIN, CYRILLIC, CYRILLIC, OTHER]
    join(corpus)
    assert speakers(corpus) == [CYRILLIC, CYRILLIC, CYRILLIC, OTHER]
    with opened(corpus) as (ledger, _):
        view = LedgerView(column=LedgerColumn.SPEAKER)
        days = [row.entry.date for row in ledger.rows(ledger.find_claims(view).ids)]
    assert days == ["2025-07-01", "2025-07-03", "2025-07-04", "2025-07-02"]
    call(corpus, PAIR[1], "Янов Ерлан")
    assert speakers(corpus) == [OTHER, *["Янов Ерлан"] * 3]
    assert speakers(corpus, is_descending=True) == [*["Янов Ерлан"] * 3, OTHER]


@pytest.mark.parametrize("name", ["Satpayev", "Сатпаев", "Yerlan", '"Ерлан Сатпаев"', "Сатп*", "Бригадир"])
def test_a_speaker_is_found_under_each_of_her_names(corpus: Corpus, name: str) -> None:
    join(corpus)
    call(corpus, PAIR[0], "Бригадир Сатпаев")
    assert speakers(corpus, f"speaker:{name}") == ["Бригадир Сатпаев"] * 3
    assert speakers(corpus, f"-speaker:{name}") == [OTHER]
    assert len(corpus.search(f"speaker:{name}")) == 3
    assert [hit.line[1] for hit in corpus.search(f"PER:{name}")] == [CYRILLIC, CYRILLIC, LATIN]
    assert len(corpus.search(f"named:{name}")) == 3
    assert len(corpus.search(f"speaker:{name} named:=Satpayev")) == 0, "a whole name is the whole of it"
    assert len(corpus.search(f'speaker:{name} named:"={LATIN}"')) == 3


def test_the_same_claim_is_suggested_across_the_names_of_its_speaker(corpus: Corpus) -> None:
    def suggested() -> list[str]:
        with opened(corpus) as (ledger, reader):
            view = LedgerView(column=LedgerColumn.DATE)
            first = ledger.rows(ledger.find_claims(view).ids)[0]
            return [like.row.entry.date for like in suggest_places(ledger, reader, first)]

    assert suggested() == []
    join(corpus)
    assert suggested() == ["2025-07-03", "2025-07-04"]


def test_the_time_line_of_a_speaker_has_the_claims_under_all_her_names(corpus: Corpus) -> None:
    join(corpus)
    with opened(corpus) as (ledger, _):
        assert len(ledger.find_due(LedgerView(parse_query("speaker:Satpayev")))) == 3


def test_a_judgement_that_is_taken_back_parts_the_speakers_and_no_row_was_rewritten(corpus: Corpus) -> None:
    def rows() -> list[object]:
        return [corpus.project.annotations(article.id) for article in corpus.project.articles()]

    before = rows()
    join(corpus)
    assert rows() == before
    step = withdraw_step(corpus.project, PAIR, JUDGE)
    assert step is not None
    corpus.project.apply(step)
    corpus.refresh()
    assert groups(corpus) == {LATIN: 1, CYRILLIC: 2, OTHER: 1}
    assert speakers(corpus, "speaker:Satpayev") == [LATIN]
    corpus.project.undo()
    corpus.refresh()
    assert groups(corpus) == {CYRILLIC: 3, OTHER: 1}


def test_names_are_joined_under_their_label_alone(corpus: Corpus) -> None:
    town = corpus.add("Осипов и Осиповск лежат у реки.", date(2025, 8, 1))
    corpus.mark(town, "Осипов", "LOC")
    corpus.mark(town, "Осиповск", "LOC")
    add_claim(corpus, "Осипов", "дорогу починят", date(2025, 8, 2))
    join(corpus, f"LOC {mention_key('Осипов')}", f"LOC {mention_key('Осиповск')}")
    join(corpus, f"PER {mention_key('Осипов')}", f"PER {mention_key(OTHER)}")
    assert [hit.line[1] for hit in corpus.search("PER:Марат")] == ["Осипов", OTHER]
    assert corpus.search("LOC:Марат") == []
    assert [hit.line[1] for hit in corpus.search("LOC:Осиповск")] == ["Осипов", "Осиповск"]
    assert speakers(corpus, "speaker:Марат") == speakers(corpus, "speaker:Осипов"), "who speaks is the person"
    assert len(speakers(corpus, "speaker:Марат")) == 2
    assert speakers(corpus, "speaker:Осиповск") == []


def test_a_speaker_is_what_the_register_says_of_the_record(corpus: Corpus) -> None:
    def labels() -> set[str]:
        with opened(corpus) as (ledger, _):
            rows = ledger.rows(ledger.ids(parse_query(""), ClaimOrder.DATE))
            return {ledger.find_speaker_label(row) for row in rows if row.entry.speaker != OTHER}

    assert labels() == {"PER"}
    join(corpus)
    corpus.project.apply(record_step(corpus.project, RegisterRecord(0, PAIR[1], label="ORG"), None, JUDGE))
    corpus.refresh()
    assert labels() == {"ORG"}, "both names are one record"


def test_hits_are_sorted_by_what_the_register_calls_their_speaker(corpus: Corpus) -> None:
    def days() -> list[int]:
        portions = find_portions(corpus.project, corpus.index, "kind:promise sort:speaker")
        return [hit.article.date.day for portion in portions for hit in portion.hits if hit.article.date]

    assert days()[0] == 1
    join(corpus)
    call(corpus, PAIR[0], "Янов")
    assert days() == [2, 4, 3, 1]


def test_the_card_has_no_claim_of_a_record_as_one_by_others(corpus: Corpus) -> None:
    article = corpus.add(f"{LATIN}: мы, {CYRILLIC}, построим мост.", date(2025, 9, 1))
    corpus.mark(article, CYRILLIC, "PER")
    speaker = Role(RoleName.SPEAKER, Span(0, len(LATIN)), LATIN)
    corpus.mark(article, f"мы, {CYRILLIC}, построим мост", "promise", kind=Kind.CLAIM, roles=(speaker,))
    join(corpus)
    with opened(corpus) as (_, reader):
        entry = Register(corpus.project, reader).entry_of(PAIR[0])
        assert entry is not None
        parts = list(read_card(corpus.project, reader, entry))
        claims = {part.section.value: len(part.items) for part in parts if _has_claims(part.items)}
    assert claims == {"claims by": 4}


def _has_claims(items: object) -> bool:
    return any(isinstance(item, ClaimPlace) for item in items)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(6))
def test_the_ledger_groups_speakers_as_the_register_joins_them(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    corpus = Corpus(tmp_path)
    called = ["Алтаев", "Altayev", "Борин", "Borin", "Видов", "Vidov", "Гаев"]
    said = Counter({name: chance.randrange(1, 4) for name in called})
    for place, name in enumerate(said.elements()):
        add_claim(corpus, name, f"обещание номер {place}", date(2025, 7, 1 + place))
    for _ in range(6):
        pair = tuple(f"PER {mention_key(name)}" for name in chance.sample(called, 2))
        value = chance.choice((JudgementValue.SAME, JudgementValue.DIFFERENT, JudgementValue.UNSURE))
        corpus.project.apply(judge_step(corpus.project, (pair[0], pair[1]), value, JUDGE))
    renamed = f"PER {mention_key(chance.choice(called))}"
    corpus.apply(Change(None, RegisterRecord(corpus.project.next_id(), renamed, "Директор завода")))
    corpus.refresh()
    with opened(corpus) as (ledger, reader):
        entries = Register(corpus.project, reader).entries
        wanted = {entry.name: sum(said[name.shown] for name in entry.names) for entry in entries}
        assert dict(ledger.groups(LedgerView(parse_query("")), ClaimOrder.SPEAKER)) == wanted
        view = LedgerView(column=LedgerColumn.SPEAKER)
        shown = [row.entry.speaker for row in ledger.rows(ledger.find_claims(view).ids)]
        assert len([1 for one, two in pairwise(shown) if one != two]) == len(wanted) - 1
        for entry in entries:
            for name in entry.names:
                found = ledger.find_claims(LedgerView(parse_query(f"speaker:{name.shown}"))).ids
                assert {row.entry.speaker for row in ledger.rows(found)} == {entry.name}
    corpus.project.close()


def test_a_claim_record_keeps_the_speaker_of_its_article(corpus: Corpus) -> None:
    join(corpus)
    with opened(corpus) as (ledger, _):
        ids = ledger.ids(parse_query(""), ClaimOrder.DATE)
        rows = [row for row in ledger.rows(ids) if row.entry.said == SAID]
        assert len({row.entry.speaker for row in rows}) == 1, "the register calls both alike"
        for row in rows:
            corpus.project.apply(watched_step(corpus.project, row, JUDGE.now))
    assert sorted(record.speaker for record in corpus.project.rows(ClaimRecord)) == [LATIN, CYRILLIC, CYRILLIC]


def test_a_query_is_completed_by_who_speaks_and_by_who_is_named(corpus: Corpus) -> None:
    silent = "Ерлан Молчаливый"
    corpus.mark(corpus.add(f"{silent} промолчал.", date(2025, 7, 5)), silent, "PER")
    claim = add_claim(corpus, "Ерлан Отозванный", SAID, date(2025, 7, 6))
    corpus.apply(Change(claim, replace(claim, status=Status.REJECTED)))
    corpus.refresh()
    with opened(corpus) as (_, reader):
        assert reader.names.beginning_with("Ерл", 9, speaks=True) == [CYRILLIC]
        assert set(reader.names.beginning_with("Ерл", 9)) == {CYRILLIC, silent, "Ерлан Отозванный"}


def test_names_under_labels_of_several_words_are_joined(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    claims = corpus.project.scheme().of_kind(Kind.CLAIM)
    own = replace(corpus.project.scheme(), labels=(Label("Company"), Label("Company Name"), *claims))
    corpus.apply(Change(corpus.project.scheme(), own))
    for day, name in enumerate((LATIN, CYRILLIC), start=1):
        add_claim(corpus, name, SAID, date(2025, 7, day), "Company Name")
    corpus.refresh()
    assert groups(corpus) == {LATIN: 1, CYRILLIC: 1}
    join(corpus, f"Company Name {mention_key(LATIN)}", f"Company Name {mention_key(CYRILLIC)}")
    assert len(groups(corpus)) == 1
    with opened(corpus) as (ledger, reader):
        row, *_ = ledger.rows(ledger.ids(parse_query(""), ClaimOrder.DATE))
        assert ledger.find_speaker_label(row) == "Company Name"
        register = Register(corpus.project, reader)
        (entry,) = register.entries
        assert {register.shown_name(name.record_key) for name in entry.names} == {LATIN, CYRILLIC}
    connection = open_for_reading(corpus.index)
    assert connection is not None
    with closing(connection):
        scope = Scope(TODAY, parse_query(""), "")
        named = PictureMaker(corpus.project, OverviewCounts(connection), scope).make(PictureKind.NAMES)
        assert [heading.name for heading in named.rows] in ([LATIN], [CYRILLIC]), "both are one in the overview"
    corpus.project.close()
