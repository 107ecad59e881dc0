"""The writer's thread: acknowledgement, failure, trying again, and its end."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest

from app.core.change import Change, Step
from app.core.message import Message, NotSavedError, RefusedStepError, UserError
from app.core.model import Note, Status
from app.core.rows.row import Row
from app.core.scheme import Label, Scheme
from app.store import Project
from app.store.files.backups import Reason, list_backups
from app.store.files.connections import writer
from app.store.files.watching import CancelledError, Watch
from tests.store.samples import SCHEME, article_step, change, content, damage_free_list, entity, stalled, step
from tests.waiting import until

WAIT_S = 20


WRITING: dict[Path, Connection] = {}
"""The connection that writes to each file: a limit of pages holds for it alone."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    def noted_writer(path: Path) -> Connection:
        WRITING[path] = writer(path)
        return WRITING[path]

    monkeypatch.setattr("app.store.writing_connection.writer", noted_writer)
    project = Project.create(tmp_path / "p.pometka", SCHEME)
    project.apply(article_step(2)).wait()
    yield project
    project.close()
    WRITING.clear()


def set_pages(project: Project, count: int) -> None:
    """Let the project's file have so many pages.

    As many as it has is a full disk.
    """
    WRITING[project.path].execute(f"PRAGMA max_page_count = {count}").fetchone()


def failed_once(project: Project) -> list[Exception]:
    """Fill the disk, and wait until the failure is reported.

    Hand in more than it holds first.
    """
    told: list[Exception] = []
    was_told = threading.Event()
    project.failed.connect(lambda fault: (told.append(fault), was_told.set()))
    set_pages(project, 1)
    project.apply(step(Note(50, "слово " * 5_000, 2)))
    assert was_told.wait(WAIT_S)
    return told


def test_a_ticket_is_saved_when_another_reader_of_the_file_sees_the_step(project: Project) -> None:
    ticket = project.apply(step(entity(10, 2)))
    ticket.wait(WAIT_S)
    assert ticket.is_saved
    assert len(content(project.path)["annotation"]) == 1


def test_what_is_handed_in_while_saving_is_held_is_read_at_once_and_saved_after(project: Project) -> None:
    with project.held():
        first, second = project.apply(step(entity(10, 2))), project.apply(step(entity(11, 2)))
        assert len(project.annotations(2)) == 2 and project.pending == 2
        assert content(project.path)["annotation"] == []
    second.wait(WAIT_S)
    assert first.is_saved and len(content(project.path)["annotation"]) == 2


def test_saving_begins_when_what_a_held_block_changed_can_be_painted(project: Project) -> None:
    came = threading.Event()
    project.saved.connect(lambda _: came.set())
    with project.held():
        project.apply(step(entity(10, 2)))
        before_end = time.monotonic()
    assert came.wait(WAIT_S) and time.monotonic() - before_end >= 0.019


def test_who_waits_for_the_disk_while_saving_is_held_is_not_kept_waiting(project: Project) -> None:
    with project.held():
        project.apply(step(entity(10, 2))).wait(WAIT_S)
        project.apply(step(entity(11, 2)))
        project.flush()
        assert len(content(project.path)["annotation"]) == 2


def test_a_fault_while_saving_is_held_leaves_nothing_unsaved(project: Project) -> None:
    with suppress(ZeroDivisionError), project.held():
        ticket = project.apply(step(entity(10, 2)))
        raise ZeroDivisionError
    ticket.wait(WAIT_S)
    assert ticket.is_saved


def test_saved_tells_how_many_steps_are_still_waiting_until_none_is(project: Project) -> None:
    told: list[tuple[int, str]] = []
    project.saved.connect(lambda waiting: told.append((waiting, threading.current_thread().name)))
    for number in range(10, 210):
        project.apply(step(entity(number, 2)))
    project.flush()
    project.close()
    assert told[-1][0] == 0
    assert {thread for _, thread in told} == {"writer of p.pometka"}


def test_a_wait_that_takes_too_long_says_so(project: Project) -> None:
    with stalled(project.path):
        ticket = project.apply(step(entity(10, 2)))
        with pytest.raises(TimeoutError):
            ticket.wait(0.05)
        assert project.pending == 1
    ticket.wait(WAIT_S)


def test_steps_are_committed_in_the_order_in_which_they_came(project: Project) -> None:
    with stalled(project.path):
        for number in range(10, 300):
            project.apply(step(entity(number, 2), title=f"step {number}"))
    project.flush()
    titles = [row[1] for row in sorted(content(project.path, with_steps=True)["step"])]
    assert titles == ["Import", *(f"step {number}" for number in range(10, 300))]


def test_a_full_disk_is_told_and_the_edit_kept_until_a_retry_succeeds(project: Project) -> None:
    told = failed_once(project)
    assert isinstance(told[0], UserError)
    assert "could not be saved" in str(told[0])
    later = project.apply(step(entity(60, 2)))
    with pytest.raises(UserError, match="full"):
        later.wait(WAIT_S)
    with pytest.raises(UserError, match="full"):
        project.flush()
    assert project.pending == 2
    assert [note.id for note in project.notes(2)] == [50]
    assert [row.id for row in project.annotations(2)] == [60]
    assert content(project.path)["note"] == []
    set_pages(project, 1_000_000)
    project.retry()
    later.wait(WAIT_S)
    assert project.pending == 0
    assert len(content(project.path)["note"]) == 1
    assert project.check() == []


def test_what_failed_can_be_undone_before_it_was_saved(project: Project) -> None:
    failed_once(project)
    project.undo()
    assert project.notes(2) == []
    set_pages(project, 1_000_000)
    project.flush()
    assert content(project.path)["note"] == []
    project.redo()
    project.flush()
    assert len(content(project.path)["note"]) == 1


def test_a_step_that_cannot_be_saved_does_not_hold_back_those_before_it(project: Project) -> None:
    with stalled(project.path):
        good = project.apply(step(entity(10, 2)))
        bad = project.apply(step(entity(11, 999)))  # of no article
    good.wait(WAIT_S)
    with pytest.raises(Exception, match="refers to something that is not there"):
        bad.wait(WAIT_S)
    assert good.is_saved
    assert not bad.is_saved
    project.close(give_up=True)


def test_a_step_that_cannot_be_saved_can_be_undone_and_the_rest_is_saved(project: Project) -> None:
    bad = project.apply(step(entity(11, 999)))  # of no article
    with pytest.raises(Exception, match="refers to something that is not there"):
        bad.wait(WAIT_S)
    project.undo()
    project.apply(step(entity(12, 2))).wait(WAIT_S)
    assert [row[0] for row in content(project.path)["annotation"]] == [12]


def test_a_cancelled_copy_leaves_no_file(project: Project, tmp_path: Path) -> None:
    class Cancelled(Watch):
        is_cancelled = True

    with pytest.raises(CancelledError):
        project.save_copy(tmp_path / "copy.pometka", Cancelled())
    assert not list(tmp_path.glob("copy*"))


def test_a_step_that_came_while_a_copy_was_written_is_not_lost(project: Project, tmp_path: Path) -> None:
    project.apply(step(entity(10, 2)))

    class Meanwhile(Watch):
        def advance(self, share: float) -> None:
            if project.undo_weight():
                project.undo()

    kept = project.save_copy(tmp_path / "kept.pometka")
    project.refuse_later_steps(kept)
    late = project.save_copy(tmp_path / "late.pometka", Meanwhile())
    with pytest.raises(UserError, match="changed while it was saved"):
        project.refuse_later_steps(late)
    assert kept.path.exists() and not late.path.exists()


def test_a_copy_counts_the_steps_that_can_never_be_saved(project: Project, tmp_path: Path) -> None:
    with project.held():
        bad = project.apply(step(entity(11, 999)))  # of no article
        assert project.save_copy(tmp_path / "one.pometka").left_out == 1
    with pytest.raises(RefusedStepError):
        bad.wait(WAIT_S)
    assert project.save_copy(tmp_path / "two.pometka").left_out == 1, "it is still there"
    project.withdraw()
    assert project.save_copy(tmp_path / "three.pometka").left_out == 0


@pytest.mark.parametrize(
    "poison",
    [
        entity(11, 999),  # of no article
        entity(11, 2, normal="\ud800"),  # no text that a file can hold
        entity(11, 2, start=1 << 70),  # past what a file can count
        entity(10, 2),  # of an id that is taken
        entity(11, 2, attributes=(("form", {1, 2}),)),
    ],
)
def test_a_step_that_can_never_be_saved_is_withdrawn_and_blocks_no_other(project: Project, poison: Row) -> None:
    project.apply(step(entity(10, 2))).wait(WAIT_S)
    with project.held():
        before = project.apply(step(entity(12, 2)))
        bad = project.apply(step(poison, title="Poison"))
        after = project.apply(step(entity(13, 2)))
    before.wait(WAIT_S)
    with pytest.raises(RefusedStepError, match="“Poison” cannot be saved"):
        bad.wait(WAIT_S)
    ((title, changed),) = project.withdraw()
    assert title == Message("Poison")
    assert changed.changes == (Change(poison, None),)
    after.wait(WAIT_S)
    assert not bad.is_saved and after.is_saved
    with pytest.raises(RefusedStepError):
        bad.wait(WAIT_S)
    assert project.withdraw() == []
    assert [row.id for row in project.annotations(2)] == [10, 12, 13]
    project.undo()
    project.undo()
    project.flush()
    assert [row[0] for row in content(project.path)["annotation"]] == [10]


def test_what_rests_on_a_withdrawn_step_goes_with_it_the_last_first(project: Project) -> None:
    ghost, changed_ghost = entity(11, 999), entity(11, 999, label="LOC")
    with project.held():
        project.apply(step(ghost, title="Poison"))
        project.apply(change(ghost, changed_ghost, title="Relabel"))
        project.apply(step(entity(12, 2), title="Good"))
        project.apply(step(Note(13, "к ней", 2, 11), title="Note"))
    with pytest.raises(RefusedStepError):
        project.flush()
    withdrawn = project.withdraw()
    assert [str(title) for title, _ in withdrawn] == ["Note", "Relabel", "Poison"]
    assert [one.changes for _, one in withdrawn] == [
        (Change(Note(13, "к ней", 2, 11), None),),
        (Change(changed_ghost, ghost),),
        (Change(ghost, None),),
    ]
    project.flush()
    assert str(project.undo_title()) == "Good"
    assert [row[0] for row in content(project.path)["annotation"]] == [12]


def test_the_history_is_right_when_an_undo_of_a_withdrawn_step_goes_with_it(project: Project) -> None:
    row, ghost = entity(10, 2), entity(10, 2, normal="\ud800")
    project.apply(step(row, title="Good")).wait(WAIT_S)
    with project.held():
        project.apply(change(row, ghost, title="Poison"))
        project.apply(change(ghost, row, title="Back"))
        project.undo()
        project.apply(change(ghost, replace(ghost, label="LOC"), title="Forth"))
    with pytest.raises(RefusedStepError):
        project.flush()
    assert [str(title) for title, _ in project.withdraw()] == ["Forth", "Back", "Back", "Poison"]
    assert project.annotations(2) == [row]
    project.flush()
    assert str(project.undo_title()) == "Good"
    assert project.redo_title() is None
    project.undo()
    assert project.annotations(2) == []


def test_a_damaged_file_keeps_the_edits_and_a_copy_of_it_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "p.pometka"
    with Project.create(path, SCHEME) as made:
        made.apply(article_step(2))
        made.apply(step(*(entity(number, 2) for number in range(10, 35))))
    damage_free_list(path)
    project = Project.open(path)
    rows = project.annotations(2)
    decided = [replace(row, status=Status.ACCEPTED, author="А" * 4_000) for row in rows]
    for before, after in zip(rows, decided, strict=True):
        project.apply(change(before, after))
    with pytest.raises(NotSavedError, match="its content is damaged"):
        project.close()
    project.save_copy(tmp_path / "copy.pometka")
    project.close(give_up=True)
    with Project.open(tmp_path / "copy.pometka") as again:
        assert again.check() == []
        assert again.annotations(2) == decided


def test_an_older_project_that_is_damaged_is_refused_and_not_touched(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "freelist.pometka"
    shutil.copy(shared / "cases" / "faults" / "freelist.pometka", path)
    before = path.read_bytes()
    with pytest.raises(UserError, match="is damaged"):
        Project.open(path)
    assert path.read_bytes() == before


def test_an_unknown_fault_is_told_as_a_failed_save_and_keeps_the_step(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("app.store.writing_connection.write_changes", lambda *_: {}["a bug"])
        with pytest.raises(NotSavedError, match="KeyError"):
            project.apply(step(entity(10, 2))).wait(WAIT_S)
        assert project.withdraw() == []
    project.flush()
    assert [row[0] for row in content(project.path)["annotation"]] == [10]


def test_close_raises_and_stays_open_where_saving_fails(project: Project) -> None:
    failed_once(project)
    with pytest.raises(UserError, match="could not be saved"):
        project.close()
    assert [note.id for note in project.notes(2)] == [50]
    set_pages(project, 1_000_000)


def test_what_is_given_up_is_not_there_and_the_rest_is_whole(project: Project) -> None:
    failed_once(project)
    project.close(give_up=True)
    with Project.open(project.path) as again:
        assert again.check() == []
        assert again.notes(2) == []


def test_closing_ends_the_writer_and_frees_the_file(project: Project) -> None:
    before = threading.active_count()
    project.apply(step(entity(10, 2)))
    project.close()
    assert threading.active_count() == before - 1
    assert [file.name for file in project.path.parent.iterdir()] == [project.path.name]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_listener_with_a_bug_does_not_stop_the_saving(project: Project) -> None:
    def stumble(_: int) -> None:
        raise RuntimeError("a bug of the window")

    project.saved.connect(stumble)
    project.apply(step(entity(10, 2))).wait(WAIT_S)
    project.apply(step(entity(11, 2))).wait(WAIT_S)
    assert len(content(project.path)["annotation"]) == 2


def test_many_threads_hand_in_steps_and_read_at_once(project: Project) -> None:
    seen: list[bool] = []

    def work() -> None:
        for _ in range(25):
            number = project.next_id()
            project.apply(step(entity(number, 2)))
            seen.append(number in {row.id for row in project.annotations(2)})

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    project.flush()
    assert seen == [True] * 100
    assert len(content(project.path)["annotation"]) == 100


def test_a_scheme_at_odds_is_refused_before_it_makes_the_project_unreadable(project: Project) -> None:
    twice = Scheme((Label("PER", key="1"), Label("LOC", key="1")))
    with pytest.raises(UserError, match="twice"):
        project.apply(Step(Message("Edit"), (Change(SCHEME, twice),)))
    assert project.scheme() == SCHEME
    assert project.pending == 0


def test_documents_are_those_of_the_moment_of_the_first(project: Project) -> None:
    project.apply(article_step(3))
    stream = project.documents()
    first = next(stream)
    project.apply(step(entity(10, 3))).wait(WAIT_S)
    assert first.article.id == 2
    assert next(stream).annotations == ()
    assert list(stream) == []
    assert [document.article.id for document in project.documents([3, 77])] == [3]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 640 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux":
        pytest.skip("tmpfs is of Linux")
    command = ["mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", folder]
    mounted = subprocess.run(command, check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip(f"cannot mount here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_really_is_full_keeps_the_edit_and_saves_it_when_there_is_room(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    with Project.create(small_disk / "p.pometka", SCHEME) as project:
        project.apply(article_step(2)).wait()
        with pytest.raises(OSError, match="space"):
            ballast.write_bytes(bytes(1_000_000))
        with pytest.raises(UserError, match="could not be saved"):
            project.apply(step(Note(50, "слово " * 5_000, 2))).wait(WAIT_S)
        assert project.notes(2)[0].id == 50
        ballast.unlink()
        project.retry()
        project.flush()
    with Project.open(small_disk / "p.pometka") as again:
        assert again.notes(2)[0].text == "слово " * 5_000
        assert again.check() == []


def test_a_backup_for_which_the_disk_has_no_room_is_told_and_harms_nothing(small_disk: Path) -> None:
    path, told = small_disk / "p.pometka", list[Exception]()
    with Project.create(path, SCHEME) as project:
        project.upkeep.failed.connect(told.append)
        project.apply(article_step(2)).wait()
        with pytest.raises(OSError, match="space"):
            (small_disk / "ballast").write_bytes(bytes(1_000_000))
        project.upkeep.copy_before(Reason.IMPORT)
        ended = threading.Event()
        project.upkeep.call_later(ended.set)
        assert ended.wait(WAIT_S)
        assert ["No backup of" in str(error) for error in told] == [True]
        assert not list_backups(path) and not list(small_disk.glob("p backups/*"))
        (small_disk / "ballast").unlink()
        project.upkeep.copy_before(Reason.IMPORT)
    assert len(list_backups(path)) == 1, "there is room again"
    with Project.open(path) as project:
        assert project.check() == []


def test_a_project_in_a_read_only_folder_is_looked_over_and_not_copied(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with Project.create(folder / "p.pometka", SCHEME) as project:
        project.apply(article_step(2)).wait()
    commands = (["mount", "--bind", folder, folder], ["mount", "-o", "remount,ro,bind", folder])
    if any(subprocess.run(command, check=False, capture_output=True).returncode for command in commands):
        pytest.skip("cannot mount here")
    try:
        told: list[Exception] = []
        with Project.open(folder / "p.pometka", read_only=True) as project:
            project.upkeep.failed.connect(told.append)
            project.upkeep.damaged.connect(told.append)
            project.upkeep.look_over()
            ended = threading.Event()
            project.upkeep.call_later(ended.set)
            assert ended.wait(WAIT_S)
        assert told == []
        assert [path.name for path in folder.iterdir()] == ["p.pometka"]
    finally:
        subprocess.run(["umount", folder], check=True)


_READING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN")
connection.execute("SELECT count(*) FROM article").fetchone()
print("reads", flush=True)
sys.stdin.read()
"""


def test_closing_waits_a_moment_for_a_reader_that_ends_and_leaves_the_steps_in_the_file(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.writing_connection.READERS_MS", WAIT_S * 1_000)
    command = [sys.executable, "-c", _READING, str(project.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None and reader.stdout.readline() == "reads\n"
        project.apply(article_step(40)).wait()
        ending = threading.Timer(0.2, reader.kill)
        ending.start()
        project.close()
        ending.join()
    wal = project.path.with_name(project.path.name + "-wal")
    assert not wal.exists() or not wal.stat().st_size


def test_the_writer_holds_nothing_that_is_saved(project: Project) -> None:
    row = entity(10, 2)
    new = step(row)
    held = sys.getrefcount(row)
    project.apply(new)
    project.flush()
    project.undo()
    project.flush()
    until(lambda: sys.getrefcount(row) == held, "the undo left memory")
