"""A change is reported in full.

Each kind of row is reported once, in order, and by article.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.core.change import Change, Changed
from app.core.model import Annotation, Article, Body, Candidate, Kind, Note
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.core.span import Span

_ARTICLES = st.integers(1, 3)
_SPAN = Span(0, 5)

_ROWS: st.SearchStrategy[Row] = st.one_of(
    _ARTICLES.map(Article),
    _ARTICLES.map(lambda article: Body(article, "слово")),
    _ARTICLES.map(lambda article: Annotation(10, article, Kind.ENTITY, "PER", (_SPAN,))),
    _ARTICLES.map(lambda article: Candidate(11, article, _SPAN)),
    (st.none() | _ARTICLES).map(lambda article: Note(12, "?", article)),
    st.just(Scheme()),
)
_CHANGES = st.lists(
    st.tuples(_ROWS, st.sampled_from([(True, False), (False, True), (True, True)])).map(
        lambda made: Change(made[0] if made[1][0] else None, made[0] if made[1][1] else None)
    ),
    max_size=8,
).map(tuple)


def article_of(row: Row) -> int | None:
    if isinstance(row, Article | Body):
        return row.id
    return None if isinstance(row, Scheme) else row.article_id


@given(_CHANGES)
def test_the_rows_of_a_type_are_reported_in_the_order_of_the_changes(changes: tuple[Change, ...]) -> None:
    changed = Changed(changes)
    for row_type in (Article, Body, Annotation, Note, Candidate, Scheme):
        expected = [(change.before, change.after) for change in changes if isinstance(change.row, row_type)]
        assert list(changed.of(row_type)) == expected
        assert changed.touches(row_type) == bool(expected)


@given(_CHANGES)
def test_the_articles_of_a_change_are_those_of_its_rows(changes: tuple[Change, ...]) -> None:
    assert Changed(changes).articles == {article_of(change.row) for change in changes} - {None}


def test_a_row_that_moves_to_another_article_changes_both() -> None:
    here, there = (Note(12, "?", article) for article in (1, None))
    assert Changed((Change(here, there),)).articles == {1}
    assert Changed((Change(here, there),)).touches_project
    assert Changed((Change(here, Note(12, "?", 2)),)).articles == {1, 2}


@given(_CHANGES, _ARTICLES)
def test_what_is_reported_of_an_article_is_reported_of_no_other(changes: tuple[Change, ...], article: int) -> None:
    changed = Changed(changes)
    for row_type in (Annotation, Candidate):
        expected = [pair for pair in changed.of(row_type) if article_of(pair[1] or pair[0]) == article]
        assert list(changed.in_article(row_type, article)) == expected
