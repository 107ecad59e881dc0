"""A mention marked by hand gets its normal form.

It comes from the worker, and one undo takes both.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind, Origin
from app.service.jobs.mention_forms import MentionForms
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import add_article, entity, state
from tests.waiting import until

TEXT = "В пятницу Лине Омаровой вручили награду в Жанаталапе. Об этом сказали Омаровой 3 мая."
FULL = "Лина Омарова живёт здесь."


@pytest.fixture
def session(opening: Opening) -> Session:
    return opening(TEXT, ())


@pytest.fixture
def forms(session: Session) -> Iterator[MentionForms]:
    made = MentionForms(session)
    yield made
    made.close()


def mark(session: Session, words: str, key: str, nth: int = 0) -> None:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    session.cursor.place_at(start)
    for _ in words.split()[1:]:
        session.cursor.by_token(1, grow=True)
    session.editor.decisions.label_by_key(Kind.ENTITY, key)


def answered(forms: MentionForms) -> None:
    def is_answered() -> bool:
        forms.poll()
        return not forms.is_waiting

    until(is_answered, "no answer of the worker")


def marked(session: Session) -> Annotation:
    assert session.open_article is not None
    return next(iter(session.open_article.annotations))


def test_a_marked_mention_gets_its_normal_form_and_one_undo_takes_both(session: Session, forms: MentionForms) -> None:
    before = state(session)
    mark(session, "Лине Омаровой", "1")
    answered(forms)
    assert (marked(session).words(TEXT), marked(session).normal) == ("Лине Омаровой", "Лина Омарова")
    after = state(session)
    session.history.undo()
    assert state(session) == before
    session.history.redo()
    assert state(session) == after
    answered(forms)
    assert state(session) == after


def test_an_answer_of_a_warm_worker_comes_at_once(session: Session, forms: MentionForms) -> None:
    def seconds_of(act: Callable[[], None]) -> float:
        began = time.perf_counter()
        act()
        answered(forms)
        return time.perf_counter() - began

    cold = seconds_of(forms.warm_up)
    warm = [seconds_of(lambda found=found: mark(session, *found)) for found in (("Жанаталапе", "3"), ("мая", "4"))]
    assert marked(session).normal == "Жанаталап"
    assert min(warm) < cold / 5, "the worker has started, and its models are loaded"


def test_what_the_analyst_wrote_is_not_overwritten(session: Session, forms: MentionForms) -> None:
    mark(session, "Лине Омаровой", "1")
    session.editor.fields.set_normal("Л. Омарова")
    answered(forms)
    assert marked(session).normal == "Л. Омарова"


def test_a_mention_that_is_gone_or_moved_meanwhile_is_left(session: Session, forms: MentionForms) -> None:
    mark(session, "Омаровой", "1", 1)
    session.editor.boundaries.move_start(-1)
    before = marked(session)
    answered(forms)
    assert marked(session) == before
    session.history.undo()
    session.history.undo()
    answered(forms)
    assert session.open_article is not None and not list(session.open_article.annotations)


@pytest.mark.parametrize(("others", "record"), [(1, "Лина Омарова"), (2, "")])
def test_the_one_entity_that_fits_is_linked_and_of_two_none(
    session: Session, forms: MentionForms, others: int, record: str
) -> None:
    names = ("Лина Омарова", "Дана Омарова")[:others]
    for name in names:
        text = FULL.replace("Лина Омарова", name)
        add_article(session, text, [entity(text, name, "PER", normal=name)])
    mark(session, "Омаровой", "1", 1)
    answered(forms)
    assert (marked(session).normal, marked(session).attribute("referent")) == ("Омарова", record)


def test_a_mention_that_a_workbook_brings_is_left_and_one_undo_takes_it(session: Session, forms: MentionForms) -> None:
    before = state(session)
    assert session.open_article is not None
    article_id = session.open_article.article.id
    row = replace(entity(TEXT, "Жанаталапе", "LOC", origin=Origin.MANUAL), id=9_000, article_id=article_id)
    session.apply(Step(Message("take in “{name}”", {"name": "book.xlsx"}), (Change(None, row),)))
    assert not forms.is_waiting
    session.history.undo()
    assert state(session) == before
    session.history.redo()
    assert not forms.is_waiting


def test_figures_are_left_to_their_own_rules(session: Session, forms: MentionForms) -> None:
    mark(session, "3 мая", "4")
    assert not forms.is_waiting
    assert marked(session).normal == ""


def test_a_closed_project_ends_the_worker(session: Session, forms: MentionForms) -> None:
    mark(session, "Жанаталапе", "3")
    session.projects.close()
    assert not forms.is_waiting
