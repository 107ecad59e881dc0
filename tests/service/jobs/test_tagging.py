from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from app.core.change import Change
from app.core.model import Annotation, Article, Candidate, Kind, Origin, Role, Status
from app.core.scheme import Scheme
from app.core.span import Span
from app.service.jobs.tagging.proposal_filter import find_place
from app.service.jobs.tagging.tagging_changes import update_annotations, update_candidates
from app.service.jobs.tagging.text_tagger import TagItem, Tags, TagText
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Reply

ARTICLE = Article(1, "Статья")


@st.composite
def rows(draw: st.DrawFn, first_id: int, *, proposals: bool) -> list[Annotation]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.integers(0, 12),
                st.integers(1, 5),
                st.sampled_from(["PER", "LOC"]),
                st.sampled_from(Kind),
                st.sampled_from(Status),
                st.sampled_from(Origin),
            ),
            max_size=8,
            unique_by=lambda row: row[:4],
        )
    )
    return [
        Annotation(
            0 if proposals else number,
            0 if proposals else 1,
            kind,
            label,
            (Span(start, start + length),),
            Status.PROPOSED if proposals else status,
            Origin.PRETAG if proposals else origin,
        )
        for number, (start, length, label, kind, status, origin) in enumerate(drawn, first_id)
    ]


def tags(annotations: list[Annotation], candidates: tuple[Candidate, ...] = ()) -> Tags:
    return Tags(tuple(annotations), candidates, "ru", ())


def applied(old: list[Annotation], changes: list[Change]) -> dict[int, Annotation]:
    after = {row.id: row for row in old}
    for change in changes:
        assert change.before == after.pop(change.id, None)
        if isinstance(change.after, Annotation):
            after[change.id] = change.after
    return after


@given(rows(1, proposals=False), rows(0, proposals=True), st.sets(st.integers(1, 8)))
def test_nothing_that_was_decided_came_from_elsewhere_or_has_a_note_moves(
    old: list[Annotation], new: list[Annotation], noted: set[int]
) -> None:
    ids = count(100)
    after = applied(old, update_annotations(ARTICLE, old, tags(new), lambda: next(ids), noted))
    for row in old:
        if row.status.is_decided or row.origin is not Origin.PRETAG or row.id in noted:
            assert after[row.id] == row


@given(rows(1, proposals=False), rows(0, proposals=True))
def test_tagging_twice_changes_nothing_the_second_time(old: list[Annotation], new: list[Annotation]) -> None:
    ids = count(100)
    after = applied(old, update_annotations(ARTICLE, old, tags(new), lambda: next(ids)))
    assert update_annotations(ARTICLE, after.values(), tags(new), lambda: next(ids)) == []


@given(rows(1, proposals=False), rows(0, proposals=True))
def test_nothing_is_proposed_where_it_was_decided(old: list[Annotation], new: list[Annotation]) -> None:
    ids = count(100)
    changes = update_annotations(ARTICLE, old, tags(new), lambda: next(ids))
    proposed = [change.after for change in changes if isinstance(change.after, Annotation)]
    for decided in (row for row in old if row.status.is_decided):
        assert not any(row.kind is decided.kind and row.pieces == decided.pieces for row in proposed)
        if decided.kind is Kind.ENTITY and decided.status is not Status.REJECTED:
            beside = [row for row in proposed if row.kind is Kind.ENTITY and row.span.overlaps(decided.span)]
            assert all(row.span.contains(decided.span) or decided.span.contains(row.span) for row in beside)


@given(rows(1, proposals=False), rows(0, proposals=True))
def test_what_is_still_open_and_proposed_again_stays(old: list[Annotation], new: list[Annotation]) -> None:
    ids = count(100)
    after = applied(old, update_annotations(ARTICLE, old, tags(new), lambda: next(ids)))
    again = {find_place(row) for row in new}
    open_rows = [row for row in old if row.status is Status.PROPOSED and row.origin is Origin.PRETAG]
    assert {row.id for row in open_rows if find_place(row) in again} <= after.keys()


@given(rows(0, proposals=True), st.data())
def test_tagging_again_after_everything_was_decided_changes_nothing(new: list[Annotation], data: st.DataObject) -> None:
    ids = count(100)
    tagged = applied([], update_annotations(ARTICLE, [], tags(new), lambda: next(ids)))
    statuses = st.sampled_from((Status.ACCEPTED, Status.CORRECTED, Status.REJECTED))
    decided = [replace(row, status=data.draw(statuses)) for row in tagged.values()]
    assert update_annotations(ARTICLE, decided, tags(new), lambda: next(ids)) == []


def test_a_claim_that_is_proposed_again_calls_its_speaker_as_the_analyst_linked_it() -> None:
    named, linked = (("referent", "Токаев"),), (("referent", "Кемель Токаев"),)
    person = Annotation(0, 0, Kind.ENTITY, "PER", (Span(0, 6),), origin=Origin.PRETAG, attributes=named)
    speaker = Role("speaker", Span(0, 6), "Токаев")
    claim = Annotation(0, 0, Kind.CLAIM, "statement", (Span(20, 40),), origin=Origin.PRETAG, roles=(speaker,))
    decided = replace(person, id=1, article_id=1, status=Status.CORRECTED, attributes=linked)
    followed = replace(claim, id=2, article_id=1, roles=(replace(speaker, normal="Кемель Токаев"),))
    for still_open in (followed, replace(claim, id=2, article_id=1)):
        after = applied(
            [decided, still_open], update_annotations(ARTICLE, [decided, still_open], tags([person, claim]), int)
        )
        assert after == {1: decided, 2: followed}


@given(rows(0, proposals=True))
def test_an_untouched_article_gets_all_that_is_proposed(new: list[Annotation]) -> None:
    ids = count(100)
    after = applied([], update_annotations(ARTICLE, [], tags(new), lambda: next(ids)))
    assert [replace(row, id=0, article_id=0) for row in after.values()] == new
    assert {row.article_id for row in after.values()} <= {1}


def test_a_proposal_that_comes_again_keeps_its_id_and_takes_the_new_confidence() -> None:
    old = Annotation(7, 1, Kind.ENTITY, "PER", (Span(0, 5),), origin=Origin.PRETAG, rule="ner/1", confidence=0.5)
    new = replace(old, id=0, article_id=0, rule="ner/2", confidence=0.9)
    changes = update_annotations(ARTICLE, [old], tags([new]), lambda: 100)
    assert changes == [Change(old, replace(new, id=7, article_id=1))]


def test_hints_are_replaced_and_those_that_stay_are_kept() -> None:
    old = [Candidate(5, 1, Span(0, 3), "PER", 0.5), Candidate(6, 1, Span(4, 6), "", 0.1)]
    new = (Candidate(0, 0, Span(0, 3), "PER", 0.5), Candidate(0, 0, Span(8, 9), "LOC", 0.9))
    changes = update_candidates(ARTICLE, old, tags([], new), lambda: 100)
    assert changes == [Change(old[1], None), Change(None, replace(new[1], id=100, article_id=1))]


def test_one_process_tags_for_each_project_with_its_own_options() -> None:
    text = "Делегация посетила Акорду в понедельник."
    options = (("name:Акорду", "LOC"),)
    pool, found = Pool(), []
    try:
        for tag_text in (TagText(), TagText(Scheme(options=options)), TagText()):
            pool.submit(tag_text, TagItem(text))
            rows = [
                row for reply in pool.stream_replies() if isinstance(reply, Reply) for row in reply.value.annotations
            ]
            found.append({row.words(text) for row in rows if row.label == "LOC"})
        assert len(pool.pids) == 1
    finally:
        pool.cancel()
    assert found == [set(), {"Акорду"}, set()]
