from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import thread_time

import pytest

from app.core.model import Kind
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import long_article

_TIMES = 40

EDITS: dict[str, Callable[[Session], object]] = {
    "relabel": lambda session: session.editor.decisions.label_by_key(Kind.ENTITY, "2", alone=True),
    "accept": lambda session: session.editor.decisions.accept(alone=True),
    "walk": lambda session: session.navigation.next(),
    "caret": lambda session: session.cursor.by_token(1),
    "boundary": lambda session: session.editor.boundaries.move_end(1),
    "undo": lambda session: session.history.undo(),
}


def cost(session: Session, edit: Callable[[Session], object]) -> float:
    """Return the median time of an edit.

    The unit is seconds. It is counted from the first quarter of the article on.
    """
    assert session.open_article is not None and session.project is not None
    session.navigation.go_to([*session.open_article.annotations][len(session.open_article.annotations) // 4].id)
    times = []
    for _ in range(_TIMES):
        began = thread_time()
        edit(session)
        times.append(thread_time() - began)
        session.project.flush()
    return median(times)


def test_a_key_costs_the_same_among_fifty_and_among_fifty_thousand_annotations(opening: Opening) -> None:
    short, long = opening(*long_article(100)), opening(*long_article(50_000))
    ratios = {name: cost(long, edit) / cost(short, edit) for name, edit in EDITS.items()}
    assert {name: round(ratio, 1) for name, ratio in ratios.items() if ratio > 3.0} == {}


def test_an_undo_of_a_spread_over_five_thousand_mentions_is_no_slower_than_the_spread(opening: Opening) -> None:
    session = opening("Токаев и " * 5_000 + "все.", [])
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    began = thread_time()
    session.editor.spreading.spread()
    spread_s = thread_time() - began
    assert session.open_article is not None and len(session.open_article.annotations) == 5_000
    began = thread_time()
    session.history.undo()
    undo_s = thread_time() - began
    assert len(session.open_article.annotations) == 1 and undo_s < 2 * spread_s
    print(f"spread over 5,000: {spread_s * 1000:.0f} ms, its undo {undo_s * 1000:.0f} ms")


@pytest.mark.parametrize("length", [1_000, 1_000_000])
def test_text_on_one_line_has_no_length_that_a_key_notices(opening: Opening, length: int) -> None:
    session = opening("слово " * (length // 6), [])
    session.cursor.place_at(length // 2)
    began = thread_time()
    session.cursor.by_token(1)
    session.cursor.by_sentence(1, grow=True)
    session.editor.decisions.label_by_key(Kind.CLAIM, "1")
    session.editor.candidates.go_to_next()
    assert thread_time() - began < 0.5
