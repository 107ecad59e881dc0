"""No value of JSONL is lost in silence.

It is taken as it stands, or said with its line and field.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.core.model import Annotation, Article, Candidate, Document, Kind, Note, Origin, Progress, Role, Status
from app.core.span import Span
from app.formats.jsonl import jsonl_file
from app.formats.jsonl.row_keys import format_time, parse_time
from app.formats.jsonl.row_writer import make_row

TEXT = "Токаев сказал: рост составит пять процентов. Об этом он говорил вчера."
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
ENTITY = Annotation(
    1,
    0,
    Kind.ENTITY,
    "PER",
    (Span(0, 6),),
    Status.CORRECTED,
    Origin.PRETAG,
    "ner/1",
    0.5,
    "Токаев",
    (("gender", "m"), ("value", "5")),
    (Role("topic", Span(15, 19), "рост"),),
    "Ая",
    NOON,
    NOON,
)
CLAIM = Annotation(
    2,
    0,
    Kind.CLAIM,
    "forecast",
    (Span(15, 28), Span(29, 43)),
    Status.ACCEPTED,
    Origin.MANUAL,
    "claim/2",
    0.25,
    "рост",
    (("due", "2026"), ("form", "direct")),
    (Role("speaker", Span(0, 6), "Токаев"), Role("cue", Span(7, 13), "сказать")),
    "Ая",
    NOON,
    NOON,
)
LISTED = Annotation(3, 0, Kind.CLAIM, "promise", (Span(45, 51),), roles=(CLAIM.roles[1], CLAIM.roles[0]))
FULL = Document(
    Article(0, "Заголовок", date(2025, 6, 1), "e.kz", "https://e.kz/1", "a1", Progress.DONE, language="ru"),
    TEXT,
    (ENTITY, CLAIM, LISTED),
    (
        Note(1, "к имени", 0, 1, "Ая", NOON, NOON),
        Note(2, "к статье", 0, None, "Ая", NOON, NOON),
        Note(3, "ко всему", None, None, "Ая", NOON, NOON),
    ),
    (Candidate(1, 0, Span(53, 57), "PER", 0.5),),
)
ROW = json.loads(jsonl_file.encode_document(FULL))
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, 10**30, 0.5, -0.5, 2.5, float("nan"), float("inf"), "", " ", "слово", "2025-02-30"),
    *("2025-06-01T10:00:00+05:00", "2025-06-01 и ещё", [], [1], [[0, 5]], [[0, 10**9]], ["слово"], {}, {"a": 1}),
    *({"text": []}, {"due": []}, [{"start": 1}], [{"notes": [[]]}], "9" * 100, "accepted", "done"),
)
Path_ = tuple[str | int, ...]


def paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield where each value of a JSON value stands.

    The value itself comes last.
    """
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from paths(part, (*path, key))
    if path:
        yield path


def holder(row: Any, path: Path_) -> Any:
    for key in path:
        row = row[key]
    return row


def with_value(path: Path_, value: Any) -> Any:
    row = copy.deepcopy(ROW)
    holder(row, path[:-1])[path[-1]] = value
    return row


def read(tmp_path: Path, row: Any) -> Document:
    path = tmp_path / "odd.jsonl"
    path.write_text('{"id": "first", "text": "Первая."}\n' + json.dumps(row) + "\n", "utf-8")
    return list(jsonl_file.read_jsonl(path))[1]


def plain(value: Any, name: str = "") -> Any:
    """Return a JSON value as a reader may.

    Numbers are digits, times in UTC, notes are texts, null says nothing.
    """
    if isinstance(value, dict):
        return {key: plain(part, key) for key, part in value.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [plain({"text": part} if name == "notes" and not isinstance(part, dict) else part) for part in value]
    if isinstance(value, str) and name in ("created", "changed"):
        return format_time(parse_time(value)) or value
    if isinstance(value, bool):
        return value
    return f"{value:.15g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize(
    "path", [path for path in paths(ROW) if path != ("text",)], ids=lambda path: ".".join(map(str, path))
)
def test_an_odd_value_is_taken_or_said_with_line_and_field(tmp_path: Path, path: Path_) -> None:
    names = [str(part) for part in path if isinstance(part, str)]
    for value in ODD:
        row = with_value(path, value)
        document = read(tmp_path, row)
        if plain(make_row(document)) == plain(row):
            continue
        told = [str(message) for message in document.lost]
        if value in (None, "", [], {}):
            continue  # nothing was said by it
        assert any("line 2" in words and any(name in words for name in names[-2:]) for words in told), (value, told)


@pytest.mark.parametrize(
    "path", sorted({path[:-1] for path in paths(ROW) if isinstance(path[-1], str)}, key=str), ids=str
)
def test_a_key_that_an_object_has_twice_is_said(tmp_path: Path, path: Path_) -> None:
    inner = holder(ROW, path)
    name = next(iter(inner))
    row = copy.deepcopy(ROW)
    part = "@@" if not path else {"@@": 0}
    if path:
        holder(row, path[:-1])[path[-1]] = part
        twice = json.dumps(row).replace(json.dumps(part), f'{{"{name}": "раньше", {json.dumps(inner)[1:]}')
    else:
        twice = f'{{"{name}": "раньше", {json.dumps(row)[1:]}'
    (tmp_path / "odd.jsonl").write_text(twice, "utf-8")
    (document,) = jsonl_file.read_jsonl(tmp_path / "odd.jsonl")
    assert [str(message) for message in document.lost] == [
        f"“odd.jsonl”, line 1: “{name}” stands twice in one object; the last value is taken."
    ]
    assert plain(make_row(document)) == plain(ROW)


@pytest.mark.parametrize(
    "path", [(), *dict.fromkeys(path for path in paths(ROW) if isinstance(holder(ROW, path), dict))], ids=str
)
def test_a_field_that_nothing_is_known_of_is_said_once_a_file(tmp_path: Path, path: Path_) -> None:
    row = copy.deepcopy(ROW)
    holder(row, path)["odd field"] = "слово"
    if path and path[-1] == "attributes":
        return  # any name is one of an attribute
    lines = "".join(json.dumps({**row, "id": str(number), "title": str(number)}) + "\n" for number in range(3))
    (tmp_path / "odd.jsonl").write_text(lines, "utf-8")
    told = [str(words) for document in jsonl_file.read_jsonl(tmp_path / "odd.jsonl") for words in document.lost]
    assert len(told) == 1 and "line 1" in told[0] and "odd field" in told[0]


def test_the_full_document_is_read_without_a_word(tmp_path: Path) -> None:
    document = read(tmp_path, ROW)
    assert document.lost == () and make_row(document) == ROW
    assert (
        document.annotations == FULL.annotations
        and document.notes == FULL.notes
        and document.candidates == FULL.candidates
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("ann.normal_object_dropped", "normal"),
        ("ann.rule_object_dropped", "rule"),
        ("attribute_value_object_dropped", "attributes"),
        ("attributes_dropped", "attributes"),
        ("confidence_dropped", "confidence"),
        ("date_changed", "date"),
        ("hints_dropped", "hints"),
        ("language_object_dropped", "language"),
        ("role_with_end_but_no_start_dropped", "_end"),
    ],
)
def test_what_was_lost_in_silence_is_said(shared: Path, name: str, field: str) -> None:
    path = shared / "cases" / "faults" / f"jsonl-silent-{name}.jsonl"
    told = [str(words) for document in jsonl_file.read_jsonl(path) for words in document.lost]
    assert any(field in words and ", line " in words for words in told), told
