"""Whatever stands in a row of a project.

It is said to be damaged, or does no harm; never an error of the program.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.core.change import Change, Step
from app.core.message import Message, RefusedStepError, UserError
from app.core.model import Candidate, Document, Note, Progress, Role
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.service.session.session import Session
from app.store import Project
from app.store.files.damage import DamagedError
from tests.service.samples import NOON, PROPOSED, TEXT, add_article, claim, opened

INTEGERS = [None, -1, 0, 7, 2**40, 2**62, 1.5, "слово", b"\xff\x00"]
NUMBERS = [None, -1.0, 2.5, float("inf"), float("-inf"), "слово", b"\xff\x00"]
TEXTS = [None, "", "слово", b"\xff\x00", "CAST(x'ff41' AS TEXT)", "{", "[" * 100_000, "\x00"]
LISTS = ["[[NaN,Infinity]]", "[[1,2],[0,1]]", "[[3,1]]", '[["a",1]]', '{"ab":1}', "[]", "null", "[[1,9e99]]"]
TIMES = ["2025", "2025-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0001-01-01"]
HISTORIES = [
    *("", "{}", "[1]", '[["nowhere",null,null]]', '[["note",null,null]]', '[["note",[1],null]]', "[" * 100_000),
    '[["annotation",null,[3,2,"entity","PER",[[NaN,Infinity]]]]]',
]
SCHEMES = ["{}", "[]", "null", '{"labels":5}', '{"labels":[{}]}', '{"labels":[5]}']
EXTRA: dict[str, list[Any]] = {
    **dict.fromkeys(["annotation.pieces", "annotation.attributes", "step.args"], LISTS),
    **dict.fromkeys([f"{table}.{name}" for table in ("annotation", "note") for name in ("created", "changed")], TIMES),
    "article.date": TIMES,
    "step.payload": [zlib.compress(text.encode()) for text in HISTORIES],
    "label_scheme.content": SCHEMES,
}
BY_TYPE: dict[str, list[Any]] = {"INTEGER": INTEGERS, "FLOAT": NUMBERS, "VARCHAR": TEXTS, "BLOB": TEXTS}
TABLES = [
    *("alembic_version", "label_scheme", "step", "step_article", "article", "body", "hint", "claim_role", "note"),
    "annotation",
]
FOREIGN = re.compile("not as Pometka makes|newer Pometka")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed project in which every table and column holds something."""
    path = tmp_path_factory.mktemp("sound") / "p.pometka"
    session = opened(path, TEXT, PROPOSED)
    words = claim(TEXT, "Город вырастет", roles=(Role("speaker", Span(0, 6), "Токаев"), Role("cue", Span(30, 36))))
    rich = replace(words, pieces=(Span(1, 4), Span(6, 9)), confidence=0.4, created=NOON, changed=NOON)
    article = add_article(session, TEXT + "2", [rich, *PROPOSED], "Вторая")
    project = session.project
    assert project is not None
    next_id = project.next_id
    noted = project.annotations(article)[0]
    notes = [
        Note(next_id(), "о статье", article, None, "Ая", NOON, NOON),
        Note(next_id(), "о проекте"),
        Note(next_id(), "о пометке", article, noted.id),
    ]
    rows = [*notes, Candidate(next_id(), article, Span(0, 6), "PER", 0.5)]
    session.apply(Step(Message("note {n}", {"n": "3"}), tuple(Change(None, row) for row in rows), "group 1"))
    session.editor.articles.set_progress(article, Progress.DONE)
    session.history.undo()
    session.projects.close()
    return path


@pytest.fixture(scope="module")
def exported() -> set[str]:
    """Return what was written to files, in words of `repr`."""
    return set()


def columns(path: Path, table: str) -> Iterator[tuple[str, str]]:
    """Yield name and type of a table's columns."""
    with closing(sqlite3.connect(path)) as connection:
        for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
            yield name, kind.partition("(")[0]


def harmed(source: Path, target: Path, *statements: tuple[str, tuple[Any, ...]]) -> Path:
    """Copy a project and change the copy, past what its schema forbids."""
    shutil.copy(source, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        schema = connection.execute("SELECT rowid, sql FROM sqlite_schema").fetchall()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')")
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement, values in statements:
            with suppress(sqlite3.IntegrityError):  # SQLite itself holds to the type of a row's id
                connection.execute(statement, values)
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany("UPDATE sqlite_schema SET sql = ?2 WHERE rowid = ?1", schema)
    return target


def walk_through(path: Path, exported: set[str]) -> None:
    """Do everything that only looks, and undo and redo all.

    Raise what comes of it. A file is written of what `exported` does not hold yet.
    """
    session = Session(author="Ая")
    try:
        session.projects.open(path)
        assert session.project is not None
        for article in list(session.articles.ids()):
            session.reader.go_to(article)
            for _ in session.open_article.annotations if session.open_article else ():
                session.navigation.next()
            while session.reader.read_on():
                pass
        list(session.project.rows(Note))
        session.project.notes()
        export(session.project, path, exported)
        while session.history.undo() is not None:
            pass
        while session.history.redo() is not None:
            pass
        session.project.check()
    finally:
        close(session)


def export(project: Project, path: Path, exported: set[str]) -> None:
    """Write what a project says to files, once for the same.

    The writers get nothing else of a project, and most harms leave it as it was.
    """
    context = ExportContext(project.scheme(), "p", tuple(project.notes(None)), ExportOptions(include_rejected=True))
    # Equal values may differ in type: 1 is 1.0. All else in the context is the same each time.
    said = repr((context.scheme, context.project_notes, read_documents(project)))
    if said not in exported:
        for ending in (".jsonl", ".xlsx"):
            registry.write_file(project.documents(), path.with_suffix(ending), context)
        exported.add(said)


def read_documents(project: Project) -> list[Document]:
    """Read all documents, up to one that is damaged."""
    documents = list[Document]()
    with suppress(UserError):
        documents.extend(project.documents())
    return documents


def close(session: Session) -> None:
    """Close a project.

    A step that its harmed rows leave no place for is the writer's concern.
    """
    try:
        session.projects.close()
    except UserError:
        assert session.project is not None
        session.project.close(give_up=True)


def ends_well(path: Path, exported: set[str]) -> str:
    """Walk through a project.

    Return why it is damaged or foreign, "" where nothing is found. All else is an error.
    """
    try:
        walk_through(path, exported)
    except RefusedStepError:
        return "a step cannot be saved"
    except UserError as error:
        if isinstance(error, DamagedError) or FOREIGN.search(str(error)):
            return str(error.message)
        raise
    return ""


def caught(act: Callable[[], object]) -> Exception | None:
    """Return what comes of an act.

    One failure then does not hide the others.
    """
    try:
        act()
    except Exception as error:  # noqa: BLE001  # it is what the test is about
        return error
    return None


def test_a_sound_project_is_visited_through_without_a_word(sound: Path, tmp_path: Path) -> None:
    assert ends_well(harmed(sound, tmp_path / "p.pometka"), set()) == ""


@pytest.mark.parametrize("table", TABLES)
def test_an_odd_value_in_any_column_is_damage_or_harmless(
    sound: Path, exported: set[str], tmp_path: Path, table: str
) -> None:
    ends = {}
    for name, kind in columns(sound, table):
        for value in [*BY_TYPE[kind], *EXTRA.get(f"{table}.{name}", [])]:
            sql, values = (value, ()) if str(value).startswith("CAST") else ("?", (value,))
            # Each has a name of its own: what a walk left in a log of SQLite would be taken for the next one's.
            path = harmed(sound, tmp_path / f"{len(ends)}.pometka", (f'UPDATE {table} SET "{name}" = {sql}', values))
            ends[name, repr(value)[:40]] = caught(lambda path=path: ends_well(path, exported))
    assert not {case: error for case, error in ends.items() if error is not None}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("which", ["all", "max", "min"])
def test_missing_rows_are_damage_or_harmless(
    sound: Path, exported: set[str], tmp_path: Path, table: str, which: str
) -> None:
    key, _ = next(columns(sound, table))
    condition = "1" if which == "all" else f"{key} = (SELECT {which}({key}) FROM {table})"
    ends_well(harmed(sound, tmp_path / "p.pometka", (f"DELETE FROM {table} WHERE {condition}", ())), exported)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE annotation SET pieces = '[[NaN,Infinity]]'", "“annotation” is damaged"),
        ("UPDATE body SET text = ''", "the text of article"),
        ("DELETE FROM body", "the text of article"),
        ("DELETE FROM label_scheme", "label scheme is missing"),
        ("DELETE FROM alembic_version", "revision of its format is missing"),
        ("UPDATE annotation SET stop = 5000", "“annotation” lies outside"),
        ("UPDATE claim_role SET stop = 5000", "“claim_role” lies outside"),
        ("UPDATE annotation SET confidence = 9e999", "“annotation” is damaged"),
        ("UPDATE step SET last_id = 9223372036854775807", "“step” is damaged"),
        ("DELETE FROM step", "refers to no row of “step”"),
        ("UPDATE step SET last_id = 3", "history does not know"),
    ],
)
def test_what_another_program_harmed_is_named_at_opening_and_the_file_stays_as_it_is(
    sound: Path, tmp_path: Path, statement: str, reason: str
) -> None:
    path = harmed(sound, tmp_path / "p.pometka", (statement, ()), ("PRAGMA journal_mode = DELETE", ()))
    before = path.read_bytes()
    with pytest.raises(DamagedError, match=reason):
        Project.open(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_ids_are_given_out_above_all_rows_where_the_history_is_missing(sound: Path, tmp_path: Path) -> None:
    path = harmed(sound, tmp_path / "p.pometka", ("DELETE FROM step", ()))
    with Project.open(path) as project:
        highest = max(row.id for document in project.documents() for row in (*document.annotations, *document.notes))
        assert project.next_id() > highest
