"""Steps name the fields of their rows.

Programs that know other fields read them, or refuse them with the name.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.core.change import Change
from app.core.message import UserError
from app.core.model import Annotation, Candidate, Kind, Note, Role
from app.core.row_types import ROW_TYPES
from app.core.rows.row import Row
from app.core.span import Span
from app.store import Project
from app.store.history.payload import inflate_payload, pack_changes, unpack_changes
from app.store.history.unnamed_fields import UNNAMED_FIELDS
from app.store.rows.odd_values import UnexpectedValueError
from tests.store.samples import NEWS, NOON, SCHEME, article_step, no_rows, no_text, step

NOTE = Note(4, "да", 2, 3, "Ая", NOON, NOON)
CANDIDATE = Candidate(5, 2, Span(0, 5), "PER", 0.5)
CLAIM = Annotation(
    *(3, 2, Kind.CLAIM, "statement", (Span(0, 4), Span(6, 9))),
    roles=(Role("speaker", Span(0, 5), "Токаев"), Role("cue", Span(6, 9))),
    attributes=(("form", "direct"),),
)
ROWS: tuple[Row, ...] = (CLAIM, NOTE, CANDIDATE)


def tree_of(*rows: Row) -> Any:
    """Return what a step that brings rows holds."""
    return {
        "changes": [[table_of(row), None, values_of(row)] for row in rows],
        "fields": {name: list(names) for name, names in UNNAMED_FIELDS.items()},
    }


def table_of(row: Row) -> str:
    return next(declared.table for declared in ROW_TYPES if declared.row_class is type(row))


def values_of(row: Row) -> list[Any]:
    if isinstance(row, Note):
        return [row.id, row.text, row.article_id, row.annotation_id, row.author, NOON.isoformat(), NOON.isoformat()]
    if isinstance(row, Candidate):
        return [row.id, row.article_id, *row.span, row.label, row.score]
    roles = [["speaker", 0, 5, "Токаев"], ["cue", 6, 9, ""]]
    attributes = [["form", "direct"]]
    head = [3, 2, "claim", "statement", [[0, 4], [6, 9]], "proposed", "manual", "", None, ""]
    return [*head, attributes, roles, "", None, None]


def read(tree: Any) -> list[Row | None]:
    """Return the rows that a step brings."""
    return [change.after for change in unpack_changes(zlib.compress(json.dumps(tree).encode()), no_text, no_rows)]


def changed(*rows: Row, at: str, by: Callable[[list[str], list[Any]], object]) -> Any:
    """Return a step in which a table's rows are changed.

    The names and the values of the rows are changed.
    """
    tree = tree_of(*rows)
    names = tree["fields"][at]
    lists = [values for table, _, values in tree["changes"] if table == at]
    if at == "claim_role":
        place = UNNAMED_FIELDS["annotation"].index("roles")
        lists = [role for table, _, values in tree["changes"] if table == "annotation" for role in values[place]]
    given = list(names)
    for values in lists:
        names[:] = given
        by(names, values)
    return tree


def add(value: object) -> Callable[[list[str], list[Any]], object]:
    """Return what puts the field of a newer program in front."""

    def put(names: list[str], values: list[Any]) -> None:
        names.insert(0, "from_tomorrow")
        values.insert(0, value)

    return put


def turn(names: list[str], values: list[Any]) -> None:
    names.reverse()
    values.reverse()


def drop_last(names: list[str], values: list[Any]) -> None:
    del names[-1], values[-1]


def test_a_step_is_read_by_the_names_that_it_gives() -> None:
    assert read(tree_of(*ROWS)) == list(ROWS)


@pytest.mark.parametrize("table", ["annotation", "claim_role", "note", "hint"])
def test_the_order_of_fields_is_the_one_that_the_step_says(table: str) -> None:
    assert read(changed(*ROWS, at=table, by=turn)) == list(ROWS)


@pytest.mark.parametrize("table", ["annotation", "claim_role", "note", "hint"])
def test_a_field_that_is_not_known_and_says_something_is_named(table: str) -> None:
    with pytest.raises(UserError, match=f"“{table}.from_tomorrow”.*newer"):
        read(changed(*ROWS, at=table, by=add("важно")))


@pytest.mark.parametrize("value", [None, "", 0, 0.0, False, []])
@pytest.mark.parametrize("table", ["annotation", "claim_role", "note", "hint"])
def test_a_field_that_is_not_known_and_says_nothing_is_left_out(table: str, value: object) -> None:
    assert read(changed(*ROWS, at=table, by=add(value))) == list(ROWS)


def test_a_field_that_a_step_lacks_has_its_default() -> None:
    (note,) = read(changed(NOTE, at="note", by=drop_last))
    assert note == Note(4, "да", 2, 3, "Ая", NOON)
    (claim,) = read(changed(CLAIM, at="claim_role", by=drop_last))
    assert isinstance(claim, Annotation) and [role.normal for role in claim.roles] == ["", ""]


def test_a_field_without_a_default_that_a_step_lacks_is_damage() -> None:
    tree = tree_of(NOTE)
    tree["fields"]["note"][1] = "words"
    tree["changes"][0][2][1] = ""
    with pytest.raises(UnexpectedValueError):
        read(tree)


def test_rows_of_a_table_that_is_not_known_are_named() -> None:
    tree = tree_of(NOTE)
    tree["fields"]["person"] = ["id"]
    tree["changes"].append(["person", None, [7]])
    with pytest.raises(UserError, match=r"“person”.*newer"):
        read(tree)


def test_a_step_made_before_fields_were_named_is_read() -> None:
    assert read(tree_of(*ROWS)["changes"]) == list(ROWS)
    shorter = [["note", None, values_of(NOTE)[:4]]]
    assert read(shorter) == [Note(4, "да", 2, 3)]


def test_a_step_names_the_fields_of_its_own_tables_alone() -> None:
    def named(*rows: Row) -> set[str]:
        payload = pack_changes([Change(None, row) for row in rows])
        return set(json.loads(inflate_payload(payload))["fields"])

    assert named(NOTE) == {"note"}
    assert named(CLAIM, CANDIDATE) == {"annotation", "claim_role", "hint"}


@pytest.mark.parametrize("kept", [0, 1, 30])
def test_a_step_that_is_cut_off_is_damage(kept: int) -> None:
    with pytest.raises(UnexpectedValueError):
        unpack_changes(pack_changes([Change(None, row) for row in ROWS])[:kept], no_text, no_rows)


def test_undoing_a_step_of_a_newer_program_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.pometka"
    with Project.create(path, SCHEME) as project:
        project.apply(article_step(2, NEWS))
        project.apply(step(Note(4, "да", 2)))
    newer = changed(Note(4, "да", 2), at="note", by=add("важно"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE step SET payload = ? WHERE id = 2", (zlib.compress(json.dumps(newer).encode()),))
        connection.commit()
    with Project.open(path) as project:
        with pytest.raises(UserError, match=r"note\.from_tomorrow"):
            project.undo()
        assert [note.text for note in project.notes(2)] == ["да"]
        assert ["note.from_tomorrow" in str(problem) for problem in project.check()] == [True]
        project.apply(step(Note(5, "нет", 2))).wait()
        project.undo()
        assert [note.id for note in project.notes(2)] == [4]
