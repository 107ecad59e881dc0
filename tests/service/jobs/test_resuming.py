"""Long work goes on after a crash, and can be paused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Body
from app.service.jobs.importing.import_plan import ImportOptions, is_same_import
from app.service.jobs.importing.import_task import Import, resume_import
from app.service.jobs.progress import JobProgress, Pace, WorkClock
from app.service.jobs.tag_task import Pretag
from app.service.jobs.task import Task
from app.service.jobs.work_log import UnfinishedWork, WorkKind, WorkLog, WorkPlan, find_unfinished
from app.service.project.schemes import default_scheme
from app.service.project.settings import config_folder
from app.store import Project
from app.store.files.opening import SUFFIX

UNTAGGED = ImportOptions(pretag=False)
_CHILD = """
import signal
import sys
from pathlib import Path
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.project.settings import config_folder
from app.service.project.schemes import default_scheme
from app.store import Project
if __name__ == "__main__":
    project = Project.create(Path(sys.argv[1]), default_scheme())
    task = Import(project, [Path(name) for name in sys.argv[3:]], ImportOptions(pretag=False))
    def watch(progress):
        print(progress.done, flush=True)
        if progress.done >= int(sys.argv[2]):
            signal.pause()
    task.run(watch)
"""
"""Imports, and says how many articles it has handed in; with enough of them it waits to be killed."""


def sources(folder: Path, lines: int, files: int) -> list[Path]:
    """Return a folder of text files, and a JSONL file."""
    texts = folder / "новости"
    texts.mkdir()
    for number in range(files):
        (texts / f"{number}.txt").write_text(f"Файл {number}\n\nТекст файла {number}.\n", "utf-8")
    rows = [
        {"id": f"r{number}", "title": f"Строка {number}", "text": f"Текст строки {number}."} for number in range(lines)
    ]
    path = folder / "много.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return [texts, path]


def killed_import(path: Path, named: list[Path], after: int) -> None:
    """Import in a process that is killed on its way.

    It is killed once it has handed in so many articles."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path), str(after), *map(str, named)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        env=os.environ,
        text=True,
    )
    assert child.stdout is not None
    with child.stdout:
        for line in child.stdout:
            if int(line) >= after:
                child.send_signal(signal.SIGKILL)
                break
    child.wait()


def stopped(make: Callable[[], tuple[Path, Task]]) -> tuple[Task, UnfinishedWork]:
    """Run tasks until one is stopped after a part of its work.

    A task may be done before its first progress is seen.
    """
    for _ in range(20):
        path, task = make()
        task.run(stop_when_something_is_whole(task))
        work = find_unfinished(path)
        if work is not None and work.whole:
            return task, work
        task.project.close()
    raise AssertionError("every task was done before it could be stopped")


def stop_when_something_is_whole(task: Task) -> Callable[[JobProgress], None]:
    def watch(_: JobProgress) -> None:
        work = find_unfinished(task.project.path)
        if work is not None and work.whole:
            task.cancel_soon()

    return watch


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("after", [1, 300, 900])
def test_an_import_that_was_killed_goes_on_with_nothing_twice_and_nothing_lost(tmp_path: Path, after: int) -> None:
    named = sources(tmp_path, 1_000, 150)
    path = tmp_path / f"a{SUFFIX}"
    killed_import(path, named, after)
    work = find_unfinished(path)
    assert work is not None and is_same_import(work, named, UNTAGGED)
    with Project.open(path) as project:
        before = len(project.articles())
        report = resume_import(project, work).run()
        titles = Counter(article.title for article in project.articles())
        assert len(titles) == 1_150 and set(titles.values()) == {1}
        assert (report.resumed, report.articles, report.known, report.skipped) == (before, 1_150 - before, 0, [])
        assert find_unfinished(path) is None
        project.undo()
        assert project.articles() == [], "one undo takes all of it back"


def test_files_that_are_whole_are_not_read_again_and_failures_are_said_again(tmp_path: Path) -> None:
    named = sources(tmp_path, 800, 5)
    (named[0] / "x.jsonl").write_text("{bad\n", "utf-8")

    def make() -> tuple[Path, Task]:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}{SUFFIX}"
        return path, Import(Project.create(path, default_scheme()), named, UNTAGGED)

    task, work = stopped(make)
    with task.project as project:
        assert str(named[0] / "x.jsonl") not in work.whole
        for name in work.whole:
            Path(name).unlink()
            Path(name).touch()
        report = resume_import(project, work).run()
        assert len(project.articles()) == 805
        assert report.failed == 1 and "x.jsonl" in str(report.skipped[0])


def test_an_import_of_other_files_begins_anew(tmp_path: Path) -> None:
    named = sources(tmp_path, 1, 1)
    path = tmp_path / f"a{SUFFIX}"
    plan = WorkPlan(WorkKind.IMPORT, "import 1", 1, tuple(named), pretag=False)
    WorkLog(path, plan).close(is_done=False)
    work = find_unfinished(path)
    assert work == UnfinishedWork(plan, frozenset())
    assert is_same_import(work, named, UNTAGGED)
    assert not is_same_import(work, named[:1], UNTAGGED)
    assert not is_same_import(work, named, ImportOptions())


def test_a_line_that_a_crash_cut_off_is_passed_over(tmp_path: Path) -> None:
    path, plan = tmp_path / f"a{SUFFIX}", WorkPlan(WorkKind.TAGGING, "tag 1", 1, articles=(2, 3))
    log = WorkLog(path, plan)
    log.add_whole(["2", "3"])
    log.close(is_done=False)
    (written,) = (config_folder() / "unfinished").glob("*.jsonl")
    written.write_bytes(written.read_bytes()[:-2])
    work = find_unfinished(path)
    assert work is not None and work.whole == {"2"}


def test_tagging_goes_on_with_the_articles_that_are_left(tmp_path: Path) -> None:
    def make() -> tuple[Path, Task]:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}{SUFFIX}"
        project = Project.create(path, default_scheme())
        text = "Токаев прибыл в Алматы. " * 150
        for number in numbers:
            rows = (Article(number, f"С{number}", length=len(text)), Body(number, text))
            project.apply(Step(Message("add"), tuple(Change(None, row) for row in rows)))
        return path, Pretag(project, numbers)

    numbers = list(range(1, 25))
    task, work = stopped(make)
    with task.project as project:
        report = Pretag(project, (), resumed=work).run()
        assert report.resumed == len(work.whole) and report.articles == len(numbers) - len(work.whole)
        assert all(project.annotations(number) for number in numbers)
        assert find_unfinished(project.path) is None


def test_a_paused_task_stands_still_and_goes_on(tmp_path: Path) -> None:
    named = sources(tmp_path, 50, 0)
    with Project.create(tmp_path / f"a{SUFFIX}", default_scheme()) as project:
        task = Import(project, named[1:], UNTAGGED)
        task.start()
        task.pause()
        assert task.poll() and task.report.articles == 0 and task.is_paused
        task.resume()
        while task.poll():
            pass
        assert task.report.articles == 50


def test_a_pause_does_not_slow_the_pace() -> None:
    now = [0.0]
    clock = WorkClock(lambda: now[0])
    pace = Pace(clock)
    now[0] = 2.0
    clock.pause()
    now[0] = 1_000.0
    clock.resume()
    assert pace.progress(4, 8) == JobProgress(4, 8, "", 2.0, 2.0)


def test_the_time_left_follows_the_pace_of_the_last_half_minute() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    now[0] = 1.0
    assert pace.progress(1_000, 2_000).per_second == 1_000
    for second in range(2, 60):
        now[0] = float(second)
        found = pace.progress(1_000 + second, 2_000)
    assert found.per_second == pytest.approx(1.0)
