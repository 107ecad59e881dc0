"""The ledger shows every claim in full.

It has its record, its last verdict and its state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.core.change import Change
from app.core.model import Annotation, Kind, Role
from app.core.query.parsing import parse_query, parse_typed
from app.core.query.terms import Query
from app.core.records import Evidence, Verdict
from app.core.span import Span
from app.core.vocabulary import AttributeName, RoleName
from app.service.corpus.ledger.claim_steps import describe_step, join_step, verdict_step, watched_step
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import ClaimState, LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerColumn, LedgerView
from app.store.index.claim_orders import ClaimOrder
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader

from .test_corpus_search import TEXTS, Corpus

TODAY = date(2026, 3, 1)


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a project with three claims.

    They are a promise with a date that is past, one without, and a statement.
    """
    made = Corpus(tmp_path)
    first, second, third = made.ids[:3]
    start = TEXTS[0].index("Серик")
    speaker = Role(RoleName.SPEAKER, Span(start, start + len("Серик Алимов")), "Серик Алимов")
    due = {"attributes": ((AttributeName.DUE, "2025"),), "roles": (speaker,)}
    made.mark(first, "построить школу до 2026 года", "promise", kind=Kind.CLAIM, **due)
    made.mark(second, "Школы построим", "promise", kind=Kind.CLAIM)
    made.mark(third, "Налог не вырастет", "statement", kind=Kind.CLAIM)
    made.refresh()
    yield made
    made.project.close()


@contextmanager
def opened(corpus: Corpus) -> Iterator[Ledger]:
    connection = open_for_reading(corpus.index)
    assert connection is not None
    reader = IndexReader(connection)
    yield Ledger(corpus.project, reader, TODAY)
    reader.close()


def rows(corpus: Corpus, typed: str = "", order: ClaimOrder = ClaimOrder.DUE) -> list[LedgerRow]:
    with opened(corpus) as ledger:
        return ledger.rows(ledger.ids(parse_query(typed), order))


def test_claims_are_sorted_and_filtered_by_what_they_say_and_who_says_it(corpus: Corpus) -> None:
    assert rows(corpus)[0].entry.said == "построить школу до 2026 года"
    assert [row.entry.said for row in rows(corpus, "школа", ClaimOrder.DATE)] == [
        "построить школу до 2026 года",
        "Школы построим",
    ]
    assert [row.entry.said for row in rows(corpus, "speaker:Алимов")] == ["построить школу до 2026 года"]
    assert [row.entry.said for row in rows(corpus, "kind:statement")] == ["Налог не вырастет"]
    assert [row.entry.said for row in rows(corpus, "due:<2026")] == ["построить школу до 2026 года"]
    assert [row.entry.said for row in rows(corpus, "kind:promise -школа")] == []
    with opened(corpus) as ledger:
        assert ledger.groups(LedgerView(parse_query("")), ClaimOrder.KIND) == [("promise", 2), ("statement", 1)]
        by_month = ledger.groups(LedgerView(parse_query("")), ClaimOrder.DUE)
        assert by_month == [("2025-12", 1), ("", 2)], "months in their order, what has none at the end"


def test_first_letters_follow_what_a_claim_says_now(corpus: Corpus) -> None:
    def said(typed: str) -> list[str]:
        return [row.entry.said for row in rows(corpus, typed, ClaimOrder.DATE)]

    assert said("п*") == said("по*") == ["построить школу до 2026 года", "Школы построим"]
    assert said("2*") == said("20* -на*") == ["построить школу до 2026 года"]
    claim = next(row for row in corpus.project.annotations(corpus.ids[1]) if row.kind is Kind.CLAIM)
    corpus.apply(Change(claim, replace(claim, pieces=(Span(claim.start, claim.start + len("Школы")),))))
    corpus.refresh()
    assert said("п*") == ["построить школу до 2026 года"]
    assert said("-п*") == ["Школы", "Налог не вырастет"]


def test_a_filter_that_is_being_typed_takes_its_last_word_for_a_beginning(corpus: Corpus) -> None:
    def said(query: Query) -> list[str]:
        with opened(corpus) as ledger:
            return [row.entry.said for row in ledger.rows(ledger.ids(query, ClaimOrder.DATE))]

    for begun in ("п", "по", "пос", "постр", "шк", "-п", "-пос", "школа -пос", "kind:promise пос", "налог вы"):
        assert said(parse_typed(begun)) == said(parse_query(f"{begun}*")), begun
    assert said(parse_typed("постр")) == ["построить школу до 2026 года", "Школы построим"]
    assert said(parse_typed("пос школа")) == said(parse_typed("=пос")) == []
    corpus.add("П. Иванов и школ постр.")
    corpus.refresh()
    for begun in ("п", "постр", "-п", "-постр", "школа постр"):
        assert said(parse_typed(begun)) == said(parse_query(f"{begun}*")), f"{begun} stands in no claim"
    for whole in ("школа", "-налог", "построить школа", "школой", "kind:promise", '"построить школу"'):
        assert said(parse_typed(whole)) == said(parse_query(whole)), whole


def test_a_promise_is_overdue_until_a_verdict_that_ends_it(corpus: Corpus) -> None:
    (promise,) = rows(corpus, "due:2025")
    assert promise.state is ClaimState.OVERDUE
    corpus.project.apply(verdict_step(corpus.project, promise, Verdict(0, 0, "pending", "promises")))
    (promise,) = rows(corpus, "due:2025")
    assert (promise.verdict and promise.verdict.value, promise.state) == ("pending", ClaimState.OVERDUE)
    evidence = (Evidence(0, 0, "https://example.kz/school", "Школа открыта"),)
    corpus.project.apply(verdict_step(corpus.project, promise, Verdict(0, 0, "kept", "promises"), evidence))
    (promise,) = rows(corpus, "due:2025")
    assert promise.state is ClaimState.JUDGED
    with opened(corpus) as ledger:
        assert promise.record is not None
        verdicts = ledger.records.verdicts_of(promise.record)
        assert [verdict.value for verdict in verdicts] == ["pending", "kept"], "a verdict is never overwritten"
        assert [one.url for one in ledger.records.evidence_of(verdicts[-1])] == ["https://example.kz/school"]
    corpus.project.undo()
    assert rows(corpus, "due:2025")[0].state is ClaimState.OVERDUE


def test_what_was_looked_at_waits_and_grows_stale(corpus: Corpus) -> None:
    (claim,) = rows(corpus, "kind:statement")
    assert claim.state is ClaimState.UNCHECKED
    now = datetime.now(UTC)
    corpus.project.apply(watched_step(corpus.project, claim, now))
    (claim,) = rows(corpus, "kind:statement")
    assert claim.state is ClaimState.WAITING
    corpus.project.apply(watched_step(corpus.project, claim, now - timedelta(91)))
    assert rows(corpus, "kind:statement")[0].state is ClaimState.STALE


def test_places_of_one_claim_share_its_verdict(corpus: Corpus) -> None:
    both = rows(corpus, "kind:promise")
    corpus.project.apply(join_step(corpus.project, both))
    one, other = rows(corpus, "kind:promise")
    assert one.record == other.record
    assert (one.places, other.places) == (2, 2)
    corpus.project.apply(verdict_step(corpus.project, other, Verdict(0, 0, "broken", "promises")))
    assert {row.verdict and row.verdict.value for row in rows(corpus, "kind:promise")} == {"broken"}


def test_a_record_outlives_a_place_that_is_gone(corpus: Corpus) -> None:
    both = rows(corpus, "kind:promise")
    corpus.project.apply(join_step(corpus.project, both))
    gone = next(row for row in corpus.project.annotations(both[1].entry.article_id) if row.id == both[1].entry.id)
    assert isinstance(gone, Annotation)
    corpus.apply(Change(gone, None))
    corpus.refresh()
    (left,) = rows(corpus, "kind:promise")
    assert left.record is not None
    corpus.project.undo()
    corpus.refresh()
    assert len({row.record for row in rows(corpus, "kind:promise")}) == 1


@pytest.mark.parametrize("column", LedgerColumn)
@pytest.mark.parametrize("is_descending", [False, True])
def test_a_filter_keeps_the_order_that_all_claims_have(
    corpus: Corpus, column: LedgerColumn, is_descending: bool
) -> None:
    (promise,) = rows(corpus, "due:2025")
    corpus.project.apply(verdict_step(corpus.project, promise, Verdict(0, 0, "kept", "promises")))
    views = [
        LedgerView(parse_query(typed), column, is_descending, group=group)
        for typed, group in (("kind:promise", None), ("школа", None), ("", (ClaimOrder.KIND, "promise")))
    ]
    for view in views:
        with opened(corpus) as fresh, opened(corpus) as asked_before:
            everything = asked_before.find_claims(LedgerView(column=column, is_descending=is_descending))
            assert len(everything.ids) == 3
            found = asked_before.find_claims(view)
            assert len(found.ids) == 2 and found == fresh.find_claims(view)


def test_a_due_date_of_the_record_counts_in_search_groups_and_ledger(corpus: Corpus) -> None:
    first = rows(corpus, "due:2025")[0]
    step = describe_step(corpus.project, first, "2031-05", "")
    assert step is not None
    corpus.project.apply(step)
    corpus.refresh()
    assert rows(corpus, "due:2025") == []
    moved = rows(corpus, "due:2031")
    assert [(row.entry.id, row.due, row.entry.due) for row in moved] == [(first.entry.id, "2031-05-31", first.due)]
    with opened(corpus) as ledger:
        assert ("2031-05", 1) in ledger.groups(LedgerView(parse_query("")), ClaimOrder.DUE)
        assert ledger.find_due(LedgerView(parse_query("due:2031"))) == [("2031-05-31", first.entry.id)]


def test_a_due_date_that_is_withdrawn_gives_way_to_the_article(corpus: Corpus) -> None:
    first = rows(corpus, "due:2025")[0]
    step = describe_step(corpus.project, first, "2031-05", "")
    assert step is not None
    corpus.project.apply(step)
    corpus.refresh()
    corpus.project.undo()
    corpus.project.flush()
    corpus.refresh()
    assert [row.due for row in rows(corpus, "due:2025")] == [first.due]
    assert rows(corpus, "due:2031") == []


@pytest.mark.parametrize("typed", ["", "kind:promise"])
@pytest.mark.parametrize("order", sorted(set(ClaimOrder) - {ClaimOrder.SAID, ClaimOrder.FIGURES, ClaimOrder.WORD}))
def test_the_groups_of_all_states_are_the_groups_of_all_claims(corpus: Corpus, order: ClaimOrder, typed: str) -> None:
    """Most claims of one state and few of another are counted otherwise."""
    query = parse_query(typed)
    with opened(corpus) as ledger:
        assert {ledger.state_of(number) for number in ledger.find_claims(LedgerView()).ids} == {
            ClaimState.OVERDUE,
            ClaimState.UNCHECKED,
        }
        parts = [Counter(dict(ledger.groups(LedgerView(query, state=state), order))) for state in ClaimState]
        assert sum(parts, Counter()) == Counter(dict(ledger.groups(LedgerView(query), order)))
