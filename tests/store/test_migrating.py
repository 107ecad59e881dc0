"""The schema over time.

One way to it by migrations, the same one at once; older projects are brought up to date.
"""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory

from app.core.message import Message, UserError
from app.store import Project, project
from app.store.files.backups import list_backups
from app.store.files.checking import find_damage
from app.store.files.connections import connect, writer
from app.store.files.opening import inspect_project
from app.store.files.upgrading import upgrade
from app.store.files.watching import CancelledError, Watch
from app.store.schema.definition import REVISIONS, find_unexpected_objects, stored_revision
from tests.store.samples import SCHEME, article_step, content, entity, step

MIGRATIONS = Path(project.__file__).with_name("schema") / "migrations"
RELEASED = Path(__file__).parents[1] / "data" / "projects"

LATER = '''
"""A revision of the future."""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{last}"


def upgrade():
    with op.batch_alter_table("annotation") as table:
        table.add_column(sa.Column("doubt", sa.Float()))
    {more}
'''


class Noting(Watch):
    """Notes what it is told, and cancels in a part."""

    def __init__(self, cancel_in: int = 0) -> None:
        self.parts: list[Message] = []
        self.shares: list[float] = []
        self._cancel_in = cancel_in

    def begin_part(self, part: Message) -> None:
        self.parts.append(part)

    def advance(self, share: float) -> None:
        self.shares.append(share)

    @property
    def is_cancelled(self) -> bool:
        return len(self.parts) == self._cancel_in


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "старый.pometka"
    with Project.create(path, SCHEME) as made:
        made.apply(article_step(2))
        made.apply(step(*(entity(number, 2) for number in range(10, 20))))
    return path


def scripts(folder: Path, more: str = "") -> Path:
    """Return a folder of migrations that goes one revision further than ours."""
    target = folder / "migrations"
    (target / "versions").mkdir(parents=True)
    for file in [MIGRATIONS / "env.py", *MIGRATIONS.glob("versions/v*.py")]:
        (target / file.relative_to(MIGRATIONS)).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (target / "versions" / "v9999_later.py").write_text(LATER.format(more=more, last=REVISIONS[-1]), encoding="utf-8")
    return target


def stamp(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()


def emptied(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            connection.execute(f"DROP TABLE {table}")
        connection.commit()


def test_the_migrations_and_a_new_project_give_the_same_schema(path: Path) -> None:
    emptied(path)
    upgrade(path)
    with closing(connect(path, "rw")) as connection:
        assert find_unexpected_objects(connection) == []
        assert stored_revision(connection) == REVISIONS[-1]


def test_every_revision_has_its_migration_in_order() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    found = [step.revision for step in script.walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


def test_an_upgrade_copies_the_project_first_and_keeps_its_rows(path: Path, tmp_path: Path) -> None:
    before = content(path, with_steps=True)
    upgrade(path, scripts=scripts(tmp_path))
    after = content(path, with_steps=True)
    assert [row[:-1] for row in after.pop("annotation")] == before["annotation"]
    assert after == {table: rows for table, rows in before.items() if table != "annotation"}
    (copy,) = list_backups(path)
    assert content(copy.path, with_steps=True) == before
    assert inspect_project(copy.path) == REVISIONS[-1]


def test_an_upgrade_that_fails_leaves_the_project_as_it_was(path: Path, tmp_path: Path) -> None:
    before = content(path, with_steps=True)
    with pytest.raises(RuntimeError, match="midway"):
        upgrade(path, scripts=scripts(tmp_path, "raise RuntimeError('midway')"))
    assert content(path, with_steps=True) == before
    assert inspect_project(path) == REVISIONS[-1]


def test_an_upgrade_that_loses_rows_which_others_refer_to_is_taken_back(path: Path, tmp_path: Path) -> None:
    before = content(path, with_steps=True)
    with pytest.raises(UserError, match="refer to nothing") as error:
        upgrade(path, scripts=scripts(tmp_path, "op.execute('DELETE FROM article')"))
    assert list_backups(path)[0].path.name in str(error.value.hint)
    assert content(path, with_steps=True) == before


def test_opening_an_older_project_brings_it_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp(path, "0000")
    asked: list[Path] = []

    def bring_up(project_path: Path, _: object) -> None:
        asked.append(project_path)
        stamp(project_path, REVISIONS[-1])

    monkeypatch.setattr("app.store.files.opening.REVISIONS", ("0000", *REVISIONS))
    monkeypatch.setattr("app.store.files.preparing.upgrade", bring_up)
    with pytest.raises(UserError, match="older Pometka"):
        Project.open(path, read_only=True)
    Project.open(path).close()
    assert asked == [path]


def test_an_older_project_with_a_trigger_is_refused_before_anything_runs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp(path, "0000")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM article; END")
        connection.commit()
    monkeypatch.setattr("app.store.files.opening.REVISIONS", ("0000", *REVISIONS))
    with pytest.raises(UserError, match="trigger evil"):
        Project.open(path)
    assert list_backups(path) == []


def columns_of(path: Path) -> dict[str, dict[str, list[Any]]]:
    """Return the values of a project file.

    They are by table and column, in the order of the rows.
    """
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'alembic_version'")
        for (table,) in tables.fetchall():
            cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
            names = [name for name, *_ in cursor.description]
            rows = cursor.fetchall()
            found[table] = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return found


def released(folder: Path, revision: str) -> Path:
    """Return a project as the release with that schema made it."""
    path = folder / "released.pometka"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((RELEASED / f"{revision}.sql").read_text(encoding="utf-8"))
    return path


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_project_of_an_older_release_is_copied_as_it_was_and_keeps_all_its_rows(
    revision: str, tmp_path: Path
) -> None:
    path = released(tmp_path, revision)
    before = columns_of(path)
    with pytest.raises(UserError, match="older Pometka"):
        Project.open(path, read_only=True)
    assert inspect_project(path) == revision and list_backups(path) == []
    Project.open(path).close()
    after = columns_of(path)
    assert inspect_project(path) == REVISIONS[-1]
    assert {table: {name: after[table][name] for name in columns} for table, columns in before.items()} == before
    (copy,) = list_backups(path)
    assert inspect_project(copy.path) == revision and columns_of(copy.path) == before


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_project_of_every_released_schema_still_opens(revision: str, tmp_path: Path) -> None:
    with Project.open(released(tmp_path, revision)) as opened:
        assert opened.check() == []
        document = next(opened.documents())
        assert document.text.startswith("В Алатау построят 𝐀")
        assert [row.words(document.text) for row in document.annotations] == ["Алатау", "построят 𝐀 … дома 🏠"]
        assert document.annotations[1].role("speaker") is not None
        assert [note.text for note in document.notes] == ["проверить 🙂"]
        assert opened.undo() is not None
        assert len(opened.annotations(document.article.id)) == 0
        assert opened.redo() is not None


def test_migrations_leave_the_logging_of_the_program_alone(path: Path) -> None:
    code = "import logging, sys; from pathlib import Path; from app.store.files.upgrading import upgrade; "
    code += "upgrade(Path(sys.argv[1])); assert not logging.getLogger().handlers"
    subprocess.run([sys.executable, "-c", code, path], check=True, cwd=Path(__file__).parents[2])


def test_steps_made_before_the_history_was_kept_are_counted_and_linked(tmp_path: Path) -> None:
    path = released(tmp_path, "0002")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE step SET state = 'discarded' WHERE id = 1")
        connection.commit()
    Project.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        counts = connection.execute("SELECT articles, annotations, article, author, overtaken FROM step ORDER BY id")
        assert counts.fetchall() == [(1, 0, 2, "", 2), (1, 2, 2, "", None)]
        assert connection.execute("SELECT * FROM step_article").fetchall() == [(2, 1), (2, 2)]


@pytest.mark.parametrize("older", ["ALTER TABLE annotation DROP COLUMN rule", "DROP TABLE hint"])
def test_a_project_from_before_a_column_or_a_table_is_not_called_damaged(older: str, tmp_path: Path) -> None:
    path = released(tmp_path, "0003")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(older)
        connection.commit()
    assert find_damage(path, "ro", thorough=True) == []


def test_an_upgrade_says_what_it_does_before_each_part(tmp_path: Path) -> None:
    path, told = released(tmp_path, REVISIONS[0]), Noting()
    Project.open(path, watch=told).close()
    assert [one.args["name"] for one in told.parts] == [path.name] * 3
    again = Noting()
    Project.open(path, watch=again).close()
    assert again.parts == []


def big(folder: Path, revision: str, count: int = 20_000) -> Path:
    """Return a project of a release with a great many annotations."""
    path = released(folder, revision)
    with closing(sqlite3.connect(path)) as connection:
        names = [name for _, name, *_ in connection.execute("PRAGMA table_info(annotation)")]
        (highest,) = connection.execute("SELECT max(last_id) FROM step").fetchone()
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        values = ", ".join(f"{highest} + i" if name == "id" else f'"{name}"' for name in names)
        first = "(SELECT * FROM annotation ORDER BY id LIMIT 1)"
        connection.execute(f"{numbers} INSERT INTO annotation SELECT {values} FROM n, {first}", (count,))
        connection.execute("UPDATE step SET last_id = last_id + ?", (count,))
        connection.commit()
    return path


@pytest.mark.parametrize("revision", [REVISIONS[1], REVISIONS[-2]])
def test_opening_an_older_project_says_how_far_its_check_and_its_copy_are(revision: str, tmp_path: Path) -> None:
    path, told = big(tmp_path, revision), Noting()
    Project.open(path, watch=told).close()
    assert len(told.shares) > 5 and all(0 <= share <= 1 for share in told.shares)
    falls = sum(after < before for before, after in zip(told.shares, told.shares[1:], strict=False))
    assert falls <= 1, "it goes on, but for the begin of the copy"
    check = told.shares[: told.shares.index(1.0) + 1] if 1.0 in told.shares else told.shares
    assert max(check) > 0.5, "a check does not end near its begin"


@pytest.mark.parametrize("part", [1, 2, 3], ids=["check", "copy", "upgrade"])
def test_cancelling_leaves_an_older_project_as_it_was(part: int, tmp_path: Path) -> None:
    path = big(tmp_path, REVISIONS[0])
    before = columns_of(path)
    with pytest.raises(CancelledError):
        Project.open(path, watch=Noting(cancel_in=part))
    assert columns_of(path) == before and inspect_project(path) == REVISIONS[0]
    copies = [copy.path for copy in list_backups(path)]
    assert len(copies) == (part == 3), "a copy is there whole, or not at all"
    folder = path.with_name(f"{path.stem} backups")
    assert sorted(folder.iterdir() if folder.exists() else []) == sorted(copies)
    Project.open(path).close()
    assert inspect_project(path) == REVISIONS[-1], "it can be opened again"


def test_an_upgrade_that_has_no_room_says_so_and_what_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, *, foreign_keys: bool = True) -> sqlite3.Connection:
        connection = writer(path, foreign_keys=foreign_keys)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        return connection

    path = released(tmp_path, REVISIONS[0])
    before = columns_of(path)
    monkeypatch.setattr("app.store.files.upgrading.writer", full)
    with pytest.raises(UserError, match=f"“{path.name}” cannot be brought up to date") as error:
        Project.open(path)
    assert list_backups(path)[0].path.name in str(error.value) and "again" in str(error.value)
    assert columns_of(path) == before and inspect_project(path) == REVISIONS[0]


def test_an_upgrade_killed_in_its_middle_leaves_the_project_whole(path: Path, tmp_path: Path) -> None:
    before = content(path, with_steps=True)
    code = "import sys; from pathlib import Path; from app.store.files.upgrading import upgrade; "
    code += "upgrade(Path(sys.argv[1]), scripts=Path(sys.argv[2]))"
    killing = scripts(tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    ended = subprocess.run([sys.executable, "-c", code, path, killing], check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == -signal.SIGKILL
    assert content(path, with_steps=True) == before and inspect_project(path) == REVISIONS[-1]
    assert find_damage(path, "ro", thorough=True) == []
