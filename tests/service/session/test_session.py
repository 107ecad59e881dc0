from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message, UserError
from app.core.model import Kind, Progress, Status
from app.core.span import Span
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import TEXT, add_article, entity, found, long_article, memory, opened


def test_another_project_is_not_opened_at_the_places_of_the_last(tmp_path: Path) -> None:
    session, other = opened(tmp_path / "a.pometka"), tmp_path / "b.pometka"
    opened(other).projects.close()
    first_question = session.cursor.caret
    assert session.open_article is not None
    session.reader.remember(session.open_article.article.id, len(TEXT) - 2)
    session.projects.open(other)
    assert session.cursor.caret == first_question
    session.projects.close()


def test_a_project_opens_at_its_first_article_that_is_not_done_at_its_first_open_question(tmp_path: Path) -> None:
    first = opened(tmp_path / "p.pometka")
    text = "Раз два Токаев."
    second = add_article(first, text, [entity(text, "Токаев", "PER")], title="Вторая")
    assert first.open_article is not None
    first.editor.articles.set_progress(first.open_article.article.id, Progress.DONE)
    first.projects.close()
    again = Session()
    again.projects.open(tmp_path / "p.pometka")
    assert again.open_article is not None and again.open_article.article.id == second
    assert again.navigation.current == found(again, "Токаев")
    again.projects.close()


def test_an_article_is_met_again_where_it_was_left(session: Session) -> None:
    assert session.open_article is not None
    first = session.open_article.article.id
    add_article(session, "Вторая статья. Конец.", title="Вторая")
    session.cursor.place_at(TEXT.index("Tesla"))
    place = session.cursor.caret
    session.reader.next()
    assert session.open_article.article.title == "Вторая"
    session.reader.previous()
    assert session.open_article.article.id == first and session.cursor.caret == place


def test_a_project_opens_where_it_was_left(tmp_path: Path) -> None:
    path, places = tmp_path / "p.pometka", dict[Path, tuple[int, int]]()
    first = opened(path)
    first.left.connect(lambda project, article, at: places.update({project: (article, at)}))
    second = add_article(first, "Вторая статья. Конец.", title="Вторая")
    first.reader.go_to(second)
    first.cursor.place_at(15)
    first.projects.close()
    assert places == {path: (second, 15)}
    again = Session(remembered=places.get)
    again.projects.open(path)
    assert again.open_article is not None and again.open_article.article.id == second
    assert again.cursor.caret == Span(15, 20)
    again.projects.close()


@pytest.mark.parametrize("place", [(9_999, 3), None])
def test_a_project_whose_place_is_gone_opens_at_its_first_open_question(
    tmp_path: Path, place: tuple[int, int] | None
) -> None:
    opened(tmp_path / "p.pometka").projects.close()
    again = Session(remembered=lambda _: place)
    again.projects.open(tmp_path / "p.pometka")
    assert (
        again.open_article is not None and again.navigation.current == again.open_article.annotations.first_proposed()
    )
    again.projects.close()


def test_a_place_behind_the_end_of_its_article_is_its_end(tmp_path: Path) -> None:
    first = opened(tmp_path / "p.pometka")
    assert first.open_article is not None
    number = first.open_article.article.id
    first.projects.close()
    again = Session(remembered=lambda _: (number, 10**9))
    again.projects.open(tmp_path / "p.pometka")
    assert again.cursor.caret is not None and again.cursor.caret.stop == len(TEXT.rstrip(".\n"))
    again.projects.close()


def test_past_the_last_article_nothing_moves_and_that_is_reported(session: Session, notices: list[str]) -> None:
    open_article = session.open_article
    session.reader.next()
    session.reader.previous()
    assert session.open_article is open_article and notices == ["No further articles in the list."] * 2


def test_a_project_that_cannot_be_opened_leaves_the_open_one(session: Session, tmp_path: Path) -> None:
    open_article = session.open_article
    (tmp_path / "no.pometka").write_text("no project")
    with pytest.raises(UserError):
        session.projects.open(tmp_path / "no.pometka")
    assert session.open_article is open_article
    session.editor.decisions.accept()
    assert session.navigation.left == 4


def test_closing_forgets_everything_and_reports(session: Session) -> None:
    notices: list[str] = []
    session.project_changed.connect(lambda: notices.append("project"))
    session.opened.connect(lambda: notices.append("article"))
    session.projects.close()
    assert session.open_article is None and session.cursor.caret is None and session.navigation.current is None
    assert len(session.articles) == 0 and sorted(notices) == ["article", "project"]


def test_without_a_project_no_edit_does_anything() -> None:
    session = Session()
    session.editor.decisions.accept()
    session.editor.decisions.reject()
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    session.editor.boundaries.move_end(1)
    session.editor.candidates.go_to_next()
    session.editor.decisions.finish()
    session.navigation.next()
    session.cursor.by_token(1)
    session.reader.next()
    assert (
        session.history.undo() is None
        and session.history.redo() is None
        and session.editor.candidates.find_in(Span(0, 10)) == []
    )
    assert session.scheme.by_key("entity", "1") is not None, "the default scheme"


def test_an_empty_text_has_no_caret_and_takes_no_edit(session: Session) -> None:
    session.reader.go_to(add_article(session, "", title="Пустая"))
    assert session.open_article is not None and session.open_article.text == "" and session.cursor.caret is None
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    session.cursor.by_sentence(1, grow=True)
    session.editor.candidates.go_to_next()
    assert len(session.open_article.annotations) == 0


def test_saving_is_reported_until_nothing_is_pending(session: Session) -> None:
    pending: list[int] = []
    session.saving.connect(pending.append)
    session.editor.decisions.accept()
    assert session.project is not None
    session.project.flush()
    assert pending and pending[-1] == 0


def test_the_list_is_filtered_ordered_and_counted(session: Session) -> None:
    assert session.open_article is not None
    first = session.open_article.article.id
    second = add_article(session, "Один.", title="Ананас")
    notices: list[bool] = []
    session.articles.reordered.connect(lambda: notices.append(True))
    session.articles.show(text="АНАНАС")
    assert session.articles.shown == [second] and session.articles.row(first) is None
    session.articles.show(order="title")
    assert session.articles.shown == [second, first]
    session.articles.show(order="left")
    assert session.articles.shown == [first, second]
    session.editor.articles.set_progress(first, Progress.DONE)
    session.articles.show(progress=Progress.OPEN)
    assert session.articles.shown == [second] and session.articles.after(first) == second
    assert len(notices) == 4
    counts = session.articles.counts(first)
    assert (counts.entities, counts.claims, counts.proposed) == (6, 1, 7)


def test_a_removed_article_is_no_longer_open(session: Session) -> None:
    assert session.open_article is not None
    first = session.open_article.article.id
    second = add_article(session, "Один.", title="Вторая")
    session.editor.articles.remove([first])
    assert session.open_article.article.id == second and session.articles.get(first) is None
    session.history.undo()
    assert session.articles.get(first) is not None


def test_a_message_is_a_sentence_in_english_until_it_is_translated() -> None:
    assert str(Message("Undo: {what}", {"what": Message("accept “{text}”", {"text": "а"})})) == "Undo: accept “а”"


WRITES: dict[str, Callable[[Session], object]] = {
    "accept": lambda session: session.editor.decisions.accept(),
    "boundary": lambda session: session.editor.boundaries.move_end(1),
    "undo": lambda session: session.history.undo(),
    "undo and redo": lambda session: (session.history.undo(), session.history.redo()),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_long_article_read_in_part_follows_what_is_written(
    opening: Opening, write: Callable[[Session], object]
) -> None:
    session = opening(*long_article(3_000))
    assert session.open_article is not None and session.project is not None
    first, *_, last = session.open_article.annotations
    swapped = (Change(first, replace(first, pieces=last.pieces)), Change(last, replace(last, pieces=first.pieces)))
    session.apply(Step(Message("swap"), swapped))
    session.reader.go_to(session.open_article.article.id)
    assert not session.open_article.annotations.is_whole
    write(session)
    assert memory(session)[0] == session.project.annotations(session.open_article.article.id)
    assert len(session.open_article.annotations) == 3_000


@pytest.mark.parametrize("pieces", [0, 1, 3, 12, 15, 10_000])
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_equal_mentions_are_known_however_much_was_read_when_something_was_written(
    opening: Opening, write: Callable[[Session], object], pieces: int
) -> None:
    session = opening(*long_article(3_000))
    assert session.open_article is not None
    session.editor.decisions.accept(alone=True)
    session.reader.go_to(session.open_article.article.id)
    for _ in range(pieces):
        if not session.reader.read_on():
            break
    write(session)
    session.navigation.go_to([*session.open_article.annotations][2_000].id)
    group = session.navigation.group
    session.reader.go_to(session.open_article.article.id)
    session.open_article.annotations.read_rest()
    session.navigation.go_to([*session.open_article.annotations][2_000].id)
    assert len(group) > 1 and session.navigation.group == group


def test_that_a_long_article_has_been_read_is_reported_once(opening: Opening) -> None:
    session = opening(*long_article(3_000))
    notices: list[bool] = []
    session.completed.connect(
        lambda: notices.append(session.open_article is not None and session.open_article.is_ready)
    )
    while session.reader.read_on():
        assert notices == []
    assert notices == [True] and not session.reader.read_on() and notices == [True]
    session.projects.close()
    assert not session.reader.read_on()


def test_a_key_that_needs_no_more_waits_for_no_more(opening: Opening) -> None:
    session = opening(*long_article(3_000))
    assert session.open_article is not None
    session.navigation.next()
    session.navigation.previous()
    session.cursor.by_token(1)
    session.editor.decisions.accept(alone=True)
    session.editor.decisions.label_by_key(Kind.ENTITY, "2", alone=True)
    session.history.undo()
    session.history.redo()
    assert not session.open_article.annotations.is_whole


def test_a_long_article_with_nothing_open_at_its_beginning_is_met_at_its_first_open_question(opening: Opening) -> None:
    text, rows = long_article(3_000)
    decided = [replace(row, status=Status.ACCEPTED) for row in rows[:2_500]]
    session = opening(text, [*decided, *rows[2_500:]])
    assert session.navigation.current is not None and session.navigation.current.span == rows[2_500].span


def test_a_short_article_is_read_at_once(session: Session) -> None:
    assert session.open_article is not None and session.open_article.annotations.is_whole


def test_very_many_changes_are_reported_before_they_are_made_and_when_they_are(opening: Opening) -> None:
    session = opening(*long_article(150))
    session.writer.slow_changes = 100
    notices: list[tuple[str, int]] = []
    session.busy.connect(lambda message: notices.append((str(message or ""), session.navigation.left)))
    session.editor.decisions.accept()
    assert notices == [], "one key is no work"
    left = session.navigation.left
    session.editor.decisions.finish()
    assert notices == [("Making a great many changes…", left), ("", 0)]
    notices.clear()
    session.history.undo()
    assert notices == [("Making a great many changes…", 0), ("", left)]


def test_a_fault_while_very_many_changes_are_made_ends_the_word_for_them(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opening(*long_article(150))
    session.writer.slow_changes = 100
    notices: list[str] = []
    session.busy.connect(lambda message: notices.append(str(message or "")))
    monkeypatch.setattr(session.articles, "follow_changes", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        session.editor.decisions.finish()
    assert notices[-1] == ""


def test_the_open_project_by_another_name_is_the_open_project(tmp_path: Path) -> None:
    session = opened(tmp_path / "p.pometka")
    project = session.project
    for number, make in enumerate((Path.symlink_to, Path.hardlink_to)):
        link = tmp_path / f"link {number}.pometka"
        make(link, tmp_path / "p.pometka")
        session.projects.open(link)
        session.projects.open(link, read_only=True)
        assert session.project is project
    session.projects.close()
