"""Which files open, which are refused, and in what words."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.core.change import Change
from app.core.message import UserError
from app.core.model import Note
from app.store import Project
from app.store.files.connections import Readers, writer
from app.store.files.opening import refuse_project
from app.store.history.stored_steps import read_changes
from app.store.rows.odd_values import UnexpectedValueError
from app.store.rows.row_writing import write_changes
from app.store.schema.definition import APPLICATION_ID, PAGE_BYTES
from tests.store.samples import SCHEME, article_step, content, entity, step


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed project of one article and two hundred annotations."""
    path = tmp_path / "проект 😀 #1.pometka"
    with Project.create(path, SCHEME) as project:
        project.apply(article_step(2))
        project.apply(step(*(entity(number, 2, number % 40) for number in range(10, 210))))
    return path


def refusal(path: Path, *, read_only: bool = False) -> str:
    """Open a file that must be refused, and return what is said.

    Its bytes and its folder stay as they were.
    """
    bytes_before = path.read_bytes() if path.exists() else b""
    files_before = {file.name for file in path.parent.iterdir()}
    with pytest.raises(UserError) as error:
        Project.open(path, read_only=read_only)
    assert (path.read_bytes() if path.exists() else b"") == bytes_before
    assert {file.name for file in path.parent.iterdir()} == files_before
    assert path.name in str(error.value.message)
    assert str(error.value.hint)
    return str(error.value.message)


def run_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_project_opens_as_it_was_closed_and_leaves_nothing_beside_it(path: Path) -> None:
    before = content(path)
    with Project.open(path) as project:
        assert len(project.annotations(2)) == 200
        assert not project.read_only
    assert content(path) == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "нет.pometka") == "“нет.pometka” was not found."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        Project.open(tmp_path)


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"just words\n" * 50), "is not a Pometka project"),
        (
            lambda path: zipfile.ZipFile(path, "w").close() or path.write_bytes(b"PK\x03\x04" + bytes(200)),
            "zip archive",
        ),
        (lambda path: os.truncate(path, 50), "is damaged: it is cut off"),
        (lambda path: os.truncate(path, path.stat().st_size // 2), "is damaged: it is cut off"),
        (lambda path: run_sql(path, "PRAGMA application_id = 7"), "is not a Pometka project"),
    ],
    ids=["empty", "text", "zip", "cut in the header", "cut in half", "another program's"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_whole_project_is_refused_with_the_reason(
    path: Path, harm: Callable[[Path], object], words: str, *, read_only: bool
) -> None:
    harm(path)
    assert words in refusal(path, read_only=read_only)


@pytest.mark.parametrize("page", range(18))
def test_flipped_bytes_are_found_by_check_or_a_user_error_where_they_are_met(path: Path, page: int) -> None:
    with path.open("rb+") as file:
        file.seek(page * PAGE_BYTES + 100 * (page == 0))
        file.write(b"\xff" * 200)
    with suppress(UserError), Project.open(path) as project:
        assert project.check()
        list(project.documents())


def test_check_finds_flipped_bytes_and_is_silent_about_a_sound_project(path: Path) -> None:
    with Project.open(path) as project:
        assert project.check() == []
        size = path.stat().st_size
    with path.open("rb+") as file:
        file.seek(size - 3000)
        file.write(b"\xff" * 2000)
    with Project.open(path, read_only=True) as project:
        assert "damaged" in str(project.check()[0])


def test_check_finds_what_lies_outside_its_text_or_refers_to_nothing(path: Path) -> None:
    run_sql(path, "UPDATE annotation SET stop = 5000 WHERE id = 10", "UPDATE body SET text = 'x'")
    with closing(sqlite3.connect(path)) as connection, connection:
        write_changes(connection, [Change(None, Note(900, "", 77))])
    with Project.open(path) as project:
        found = [str(problem) for problem in project.check()]
    assert found == [
        "row 900 of “note” refers to no row of “article”",
        "the text of article 2 is not the one it came with",
        "row 10 of “annotation” lies outside the text of its article",
        "its history does not know of row 900",
        "row 1 of “step” is damaged",  # it names the text that is gone
    ]


@pytest.mark.parametrize(
    ("table", "harm"),
    [
        ("article", "progress = 'surprise'"),
        ("article", "date = '2025-02-30'"),
        ("article", "date = 'today'"),
        ("annotation", "kind = 'surprise'"),
        ("annotation", "status = 'surprise'"),
        ("annotation", "origin = 'surprise'"),
        ("annotation", "confidence = 1.5"),
        ("annotation", "start = -1"),
        ("annotation", "stop = start"),
        ("annotation", "pieces = '[1]'"),
        ("annotation", "attributes = '{'"),
        ("step", "last_id = 0"),
        ("step", "args = '{'"),
    ],
)
def test_check_names_the_table_of_each_impossible_value(path: Path, table: str, harm: str) -> None:
    run_sql(path, f"UPDATE {table} SET {harm} WHERE id = (SELECT min(id) FROM {table})")
    with Project.open(path, read_only=True) as project:
        assert any(f"“{table}” is damaged" in str(problem) for problem in project.check())


@pytest.mark.parametrize(
    "harm",
    [
        "created = '0001-06-01T00:00:00+00:00'",
        "created = '9999-06-01T00:00:00+00:00'",
        "kind = 'surprise'",
        "created = 'yesterday'",
        "pieces = '{'",
        "pieces = '7'",
        "pieces = '[[1]]'",
        "pieces = '{}'",
    ],
)
def test_values_that_no_project_holds_are_a_user_error(path: Path, harm: str) -> None:
    run_sql(path, f"UPDATE annotation SET {harm} WHERE id = 10")
    with Project.open(path) as project, pytest.raises(UserError, match="is damaged"):
        project.annotations(2)


def test_a_newer_project_is_refused_and_not_touched(path: Path) -> None:
    run_sql(path, "UPDATE alembic_version SET version_num = '9999'", "CREATE TABLE later (id)")
    assert refusal(path) == f"“{path.name}” was made by a newer Pometka: its format is 9999."
    assert "newer" in refusal(path, read_only=True)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM article; END", "trigger evil"),
        ("CREATE VIEW evil AS SELECT 1", "view evil"),
        ("CREATE TABLE evil (id)", "table evil"),
        ("CREATE VIRTUAL TABLE evil USING fts5(text)", "table evil"),
        ("CREATE INDEX evil ON note (lower(text))", "index evil"),
        ("DROP TABLE hint", "table hint"),
        ("DROP TABLE alembic_version", "table alembic_version"),
        ("ALTER TABLE note ADD COLUMN evil TEXT", "note"),
        ("ALTER TABLE note ADD COLUMN evil TEXT AS (hex(text))", "note"),
    ],
)
def test_what_does_not_belong_is_refused_by_name(path: Path, statement: str, named: str) -> None:
    run_sql(path, statement)
    assert refusal(path).endswith(named + ".") or named + ", " in refusal(path)
    assert named in refusal(path, read_only=True)


def test_an_index_of_our_name_on_other_columns_is_refused(path: Path) -> None:
    run_sql(path, "DROP INDEX annotation_in_text", "CREATE INDEX annotation_in_text ON annotation (label)")
    assert "annotation_in_text" in refusal(path)


def test_nothing_can_be_attached_and_functions_of_the_schema_are_not_trusted(path: Path) -> None:
    readers = Readers(path, "rw", lambda: True)
    with readers.begin() as raw:
        with pytest.raises(sqlite3.OperationalError, match="too many attached"):
            raw.execute("ATTACH ':memory:' AS other")
        assert raw.execute("PRAGMA trusted_schema").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            raw.execute("DELETE FROM note")
    readers.dispose()


def test_the_writer_keeps_its_promises_by_these_settings(path: Path) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": APPLICATION_ID,
    }
    with closing(writer(path)) as raw:
        assert {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_create_refuses_an_existing_file_and_the_remains_of_one(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="exists already"):
        Project.create(path, SCHEME)
    assert path.read_bytes() == before
    other = path.with_name("other.pometka")
    other.with_name("other.pometka-wal").write_bytes(b"wal")
    with pytest.raises(UserError, match="left over from an earlier"):
        Project.create(other, SCHEME)


def test_create_names_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        Project.create(tmp_path / "nowhere" / "p.pometka", SCHEME)


def test_create_leaves_nothing_where_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.files.creating.write_changes", raising(OSError("No space left on device")))
    with pytest.raises(UserError, match="No space left"):
        Project.create(tmp_path / "p.pometka", SCHEME)
    assert list(tmp_path.iterdir()) == []


def raising(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_reading_only_refuses_to_write_and_sees_the_writers_work(path: Path) -> None:
    with Project.open(path) as writing, Project.open(path, read_only=True) as reading:
        assert reading.read_only
        writing.apply(step(entity(500, 2))).wait()
        assert 500 in {row.id for row in reading.annotations(2)}
        for write in (lambda: reading.apply(step(entity(501, 2))), reading.undo, reading.redo):
            with pytest.raises(UserError, match="reading only"):
                write()


@pytest.fixture
def frozen(path: Path) -> Callable[[], Path]:
    """Return what makes the project's folder read-only.

    A bind mount, since a mode does not stop root.
    """
    made: list[Path] = []

    def freeze() -> Path:
        target = path.parent / "frozen"
        source = path.parent / "source"
        source.mkdir()
        target.mkdir()
        for file in path.parent.glob(path.name + "*"):
            shutil.copy(file, source)
        bound = subprocess.run(["mount", "--bind", source, target], check=False, capture_output=True)
        if bound.returncode:
            pytest.skip(f"cannot mount here: {bound.stderr.decode().strip()}")
        made.append(target)
        subprocess.run(["mount", "-o", "remount,ro,bind", target], check=True)
        return target / path.name

    yield freeze
    for target in made:
        subprocess.run(["umount", target], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="bind mounts are of Linux")
def test_a_read_only_folder_opens_for_reading_only(path: Path, frozen: Callable[[], Path]) -> None:
    there = frozen()
    assert "cannot be written" in refusal(there)
    with Project.open(there, read_only=True) as project:
        assert len(project.annotations(2)) == 200


@pytest.mark.skipif(sys.platform != "linux", reason="bind mounts are of Linux")
def test_a_read_only_folder_hides_nothing_that_a_wal_still_holds(path: Path, frozen: Callable[[], Path]) -> None:
    with Project.open(path) as project:
        project.apply(step(entity(500, 2))).wait()
        there = frozen()
    there.parent.parent.joinpath("source", path.name + "-shm").unlink()
    with pytest.raises(UserError, match="cut off") as error:
        Project.open(there, read_only=True)
    assert path.name + "-wal" in str(error.value.hint)


COST = """
import sys
import app.store
heavy = {"sqlalchemy", "sqlmodel", "pydantic", "alembic"}
assert not {*heavy, "psygnal"} & set(sys.modules), "the package"
from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Note
from app.store import Project
from app.store.history.stored_steps import read_changes
from app.store.rows.odd_values import UnexpectedValueError
with Project.open(sys.argv[1]) as project:
    project.annotations(2)
    project.apply(Step(Message("note"), (Change(None, Note(900, "x", 2)),))).wait()
    project.undo()
assert not heavy & set(sys.modules), "a project"
"""


def test_the_package_is_light_and_a_project_opens_and_saves_without_sqlmodel(path: Path) -> None:
    subprocess.run([sys.executable, "-c", COST, path], check=True, cwd=Path(__file__).parents[2])


def test_the_schema_is_the_one_that_the_tables_make(root: Path) -> None:
    command = [sys.executable, str(root / "packaging" / "schema.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0, "run packaging/schema.py"


@pytest.mark.parametrize("name", ["p.pometka", "labels.json", "articles.xlsx", "p"])
def test_nothing_is_written_over_a_project_whatever_its_name(path: Path, tmp_path: Path, name: str) -> None:
    target = path.rename(tmp_path / name)
    for written in (target, target.with_name(name + "-wal")):
        with pytest.raises(UserError, match=f"“{written.name}” belongs to a Pometka project"):
            refuse_project(written)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    with pytest.raises(UserError, match="belongs to a Pometka project"):
        refuse_project(link)


def test_a_damaged_project_is_not_written_over_either(path: Path) -> None:
    data = path.read_bytes()
    for name, rest in (("a.json", data[:120]), ("b.json", data[:5000]), ("c.pometka", b""), ("d.POMETKA", b"x")):
        path.with_name(name).write_bytes(rest)
        with pytest.raises(UserError, match="belongs to a Pometka project"):
            refuse_project(path.with_name(name))


def test_other_files_may_be_written_over(tmp_path: Path) -> None:
    for name in ("a.json", "a.xlsx", "a-wal", "-wal"):
        refuse_project(tmp_path / name)
        (tmp_path / name).write_text("{}")
        refuse_project(tmp_path / name)
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE article (id)")
    refuse_project(tmp_path / "other.db")
    refuse_project(tmp_path)


def test_looking_at_the_open_project_keeps_its_locks(path: Path) -> None:
    with Project.open(path) as project:
        with pytest.raises(UserError):
            refuse_project(path)
        code = f"import sys; from app.store import Project; Project.open(__import__('pathlib').Path({str(path)!r}))"
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
        assert "already open" in other.stderr
        project.apply(step(entity(900, 2))).wait()
    assert 900 in {row[0] for row in content(path)["annotation"]}


@pytest.mark.parametrize("column", ["id", "last_id"])
@pytest.mark.parametrize("number", [-1, 2**31])
def test_a_step_numbered_as_none_can_be_is_named_as_damaged(path: Path, column: str, number: int) -> None:
    run_sql(
        path,
        "PRAGMA foreign_keys = OFF",
        f"UPDATE step SET {column} = {number} WHERE id = (SELECT max(id) FROM step)",
        *(["DELETE FROM step WHERE id >= 0"] if column == "id" and number < 0 else []),
    )
    with pytest.raises(UserError, match=r"row -?\d+ of “step” is damaged"):
        Project.open(path).close()


def test_a_step_that_is_gone_from_the_history_is_named(path: Path) -> None:
    named = pytest.raises(UnexpectedValueError, match="row 999 of “step” is damaged")
    with closing(sqlite3.connect(path)) as connection, named:
        read_changes(connection, 999)


@pytest.mark.parametrize("harm", ["articles = -1", "annotations = 2147483648", "\"group\" = x'00'", "args = '['"])
def test_a_step_with_an_impossible_head_is_named_when_it_would_be_undone(path: Path, harm: str) -> None:
    run_sql(path, f"UPDATE step SET {harm} WHERE id = (SELECT max(id) FROM step)")
    with Project.open(path) as project, pytest.raises(UserError, match=r"row \d+ of “step” is damaged"):
        project.undo_title()
