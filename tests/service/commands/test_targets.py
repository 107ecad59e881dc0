"""No key hits what is not seen.

Each acts on what is selected, ringed as current or under the caret, or says so.
"""

from __future__ import annotations

import pytest

from app.core.model import Kind, Status
from app.core.span import Span
from app.service.commands.registry import ACTIONS, by_id
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.face import Face
from tests.service.samples import claim, entity, found, span, state

NESTED = "Токаев сказал, что город вырастет. Тараз ждёт."
EDITS = [
    *(action.id for action in ACTIONS if action.id.startswith(("annotation.", "boundary.", "claim.", "entity."))),
    *("label.1", "label.2", "label_one.1", "note.annotation"),
]


def inside_a_claim(opening: Opening) -> Session:
    """Return a session with a claim over its beginning.

    The claim starts at its first word, which a mention is, too.
    """
    return opening(NESTED, [claim(NESTED, "Токаев сказал, что город вырастет"), entity(NESTED, "Токаев", "PER")])


def heard(session: Session) -> list[str]:
    """Return what the session tells, as it comes."""
    words: list[str] = []

    def hear(message: object) -> None:
        words.append(str(message))

    session.notified.connect(hear)
    return words


def go_to_claim(session: Session) -> None:
    session.navigation.next_claim()
    assert session.navigation.current is not None
    assert session.navigation.current.kind is Kind.CLAIM


@pytest.mark.parametrize(
    "action_id", ["label.1", "label.2", "label_one.1", "annotation.spread", "annotation.spread_project", "entity.teach"]
)
def test_with_a_claim_current_no_key_hits_the_mention_below_the_caret(opening: Opening, action_id: str) -> None:
    session = inside_a_claim(opening)
    go_to_claim(session)
    before, face = state(session), Face(session)
    action = by_id(action_id)
    if action.applies(face):  # else the window says that it does not
        action.perform(face)
    assert state(session) == before
    assert face.asked == []


@pytest.mark.parametrize("action_id", ["entity.link", "entity.normal"])
def test_what_asks_about_the_mention_below_makes_it_current_first(opening: Opening, action_id: str) -> None:
    session = inside_a_claim(opening)
    go_to_claim(session)
    face = Face(session)
    by_id(action_id).perform(face)
    assert session.navigation.current_id == found(session, "Токаев").id
    assert len(face.asked) == 1


def test_a_words_label_key_inside_a_claim_labels_the_word_of_the_caret(opening: Opening) -> None:
    session = inside_a_claim(opening)
    session.cursor.place_at(NESTED.index("город"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "3")
    assert found(session, "город").label == "LOC", "the caret was put there"


def test_a_claims_label_key_on_a_mention_shows_the_claim_before_it_changes_it(opening: Opening) -> None:
    session = inside_a_claim(opening)
    words = heard(session)
    session.navigation.go_to(found(session, "Токаев").id)
    before = state(session)
    session.editor.decisions.label_by_key(Kind.CLAIM, "2")
    assert state(session) == before
    assert words == ["The claim here is current now: press again to change it."]
    session.editor.decisions.label_by_key(Kind.CLAIM, "2")
    assert found(session, "Токаев сказал, что город вырастет").label == "forecast"


def test_a_role_is_taken_off_a_claim_that_is_shown(opening: Opening) -> None:
    session = inside_a_claim(opening)
    go_to_claim(session)
    session.editor.claims.set_role("cue", span(NESTED, "сказал"))
    session.cursor.place_at(NESTED.index("Тараз"))
    before = state(session)
    session.editor.claims.set_role("cue", None)
    assert state(session) == before
    session.editor.claims.set_role("cue", None)
    assert found(session, "Токаев сказал, что город вырастет").role("cue") is None


def test_a_cue_is_named_at_a_mention_only_of_a_claim_that_is_shown(opening: Opening) -> None:
    session = inside_a_claim(opening)
    session.navigation.go_to(found(session, "Токаев").id)
    before, face = state(session), Face(session)
    by_id("claim.cue").perform(face)
    assert state(session) == before
    by_id("claim.cue").perform(face)
    assert found(session, "Токаев сказал, что город вырастет").role("cue") is not None


def test_pieces_of_a_claim_below_a_mention_are_not_joined(opening: Opening) -> None:
    session = inside_a_claim(opening)
    go_to_claim(session)
    session.cursor.select(span(NESTED, "сказал"))
    session.editor.claims.toggle_piece()
    session.navigation.go_to(found(session, "Токаев").id)
    assert not by_id("claim.join").applies(Face(session))
    before = state(session)
    session.editor.claims.join_pieces()
    assert state(session) == before


def test_a_hidden_rejected_annotation_is_not_hit(opening: Opening) -> None:
    session = opening(NESTED, [entity(NESTED, "Тараз", "LOC", status=Status.REJECTED)])
    session.navigation.show_rejected(shown=False)
    session.cursor.place_at(NESTED.index("Тараз"))
    before = state(session)
    assert session.navigation.current is None
    for edit in (session.editor.decisions.accept, session.editor.decisions.reject):
        edit()
    assert state(session) == before
    session.navigation.show_rejected(shown=True)
    session.editor.decisions.accept()
    assert found(session, "Тараз").status is Status.ACCEPTED


def applying(session: Session, action_id: str) -> Face:
    """Return a face where an action of editing applies.

    It is reached by walking or selecting what the action is about.
    """
    face = Face(session)
    session.navigation.go_to(found(session, "Токаев").id)
    if action_id == "claim.piece":
        session.cursor.select(span(NESTED, "город"))
    elif action_id.startswith("claim."):
        go_to_claim(session)
    if action_id == "claim.join":
        session.cursor.select(span(NESTED, "сказал"))
        session.editor.claims.toggle_piece()
    return face


@pytest.mark.parametrize("action_id", EDITS)
def test_every_edit_off_the_screen_shows_its_target_first_and_changes_nothing(opening: Opening, action_id: str) -> None:
    session = inside_a_claim(opening)
    face, action = applying(session, action_id), by_id(action_id)
    assert action.target is not None
    if not action.applies(face):
        return  # a digit that has no label
    face.view.shown = span(NESTED, "ждёт")
    before, place = state(session), (session.cursor.caret, session.navigation.current_id)
    words = heard(session)
    action.perform(face)
    assert (state(session), face.asked) == (before, [])
    assert (session.cursor.caret, session.navigation.current_id) == place
    assert len(words) == 1
    assert "was off the screen" in words[0]
    target = action.target(face)
    assert target is not None
    assert face.view.is_in_sight(target)
    action.perform(face)
    assert not any("was off the screen" in word for word in words[1:]), "the second press acts"


def test_the_end_of_a_long_claim_is_moved_only_where_it_is_seen(opening: Opening) -> None:
    session = inside_a_claim(opening)
    go_to_claim(session)
    face = Face(session)
    face.view.shown = Span(0, 6)
    before = state(session)
    by_id("boundary.end_left").perform(face)
    assert state(session) == before
    by_id("boundary.end_left").perform(face)
    assert found(session, "Токаев сказал, что город")
