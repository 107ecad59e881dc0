"""Likely misses that nobody looked at are counted until somebody does."""

from __future__ import annotations

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Candidate, Kind
from app.service.session.session import Session
from tests.service.samples import TEXT, span


def give_candidates(session: Session, *words: str) -> None:
    assert session.open_article is not None and session.project is not None
    article_id, next_id = session.open_article.article.id, session.project.next_id
    candidates = [Candidate(next_id(), article_id, span(TEXT, word), "ORG", 0.4) for word in words]
    session.apply(Step(Message("tag"), tuple(Change(None, candidate) for candidate in candidates)))


def test_a_hint_is_unseen_until_the_caret_was_on_it_or_it_is_marked(session: Session) -> None:
    count = session.editor.candidates.count_unseen
    assert count() == 0
    give_candidates(session, "Йод", "Tesla")
    assert count() == 2
    session.cursor.place_at(TEXT.index("Йод"))
    assert count() == 1
    session.cursor.to_start()
    assert count() == 1, "what was looked at stays so"
    session.cursor.select(span(TEXT, "Tesla"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    session.cursor.to_start()
    assert count() == 0


def test_going_to_the_next_candidate_looks_at_it(session: Session) -> None:
    give_candidates(session, "Йод", "Tesla")
    session.editor.candidates.go_to_next()
    assert session.editor.candidates.count_unseen() == 1


def test_what_was_seen_in_an_article_is_still_seen_when_it_is_opened_again(session: Session) -> None:
    give_candidates(session, "Йод")
    session.cursor.place_at(TEXT.index("Йод"))
    assert session.editor.candidates.count_unseen() == 0
    assert session.open_article is not None
    session.reader.go_to(session.open_article.article.id)
    assert session.editor.candidates.count_unseen() == 0
