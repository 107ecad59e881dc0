"""The file of an index, and connections to it.

It lies beside the settings, not in the project: a project file holds no virtual tables, so that a foreign one can run
nothing. Nothing in it is of worth by itself: a missing, damaged or older one is made again from the project.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.core.message import UserError

VERSION = 13
"""Counts up with each change of the tables; an index of another version is made anew."""

_SCHEMA = """
CREATE TABLE mark (
    id INTEGER PRIMARY KEY, version INTEGER NOT NULL, step INTEGER NOT NULL, time TEXT NOT NULL, undone INTEGER NOT NULL
);
CREATE TABLE name (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, shown TEXT NOT NULL);
CREATE TABLE article (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, digest TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL,
    source_key TEXT NOT NULL, title_key TEXT NOT NULL, progress TEXT NOT NULL, finished TEXT NOT NULL,
    tags TEXT NOT NULL, priority TEXT NOT NULL, flag TEXT NOT NULL, doubt INTEGER,
    worst INTEGER
);
CREATE INDEX article_by_entry ON article (entry, id);
CREATE INDEX article_by_date ON article (date, id);
CREATE INDEX article_by_worst ON article (worst DESC, id) WHERE worst IS NOT NULL;
CREATE TABLE form (form TEXT PRIMARY KEY, lemma TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX form_by_lemma ON form (lemma, form);
CREATE TABLE sort (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, status TEXT NOT NULL, UNIQUE (kind, label, status)
);
CREATE TABLE mention_row (
    article INTEGER NOT NULL, start INTEGER NOT NULL, id INTEGER NOT NULL, stop INTEGER NOT NULL,
    sort INTEGER NOT NULL, name INTEGER NOT NULL, due TEXT NOT NULL, doubt INTEGER, PRIMARY KEY (article, start, id)
) WITHOUT ROWID;
CREATE INDEX mention_row_by_name ON mention_row (name, sort);
CREATE VIEW mention AS SELECT r.id, article, start, stop, kind, label, status, name, due
    FROM mention_row r JOIN sort ON sort.id = r.sort;
CREATE TABLE claim (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL,
    label TEXT NOT NULL, status TEXT NOT NULL, name INTEGER NOT NULL, form TEXT NOT NULL, figures TEXT NOT NULL,
    due TEXT NOT NULL, date TEXT NOT NULL, said TEXT NOT NULL
);
CREATE TABLE set_due (claim INTEGER PRIMARY KEY, due TEXT NOT NULL, said TEXT NOT NULL);
CREATE INDEX claim_in_article ON claim (article, start);
CREATE INDEX claim_by_entry ON claim (entry, id);
CREATE INDEX claim_by_due ON claim (due, date, id);
CREATE INDEX claim_by_date ON claim (date, id);
CREATE INDEX claim_by_name ON claim (name, date);
CREATE VIRTUAL TABLE claim_words USING fts5(form, lemma, content='', tokenize="ascii tokenchars '_'");
CREATE VIRTUAL TABLE claim_starts USING fts5(
    start, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'"
);
CREATE TABLE register (
    name INTEGER NOT NULL, label TEXT NOT NULL, mentions INTEGER NOT NULL, articles INTEGER NOT NULL,
    first TEXT NOT NULL, last TEXT NOT NULL, PRIMARY KEY (name, label)
) WITHOUT ROWID;
CREATE TABLE joined (
    name INTEGER NOT NULL, label TEXT NOT NULL, record TEXT NOT NULL, key TEXT NOT NULL, shown TEXT NOT NULL,
    speaks INTEGER NOT NULL, PRIMARY KEY (name, label)
) WITHOUT ROWID;
CREATE TABLE note (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, annotation INTEGER, text TEXT NOT NULL);
CREATE INDEX note_in_article ON note (article);
CREATE TABLE sample (
    sample INTEGER NOT NULL, member INTEGER NOT NULL, unit TEXT NOT NULL, hides INTEGER NOT NULL,
    PRIMARY KEY (sample, member)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(form, lemma, content='', tokenize="ascii tokenchars '_'");
"""
_INDEXES = """
DROP INDEX IF EXISTS claim_by_kind;
CREATE INDEX IF NOT EXISTS claim_by_sort ON claim (label, status);
"""
"""Indexes that an index of this version may still lack: they change no answer, and are made where it is written."""
_READING = ("PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF", "PRAGMA temp_store = MEMORY")
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536")
_BUSY_S = 5.0
_MAX_WAIT_S = 60.0


def index_path(folder: Path, project: Path) -> Path:
    """Return where the index of a project lies.

    It is in a folder of indexes.
    """
    name = hashlib.sha256(os.fsencode(project.resolve())).hexdigest()[:32]
    return folder / f"{name}.index"


@contextmanager
def writing_alone(path: Path) -> Iterator[None]:
    """Let one program at a time write an index.

    If another one writes it, wait a while.

    Raise UserError where that takes too long. The system ends the lock with the process.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(path.with_name(path.name + ".lock"), timeout=_MAX_WAIT_S, isolation_level=None)
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as fault:
            raise UserError(
                "The index is being brought up to date by another window or command.", hint="Search again in a moment."
            ) from fault
        yield


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open an index for writing.

    It is made anew if there is none that can be used.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not is_usable(path):
        remove_index(path)
    connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    for setting in _WRITING:
        connection.execute(setting)
    if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
    connection.executescript(_INDEXES)
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection | None:
    """Open an index, None where there is none that can be used.

    Any one thread at a time may use the connection.
    """
    if not is_usable(path):
        return None
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_S, isolation_level=None, check_same_thread=False
    )
    for setting in _READING:
        connection.execute(setting)
    return connection


def is_usable(path: Path) -> bool:
    """Say whether there is an index that can be used.

    It is whole enough to be read, and of this version.
    """
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_S)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            return bool(version == VERSION)
    except sqlite3.Error:
        return False


def remove_index(path: Path) -> None:
    """Remove an index; it is made anew when it is wanted."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
