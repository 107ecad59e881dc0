from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Annotation, Kind, Status, reading_key, uncertainty
from app.core.span import Span
from app.service.article.annotation_index import AnnotationIndex, Rest

_LABELS = ("PER", "ORG")
_LENGTHS = st.one_of(st.integers(1, 6), st.integers(1, 300))

Question = Callable[[AnnotationIndex], object]
Change = dict[int, Annotation | None]


@st.composite
def annotations(draw: st.DrawFn, first_id: int = 1) -> list[Annotation]:
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, 300),
                _LENGTHS,
                st.sampled_from(Status),
                st.sampled_from(Kind),
                st.none() | st.floats(0, 1),
                st.sampled_from(_LABELS),
            ),
            max_size=30,
        )
    )
    return [
        Annotation(number, 1, kind, label, (Span(start, start + length),), status, confidence=confidence)
        for number, (start, length, status, kind, confidence, label) in enumerate(rows, first_id)
    ]


@given(annotations(), st.integers(0, 400), _LENGTHS)
def test_a_range_holds_exactly_what_overlaps_it_in_reading_order(
    rows: list[Annotation], start: int, length: int
) -> None:
    asked = Span(start, start + length)
    expected = sorted((row for row in rows if row.span.overlaps(asked)), key=reading_key)
    assert AnnotationIndex(rows).overlapping(asked) == expected


@given(annotations(), st.integers(0, 400))
def test_the_innermost_comes_first_and_rejected_ones_last(rows: list[Annotation], position: int) -> None:
    here = AnnotationIndex(rows).at(position)
    assert {row.id for row in here} == {row.id for row in rows if row.span.covers(position)}
    ranks = [(row.status is Status.REJECTED, row.span.length) for row in here]
    assert ranks == sorted(ranks)


@given(annotations(), st.data())
def test_an_index_that_followed_changes_equals_a_fresh_one(rows: list[Annotation], data: st.DataObject) -> None:
    later = {row.id: row for row in data.draw(annotations(first_id=data.draw(st.integers(1, 40))))}
    gone = data.draw(st.sets(st.sampled_from([row.id for row in rows]))) if rows else set()
    index = AnnotationIndex(rows)
    if data.draw(st.booleans()):
        list(index.uncertain_after(None))
    index.follow_changes({**later, **dict.fromkeys(gone)})
    wanted = {**{row.id: row for row in rows}, **later}
    fresh = AnnotationIndex(row for row in wanted.values() if row.id not in gone)
    assert list(index) == list(fresh)
    assert list(index.still_proposed()) == list(fresh.still_proposed())
    assert list(index.uncertain_after(None)) == list(fresh.uncertain_after(None))
    everyone = set(wanted)
    for label in _LABELS:
        open_rows = {row.id for row in fresh.still_proposed() if row.label == label}
        assert index.proposed_among(everyone, label) == fresh.proposed_among(everyone, label) == open_rows
    assert index.overlapping(Span(100, 200)) == fresh.overlapping(Span(100, 200))
    assert [index.position(row) for row in index] == list(range(len(index)))


@given(annotations())
def test_navigation_visits_all_both_ways_in_order_of_text_and_of_uncertainty(rows: list[Annotation]) -> None:
    index = AnnotationIndex(rows)
    everything = list(index.after((-1, 0, 0)))
    assert everything == sorted(rows, key=reading_key)
    assert list(index.after((10_000, 0, 0), -1)) == everything[::-1]
    uncertain = list(index.uncertain_after(None))
    proposed = [row for row in everything if row.status is Status.PROPOSED]
    assert uncertain == sorted(proposed, key=lambda row: -uncertainty(row))
    assert list(index.uncertain_after(None, -1)) == uncertain[::-1]
    index.weigh({row.id: float(row.id) for row in rows})
    assert [row.id for row in index.uncertain_after(None)] == sorted((row.id for row in proposed), reverse=True)
    for row in everything:
        assert row not in index.after(reading_key(row)) and row not in index.after(reading_key(row), -1)


def test_pieces_leave_the_words_between_them_free() -> None:
    split = Annotation(1, 1, Kind.CLAIM, "statement", (Span(0, 5), Span(10, 15)))
    index = AnnotationIndex([split])
    assert index.at(2) == [split] and index.at(12) == [split] and index.at(7) == []
    assert index.overlapping(Span(6, 9)) == [split], "what is painted in a range goes by the outer span"


@pytest.mark.parametrize("count", [1, 500])
def test_few_and_many_changes_at_once_give_the_same_order(count: int) -> None:
    rows = [Annotation(number, 1, Kind.ENTITY, "PER", (Span(number * 2, number * 2 + 1),)) for number in range(1000)]
    index = AnnotationIndex(rows)
    index.follow_changes(dict.fromkeys(range(count)))
    assert [row.id for row in index] == list(range(count, 1000)) and index.proposed == 1000 - count


_END = 300
"""Where the sample's article ends for a reader: some of its annotations start behind that, as in a damaged one."""


class StoredRows:
    """The annotations of an article, read in parts.

    They are those that its project holds. No part is read twice.
    """

    def __init__(self, rows: list[Annotation]) -> None:
        self.rows = {row.id: row for row in rows}
        self.reached = 0

    def read(self, since: int, before: int) -> list[Annotation]:
        assert since == self.reached and since < before
        self.reached = before
        return [row for row in self.rows.values() if since <= row.start < before]

    def index(self, start: int, part: int = 1) -> AnnotationIndex:
        """Return an index that is read in part.

        Only what starts before `start` has been read.
        """
        return AnnotationIndex(self.read(0, start) if start else (), Rest(start, _END, self.read, part))

    def take(self, index: AnnotationIndex, changes: Change) -> None:
        """Write changes, and let an index follow."""
        for number, row in changes.items():
            self.rows.pop(number, None)
            if row is not None:
                self.rows[number] = row
        index.follow_changes(changes)


@st.composite
def questions(draw: st.DrawFn, rows: list[Annotation]) -> Question | Change:
    """Return a question for an index, or a change.

    It can be anything that an index can be asked, or a change for it to follow.
    """
    place, length, by = draw(st.integers(0, 400)), draw(_LENGTHS), draw(st.sampled_from([1, -1]))
    one = draw(st.sampled_from(rows)) if rows else None
    key = (place, -place - length, 0)
    later = {row.id: row for row in draw(annotations(first_id=draw(st.integers(1, 40))))}
    gone = {row.id: None for row in rows[: draw(st.integers(0, 5))]}
    asked: list[Question | Change] = [
        len,
        list,
        lambda index: index.proposed,
        lambda index: index.first_proposed(),
        lambda index: index.proposed_among(set(range(1, 31)), "PER"),
        lambda index: list(index.still_proposed()),
        lambda index: index.get(None if one is None else one.id),
        lambda index: index.get(10_000),
        lambda index: None if one is None else (index.position(one), [*index][-1]),
        lambda index: index.overlapping(Span(place, place + length)),
        lambda index: index.at(place),
        lambda index: list(index.after(key, by)),
        lambda index: list(index.proposed_after(key, by)),
        lambda index: list(index.uncertain_after(None, by)),
        lambda index: index.weigh({number: float(number % 3) for number in range(40)}),
        lambda index: index.read_on(),
        {**later, **gone},
    ]
    return draw(st.sampled_from(asked))


@given(annotations(), st.integers(0, 320), st.integers(1, 200), st.data())
def test_no_answer_depends_on_how_much_was_read_before(
    rows: list[Annotation], start: int, part: int, data: st.DataObject
) -> None:
    stored = StoredRows(rows)
    eager, lazy = AnnotationIndex(rows), stored.index(start, part)
    for question in data.draw(st.lists(questions(rows), min_size=1, max_size=6)):
        if isinstance(question, dict):
            eager.follow_changes(question)
            stored.take(lazy, question)
            continue
        try:
            expected = question(eager)
        except IndexError:
            with pytest.raises(IndexError):
                question(lazy)
        else:
            assert question(lazy) == expected
    assert list(lazy) == list(eager) and lazy.is_whole


@given(annotations(), st.integers(0, 320), st.integers(1, 200), st.data())
def test_reading_on_between_two_steps_of_navigation_leaves_nothing_out(
    rows: list[Annotation], start: int, part: int, data: st.DataObject
) -> None:
    index = StoredRows(rows).index(start, part)
    walked = []
    for row in index.after((-1, 0, 0)):
        walked.append(row)
        if data.draw(st.booleans()):
            index.read_on()
    assert walked == sorted(rows, key=reading_key)


@given(annotations(), st.integers(0, 320), st.integers(0, 320))
def test_what_starts_before_the_rest_is_answered_without_it(rows: list[Annotation], start: int, stop: int) -> None:
    index = StoredRows(rows).index(start)
    stop = min(stop, start)
    index.overlapping(Span(max(0, stop - 10), stop))
    if stop:
        index.at(stop - 1)
    here = sorted((row for row in rows if row.start < start), key=reading_key)
    for row in here:
        assert index.get(row.id) == row and index.position(row) == here.index(row)
        if row.status is Status.PROPOSED:
            index.first_proposed()
    for row, following in pairwise(here):
        assert next(index.after(reading_key(row))) == following and next(index.after(reading_key(following), -1)) == row
    if here:
        index.follow_changes({here[0].id: replace(here[0], status=Status.REJECTED)})
    assert not index.is_whole
    index.read_rest()
    assert index.is_whole and len(index) == len(rows)


def test_a_part_that_could_not_be_read_is_asked_for_again() -> None:
    row = Annotation(1, 1, Kind.ENTITY, "PER", (Span(5, 6),))
    takes = iter([OSError("gone"), [row]])

    def read(since: int, before: int) -> list[Annotation]:
        take = next(takes)
        if isinstance(take, OSError):
            raise take
        return take

    index = AnnotationIndex((), Rest(5, 10, read))
    with pytest.raises(OSError, match="gone"):
        len(index)
    assert list(index) == [row]
