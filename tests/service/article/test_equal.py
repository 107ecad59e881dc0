"""Equal means equal.

What one key decides has the same words and the same label, and nobody decided it before.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span
from app.core.text.tokens import tokens
from app.service.article.mentions import entity_key, mention_key, other_forms, word_keys
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import entity, found, planned, session_over, state, take

HEAD = (("referent", "Касым-Жомарт Токаев"),)
TEXT = (
    "Глава государства Касым-Жомарт Токаев вошёл. Токаева ждали. Токаеву верят, сказал президент Казахстана.\n"
    "Токаев сел. Президента Казахстана слушали. Главе государства рады. Токаев встал."
)
ROWS = (
    entity(TEXT, "Глава государства", "ROLE", attributes=HEAD),
    entity(TEXT, "Касым-Жомарт Токаев", "PER", attributes=HEAD),
    entity(TEXT, "Токаева", "PER", normal="Токаев", attributes=HEAD),
    entity(TEXT, "Токаеву", "PER", normal="Токаев", attributes=HEAD),
    entity(TEXT, "президент Казахстана", "ROLE", attributes=HEAD),
    entity(TEXT, "Президента Казахстана", "ROLE", normal="Президент Казахстана", attributes=HEAD),
    entity(TEXT, "Главе государства", "ROLE", normal="Глава государства", attributes=HEAD),
)


@pytest.fixture
def session(opening: Opening) -> Session:
    return opening(TEXT, ROWS)


@pytest.fixture
def notices(session: Session) -> list[str]:
    words: list[str] = []
    session.notified.connect(lambda message: words.append(str(message)))
    return words


def statuses(session: Session) -> dict[str, str]:
    assert session.open_article is not None
    return {row.words(TEXT): f"{row.label} {row.status}" for row in session.open_article.annotations}


def go_to(session: Session, words: str) -> None:
    session.navigation.go_to(found(session, words).id)


# -- one key, one by one


def test_backspace_and_labels_leave_the_same_entity_in_other_words(session: Session) -> None:
    go_to(session, "Глава государства")
    session.editor.decisions.reject()
    go_to(session, "Токаева")
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    assert statuses(session) == {
        "Глава государства": "ROLE rejected",
        "Главе государства": "ROLE rejected",
        "президент Казахстана": "ROLE proposed",
        "Президента Казахстана": "ROLE proposed",
        "Касым-Жомарт Токаев": "PER proposed",
        "Токаева": "ORG corrected",
        "Токаеву": "ORG corrected",
    }


def test_space_goes_by_entity_and_never_over_another_label(session: Session) -> None:
    go_to(session, "Токаева")
    session.editor.decisions.accept()
    accepted = [words for words, said in statuses(session).items() if said.endswith("accepted")]
    assert accepted == ["Касым-Жомарт Токаев", "Токаева", "Токаеву"]


def test_spreading_a_person_leaves_the_role_of_the_same_entity(session: Session) -> None:
    go_to(session, "Токаева")
    session.editor.spreading.spread()
    said = statuses(session)
    assert {words for words, one in said.items() if one.startswith("PER accepted")} == {"Токаева", "Токаеву", "Токаев"}
    assert said["Касым-Жомарт Токаев"] == "PER proposed"
    assert said["Глава государства"] == said["президент Казахстана"] == "ROLE proposed"


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("ORG", Status.ACCEPTED),
        ("ORG", Status.CORRECTED),
        ("ORG", Status.PROPOSED),
        ("ORG", Status.REJECTED),
        ("PER", Status.REJECTED),
        ("PER", Status.CORRECTED),
        ("PER", Status.ACCEPTED),
    ],
)
def test_spreading_leaves_what_was_decided_or_has_another_label(opening: Opening, label: str, status: Status) -> None:
    other = entity(TEXT, "Токаеву", label, status=status, normal="Токаев")
    session = opening(TEXT, (entity(TEXT, "Токаева", "PER"), other))
    go_to(session, "Токаева")
    before = found(session, "Токаеву")
    session.editor.spreading.spread()
    assert found(session, "Токаеву") == before


def test_a_value_in_common_does_not_make_words_equal(opening: Opening) -> None:
    text = "В этом году. В 2025 году. Этого года."
    rows = [entity(text, words, "DATE", normal="2025") for words in ("этом году", "2025 году", "Этого года")]
    session = opening(text, rows)
    session.editor.decisions.reject()
    assert found(session, "2025 году").status is Status.PROPOSED
    assert word_keys(rows[0], text) == {mention_key("этом году")}


def test_a_link_goes_to_the_same_words_and_leaves_namesakes(opening: Opening) -> None:
    text = "Сатпаев и Сатпаева. Сатпаеву верят. Ерлан Сатпаев сел."
    his, hers = (("referent", "Ерлан Сатпаев"),), (("referent", "Дарига Сатпаева"),)
    rows = [
        entity(text, "Сатпаев", "PER", attributes=his),
        entity(text, "Сатпаева", "PER", attributes=hers),
        entity(text, "Сатпаеву", "PER"),
        entity(text, "Ерлан Сатпаев", "PER", attributes=his),
    ]
    session = opening(text, rows)
    session.editor.links.link("Сатпаев, аким")
    linked = [
        row.words(text) for row in session.open_article.annotations if row.attribute("referent") == "Сатпаев, аким"
    ]  # type: ignore[union-attr]
    assert linked == ["Сатпаев", "Сатпаеву"]


# -- what is said of it


def test_what_is_decided_together_is_reported_with_the_other_words(session: Session, notices: list[str]) -> None:
    go_to(session, "президент Казахстана")
    session.editor.decisions.accept()
    assert notices.pop() == (
        "Accepted: “президент Казахстана” and 3 more: Глава государства, Президента Казахстана, Главе государства"
    )
    go_to(session, "Токаева")
    session.editor.decisions.reject()
    assert notices.pop() == "Rejected: “Токаева” and 1 more: Токаеву"
    session.history.undo()
    go_to(session, "Токаева")
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    assert notices.pop() == "Labelled ORG: “Токаева” and 1 more: Токаеву"
    session.history.undo()
    go_to(session, "Токаева")
    session.editor.spreading.spread()
    assert notices.pop() == "Labelled PER: “Токаева” and 3 more: Токаеву, Токаев"
    assert not notices


def test_a_boundary_moved_along_is_reported(opening: Opening) -> None:
    text = "Президент Токаев вошёл. Президента Токаева ждали."
    session = opening(text, [entity(text, words, "PER") for words in ("Президент", "Президента")])
    notices: list[str] = []
    session.notified.connect(lambda message: notices.append(str(message)))
    session.editor.boundaries.move_end(1)
    assert notices == ["Boundary moved: “Президент” and 1 more: Президента"]


def test_what_is_decided_alone_reports_nothing(session: Session, notices: list[str]) -> None:
    session.editor.decisions.accept(alone=True)
    session.editor.decisions.reject(alone=True)
    session.editor.decisions.label_by_key(Kind.ENTITY, "2", alone=True)
    assert notices == []


def test_spreading_where_the_others_were_decided_says_how_many(opening: Opening) -> None:
    text = "Токаев, Токаева, Токаеву."
    decided = [entity(text, words, "ORG", status=Status.ACCEPTED) for words in ("Токаева", "Токаеву")]
    session = opening(text, [entity(text, "Токаев", "PER", status=Status.ACCEPTED), *decided])
    notices: list[str] = []
    session.notified.connect(lambda message: notices.append(str(message)))
    session.navigation.go_to(found(session, "Токаев").id)
    session.editor.spreading.spread()
    assert notices == ["2 mentions of “Токаев” were decided or have another label: they stay as they are."]


def test_other_forms_are_each_reported_once() -> None:
    assert other_forms("Токаев", ["Токаева", "ТОКАЕВ", "Токаева", "токаева", "Токаеву", "То\u00a0ка"]) == [
        "Токаева",
        "Токаеву",
        "То ка",
    ]
    assert other_forms("Орёл", ["Орел"]) == []


# -- the preview through the project


def test_the_preview_lists_what_was_decided_apart(session: Session) -> None:
    go_to(session, "Токаева")
    session.editor.decisions.label(Kind.ENTITY, "ORG", alone=True)
    session.navigation.go_to(found(session, "Токаева").id)
    plan = planned(session)
    said = [(place.line[1], place.is_open, place.before is not None) for place in plan]
    assert said == [("Токаев", True, False), ("Токаев", True, False), ("Токаеву", False, True)]
    assert plan[-1].line[0].endswith("Токаева ждали. ") and plan[-1].line[2].startswith(" верят")


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.CORRECTED, Status.REJECTED, Status.PROPOSED])
def test_what_is_chosen_from_the_preview_alone_changes(opening: Opening, status: Status) -> None:
    other = entity(TEXT, "Токаеву", "ORG", status=status, normal="Токаев")
    session = opening(TEXT, (entity(TEXT, "Токаева", "PER"), other))
    go_to(session, "Токаева")
    before = state(session)
    plan = planned(session)
    take(session, [place for place in plan if not place.is_open])
    assert (found(session, "Токаеву").label, found(session, "Токаеву").status) == ("PER", Status.CORRECTED)
    assert found(session, "Токаева").status is Status.PROPOSED
    session.history.undo()
    assert state(session) == before


# -- laws

PARTS = ("Токаев", "Токаева", "Токаеву", "Сатпаев", "Сатпаева", "Орёл", "орла", "Орел", "2025", "году", "в", "—")
NORMALS = ("", "", "Токаев", "Орёл", "2025")
DECIDE: dict[str, Callable[[Session], None]] = {
    "Space": lambda session: session.editor.decisions.accept(),
    "Backspace": lambda session: session.editor.decisions.reject(),
    "1": lambda session: session.editor.decisions.label_by_key(Kind.ENTITY, "1"),
    "2": lambda session: session.editor.decisions.label_by_key(Kind.ENTITY, "2"),
    "P": lambda session: session.editor.spreading.spread(),
    "Shift+P": lambda session: take(session, [hit for hit in planned(session) if hit.is_open]),
    "E": lambda session: session.editor.links.link("Абай"),
    "Alt+Right": lambda session: session.editor.boundaries.move_end(1),
}


@st.composite
def mentions(draw: st.DrawFn) -> tuple[str, list[Annotation]]:
    """Draw a text with mentions over its words.

    They are in any state, and none stands twice in one place.
    """
    text = " ".join(draw(st.lists(st.sampled_from(PARTS), min_size=4, max_size=16)))
    words, rows, place = list(tokens(text)), [], 0
    while place < len(words):
        last = min(len(words) - 1, place + draw(st.sampled_from((0, 0, 0, 1))))
        if draw(st.booleans()):
            referent = draw(st.sampled_from(("", "Токаев", "Касым-Жомарт Токаев")))
            rows.append(
                Annotation(
                    0,
                    0,
                    Kind.ENTITY,
                    draw(st.sampled_from(("PER", "PER", "ORG"))),
                    (Span(words[place].start, words[last].stop),),
                    draw(st.sampled_from((Status.PROPOSED, Status.PROPOSED, Status.PROPOSED, *Status))),
                    draw(st.sampled_from((Origin.PRETAG, Origin.PRETAG, Origin.MANUAL))),
                    normal=draw(st.sampled_from(NORMALS)),
                    attributes=(("referent", referent),) if referent else (),
                )
            )
        place = last + 1
    return text, rows


def has_same_words(one: Annotation, other: Annotation, text: str) -> bool:
    return bool(word_keys(one, text) & word_keys(other, text))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(mentions(), st.integers(0, 15), st.sampled_from(sorted(DECIDE)))
def test_what_a_key_changes_is_equal_to_the_current_one_and_was_open(
    article: tuple[str, list[Annotation]], number: int, key: str
) -> None:
    text, rows = article
    with session_over(text, rows) as session:
        assert session.open_article is not None
        here = list(session.open_article.annotations)
        if not here:
            return
        current = here[number % len(here)]
        session.navigation.go_to(current.id)
        lit, lit_when_accepted = set(session.navigation.group), set(session.navigation.entity_group)
        before = state(session)
        DECIDE[key](session)
        after = {row.id: row for row in session.open_article.annotations}
        changed = [row for row in here if after.get(row.id) != row and row.id != current.id]
        for row in changed:
            assert row.label == current.label, "never over another label"
            decided = after[row.id].status if row.id in after else None
            assert row.status is Status.PROPOSED or (key == "E" and decided is row.status), "nothing that was decided"
            by_entity = key == "Space" and entity_key(row) == entity_key(current) != ""
            assert by_entity or has_same_words(row, current, text)
            assert key in ("P", "Shift+P", "E") or row.id in (lit_when_accepted if key == "Space" else lit), (
                "it was lit"
            )
        for one in after.keys() - {row.id for row in here}:
            assert key in ("P", "Shift+P") and after[one].label == current.label
            assert mention_key(after[one].words(text)) in word_keys(current, text)
            assert not any(row.span.overlaps(after[one].span) for row in here if row.status is not Status.REJECTED)
        if session.history.undo_title() is not None and state(session) != before:
            session.history.undo()
        assert state(session) == before


@settings(max_examples=100)
@given(mentions())
def test_what_lights_up_is_decided_by_the_key_and_all_of_it(article: tuple[str, list[Annotation]]) -> None:
    text, rows = article
    with session_over(text, rows) as session:
        assert session.open_article is not None
        for row in list(session.open_article.annotations):
            session.navigation.go_to(row.id)
            assert set(session.navigation.group) <= set(session.navigation.entity_group)
            for decide, lit in (
                (DECIDE["Backspace"], session.navigation.group),
                (DECIDE["Space"], session.navigation.entity_group),
            ):
                if row.status is not Status.PROPOSED:
                    assert lit == ()
                    continue
                decide(session)
                now = {one.id for one in session.open_article.annotations.still_proposed()}
                session.history.undo()
                decided = {one.id for one in session.open_article.annotations.still_proposed()} - now
                assert decided == (set(lit) or {row.id})
                session.navigation.go_to(row.id)


def test_a_group_that_was_asked_for_follows_every_change(session: Session) -> None:
    go_to(session, "Токаева")
    asked = session.navigation.group
    assert len(asked) > 1 and session.navigation.group == asked
    session.editor.decisions.accept(alone=True)
    go_to(session, "Токаеву")
    assert session.navigation.group == (), "the other one is decided"
    session.history.undo()
    go_to(session, "Токаеву")
    assert session.navigation.group == asked
