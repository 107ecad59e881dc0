"""Linking: one choice says who is meant.

It is meant for all that one decision decides, and one undo takes it back.
"""

from __future__ import annotations

from app.core.model import Annotation, Kind, Role, Status
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import TEXT, add_article, claim, entity, found, span, state

PERSON = (("referent", "Касым-Жомарт Токаев"),)
NAMED = (
    entity(TEXT, "Токаев", "PER", attributes=PERSON),
    entity(TEXT, "Токаев", "PER", 1, attributes=PERSON),
    entity(TEXT, "Токаеву", "PER", attributes=PERSON),
    entity(TEXT, "Алматы", "LOC", normal="Алматы"),
)


def speech(**fields: object) -> Annotation:
    speaker = Role("speaker", span(TEXT, "Токаев", 1), "Касым-Жомарт Токаев")
    return claim(TEXT, "Город вырастет", roles=(speaker,), **fields)


def referents(session: Session) -> dict[str, list[str]]:
    assert session.open_article is not None
    made: dict[str, list[str]] = {}
    for row in session.open_article.annotations:
        made.setdefault(row.label, []).append(row.attribute("referent"))
    return made


def test_a_link_goes_to_all_that_are_decided_together_and_one_undo_takes_it_back(opening: Opening) -> None:
    session = opening(TEXT, NAMED)
    before = state(session)
    session.editor.links.link(" Кемель  Токаев ")
    assert referents(session)["PER"] == ["Кемель Токаев"] * 3
    assert str(session.history.undo_title()) == "link 3 × “Токаев” to “Кемель Токаев”"
    session.history.undo()
    assert state(session) == before


def test_with_groups_off_a_link_is_about_one_mention(opening: Opening) -> None:
    session = opening(TEXT, NAMED)
    session.navigation.toggle_groups()
    session.editor.links.link("Кемель Токаев")
    assert sorted(referents(session)["PER"]) == ["Касым-Жомарт Токаев"] * 2 + ["Кемель Токаев"]


def test_after_a_link_a_label_is_still_about_the_same_mentions(opening: Opening) -> None:
    session = opening(TEXT, NAMED)
    session.editor.links.link("Кемель Токаев")
    session.editor.decisions.label(Kind.ENTITY, "ORG")
    assert referents(session) == {"ORG": ["Кемель Токаев"] * 3, "LOC": [""]}


def test_a_rejected_mention_that_is_linked_stays_rejected(opening: Opening) -> None:
    session = opening(TEXT, (entity(TEXT, "Алматы", "LOC", status=Status.REJECTED),))
    session.navigation.go_to(found(session, "Алматы").id)
    session.editor.links.link("Алма-Ата")
    assert found(session, "Алматы").status is Status.REJECTED


def test_the_speaker_of_a_claim_follows_the_record_of_its_mention(opening: Opening) -> None:
    session = opening(TEXT, (*NAMED, speech(status=Status.ACCEPTED, author="Б")))
    before = found(session, "Город вырастет")
    session.editor.links.link("Кемель Токаев")
    after = found(session, "Город вырастет")
    assert [role.normal for role in after.roles] == ["Кемель Токаев"]
    assert (after.status, after.author, after.changed) == (before.status, before.author, before.changed)
    session.history.undo()
    assert found(session, "Город вырастет") == before


def test_a_speaker_who_was_said_to_be_another_one_stays(opening: Opening) -> None:
    other = claim(TEXT, "Город вырастет", roles=(Role("speaker", span(TEXT, "Токаев", 1), "аким"),))
    session = opening(TEXT, (*NAMED, other))
    session.editor.links.link("Кемель Токаев")
    assert found(session, "Город вырастет").roles[0].normal == "аким"


def test_a_record_edited_as_an_attribute_is_followed_too(opening: Opening) -> None:
    session = opening(TEXT, (*NAMED, speech()))
    session.navigation.go_to(found(session, "Токаев", 1).id)
    session.editor.fields.set_attribute("referent", "Кемель Токаев")
    assert found(session, "Город вырастет").roles[0].normal == "Кемель Токаев"


def test_a_picked_speaker_is_called_by_the_record_of_the_mention_there(opening: Opening) -> None:
    text = "Глава Токаев сказал: рост будет."
    rejected = entity(text, "Токаев", "LOC", normal="Токаево", status=Status.REJECTED)
    person = entity(text, "Токаев", "PER", attributes=PERSON)
    post = entity(text, "Глава", "ROLE", normal="глава")
    session = opening(text, (rejected, person, post, claim(text, "рост будет")))
    session.navigation.go_to(found(session, "рост будет").id)
    for words in ("Токаев", "Глава Токаев"):
        session.editor.claims.set_role("speaker", span(text, words))
        assert found(session, "рост будет").roles[0].normal == "Касым-Жомарт Токаев"
    session.editor.claims.set_role("speaker", span(text, "Глава"))
    assert found(session, "рост будет").roles[0].normal == "глава"


def test_all_equal_mentions_are_linked_and_decided_ones_stay_as_they_were_decided(opening: Opening) -> None:
    rows = [entity(TEXT, "Токаев", "PER", status=Status.ACCEPTED), entity(TEXT, "Токаев", "PER", 1)]
    rows += [entity(TEXT, "Токаеву", "ORG"), entity(TEXT, "Алматы", "LOC")]
    session = opening(TEXT, rows)
    session.navigation.go_to(found(session, "Токаев", 1).id)
    session.editor.links.link("Касым-Жомарт Токаев")
    assert referents(session) == {"PER": ["Касым-Жомарт Токаев"] * 2, "ORG": [""], "LOC": [""]}
    assert [found(session, "Токаев", nth).status for nth in (0, 1)] == [Status.ACCEPTED, Status.CORRECTED]
    session.history.undo()
    session.navigation.go_to(found(session, "Токаев", 1).id)
    session.editor.links.link("Касым-Жомарт Токаев", alone=True)
    assert referents(session)["PER"] == ["", "Касым-Жомарт Токаев"]


def test_renaming_an_entity_takes_its_mentions_and_speakers_along(opening: Opening) -> None:
    session = opening(TEXT, (*NAMED, speech(status=Status.ACCEPTED)))
    before = state(session)
    add_article(session, TEXT + "2", (*NAMED, speech()))
    session.editor.links.rename("PER", "Касым-Жомарт Токаев", " К.  Токаев ")
    assert session.project is not None
    for number in session.articles.shown:
        rows = session.project.annotations(number)
        assert {row.entity_name for row in rows if row.label == "PER"} == {"К. Токаев"}
        assert [role.normal for row in rows for role in row.roles] == ["К. Токаев"]
    assert found(session, "Токаев").status is Status.PROPOSED, "nothing was decided"
    session.history.undo()
    assert state(session)[:1] == before
