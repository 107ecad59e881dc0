"""Write the project of the newest schema for the tests.

The file is `tests/data/projects/NNNN.sql`, which tests open for ever. It holds the rows and the steps of the one
before, made anew by the program as it is.

python packaging/project_fixture.py
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROJECTS = ROOT / "tests" / "data" / "projects"


def remake_project(source: Path, target: Path) -> None:
    """Make a new project of the steps of an older one."""
    from app.core.change import Step  # noqa: PLC0415  # found by the path above
    from app.store import Project  # noqa: PLC0415

    with Project.open(source) as old, Project.create(target, old.scheme()) as made:
        history = old.history()
        steps = sorted(unit.last for unit in history.units())
        records = history.records(history.units())[::-1]
        for record, changes in zip(records, history.changes(steps), strict=True):
            made.apply(Step(record.title, changes, author=record.author))


def dump_project(path: Path) -> str:
    """Return the statements that make a project."""
    with closing(sqlite3.connect(path)) as connection:
        number = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return "\n".join(
            (f"PRAGMA application_id = {number};", f"PRAGMA user_version = {version};", *connection.iterdump(), "")
        )


def main() -> int:
    """Write the file; return the exit code."""
    sys.path.insert(0, str(ROOT))
    from app.store.schema.definition import REVISIONS  # noqa: PLC0415  # found by the path above

    target = PROJECTS / f"{REVISIONS[-1]}.sql"
    if target.exists():
        print(f"{target.name} is there already. A released one never changes.")
        return 1
    newest = max(PROJECTS.glob("*.sql"))
    with tempfile.TemporaryDirectory() as name:
        source, made = Path(name) / "old.pometka", Path(name) / "new.pometka"
        with closing(sqlite3.connect(source)) as connection:
            connection.executescript(newest.read_text("utf-8"))
        remake_project(source, made)
        target.write_text(dump_project(made), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
