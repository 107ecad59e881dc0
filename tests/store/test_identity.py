"""The file of an open project.

What happens when it is moved, replaced, removed or overwritten meanwhile.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.core.message import NotSavedError, UserError
from app.store import Project
from app.store.files.file_identity import HeldFile
from tests.store.samples import SCHEME, article_step, content, entity, step

WAIT_S = 20

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is open")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "проекты"
    folder.mkdir()
    return folder


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    """Return an open project with one saved annotation.

    All of it is in the WAL.
    """
    path = folder / "p.pometka"
    with Project.create(path, SCHEME) as made:
        made.apply(article_step(2))
    project = Project.open(path)
    project.apply(step(entity(10, 2))).wait()
    yield project
    project.close(give_up=True)


@pytest.fixture
def foreign(folder: Path) -> Path:
    """Return another project in the same folder."""
    path = folder / "foreign.pometka"
    with Project.create(path, SCHEME) as made:
        for number in range(2, 6):
            made.apply(article_step(number))
    return path


def remove(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("q.pometka"))


def rename_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("другая"))


def replace(path: Path) -> None:
    path.with_name("foreign.pometka").replace(path)


def link_to_another(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("foreign.pometka"))


def remove_wal(path: Path) -> None:
    path.with_name("p.pometka-wal").unlink()


def copy_over(path: Path) -> None:
    shutil.copyfile(path.with_name("foreign.pometka"), path)


def truncate(path: Path) -> None:
    os.truncate(path, 0)


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


GONE = [remove, rename, rename_folder, replace, link_to_another, remove_wal]
OVERWRITTEN = [copy_over, truncate, cut_in_half]


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", [*GONE, *OVERWRITTEN])
def test_nothing_is_acknowledged_that_is_not_in_the_file_at_the_path(
    project: Project, harm: Callable[[Path], None]
) -> None:
    harm(project.path)
    ticket = project.apply(step(entity(11, 2)))
    with pytest.raises(NotSavedError, match=r"moved, replaced or deleted|changed by another program"):
        ticket.wait(WAIT_S)
    for save in (project.flush, project.close, project.backup):
        with pytest.raises(NotSavedError):
            save()
    assert not ticket.is_saved
    assert project.pending == 1


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", [*GONE, *OVERWRITTEN])
def test_a_project_that_was_all_saved_is_not_closed_in_silence_when_its_file_is_gone(
    project: Project, harm: Callable[[Path], None]
) -> None:
    harm(project.path)
    with pytest.raises(NotSavedError):
        project.close()


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", [*GONE, *OVERWRITTEN])
def test_a_file_that_is_gone_is_told_before_the_next_edit(project: Project, harm: Callable[[Path], None]) -> None:
    was_told = threading.Event()
    project.failed.connect(lambda _: was_told.set())
    harm(project.path)
    assert was_told.wait(WAIT_S)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", OVERWRITTEN)
def test_a_file_that_is_overwritten_as_a_step_is_committed_is_told(
    project: Project, harm: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_place, harmed = HeldFile.check_place, threading.Event()

    def check_then_harm(file: HeldFile) -> None:
        check_place(file)
        if not harmed.is_set() and 11 in {row.id for row in project.annotations(2)}:
            harmed.set()
            harm(file.path)

    monkeypatch.setattr(HeldFile, "check_place", check_then_harm)
    project.apply(step(entity(11, 2)))
    assert harmed.wait(WAIT_S)
    with pytest.raises(NotSavedError, match="changed by another program"):
        project.flush()
    with pytest.raises(NotSavedError):
        project.close()


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", GONE)
def test_reads_go_on_in_the_file_that_was_opened(project: Project, harm: Callable[[Path], None]) -> None:
    harm(project.path)
    project.apply(step(entity(11, 2)))
    stream = project.documents()  # two readers at once, of which no second one can be opened
    first = next(stream)
    assert [row.id for row in project.annotations(2)] == [10, 11]
    assert [article.id for article in project.articles()] == [2]
    assert [row.id for row in first.annotations] == [10, 11]
    stream.close()


@pytest.mark.parametrize("harm", [replace, link_to_another, copy_over])
def test_a_foreign_file_is_neither_changed_nor_given_our_wal(
    project: Project, foreign: Path, harm: Callable[[Path], None]
) -> None:
    theirs, rows = foreign.read_bytes(), content(foreign)
    harm(project.path)
    with pytest.raises(NotSavedError):
        project.apply(step(entity(11, 2))).wait(WAIT_S)
    assert not any(project.path.with_name(f"p.pometka{suffix}").exists() for suffix in ("-wal", "-shm"))
    project.close(give_up=True)
    assert project.path.read_bytes() == theirs
    assert content(project.path) == rows
    names = {file.name for file in project.path.parent.iterdir()}
    assert names <= {"p.pometka", "foreign.pometka"}


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", [remove, rename, replace, link_to_another])
def test_our_wal_stays_away_from_the_name_while_the_file_is_gone(
    project: Project, harm: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    harm(project.path)
    with pytest.raises(NotSavedError):
        project.apply(step(entity(11, 2))).wait(WAIT_S)
    looks, check_content = threading.Semaphore(0), HeldFile.check_content

    def count_look(file: HeldFile, committed: int) -> None:
        looks.release()
        check_content(file, committed)

    monkeypatch.setattr(HeldFile, "check_content", count_look)
    for _ in range(2):  # the second look begins after the first has ended
        assert looks.acquire(timeout=WAIT_S)
    assert not any(project.path.with_name(f"p.pometka{suffix}").exists() for suffix in ("-wal", "-shm"))


@pytest.mark.parametrize("harm", OVERWRITTEN)
@pytest.mark.usefixtures("foreign")
def test_a_file_that_was_overwritten_in_place_stays_as_it_is(project: Project, harm: Callable[[Path], None]) -> None:
    harm(project.path)
    theirs = project.path.read_bytes()
    with pytest.raises(NotSavedError, match="changed by another program"):
        project.close()
    with pytest.raises(UserError, match="is damaged"):
        project.save_copy(project.path.with_name("copy.pometka"))
    project.close(give_up=True)
    assert project.path.read_bytes() == theirs
    assert not project.path.with_name("copy.pometka").exists()


def test_a_renamed_file_holds_all_that_was_acknowledged(project: Project) -> None:
    rename(project.path)
    with pytest.raises(NotSavedError):
        project.flush()
    project.close(give_up=True)
    assert [file.name for file in project.path.parent.iterdir()] == ["q.pometka"]
    with Project.open(project.path.with_name("q.pometka")) as again:
        assert again.check() == []
        assert [row.id for row in again.annotations(2)] == [10]


@pytest.mark.parametrize("is_told_first", [False, True])
@pytest.mark.parametrize("is_folder", [False, True])
def test_saving_goes_on_when_the_file_is_put_back(project: Project, *, is_told_first: bool, is_folder: bool) -> None:
    path = project.path.parent if is_folder else project.path
    away = path.with_name("away")
    path.rename(away)
    ticket = project.apply(step(entity(11, 2)))
    if is_told_first:
        with pytest.raises(NotSavedError):
            ticket.wait(WAIT_S)
    away.rename(path)
    project.flush()
    assert ticket.is_saved
    project.apply(step(entity(12, 2))).wait(WAIT_S)
    project.close()
    assert [file.name for file in project.path.parent.iterdir()] == ["p.pometka"]
    with Project.open(project.path) as again:
        assert again.check() == []
        assert [row.id for row in again.annotations(2)] == [10, 11, 12]


def test_a_file_that_is_put_back_is_noticed_without_a_key(project: Project) -> None:
    was_told, is_well = threading.Event(), threading.Event()
    project.failed.connect(lambda _: was_told.set())
    away = project.path.with_name("away")
    project.path.rename(away)
    assert was_told.wait(WAIT_S)
    project.saved.connect(lambda _: is_well.set())
    away.rename(project.path)
    assert is_well.wait(WAIT_S)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", GONE)
@pytest.mark.parametrize("is_same_name", [False, True])
def test_a_copy_holds_what_was_saved_and_what_was_not_with_its_history(
    project: Project, tmp_path: Path, harm: Callable[[Path], None], *, is_same_name: bool
) -> None:
    harm(project.path)
    for number in range(11, 30):
        project.apply(step(entity(number, 2)))
    project.undo()
    with pytest.raises(NotSavedError):
        project.flush()
    is_free = is_same_name and harm in (remove, rename)
    copy = project.path if is_free else tmp_path / "copy.pometka"
    project.save_copy(copy)
    project.close(give_up=True)
    with Project.open(copy) as again:
        assert again.check() == []
        assert [row.id for row in again.annotations(2)] == list(range(10, 29))
        again.redo()
        assert [row.id for row in again.annotations(2)] == list(range(10, 30))
        while again.undo():
            pass
        assert again.articles() == []


def test_a_copy_never_takes_the_place_of_a_file(project: Project, foreign: Path) -> None:
    theirs = foreign.read_bytes()
    with pytest.raises(UserError, match="exists already"):
        project.save_copy(foreign)
    assert foreign.read_bytes() == theirs


def test_a_copy_names_a_folder_that_is_not_there(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        project.save_copy(tmp_path / "nowhere" / "copy.pometka")


def test_a_new_date_on_the_file_is_no_change_of_it(project: Project) -> None:
    os.utime(project.path, (1, 1))
    project.apply(step(entity(11, 2))).wait(WAIT_S)
    project.close()


def test_a_checkpoint_by_another_program_is_no_change_of_the_project(project: Project) -> None:
    with closing(sqlite3.connect(project.path)) as other:
        other.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
    project.apply(step(entity(11, 2))).wait(WAIT_S)
    project.close()
    with Project.open(project.path) as again:
        assert [row.id for row in again.annotations(2)] == [10, 11]


def test_at_rest_the_file_is_whole_without_its_wal(project: Project) -> None:
    wal = project.path.with_name("p.pometka-wal")
    waited = threading.Event()
    for _ in range(WAIT_S * 10):
        if not wal.stat().st_size:
            break
        waited.wait(0.1)
    copy = project.path.with_name("copy.pometka")
    shutil.copy(project.path, copy)
    assert [row[0] for row in content(copy)["annotation"]] == [10]


@pytest.mark.usefixtures("foreign")
def test_a_reader_does_not_open_another_file_either(project: Project) -> None:
    with Project.open(project.path, read_only=True) as reading:
        replace(project.path)
        streams = [reading.documents() for _ in range(4)]
        assert {next(stream).article.id for stream in streams} == {2}
        assert [article.id for article in reading.articles()] == [2]
        for stream in streams:
            stream.close()


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("harm", GONE)
def test_a_file_that_is_gone_is_neither_called_damaged_nor_is_another_backed_up(
    project: Project, harm: Callable[[Path], None]
) -> None:
    told: list[Exception] = []
    project.upkeep.damaged.connect(told.append)
    harm(project.path)
    project.upkeep.look_over()
    project.upkeep.close()
    assert told == []
    assert not project.path.with_name("p backups").exists()


def test_a_process_beside_opens_no_other_file_at_the_path(tmp_path: Path) -> None:
    with Project.create(tmp_path / "own.pometka", SCHEME) as project:
        place = project.place
        with Project.open_beside(place) as beside:
            assert beside.read_only
    with Project.create(tmp_path / "foreign.pometka", SCHEME):
        pass
    (tmp_path / "foreign.pometka").replace(tmp_path / "own.pometka")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(UserError, match=r"own\.pometka"):
        Project.open_beside(place)
    assert sorted(tmp_path.iterdir()) == before, "nothing is left beside a foreign file"


def test_a_reader_that_came_before_us_to_a_file_that_is_put_back_does_not_keep_it_from_saving(project: Project) -> None:
    was_told = threading.Event()
    project.failed.connect(lambda _: was_told.set())
    away = project.path.with_name("away.pometka")
    project.path.rename(away)
    assert was_told.wait(WAIT_S)
    read_and_die = (
        "import os, sqlite3, sys; os.rename(sys.argv[2], sys.argv[1]); c = sqlite3.connect(sys.argv[1]);"
        "c.execute('select count(*) from article').fetchone(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", read_and_die, str(project.path), str(away)], check=True)
    project.apply(step(entity(11, 2))).wait(WAIT_S)
    project.close()
    with Project.open(project.path, read_only=True) as again:
        assert {row.id for row in again.annotations(2)} == {10, 11}
