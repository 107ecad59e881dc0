from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Kind, Status
from app.core.span import Pieces, Span, normal_pieces
from app.core.text.boundary import fitted, words
from app.service.edits.steps.pieces import moved_end, moved_start, normal_after, with_span_toggled
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import TEXT, add_article, claim, entity, found, span, state

_PARTS = ["Раз", " ", "два", ", ", "3,5", "\n", "👩\u200d🚀", "𝐀b", "е\u0301", "\u00a0", "«", "»."]
TEXTS = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=20).map("".join)


@st.composite
def texts_with_pieces(draw: st.DrawFn) -> tuple[str, Pieces]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    pieces = normal_pieces(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))
    return text, pieces or (Span(0, len(text)),)


@given(texts_with_pieces(), st.sampled_from([moved_end, moved_start]), st.sampled_from([1, -1]), st.booleans())
def test_a_moved_boundary_leaves_valid_pieces_in_the_text(
    case: tuple[str, Pieces], move: object, by: int, by_character: bool
) -> None:
    text, pieces = case
    after: Pieces = move(text, pieces, by, by_character=by_character)  # type: ignore[operator]
    assert after and normal_pieces(after) == after
    assert after[0].start >= 0 and after[-1].stop <= len(text)


@given(texts_with_pieces(), st.sampled_from([moved_end, moved_start]), st.sampled_from([1, -1]))
def test_a_boundary_moved_by_word_leaves_no_blank_and_no_punctuation_at_the_ends(
    case: tuple[str, Pieces], move: object, by: int
) -> None:
    text, pieces = case
    after: Pieces = move(text, pieces, by)  # type: ignore[operator]
    changed = [piece for piece in after if piece not in pieces]
    assert all(fitted(text, piece) == piece for piece in changed)


@given(TEXTS, st.data())
def test_a_word_on_and_a_word_back_is_where_it_was(text: str, data: st.DataObject) -> None:
    all_words = [word for word in words(text) if not {"«", "»"} & set(text)]
    if len(all_words) < 2:
        return
    last = data.draw(st.integers(1, len(all_words) - 1))
    pieces = (Span(all_words[0].start, all_words[last - 1].stop),)
    assert moved_end(text, moved_end(text, pieces, 1), -1) == pieces
    pieces = (Span(all_words[last].start, all_words[-1].stop),)
    assert moved_start(text, moved_start(text, pieces, -1), 1) == pieces


def moved_words(text: str, chosen: str, *moves: tuple[str, int]) -> list[str]:
    """Return what words a span has after each move of an edge."""
    pieces: Pieces = (span(text, chosen),)
    seen = []
    for edge, by in moves:
        pieces = (moved_end if edge == "end" else moved_start)(text, pieces, by)
        seen.append(" … ".join(text[slice(*piece)] for piece in pieces))
    return seen


def test_a_boundary_goes_from_word_to_word_and_takes_paired_marks_along() -> None:
    text = "Глава АО «Север», Иван Ли, в 2024 г. ушёл."
    assert moved_words(text, "Глава", *[("end", 1)] * 4) == [
        "Глава АО",
        "Глава АО «Север»",
        "Глава АО «Север», Иван",
        "Глава АО «Север», Иван Ли",
    ]
    assert moved_words(text, "АО «Север»", ("end", -1), ("end", 1), ("start", 1), ("start", -1)) == [
        "АО",
        "АО «Север»",
        "Север",
        "АО «Север»",
    ]
    assert moved_words(text, "в 2024", ("end", 1), ("end", 1), ("end", 1)) == [
        "в 2024 г.",
        "в 2024 г. ушёл",
        "в 2024 г. ушёл",
    ]


def test_a_word_back_from_punctuation_first_drops_that() -> None:
    text = "раз, «два», три"
    assert moved_words(text, "раз, «два»,", ("end", -1), ("end", -1)) == ["раз, «два»", "раз"]


def test_any_boundary_inside_a_word_can_be_reached_by_character() -> None:
    text = "президент-премьер"
    pieces: Pieces = (Span(0, len(text)),)
    for _ in range(8):
        pieces = moved_end(text, pieces, -1, by_character=True)
    assert text[slice(*pieces[0])] == "президент"
    assert moved_end(text, pieces, 1) == (Span(0, len(text)),), "by token it goes to the word's end"
    assert moved_start(text, (Span(5, 17),), -1) == (Span(0, 17),)


def test_a_piece_that_shrinks_to_nothing_gives_way_and_the_last_one_stays() -> None:
    text = "раз два три"
    pieces = (Span(0, 3), Span(8, 11))
    assert moved_end(text, pieces, -1) == (Span(0, 3),)
    assert moved_start(text, pieces, 1) == (Span(8, 11),)
    assert moved_end(text, (Span(0, 3),), -1) == (Span(0, 3),)


@given(texts_with_pieces(), st.data())
def test_words_that_leave_a_claim_can_join_it_again(case: tuple[str, Pieces], data: st.DataObject) -> None:
    text, drawn = case
    pieces = normal_pieces(piece for piece in (fitted(text, piece) for piece in drawn))
    inside = [word for word in words(text) if any(piece.contains(word) for piece in pieces)]
    if not inside or {"«", "»"} & set(text):
        return
    cut = data.draw(st.sampled_from(inside))
    without = with_span_toggled(text, pieces, cut)
    again = with_span_toggled(text, without, cut)
    assert all(fitted(text, piece) == piece for piece in without)
    assert without == pieces or {word for word in inside if not any(piece.contains(word) for piece in again)} == set()


def test_what_is_cut_takes_its_commas_along_and_what_is_added_closes_the_gap() -> None:
    text = "Город, по его словам, вырастет вдвое."
    cut = with_span_toggled(text, (Span(0, len(text) - 1),), span(text, ", по его словам,"))
    assert [text[slice(*piece)] for piece in cut] == ["Город", "вырастет вдвое"]
    assert with_span_toggled(text, cut, span(text, "по его словам")) == (Span(0, len(text) - 1),)


@pytest.mark.parametrize(
    ("old", "normal", "new", "expected"),
    [
        ("Касым-Жомарта Токаева", "Касым-Жомарт Токаев", "Токаева", "Токаев"),
        ("Токаева", "Токаев", "президента Токаева", "президента Токаев"),
        ("Токаева", "", "президента Токаева", ""),
        ("США", "Соединённые Штаты", "в США", "в США"),
    ],
)
def test_the_normal_form_follows_the_words(old: str, normal: str, new: str, expected: str) -> None:
    assert normal_after(old, normal, new) == expected


def test_a_moved_boundary_corrects_and_stays_current(session: Session) -> None:
    session.editor.decisions.accept(alone=True)
    assert session.navigation.current is not None
    moved = session.navigation.current.id
    session.editor.boundaries.move_start(-1)
    assert session.navigation.current_id == moved and session.navigation.current.status is Status.CORRECTED
    assert session.navigation.current.words(TEXT) == "в Алматы"
    session.editor.decisions.accept()
    assert session.navigation.current.words(TEXT) == "Город вырастет", "Space goes on from what a move has decided"


@pytest.mark.parametrize("there_and_back", [(1, -1), (1, 1, -1, -1), (-1, 1), (1, -1, -1, 1)])
@pytest.mark.parametrize("edge", ["start", "end"])
def test_a_boundary_that_came_back_leaves_the_annotation_as_it_was(
    opening: Opening, there_and_back: tuple[int, ...], edge: str
) -> None:
    text = "Вчера в городе Алматы у моря сказали: «Рост»."
    session = opening(text, [entity(text, "городе Алматы у", "LOC", normal="Алматы", confidence=0.7)])
    before = state(session)
    moves = {"start": session.editor.boundaries.move_start, "end": session.editor.boundaries.move_end}
    for by in there_and_back:
        moves[edge](by)
    assert state(session) == before
    for _ in there_and_back:
        session.history.undo()
    assert state(session) == before


def test_what_was_changed_between_two_moves_stays_changed(opening: Opening) -> None:
    text = "Вчера Алматы у моря"
    session = opening(text, [entity(text, "Алматы", "LOC")])
    session.editor.boundaries.move_end(1)
    session.editor.decisions.label(Kind.ENTITY, "ORG")
    session.navigation.go_to(found(session, "Алматы у").id)
    session.editor.boundaries.move_end(-1)
    assert found(session, "Алматы").label == "ORG" and found(session, "Алматы").status is Status.CORRECTED


def test_what_cannot_move_says_so_and_changes_nothing(session: Session, notices: list[str]) -> None:
    before = state(session)
    session.editor.boundaries.move_start(-1)
    session.editor.boundaries.move_end(-1)
    session.navigation.go_to(found(session, "Алматы").id)
    session.editor.boundaries.move_end(1)
    assert notices == ["The boundary cannot go further."] * 2, "the emoji is a word too"
    session.editor.boundaries.move_end(1)
    assert notices[2:] == ["An entity cannot cross a line end."]
    session.cursor.place_at(TEXT.index("верят"))
    session.editor.boundaries.move_end(1)
    assert notices[3:] == ["There is no annotation here."]
    session.history.undo()
    assert state(session) == before


def test_a_value_goes_with_the_words_that_it_was_the_value_of(opening: Opening) -> None:
    text = "до 5 млрд долларов"
    sum_ = entity(text, "5 млрд", "MONEY", attributes=(("referent", "x"), ("value", "5000000000")))
    session = opening(text, [sum_])
    session.editor.boundaries.move_end(1)
    assert found(session, "5 млрд долларов").attributes == (("referent", "x"),)


def test_the_words_that_report_are_cut_out_of_a_quotation_and_joined_again(session: Session) -> None:
    session.cursor.select(span(TEXT, "Город вырастет», - сказал\u00a0Токаев. Токаеву верят"))
    session.editor.decisions.label(Kind.CLAIM, "statement")
    session.cursor.select(span(TEXT, "», - сказал\u00a0Токаев."))
    session.editor.claims.toggle_piece()
    split = session.navigation.current
    assert split is not None
    assert [TEXT[slice(*piece)] for piece in split.pieces] == ["Город вырастет", "Токаеву верят"]
    session.editor.claims.join_pieces()
    assert session.navigation.current is not None and session.navigation.current.pieces == (split.span,)


def test_a_dragged_boundary_is_one_step(session: Session) -> None:
    row = found(session, "Астана")
    session.editor.boundaries.set_pieces(row.id, (Span(row.start, row.stop + 7),))
    assert found(session, "Астана, Tesla").status is Status.CORRECTED
    session.history.undo()
    assert found(session, "Астана") == row


def test_equal_proposals_move_along_where_the_words_moved_over_are_equal(opening: Opening) -> None:
    text = (
        "Президент Токаев вошёл. Президента Токаева ждали. Президенту рады. Президент\nТокаев сел. "
        "О президенте Токаеве."
    )
    rows = [
        entity(text, words, "PER", nth, normal="президент")
        for words, nth in (
            ("Президент", 0),
            ("Президента", 0),
            ("Президенту", 0),
            ("Президент", 3),
            ("президенте", 0),
        )
    ]
    session = opening(text, rows)
    assert len(session.navigation.group) == 5
    session.editor.boundaries.move_end(1)
    moved = [row.words(text) for row in session.open_article.annotations if row.status is Status.CORRECTED]  # type: ignore[union-attr]
    assert moved == ["Президент Токаев", "Президента Токаева", "президенте Токаеве"]
    assert found(session, "Президенту").status is Status.PROPOSED and len(session.navigation.group) == 3
    session.editor.boundaries.move_start(1)
    assert [row.words(text) for row in session.open_article.annotations if row.status is Status.CORRECTED] == [  # type: ignore[union-attr]
        "Токаев",
        "Токаева",
        "Токаеве",
    ], "they stay together until the navigation goes on"
    session.editor.decisions.label_by_key(Kind.ENTITY, "8")
    assert {row.label for row in session.open_article.annotations if row.status is Status.CORRECTED} == {"ROLE"}  # type: ignore[union-attr]
    assert session.navigation.current == found(session, "Президенту"), "the label's key decides, and goes on"
    session.navigation.go_to(found(session, "Токаев").id)
    session.editor.boundaries.move_start(-1)
    assert found(session, "Президент Токаев") and found(session, "Токаева"), "each alone again"
    for _ in range(4):
        session.history.undo()
    assert [row.words(text) for row in session.open_article.annotations] == [row.words(text) for row in rows]  # type: ignore[union-attr]


def test_by_character_and_with_groups_off_only_the_current_one_moves(session: Session) -> None:
    session.editor.boundaries.move_end(-1, by_character=True)
    assert found(session, "Токае").status is Status.CORRECTED and found(session, "Токаев", 1).status is Status.PROPOSED
    session.history.undo()
    session.navigation.toggle_groups()
    session.editor.boundaries.move_end(1)
    assert found(session, "Токаев приехал") and found(session, "Токаев", 1).status is Status.PROPOSED


def test_a_boundary_moved_by_character_never_stands_at_a_blank() -> None:
    text = " аб  вг "
    assert moved_end(text, (Span(1, 6),), -1, by_character=True) == (Span(1, 3),)
    assert moved_end(text, (Span(1, 3),), 1, by_character=True) == (Span(1, 6),)
    assert moved_start(text, (Span(2, 7),), 1, by_character=True) == (Span(5, 7),)
    assert moved_start(text, (Span(5, 7),), -1, by_character=True) == (Span(2, 7),)
    assert moved_start(text, (Span(1, 7),), -1, by_character=True) == (Span(1, 7),), "there are only blanks"
    assert moved_end(text, (Span(1, 7),), 1, by_character=True) == (Span(1, 7),)


def test_x_adds_words_to_the_nearest_claim_and_undo_names_it(session: Session) -> None:
    session.cursor.select(span(TEXT, "Токаеву верят."))
    assert session.navigation.current is None or session.navigation.current.kind is not Kind.CLAIM
    session.editor.claims.toggle_piece()
    claim = (
        next(row for row in session.open_article.annotations if row.kind is Kind.CLAIM)
        if session.open_article
        else None
    )
    assert claim is not None
    assert claim.words(TEXT) == "Город вырастет … Токаеву верят"
    assert session.navigation.current_id == claim.id
    assert str(session.history.undo_title()) == "add words to the claim “Город вырастет”"


def test_cutting_and_joining_have_titles_of_their_own(session: Session) -> None:
    session.cursor.select(span(TEXT, "«Город вырастет», - сказал\u00a0Токаев."))
    session.editor.decisions.label_by_key(Kind.CLAIM, "1")
    session.cursor.select(span(TEXT, ", - сказал"))
    session.editor.claims.toggle_piece()
    assert str(session.history.undo_title()).startswith("cut words out of the claim “")
    session.editor.claims.join_pieces()
    assert str(session.history.undo_title()).startswith("join the pieces of “")


def test_the_whole_claim_cannot_be_cut_out_of_itself(session: Session, notices: list[str]) -> None:
    before = state(session)
    session.cursor.select(span(TEXT, "«Город вырастет»,"))
    session.editor.claims.toggle_piece()
    assert notices == ["Nothing would be left of the claim."]
    assert state(session) == before


def test_no_boundary_leaves_a_mark_alone(session: Session) -> None:
    text = "Он сказал: «Да», и ушёл."
    number = add_article(session, text, [claim(text, "Да", "statement")])
    session.reader.go_to(number)
    assert session.open_article is not None
    (row,) = session.open_article.annotations
    session.navigation.stay_on(row.id)
    told: list[str] = []
    session.notified.connect(lambda message: told.append(str(message)))
    mark = text.index("«")
    session.editor.boundaries.set_pieces(row.id, (Span(mark, mark + 1),))
    session.editor.boundaries.move_start(-1, by_character=True)
    session.editor.boundaries.move_end(-1, by_character=True)
    session.editor.boundaries.move_end(-1, by_character=True)
    (after,) = session.open_article.annotations
    assert after.words(text) == "«Д"
    assert [one for one in told if "mark alone" in one] == [told[0], told[-1]]
