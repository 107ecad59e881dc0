"""Undo stops before what took long to make.

It goes on at a second press of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.scheme import Label
from app.core.span import Span
from app.service.commands.registry import by_id
from app.service.session.session import Session
from tests.service.face import Face
from tests.service.samples import TEXT, add_article, found, rename_label, state

UNDO = by_id("edit.undo").run


def press_undo(session: Session, times: int = 1) -> None:
    for _ in range(times):
        UNDO(Face(session))


def retag(session: Session) -> None:
    """Do what tagging an article again does: a step of a group."""
    row = found(session, "Астана")
    session.apply(
        Step(Message("tag “{title}”", {"title": "Статья"}), (Change(row, replace(row, label="LOC")),), "tag 1")
    )


def merge_labels(session: Session) -> None:
    rename_label(session, Kind.ENTITY, "ORG", "LOC")


def touch_many(session: Session) -> None:
    rows = [_annotated(session, number) for number in range(101)]
    session.apply(Step(Message("spread"), tuple(Change(row, replace(row, label="LOC")) for row in rows)))


def _annotated(session: Session, number: int) -> Annotation:
    assert session.project is not None
    article_id = add_article(session, f"Текст {number}.", title=f"Статья {number}")
    row = replace(found(session, "Астана"), id=session.project.next_id(), article_id=article_id, pieces=(Span(0, 5),))
    session.apply(Step(Message("add"), (Change(None, row),)))
    return row


LARGE: dict[str, Callable[[Session], object]] = {
    "import": lambda session: add_article(session, "Другой текст.", title="Другая"),
    "tagging again": retag,
    "labels merged": merge_labels,
    "a hundred and one articles": touch_many,
}


@pytest.mark.parametrize("name", LARGE)
def test_the_first_undo_of_a_large_step_says_what_it_takes_back_and_does_nothing(
    session: Session, notices: list[str], name: str
) -> None:
    before = state(session)
    LARGE[name](session)
    after = state(session)
    press_undo(session)
    assert state(session) == after
    assert notices[-1].startswith("The next undo takes back: ") and notices[-1].endswith(". Press again to do it.")
    press_undo(session)
    assert state(session) != after
    assert name == "a hundred and one articles" or state(session) == before


def test_the_warning_counts_articles_and_annotations(session: Session, notices: list[str]) -> None:
    press_undo(session)
    assert notices == ["The next undo takes back: import (1 articles, 7 annotations). Press again to do it."]


@pytest.mark.parametrize("presses", [1, 2, 5])
def test_no_number_of_presses_with_edits_between_them_takes_an_import_back(session: Session, presses: int) -> None:
    for _ in range(presses):
        press_undo(session)
        session.editor.decisions.accept()
        press_undo(session)
    assert len(session.articles) == 1


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda session: session.editor.decisions.accept(),
        lambda session: session.navigation.next(),
        lambda session: session.reader.go_to(session.articles.shown[0]),
    ],
    ids=["an edit", "a move", "an article opened"],
)
def test_whatever_happens_in_between_asks_anew(session: Session, meanwhile: Callable[[Session], None]) -> None:
    press_undo(session)
    meanwhile(session)
    while str(session.history.undo_title()) != "import":
        session.history.undo()
    press_undo(session)
    assert len(session.articles) == 1, "the second press was the first again"


@pytest.mark.parametrize("name", ["an edit", "a label added to the scheme", "an article removed"])
def test_a_small_step_is_undone_at_once(session: Session, name: str) -> None:
    assert session.open_article is not None
    before = state(session), session.scheme
    if name == "an edit":
        session.editor.decisions.accept()
    elif name == "an article removed":
        session.editor.articles.remove([session.open_article.article.id])
    else:
        session.editor.scheme.replace(session.scheme.with_label(Label("SHIP", key="")))
    press_undo(session)
    assert (state(session), session.scheme) == before


def test_a_held_key_neither_undoes_nor_redoes_more_than_once() -> None:
    assert not by_id("edit.undo").repeats and not by_id("edit.redo").repeats


def test_redo_brings_an_import_back_at_one_press(session: Session) -> None:
    press_undo(session, 2)
    assert len(session.articles) == 0
    by_id("edit.redo").run(Face(session))
    assert len(session.articles) == 1 and session.open_article is not None and session.open_article.text == TEXT
