"""JSONL loses nothing between writing and reading.

Foreign lines are taken for what they are.
"""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.message import UserError
from app.core.model import Document, Kind, Note, Origin, Progress, Status
from app.core.span import Span
from app.formats.jsonl import jsonl_file
from app.formats.source import lines

from ..strategies import documents


def read_rows(tmp_path: Path, *rows: Any) -> list[Document]:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), "utf-8")
    return list(jsonl_file.read_jsonl(path))


def reasons(document: Document) -> str:
    return " ".join(map(str, document.lost))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(found=st.lists(documents(), min_size=1, max_size=3, unique_by=lambda one: one.article.key or id(one)))
def test_what_is_written_is_read_again_unchanged(tmp_path: Path, found: list[Document]) -> None:
    path = tmp_path / "laws.jsonl"
    jsonl_file.write_jsonl(found, path)
    assert list(jsonl_file.read_jsonl(path)) == found


def test_notes_of_the_project_go_with_the_first_article(tmp_path: Path) -> None:
    path = tmp_path / "notes.jsonl"
    rows = read_rows(tmp_path, {"id": "a", "text": "один"}, {"id": "b", "text": "два"})
    jsonl_file.write_jsonl(rows, path, project=[Note(77, "Обо всём")])
    first, second = jsonl_file.read_jsonl(path)
    assert [(note.text, note.article_id) for note in first.notes] == [("Обо всём", None)]
    assert second.notes == ()


def test_ids_of_a_project_become_local_and_notes_keep_their_places(tmp_path: Path) -> None:
    (document,) = read_rows(tmp_path, {"text": "Токаев", "entities": [{"start": 0, "end": 6, "label": "PER"}]})
    placed = replace(
        document,
        article=replace(document.article, id=900),
        annotations=tuple(replace(item, id=555, article_id=900) for item in document.annotations),
        notes=(Note(901, "кто это?", 900, 555), Note(902, "статья", 900)),
    )
    jsonl_file.write_jsonl([placed], tmp_path / "placed.jsonl")
    (again,) = jsonl_file.read_jsonl(tmp_path / "placed.jsonl")
    assert again.annotations == document.annotations
    assert [(note.text, note.annotation_id) for note in again.notes] == [("кто это?", 1), ("статья", None)]


def test_a_link_to_the_register_goes_through_a_file(tmp_path: Path) -> None:
    entity = {"start": 0, "end": 6, "label": "PER", "attributes": {"referent": "Касым-Жомарт Токаев"}}
    (document,) = read_rows(tmp_path, {"id": "a", "text": "Токаев", "entities": [entity]})
    jsonl_file.write_jsonl([document], tmp_path / "linked.jsonl")
    assert list(jsonl_file.read_jsonl(tmp_path / "linked.jsonl")) == [document]
    assert document.annotations[0].attribute("referent") == "Касым-Жомарт Токаев"


def test_an_entity_without_a_status_arrives_proposed_and_imported(tmp_path: Path) -> None:
    (document,) = read_rows(tmp_path, {"id": 7, "text": "Астана", "entities": [{"start": 0, "end": 6, "label": "LOC"}]})
    (entity,) = document.annotations
    assert (entity.status, entity.origin, entity.label) == (Status.PROPOSED, Origin.IMPORT, "LOC")
    assert document.article.key == "7"


def test_a_foreign_claim_gives_kind_form_and_roles(tmp_path: Path) -> None:
    claim = {"start": 0, "end": 4, "type": "indirect", "kind": "promise", "speaker_start": 5, "speaker_end": 7}
    (document,) = read_rows(tmp_path, {"text": "тест он", "claims": [{**claim, "cue_start": None, "cue_end": None}]})
    (found,) = document.annotations
    assert (found.kind, found.label, found.attribute("form")) == (Kind.CLAIM, "promise", "indirect")
    assert [(role.name, role.span) for role in found.roles] == [("speaker", Span(5, 7))]


@pytest.mark.parametrize("text", ["a\r\nб", "\ufeffx", "хвост \n\n", "x\ud800y", "nul\x00", "\u2028 \x85 строка", "😀"])
def test_a_text_is_taken_as_it_is(tmp_path: Path, text: str) -> None:
    (document,) = read_rows(tmp_path, {"id": "x", "text": text})
    assert document.text == text
    assert json.loads(jsonl_file.encode_document(document))["text"] == text


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (0, 99), (3, 3), (4, 2), (True, 3), ("0", 3), (None, None), (0.0, 3)]
)
def test_offsets_outside_the_text_are_dropped_and_told(tmp_path: Path, start: object, end: object) -> None:
    entities = [{"start": start, "end": end, "label": "PER"}, {"start": 0, "end": 5, "label": "PER"}]
    _, document = read_rows(tmp_path, {"text": "первая"}, {"text": "слово", "entities": entities})
    assert [item.span for item in document.annotations] == [Span(0, 5)]
    assert "“rows.jsonl”, line 2: number 1 of “entities”" in reasons(document)
    assert "number 1 of “entities”" in reasons(document)


def test_unknown_words_and_dates_are_told_and_replaced(tmp_path: Path) -> None:
    entity = {"start": 0, "end": 5, "label": "PER", "status": "maybe"}
    row = {"text": "слово", "date": "2025-02-30", "progress": "half", "entities": [entity], "claims": {}}
    (document,) = read_rows(tmp_path, row)
    assert document.article.date is None
    assert document.article.progress is Progress.OPEN
    assert document.annotations[0].status is Status.PROPOSED
    for word in ("2025-02-30", "half", "maybe", "claims"):
        assert word in reasons(document)


def test_a_date_with_a_time_gives_its_day(tmp_path: Path) -> None:
    (document,) = read_rows(tmp_path, {"text": "слово", "date": "2025-09-02T10:00:00+05:00"})
    assert document.article.date == date(2025, 9, 2)


def test_a_text_in_the_analysts_form_fills_the_fields_and_stays(tmp_path: Path) -> None:
    text = " date 2025-09-02 Заголовок\nОпубликовано:\nАбзац.\nОригинал статьи: https://www.nur.kz/a/"
    (document,) = read_rows(tmp_path, {"text": text})
    article = document.article
    assert document.text == text
    assert (article.title, article.date, article.source) == ("Заголовок", date(2025, 9, 2), "nur.kz")


@pytest.mark.parametrize(
    "bad", ["{", "[1]", '{"id": 1}', '{"text": 5}', '{"text": null}', "9" * 5_000, "[" * 100_000, "null"]
)
def test_a_bad_line_is_named_after_the_good_ones(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_text('{"text": "раз"}\n\n' + bad + '\n{"text": "два"}\n', "utf-8")
    found: list[str] = []
    with pytest.raises(UserError) as caught:
        found.extend(document.text for document in jsonl_file.read_jsonl(path))
    assert found == ["раз", "два"]
    assert "“mixed.jsonl”, line 3" in str(caught.value.message)


def test_several_bad_lines_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "раз"}\n{\n{"text": "два"}\n}\n', "utf-8")
    with pytest.raises(UserError, match=r"2 lines cannot be read \(lines 2, 4\)"):
        list(jsonl_file.read_jsonl(path))


def test_a_file_that_is_no_jsonl_fails_at_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "prose.jsonl"
    path.write_text("Это просто текст.\nИ ещё.\n", "utf-8")
    with pytest.raises(UserError, match=r"“prose.jsonl”, line 1"):
        list(jsonl_file.read_jsonl(path))


def test_the_same_id_twice_is_two_articles(tmp_path: Path) -> None:
    first, second = read_rows(tmp_path, {"id": "a", "text": "раз"}, {"id": "a", "text": "два"})
    assert first.article.key == second.article.key == "a"
    assert first.article.digest != second.article.digest


@pytest.mark.parametrize(("text", "told"), [("два", "both are taken"), ("раз", "a project takes the first alone")])
def test_an_id_that_comes_again_is_told_with_both_lines(tmp_path: Path, text: str, told: str) -> None:
    rows = ({"id": 7, "text": "раз"}, {"id": "8", "text": "три"}, {"id": "7", "text": text}, {"text": text})
    documents = read_rows(tmp_path, *rows)
    (why,) = documents[2].lost
    assert "“rows.jsonl”, line 3" in str(why) and "line 1" in str(why) and told in str(why)
    assert [documents[place].lost for place in (0, 1, 3)] == [(), (), ()]


def test_offsets_in_utf16_units_are_recognised_by_the_words_that_stand_there(tmp_path: Path) -> None:
    entities = [{"start": 3, "end": 9, "label": "LOC", "text": "Астана"}, {"start": 12, "end": 14, "label": "X"}]
    claims = [{"start": 3, "end": 9, "kind": "statement", "speaker_start": 12, "speaker_end": 14}]
    (document,) = read_rows(tmp_path, {"text": "😀 Астана 𝐀 он", "entities": entities, "claims": claims})
    assert [item.words(document.text) for item in document.annotations] == ["Астана", " о", "Астана"]
    assert "UTF-16" in reasons(document) and len(document.lost) == 1


def test_an_annotation_whose_words_stand_elsewhere_is_left_out_and_told(tmp_path: Path) -> None:
    entities = [{"start": 0, "end": 6, "label": "LOC", "text": word} for word in ("Астана", "Алматы")]
    (document,) = read_rows(tmp_path, {"text": "Астана и Алматы 😀", "entities": entities})
    assert [item.words(document.text) for item in document.annotations] == ["Астана"]
    assert "number 2 of “entities” is left out: “Алматы” is not at that place" in reasons(document)


def test_lines_without_an_id_get_a_key_of_file_and_line(tmp_path: Path) -> None:
    keys = [document.article.key for document in read_rows(tmp_path, {"text": "раз"}, {"text": "два"})]
    assert keys == ["rows-1", "rows-2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_file_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "encoded.jsonl"
    rows = [{"id": str(number), "text": f"Глава государства выступил в Астане {number} раз"} for number in range(3)]
    path.write_bytes("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(encoding))
    assert [document.text for document in jsonl_file.read_jsonl(path)] == [row["text"] for row in rows]


def test_one_broken_byte_costs_one_line(tmp_path: Path) -> None:
    path = tmp_path / "byte.jsonl"
    good = json.dumps({"text": "Привет, мир! " * 10_000}, ensure_ascii=False).encode()
    path.write_bytes(good + b'\n{"text": "\xff"}\n' + good + b"\n")
    found: list[Document] = []
    with pytest.raises(UserError, match="line 2"):
        found.extend(jsonl_file.read_jsonl(path))
    assert len(found) == 2


def test_a_line_beyond_the_bound_is_passed_over_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "MAX_FILE_BYTES", 1_000)
    path = tmp_path / "long.jsonl"
    rows = [{"text": "раз"}, {"text": "x" * 5_000}, {"text": "два"}, {"text": "y" * 2_000}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows).rstrip(), "utf-8")
    found: list[str] = []
    with pytest.raises(UserError, match=r"lines 2, 4"):
        found.extend(document.text for document in jsonl_file.read_jsonl(path))
    assert found == ["раз", "два"]


def test_reading_needs_the_memory_of_one_article(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": "слово " * 2_000}) + "\n") * 400, "utf-8")
    tracemalloc.start()
    try:
        count = sum(1 for _ in jsonl_file.read_jsonl(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 400
    assert peak < 2_000_000, f"{path.stat().st_size} bytes took {peak}"


@pytest.mark.parametrize(("bad", "rest"), [(20, ""), (21, " …")])
def test_twenty_bad_lines_are_named_and_no_more(tmp_path: Path, bad: int, rest: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "раз"}\n' + "{\n" * bad, "utf-8")
    named = ", ".join(str(number) for number in range(2, 22))
    with pytest.raises(UserError) as caught:
        list(jsonl_file.read_jsonl(path))
    assert f"{bad} lines cannot be read (lines {named}{rest})." in str(caught.value.message)


@pytest.mark.parametrize(("length", "shown"), [(58, "d" * 58 + '"'), (59, "d" * 58 + "…")])
def test_a_value_is_shown_in_60_characters_at_most(tmp_path: Path, length: int, shown: str) -> None:
    (document,) = read_rows(tmp_path, {"text": "слово", "date": "d" * length})
    assert f'"{shown} is not' in reasons(document)
