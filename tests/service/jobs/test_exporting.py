from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Kind, Progress
from app.formats import registry
from app.formats.export_options import ExportOptions
from app.service.jobs.exporting.export_task import Export
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.jobs.task import Task
from app.service.jobs.workers.replies import Limits
from app.service.session.session import Session
from tests.service.jobs.conftest import WorkerTime
from tests.service.samples import add_article, state
from tests.waiting import PATIENCE_S, until


def test_what_is_in_the_open_article_is_in_the_file_and_comes_back_whole(session: Session, tmp_path: Path) -> None:
    assert session.project is not None
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    session.editor.notes.set_on_annotation("верно? 🤔")
    session.editor.notes.set_on_project("к проекту")
    add_article(session, "Вторая 𝐀.", title="Вторая")
    task = Export(session.project, tmp_path / "o.jsonl")
    report = task.run()
    assert task.written == tmp_path / "o.jsonl" and report.articles == 2
    first = next(registry.read_file(tmp_path / "o.jsonl"))
    there = {(row.label, row.status, row.pieces) for row in first.annotations}
    assert there == {(row.label, row.status, row.pieces) for row in state(session)[0].annotations}
    again = Session()
    again.projects.create(tmp_path / "again.pometka")
    assert again.project is not None
    Import(again.project, [tmp_path / "o.jsonl"], ImportOptions(pretag=False), again).run()
    assert [len(document.annotations) for document in state(again)] == [7, 0]
    again.projects.close()


def test_only_the_articles_asked_for_are_written(session: Session, tmp_path: Path) -> None:
    assert session.project is not None
    second = add_article(session, "Вторая.", title="Вторая")
    Export(session.project, tmp_path / "o.jsonl", ExportOptions(article_ids=(second,))).run()
    assert [document.article.title for document in registry.read_file(tmp_path / "o.jsonl")] == ["Вторая"]


def test_only_done_articles_are_written_where_asked(session: Session, tmp_path: Path) -> None:
    assert session.project is not None
    second = add_article(session, "Вторая.", title="Вторая")
    add_article(session, "Третья.", title="Третья")
    session.editor.articles.set_progress(second, Progress.DONE)
    report = Export(session.project, tmp_path / "o.jsonl", ExportOptions(done_only=True)).run()
    assert [document.article.title for document in registry.read_file(tmp_path / "o.jsonl")] == ["Вторая"]
    assert report.articles == 1


def test_a_workbook_is_written_by_its_extension(session: Session, tmp_path: Path) -> None:
    assert session.project is not None
    task = Export(session.project, tmp_path / "o.xlsx")
    task.run()
    assert task.written is not None and task.written.read_bytes()[:2] == b"PK"


def test_a_failure_says_why_and_leaves_the_old_file(session: Session, tmp_path: Path) -> None:
    assert session.project is not None
    (tmp_path / "o.ods").write_text("old")
    with pytest.raises(UserError, match=r"o\.ods"):
        Export(session.project, tmp_path / "o.ods").run()
    assert (tmp_path / "o.ods").read_text() == "old"
    with pytest.raises(UserError, match="cannot be written"):
        Export(session.project, tmp_path / "no folder" / "o.xlsx").run()


@pytest.mark.parametrize("name", ["p.pometka", "moved.xlsx"])
def test_no_export_takes_the_place_of_a_project(session: Session, tmp_path: Path, name: str) -> None:
    assert session.project is not None
    other = Session()
    other.projects.create(tmp_path / "other.pometka")
    other.projects.close()
    target = (tmp_path / "other.pometka").rename(tmp_path / name) if name != session.project.path.name else None
    path = target or session.project.path
    before = path.read_bytes()
    with pytest.raises(UserError, match="belongs to a Pometka project"):
        Export(session.project, path, ExportOptions("jsonl")).run()
    assert path.read_bytes() == before


def test_cancelling_leaves_the_old_file_and_nothing_beside_it(session: Session, tmp_path: Path) -> None:
    assert session.project is not None
    target = tmp_path / "out" / "o.xlsx"
    target.parent.mkdir()
    target.write_text("old")
    for number in range(200):
        add_article(session, "Длинный текст. " * 200 + str(number), title=str(number))
    task = Export(session.project, target)
    task.start()
    while task.progress.done == 0:
        assert task.poll()
    task.cancel()
    wait_for_old_file(target)


def wait_for_old_file(target: Path) -> None:
    """Wait until the old file is alone in its folder."""
    until(lambda: [path.name for path in target.parent.iterdir()] == [target.name], "a draft was not removed")
    assert target.read_text() == "old"


def poll_to_the_end(task: Task, took: list[float]) -> None:
    """Poll a task until it ends, and note the times.

    A time is how many seconds each look at it took.
    """
    is_running = True
    while is_running:
        began = time.monotonic()
        is_running = task.poll()
        took.append(time.monotonic() - began)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="only POSIX can have a process stand still")
@pytest.mark.parametrize("is_long", [False, True], ids=["short", "longer than a pipe takes in"])
def test_a_writing_process_that_stands_still_is_ended_and_leaves_the_old_file(
    session: Session, tmp_path: Path, is_long: bool, worker_time: WorkerTime
) -> None:
    assert session.project is not None
    target = tmp_path / "out" / "o.xlsx"
    target.parent.mkdir()
    target.write_text("old")
    for number in range(40):
        add_article(session, "Длинный текст. " * (5_000 if is_long else 1) + str(number), title=str(number))
    task = Export(session.project, target, limits=Limits(silence_s=PATIENCE_S))
    task.start()
    while task.progress.done == 0 if is_long else not multiprocessing.active_children():
        assert task.poll()
    (process,) = multiprocessing.active_children()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    worker_time.between_looks_s = PATIENCE_S / 10
    took: list[float] = []
    with pytest.raises(UserError, match=r"“o\.xlsx” was not written: it was stopped after 60 seconds"):
        poll_to_the_end(task, took)
    assert max(took) < PATIENCE_S / 2 and not task.is_running, "nobody waits for the process"
    wait_for_old_file(target)
    until(lambda: not multiprocessing.active_children(), "the process did not end")


def test_a_task_that_was_never_started_can_be_cancelled(session: Session, tmp_path: Path) -> None:
    assert session.project is not None
    task = Export(session.project, tmp_path / "o.xlsx")
    task.cancel()
    assert not task.is_running and not (tmp_path / "o.xlsx").exists()
