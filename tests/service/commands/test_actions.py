from __future__ import annotations

import re

import pytest

from app.core.model import Status
from app.service.commands.action import Action
from app.service.commands.keymap import Keymap, canonical_key
from app.service.commands.registry import ACTIONS, by_id
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.face import Face, token
from tests.service.samples import TEXT, claim, entity, found

# The contract: what each key does, by the action's id.
CONTRACT = {
    "Left": "caret.previous",
    "Right": "caret.next",
    "Up": "caret.up",
    "Down": "caret.down",
    "Home": "caret.line_start",
    "End": "caret.line_end",
    "Ctrl+Left": "caret.sentence_previous",
    "Ctrl+Right": "caret.sentence_next",
    "Shift+Left": "selection.previous",
    "Shift+Right": "selection.next",
    "Shift+Up": "selection.up",
    "Shift+Down": "selection.down",
    "Shift+Home": "selection.line_start",
    "Shift+End": "selection.line_end",
    "Ctrl+Shift+Left": "selection.sentence_previous",
    "Ctrl+Shift+Right": "selection.sentence_next",
    "Tab": "walk.next",
    "Shift+Tab": "walk.previous",
    **{digit: f"label.{digit}" for digit in "1234567890"},
    **{f"Shift+{digit}": f"claim.{digit}" for digit in "123456789"},
    **{f"Ctrl+{digit}": f"label_one.{digit}" for digit in "1234567890"},
    "-": "label.minus",
    "=": "label.equals",
    "Space": "annotation.accept",
    "Ctrl+Space": "annotation.accept_one",
    "Backspace": "annotation.reject",
    "Delete": "annotation.reject",
    "Ctrl+Backspace": "annotation.reject_one",
    "Alt+Right": "boundary.end_right",
    "Alt+Left": "boundary.end_left",
    "Alt+Shift+Right": "boundary.start_right",
    "Alt+Shift+Left": "boundary.start_left",
    "Alt+Down": "boundary.end_clause_right",
    "Alt+Up": "boundary.end_clause_left",
    "Alt+Shift+Down": "boundary.start_clause_right",
    "Alt+Shift+Up": "boundary.start_clause_left",
    "P": "annotation.spread",
    "Shift+P": "annotation.spread_project",
    "F": "walk.jump",
    ";": "walk.miss",
    "L": "label.pick",
    "S": "claim.speaker",
    "E": "entity.link",
    "N": "note.annotation",
    "Shift+N": "note.article",
    "C": "walk.claim",
    "D": "walk.order",
    "G": "walk.groups",
    "Ctrl+Enter": "article.finish",
    "Enter": "offer.look",
    "]": "article.next",
    "[": "article.previous",
    "Ctrl+Z": "edit.undo",
    "U": "edit.undo",
    "Ctrl+Shift+Z": "edit.redo",
    "Ctrl+Y": "edit.redo",
    "/": "find.text",
    "Ctrl+F": "find.text",
    "Ctrl+Shift+F": "find.project",
    "Ctrl+K": "palette.show",
    "Ctrl+Shift+P": "palette.show",
    "Shift+/": "help.keys",
    "F1": "help.page",
    "Escape": "edit.escape",
}
ENDING = {"project.close", "article.remove"}
"""Actions after which the one article is gone."""


def press(face: Face, *keys: str) -> None:
    keymap = Keymap()
    for key in keys:
        action = keymap.action_for(key)
        assert action is not None, key
        if action.applies(face):
            action.perform(face)


@pytest.mark.parametrize("key", CONTRACT)
def test_each_key_of_the_contract_does_what_it_says(key: str) -> None:
    action = Keymap().action_for(key)
    assert action is not None and action.id == CONTRACT[key]


def test_ids_are_unique_and_noun_dot_verb() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(?:_[a-z]+)*\.[a-z0-9_]+", name) for name in ids)
    assert by_id("annotation.accept").title == "Accept"


def test_every_key_is_written_in_the_one_way() -> None:
    assert all(canonical_key(key) == key for action in ACTIONS for key in action.keys)


def test_every_action_can_be_reached_by_a_key_or_a_menu() -> None:
    assert [action.id for action in ACTIONS if not action.keys and not action.menu] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_runs_where_it_applies_and_has_a_title_and_a_state(session: Session, action: Action) -> None:
    face = Face(session)
    assert "{" not in str(action.message(face))
    assert action.checked is None or action.checked(face) in (True, False)
    if action.applies(face):
        action.perform(face)
    assert (session.open_article is None) == (action.id in ENDING)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_without_a_project_no_action_that_applies_fails(action: Action) -> None:
    face = Face(Session())
    assert "{" not in str(action.message(face))
    if action.applies(face):
        action.perform(face)


def test_labels_by_digit_are_called_as_the_scheme_calls_them(session: Session) -> None:
    face = Face(session)
    face.help.language = "ru"
    assert str(by_id("label.3").message(face)) == "Label: Место"
    assert str(by_id("claim.2").message(face)) == "Claim: Прогноз"
    assert not by_id("claim.9").applies(face), "the scheme has no label on that key"


def test_undo_and_redo_say_what_they_would_do(session: Session) -> None:
    face = Face(session)
    press(face, "Space")
    assert str(by_id("edit.undo").message(face)) == "Undo: accept 3 × “Токаев”"
    press(face, "U")
    assert str(by_id("edit.redo").message(face)) == "Redo: accept 3 × “Токаев”"


def test_lines_keep_the_column_that_they_began_in(session: Session) -> None:
    face = Face(session)
    session.cursor.move_to(token(session, "Алматы"))
    press(face, "Down")
    assert session.cursor.caret == token(session, "сказал") and session.cursor.goal_x == 17.0
    press(face, "Down")
    assert session.cursor.caret == token(session, "Астана") and session.cursor.goal_x == 17.0
    press(face, "Up", "Up")
    assert session.cursor.caret == token(session, "Алматы")
    press(face, "Home")
    assert session.cursor.goal_x is None


def test_whole_lines_are_selected_with_shift(session: Session) -> None:
    face = Face(session)
    press(face, "Home", "Shift+End")
    assert session.cursor.selection is not None
    assert TEXT[slice(*session.cursor.selection)] == "Токаев приехал в Алматы 👩‍🚀"
    press(face, "Ctrl+A", "Space")
    assert session.navigation.left == 0


def test_a_selection_becomes_the_speaker_at_once_and_without_one_it_is_chosen(session: Session) -> None:
    face = Face(session)
    press(face, "C", "S")
    assert face.asked == [("pick_speaker",)]
    session.navigation.go_to(found(session, "Город вырастет").id)
    session.cursor.select(found(session, "Токаев", 1).span)
    press(face, "S")
    named = found(session, "Город вырастет").role("speaker")
    assert named is not None and named.span == found(session, "Токаев", 1).span


def test_the_nearest_claim_of_the_paragraph_is_given_its_speaker_and_cue(session: Session) -> None:
    face = Face(session)
    session.cursor.move_to(token(session, "приехал"))
    press(face, "S", "Shift+S")
    assert by_id("claim.speaker").applies(face) is False, "there is no claim in that paragraph"
    session.cursor.move_to(token(session, "сказал"))
    press(face, "Shift+S")
    cue = found(session, "Город вырастет").role("cue")
    assert cue is not None and cue.span == token(session, "сказал")
    assert session.navigation.current == found(session, "Город вырастет") and session.cursor.caret == cue.span
    session.cursor.move_to(token(session, "верят"))
    press(face, "S")
    assert face.asked == [("pick_speaker",)] and session.navigation.current == found(session, "Город вырастет")


def test_a_mention_inside_the_current_claim_is_linked_and_named_not_the_claim(opening: Opening) -> None:
    text = "Алматы вырастет"
    session = opening(text, [claim(text, text), entity(text, "Алматы", "LOC", status=Status.ACCEPTED)])
    face = Face(session)
    for key in ("E", "M"):
        session.navigation.go_to(found(session, text).id)
        press(face, key)
        assert session.navigation.current == found(session, "Алматы")
    assert face.asked == [("pick_entity",), ("edit_normal",)]


def test_zoom_goes_by_tens_and_back_to_the_full_size(session: Session) -> None:
    face, sizes = Face(session), []
    for key in ("Ctrl+=", "Ctrl+=", "Ctrl+-", "Alt+0"):
        press(face, key)
        sizes.append(face.view.zoom())
    assert sizes == [110, 120, 110, 100]


def test_faces_are_asked_by_their_verbs(session: Session) -> None:
    face = Face(session)
    press(face, "Ctrl+K", "F1", "L", "F", "N", "Alt+1", "Escape")
    assert face.asked == [
        ("show_palette",),
        ("show_page",),
        ("pick_label",),
        ("pick_candidate",),
        ("edit_note",),
        ("toggle", "articles"),
        ("escape",),
    ]


EDGES = ("next", "previous", "up", "down", "line_start", "line_end", "text_start", "text_end")
REPEATING = {
    *(f"{what}.{way}" for what in ("caret", "selection") for way in EDGES),
    *(f"{what}.{way}" for what in ("caret", "selection") for way in ("sentence_next", "sentence_previous")),
    *(f"boundary.{edge}_{way}" for edge in ("start", "end", "char_start", "char_end") for way in ("left", "right")),
    *(f"{what}.{way}" for what in ("find", "article", "walk") for way in ("next", "previous")),
    *(f"walk.{what}" for what in ("next_proposed", "previous_proposed", "claim", "previous_claim", "miss")),
    *("view.zoom_in", "view.zoom_out"),
}


def test_what_moves_or_resizes_repeats_while_its_key_is_held() -> None:
    assert {action for action in REPEATING if not by_id(action).repeats} == set()


@pytest.mark.parametrize(
    ("there", "back"),
    [
        *(("walk.next", "walk.previous"), ("walk.next_proposed", "walk.previous_proposed")),
        *(("walk.claim", "walk.previous_claim"), ("caret.next", "caret.previous")),
        ("caret.sentence_next", "caret.sentence_previous"),
    ],
)
def test_previous_goes_back_where_next_came_from(there: str, back: str, opening: Opening) -> None:
    names = ("Один", "Два", "Три")
    text = " ".join(f"{name} сказал." for name in names)
    session = opening(
        text, [*(entity(text, name, "PER") for name in names), *(claim(text, f"{n} сказал") for n in names)]
    )
    face, places = Face(session), list[object]()
    for action in (there, there, back):
        by_id(action).perform(face)
        places.append((session.navigation.current, session.cursor.caret))
    assert places[1] != places[0] == places[2]


def test_label_commands_speak_the_language_of_the_face_where_the_settings_follow_the_system(session: Session) -> None:
    face = Face(session)
    assert face.settings.language == ""
    face.help.language = "ru"
    for kind, prefix in (("entity", "label"), ("claim", "claim")):
        for label in session.scheme.of_kind(kind):
            if label.key.isdecimal():
                message = by_id(f"{prefix}.{label.key}").message(face)
                assert message.args["label"] == label.title("ru") != label.title("en")
