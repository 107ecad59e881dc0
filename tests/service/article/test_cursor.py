from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.core.span import Span
from app.core.text.boundary import fitted, words
from app.service.article.cursor import Cursor

_PARTS = [*"аБв 1,.!?\n«»\u00a0-", "👩\u200d🚀", "𝐀", "е\u0301", "🇰🇿", "Раз два. Три"]
TEXTS = st.lists(st.sampled_from(_PARTS), max_size=40).map("".join)
MOVES = st.lists(
    st.tuples(
        st.sampled_from(["by_token", "by_sentence", "to_start", "to_end"]), st.sampled_from([1, -1]), st.booleans()
    ),
    max_size=12,
)


def moved(text: str, moves: list[tuple[str, int, bool]]) -> Cursor:
    cursor = Cursor()
    cursor.set_text(text)
    for name, by, grow in moves:
        if name.startswith("to_"):
            getattr(cursor, name)(grow=grow)
        else:
            getattr(cursor, name)(by, grow=grow)
    return cursor


@given(TEXTS, MOVES)
def test_the_caret_is_always_a_word_and_the_selection_whole_words_with_the_caret_at_an_end(
    text: str, moves: list[tuple[str, int, bool]]
) -> None:
    cursor, all_words = moved(text, moves), list(words(text))
    if not all_words:
        assert cursor.caret is None and cursor.selection is None
        return
    assert cursor.caret in all_words
    if cursor.selection is not None:
        inside = [word for word in all_words if cursor.selection.contains(word)]
        assert fitted(text, cursor.selection) == cursor.selection, "what is shown is what would be marked"
        assert not [word for word in all_words if word.overlaps(cursor.selection) and word not in inside]
        assert cursor.caret in (inside[0], inside[-1])


@given(TEXTS, st.integers(0, 5), st.integers(1, 5))
def test_growing_and_shrinking_come_back_to_where_they_began(text: str, start: int, steps: int) -> None:
    cursor = moved(text, [("by_token", 1, False)] * start)
    began, total = cursor.caret, len(list(words(text)))
    steps = min(steps, total - 1 - min(start, total - 1)) if total else 0
    for by in (1, -1):
        for _ in range(steps):
            cursor.by_token(by, grow=True)
    assert cursor.caret == began and cursor.selection in (None, began)


@given(TEXTS)
def test_sentence_by_sentence_the_end_is_reached_and_the_start_again(text: str) -> None:
    cursor, all_words = moved(text, []), list(words(text))
    for _ in all_words:
        cursor.by_sentence(1)
    assert not all_words or cursor.caret == all_words[-1]
    for _ in all_words:
        cursor.by_sentence(-1)
    assert not all_words or cursor.caret == all_words[0]


def test_growing_by_sentence_selects_whole_sentences() -> None:
    text = "Раз два. Три четыре! Пять."
    cursor = moved(text, [("by_token", 1, False), ("by_sentence", 1, True)])
    assert cursor.selection is not None and text[slice(*cursor.selection)] == "два"
    cursor.by_sentence(1, grow=True)
    assert text[slice(*cursor.selection)] == "два. Три четыре"


def test_a_move_without_shift_drops_the_selection_and_the_column() -> None:
    cursor = moved("раз два три", [("by_token", 1, True)])
    assert cursor.caret is not None
    cursor.move_to(cursor.caret, grow=True, goal_x=7.0)
    assert cursor.goal_x == 7.0 and cursor.selection is not None
    cursor.by_token(-1)
    assert cursor.goal_x is None and cursor.selection is None


def test_dragging_snaps_to_words_and_freely_only_when_asked() -> None:
    cursor = moved("Казахстан растёт", [])
    cursor.select(Span(2, 12))
    assert cursor.selection == Span(0, 16)
    cursor.select(Span(2, 5), snap=False)
    assert cursor.selection == Span(2, 5)
    cursor.by_token(1, grow=True)
    assert cursor.selection == Span(0, 16), "Shift goes on from the token that was dragged from"


def test_moves_are_reported_once() -> None:
    cursor = moved("раз два три", [])
    notices: list[bool] = []
    cursor.moved.connect(notices.append)
    cursor.by_token(1)
    cursor.by_token(1, grow=True)
    assert cursor.drop() and not cursor.drop()
    assert notices == [False, True, True]


def test_a_comma_costs_no_press() -> None:
    text = "раз, «два» — три."
    cursor = moved(text, [("by_token", 1, True)])
    assert cursor.selection is not None and text[slice(*cursor.selection)] == "раз, «два»"
    cursor.by_token(1, grow=True)
    assert text[slice(*cursor.selection)] == "раз, «два» — три"
    cursor.by_token(-1)
    assert cursor.caret == Span(6, 9)


def test_a_text_without_words_has_no_caret() -> None:
    cursor = moved("— «…», .", [("by_token", 1, False), ("to_end", 1, True), ("by_sentence", 1, False)])
    cursor.place_at(3)
    assert cursor.caret is None and cursor.selection is None
