from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.core.model import Kind, Note, Progress
from app.core.scheme import Label
from app.core.span import Span
from app.service.session.session import Session
from tests.service.samples import TEXT, found, memory, planned, rename_label, span, state, take


def _rename(session: Session) -> None:
    rename_label(session, Kind.ENTITY, "PER", "HUMAN")


def _merge(session: Session) -> None:
    rename_label(session, Kind.ENTITY, "ORG", "LOC")


def _create(session: Session) -> None:
    session.cursor.select(span(TEXT, "Йод"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")


def _note_and_remove(session: Session) -> None:
    session.editor.notes.set_on_annotation("важно")
    assert session.navigation.current_id is not None
    session.editor.decisions.remove(session.navigation.current_id)


def _speaker(session: Session) -> None:
    session.navigation.next_claim()
    session.editor.claims.set_role("speaker", span(TEXT, "Токаев", 1))


def _cut(session: Session) -> None:
    session.navigation.next_claim()
    session.cursor.select(span(TEXT, "Город"))
    session.editor.claims.toggle_piece()


def _scheme(session: Session) -> None:
    session.editor.scheme.replace(session.scheme.with_label(Label("SHIP", key="")))


def _article(session: Session) -> None:
    assert session.open_article is not None
    session.editor.articles.edit(replace(session.open_article.article, title="Иначе"))


def _remove_article(session: Session) -> None:
    assert session.open_article is not None
    session.editor.notes.set_on_annotation("важно")
    session.editor.articles.remove([session.open_article.article.id])


EDITS: dict[str, Callable[[Session], None]] = {
    "accept": lambda session: session.editor.decisions.accept(),
    "accept one": lambda session: session.editor.decisions.accept(alone=True),
    "reject": lambda session: session.editor.decisions.reject(),
    "relabel": lambda session: session.editor.decisions.label_by_key(Kind.ENTITY, "2"),
    "create": _create,
    "claim": lambda session: session.editor.decisions.label_by_key(Kind.CLAIM, "2"),
    "move the end": lambda session: session.editor.boundaries.move_end(1),
    "move the start": lambda session: session.editor.boundaries.move_start(1, by_character=True),
    "drag": lambda session: session.editor.boundaries.set_pieces(found(session, "Астана").id, (Span(0, 3),)),
    "cut": _cut,
    "spread": lambda session: session.editor.spreading.spread(),
    "spread in the project": lambda session: take(session, planned(session)),
    "normal form": lambda session: session.editor.fields.set_normal("Токаев К.-Ж."),
    "attribute": lambda session: session.editor.fields.set_attribute("referent", "Токаев"),
    "speaker": _speaker,
    "note": lambda session: session.editor.notes.set_on_annotation("верно?"),
    "article note": lambda session: session.editor.notes.set_on_article("верно?"),
    "project note": lambda session: session.editor.notes.set_on_project("верно?"),
    "remove with a note": _note_and_remove,
    "finish": lambda session: session.editor.decisions.finish(),
    "done": lambda session: session.editor.articles.set_progress(2, Progress.DONE),
    "article": _article,
    "remove the article": _remove_article,
    "scheme": _scheme,
    "rename a label": _rename,
    "merge labels": _merge,
}


@pytest.mark.parametrize("name", EDITS)
def test_undo_restores_everything_and_redo_does_it_again(session: Session, name: str) -> None:
    assert session.project is not None and session.open_article is not None
    project = session.project
    before, scheme, notes = state(session), session.scheme, project.rows(Note)
    EDITS[name](session)
    after, other_scheme, other_notes = state(session), session.scheme, project.rows(Note)
    assert (after, other_scheme, other_notes) != (before, scheme, notes), "the edit did something"
    steps = 0
    while str(project.undo_title()) != "import":
        session.history.undo()
        steps += 1
    assert (state(session), session.scheme, project.rows(Note)) == (before, scheme, notes)
    article_id = session.open_article.article.id
    assert memory(session)[0] == project.annotations(article_id)
    assert memory(session)[1] == sorted(project.notes(article_id), key=lambda note: note.id)
    for _ in range(steps):
        session.history.redo()
    assert (state(session), session.scheme, project.rows(Note)) == (after, other_scheme, other_notes)


@pytest.mark.parametrize("name", EDITS)
def test_every_step_has_a_title_that_is_filled(session: Session, name: str) -> None:
    EDITS[name](session)
    title = str(session.history.undo_title())
    assert title and "{" not in title and len(title) < 120


def test_an_undo_goes_to_what_it_changed(session: Session) -> None:
    session.editor.decisions.accept()
    session.cursor.to_end()
    session.history.undo()
    assert session.navigation.current == found(session, "Токаев") and session.cursor.caret == span(TEXT, "Токаев")


def test_with_nothing_left_to_undo_nothing_happens(session: Session) -> None:
    while session.history.undo() is not None:
        pass
    assert session.history.undo() is None and session.open_article is None and len(session.articles) == 0
    assert session.history.redo() is not None and session.open_article is not None


def test_a_long_text_is_shortened_in_titles(session: Session) -> None:
    session.cursor.select(Span(0, len(TEXT)))
    session.editor.decisions.label_by_key(Kind.CLAIM, "1")
    assert str(session.history.undo_title()) == "annotate “Токаев приехал в Алматы 👩‍🚀. «Город…” as statement"


def test_an_undo_of_what_was_made_goes_to_where_it_was(session: Session) -> None:
    _create(session)
    session.cursor.to_start()
    session.history.undo()
    assert session.cursor.caret == span(TEXT, "Йод") and session.navigation.current is None
