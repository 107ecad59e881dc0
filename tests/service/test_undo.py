from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.core.model import Kind, Progress
from app.core.scheme import Label
from app.core.span import Span
from app.service.session.session import Session
from tests.service.samples import TEXT, found, memory, span, state


def _rename(session: Session) -> None:
    session.editor.rename_label(Kind.ENTITY, "PER", "HUMAN")


def _merge(session: Session) -> None:
    session.editor.rename_label(Kind.ENTITY, "ORG", "LOC")


def _create(session: Session) -> None:
    session.cursor.select(span(TEXT, "Йод"))
    session.editor.label_by_key(Kind.ENTITY, "2")


def _note_and_remove(session: Session) -> None:
    session.editor.set_note("важно")
    assert session.navigation.current_id is not None
    session.editor.remove(session.navigation.current_id)


def _speaker(session: Session) -> None:
    session.navigation.next_claim()
    session.editor.set_role("speaker", span(TEXT, "Токаев", 1))


def _cut(session: Session) -> None:
    session.navigation.next_claim()
    session.cursor.select(span(TEXT, "Город"))
    session.editor.toggle_piece()


def _scheme(session: Session) -> None:
    session.editor.set_scheme(session.scheme.with_label(Label("SHIP", key="")))


def _article(session: Session) -> None:
    assert session.open_article is not None
    session.editor.edit_article(replace(session.open_article.article, title="Иначе"))


def _remove_article(session: Session) -> None:
    assert session.open_article is not None
    session.editor.set_note("важно")
    session.editor.remove_articles([session.open_article.article.id])


EDITS: dict[str, Callable[[Session], None]] = {
    "accept": lambda session: session.editor.accept(),
    "accept one": lambda session: session.editor.accept(alone=True),
    "reject": lambda session: session.editor.reject(),
    "relabel": lambda session: session.editor.label_by_key(Kind.ENTITY, "2"),
    "create": _create,
    "claim": lambda session: session.editor.label_by_key(Kind.CLAIM, "2"),
    "move the end": lambda session: session.editor.move_end(1),
    "move the start": lambda session: session.editor.move_start(1, by_character=True),
    "drag": lambda session: session.editor.set_pieces(found(session, "Астана").id, (Span(0, 3),)),
    "cut": _cut,
    "spread": lambda session: session.editor.spread(),
    "spread in the project": lambda session: session.editor.apply_spread(session.editor.plan_spread()),
    "normal form": lambda session: session.editor.set_normal("Токаев К.-Ж."),
    "attribute": lambda session: session.editor.set_attribute("referent", "Токаев"),
    "speaker": _speaker,
    "note": lambda session: session.editor.set_note("верно?"),
    "article note": lambda session: session.editor.set_article_note("верно?"),
    "project note": lambda session: session.editor.set_project_note("верно?"),
    "remove with a note": _note_and_remove,
    "finish": lambda session: session.editor.finish(),
    "done": lambda session: session.editor.set_progress(2, Progress.DONE),
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
    before, scheme, notes = state(session), session.scheme, list(project.all_notes())
    EDITS[name](session)
    after, other_scheme, other_notes = state(session), session.scheme, list(project.all_notes())
    assert (after, other_scheme, other_notes) != (before, scheme, notes), "the edit did something"
    steps = 0
    while str(project.undo_title()) != "import":
        session.undo()
        steps += 1
    assert (state(session), session.scheme, list(project.all_notes())) == (before, scheme, notes)
    article_id = session.open_article.article.id
    assert memory(session)[0] == project.annotations(article_id)
    assert memory(session)[1] == sorted(project.notes(article_id), key=lambda note: note.id)
    for _ in range(steps):
        session.redo()
    assert (state(session), session.scheme, list(project.all_notes())) == (after, other_scheme, other_notes)


@pytest.mark.parametrize("name", EDITS)
def test_every_step_has_a_title_that_is_filled(session: Session, name: str) -> None:
    EDITS[name](session)
    title = str(session.undo_title())
    assert title and "{" not in title and len(title) < 120


def test_an_undo_goes_to_what_it_changed(session: Session) -> None:
    session.editor.accept()
    session.cursor.to_end()
    session.undo()
    assert session.navigation.current == found(session, "Токаев") and session.cursor.caret == span(TEXT, "Токаев")


def test_with_nothing_left_to_undo_nothing_happens(session: Session) -> None:
    while session.undo() is not None:
        pass
    assert session.undo() is None and session.open_article is None and len(session.articles) == 0
    assert session.redo() is not None and session.open_article is not None


def test_a_long_text_is_shortened_in_titles(session: Session) -> None:
    session.cursor.select(Span(0, len(TEXT)))
    session.editor.label_by_key(Kind.CLAIM, "1")
    assert str(session.undo_title()) == "annotate “Токаев приехал в Алматы 👩‍🚀. «Город…” as statement"


def test_an_undo_of_what_was_made_goes_to_where_it_was(session: Session) -> None:
    _create(session)
    session.cursor.to_start()
    session.undo()
    assert session.cursor.caret == span(TEXT, "Йод") and session.navigation.current is None
