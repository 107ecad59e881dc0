from __future__ import annotations

from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Candidate, Kind, Progress, Role, Status
from app.service.session.session import Session
from tests.service.samples import TEXT, found, span, state


def test_a_normal_form_and_an_attribute_correct_a_proposal(session: Session) -> None:
    session.editor.fields.set_normal("  Касым-Жомарт\u00a0 Токаев ")
    session.editor.fields.set_attribute("referent", "Токаев")
    row = found(session, "Токаев")
    assert (row.normal, row.attribute("referent"), row.status) == ("Касым-Жомарт Токаев", "Токаев", Status.CORRECTED)
    session.editor.fields.set_attribute("referent", " ")
    assert found(session, "Токаев").attributes == ()


def test_describing_as_it_is_already_is_no_step(session: Session) -> None:
    before = session.history.undo_title()
    session.editor.fields.set_normal("")
    session.editor.fields.set_attribute("referent", "")
    assert session.history.undo_title() == before


def test_a_speaker_is_named_with_the_resolved_name_and_taken_away_again(session: Session) -> None:
    session.editor.fields.set_normal("Касым-Жомарт Токаев")
    session.cursor.place_at(TEXT.index("вырастет"))
    speaker = span(TEXT, "Токаев", 1)
    session.navigation.go_to(found(session, "Токаев", 1).id)
    session.editor.fields.set_attribute("referent", "Касым-Жомарт Токаев")
    session.editor.fields.set_normal("Токаев")
    session.navigation.next_claim()
    session.editor.claims.set_role("speaker", speaker)
    session.editor.claims.set_role("cue", span(TEXT, "сказал"))
    claim = found(session, "Город вырастет")
    assert claim.role("speaker") == Role("speaker", speaker, "Касым-Жомарт Токаев")
    assert claim.role("cue") == Role("cue", span(TEXT, "сказал"))
    session.editor.claims.set_role("speaker", None)
    assert found(session, "Город вырастет").role("speaker") is None


def test_speakers_are_offered_nearest_first_those_in_the_claimed_words_last(session: Session) -> None:
    session.navigation.next_claim()
    words = [TEXT[start:stop] for start, stop in session.editor.claims.find_speakers()]
    assert words[:2] == ["Токаев", "Токаеву"] and len(words) == 4, "names in the paragraph, then those beyond it"
    assert session.editor.claims.find_speakers()[0] == span(TEXT, "Токаев", 1)


def test_without_a_claim_there_is_no_speaker(session: Session, notices: list[str]) -> None:
    session.editor.claims.set_role("speaker", span(TEXT, "Токаев"))
    assert notices == ["There is no claim here."] and session.editor.claims.find_speakers() == []


def test_notes_are_written_changed_and_removed_where_they_hang(session: Session) -> None:
    assert (
        session.open_article is not None and session.project is not None and session.navigation.current_id is not None
    )
    open_article, project, owner = session.open_article, session.project, session.navigation.current_id
    session.editor.notes.set_on_annotation(" верно? 🤔\n")
    session.editor.notes.set_on_article("к статье")
    session.editor.notes.set_on_project("к проекту")
    assert [note.text for note in open_article.notes_on(owner)] == ["верно? 🤔"] and list(open_article.noted()) == [
        owner
    ]
    assert [note.text for note in open_article.notes_on(None)] == ["к статье"]
    assert [note.text for note in project.notes(None)] == ["к проекту"]
    session.editor.notes.set_on_annotation("верно", open_article.notes_on(owner)[0])
    assert [note.text for note in open_article.notes_on(owner)] == ["верно"]
    session.editor.notes.set_on_annotation(" \n", open_article.notes_on(owner)[0])
    assert open_article.notes_on(owner) == () and session.articles.counts(open_article.article.id).notes == 1
    assert str(session.history.undo_title()) == "remove the note “верно”"


def test_an_empty_note_is_no_step(session: Session) -> None:
    before = state(session)
    session.editor.notes.set_on_annotation(" ")
    assert state(session) == before


def test_an_article_is_renamed_marked_done_and_opened_again(session: Session) -> None:
    assert session.open_article is not None
    article = session.open_article.article
    session.editor.articles.edit(replace(article, title="Другая", url="https://example.org/а"))
    assert session.open_article.article.title == "Другая"
    session.editor.articles.set_progress(article.id, Progress.DONE)
    assert str(session.history.undo_title()) == "mark “Другая” done" and session.articles.first_open() is None
    session.editor.articles.set_progress(article.id, Progress.OPEN)
    assert str(session.history.undo_title()) == "open “Другая” again"


def test_candidates_are_hints_first_then_names_numbers_and_quotations(session: Session) -> None:
    session.editor.decisions.remove(found(session, "Астана").id)
    candidates = [TEXT[slice(*candidate.span)] for candidate in session.editor.candidates.find_in(span(TEXT, TEXT))]
    assert candidates == ["Йод", "Астана", "Tesla"]


def test_the_next_candidate_is_selected_where_it_is_not_one_token_and_is_no_candidate_once_labelled(
    session: Session,
) -> None:
    session.cursor.place_at(TEXT.index("и Йод"))
    seen = []
    for _ in range(3):
        session.editor.candidates.go_to_next()
        chosen = session.cursor.selection or session.cursor.caret
        assert chosen is not None
        seen.append(TEXT[slice(*chosen)])
        session.editor.decisions.label(Kind.ENTITY, "OTHER")
    assert seen[:2] == ["Йод", "Tesla"]


def test_nothing_missed_is_said(session: Session, notices: list[str]) -> None:
    session.cursor.to_start()
    for _ in range(5):
        session.editor.candidates.go_to_next()
        session.editor.decisions.label(Kind.ENTITY, "OTHER")
    assert notices[-1] == "No likely missed mention here."


def test_rejected_places_are_no_candidates(session: Session) -> None:
    session.navigation.go_to(found(session, "Астана").id)
    session.editor.decisions.reject()
    assert span(TEXT, "Астана") not in [
        candidate.span for candidate in session.editor.candidates.find_in(span(TEXT, TEXT))
    ]


def test_hints_come_by_score_and_leave_when_they_are_marked(session: Session) -> None:
    assert session.open_article is not None and session.project is not None
    candidates = [
        Candidate(session.project.next_id(), session.open_article.article.id, span(TEXT, words), "ORG", score)
        for words, score in (("Tesla", 0.4), ("𝐀lfa и Йод", 0.8), ("Астана", 0.9))
    ]
    session.apply(Step(Message("candidates"), tuple(Change(None, candidate) for candidate in candidates)))
    assert [candidate.score for candidate in session.open_article.candidates] == [0.9, 0.8, 0.4]
    candidates = session.editor.candidates.find_in(span(TEXT, TEXT))
    assert [(TEXT[slice(*candidate.span)], candidate.label) for candidate in candidates[:2]] == [
        ("𝐀lfa и Йод", "ORG"),
        ("Tesla", "ORG"),
    ]
    session.editor.candidates.go_to(candidates[0])
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    assert found(session, "𝐀lfa и Йод").label == "ORG"
    assert [TEXT[slice(*candidate.span)] for candidate in session.editor.candidates.find_in(span(TEXT, TEXT))] == [
        "Tesla"
    ]


def test_speaker_and_cue_stand_without_the_signs_around_them(session: Session, notices: list[str]) -> None:
    for name, chosen, words in (("cue", ", - сказал\u00a0", "сказал"), ("speaker", "\u00a0Токаев. ", "Токаев")):
        session.navigation.go_to(found(session, "Город вырастет").id)
        session.editor.claims.set_role(name, span(TEXT, chosen))
        claim = found(session, "Город вырастет")
        role = claim.role(name)
        assert role is not None
        assert TEXT[slice(*role.span)] == words
    session.editor.claims.set_role("cue", span(TEXT, ", - "))
    assert notices == ["There are no words in the selection."]
