"""Files of doccano, Prodigy and spaCy as these tools write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.core.message import UserError
from app.core.model import Document, Kind, Status
from app.formats import registry

TEXT = "😀 Мэр Алматы Сеитов сказал, что школа откроется."


def read_lines(folder: Path, *rows: Any, name: str = "a.jsonl", wanted: str) -> list[Document]:
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    known = registry.recognise_format(path)
    assert known is not None and known.name == wanted
    return list(registry.read_file(path))


def ends(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def words_of(document: Document) -> list[tuple[str, str]]:
    return [(one.label, one.words(document.text)) for one in document.annotations]


@pytest.mark.parametrize("field", ["label", "labels"])
def test_doccanos_triples_are_read(tmp_path: Path, field: str) -> None:
    row = {"id": 7, "text": TEXT, field: [[*ends("Алматы"), "LOC"], [*ends("Сеитов"), "Имя"]], "Comments": ["верно"]}
    (document,) = read_lines(tmp_path, row, wanted="doccano")
    assert words_of(document) == [("LOC", "Алматы"), ("Имя", "Сеитов")]
    assert document.article.key == "7" and document.notes[0].text == "верно"


def test_doccanos_entities_and_relations_are_read_and_odd_ones_reported(tmp_path: Path) -> None:
    entities = [
        {"id": number, "start_offset": start, "end_offset": stop, "label": label}
        for number, label, (start, stop) in (
            (1, "PER", ends("Сеитов")),
            (2, "Claim", ends("школа откроется")),
            (3, "X", (40, 900)),
            (4, "Y", (5, 5)),
        )
    ]
    relations = [
        {"id": 1, "from_id": 2, "to_id": 1, "type": "speaker"},
        {"id": 2, "from_id": 1, "to_id": 2, "type": "of"},
    ]
    (document,) = read_lines(tmp_path, {"text": TEXT, "entities": entities, "relations": relations}, wanted="doccano")
    assert [(one.kind, one.label) for one in document.annotations] == [(Kind.ENTITY, "PER"), (Kind.CLAIM, "Claim")]
    assert TEXT[slice(*document.annotations[1].roles[0].span)] == "Сеитов"
    assert len(document.lost) == 3


def test_a_list_of_articles_is_read_like_lines(tmp_path: Path) -> None:
    rows = [{"text": TEXT, "label": [[*ends("Мэр"), "POS"]]}] * 2
    assert len(read_lines(tmp_path, rows, name="a.json", wanted="doccano")) == 2


def test_prodigys_spans_take_the_answer_as_their_status(tmp_path: Path) -> None:
    start, stop = ends("Алматы")
    rows = [
        {"text": TEXT, "spans": [{"start": start, "end": stop, "label": "LOC"}], "answer": answer, "meta": {"url": "u"}}
        for answer in ("accept", "reject", "ignore")
    ]
    documents = read_lines(tmp_path, *rows, wanted="prodigy")
    assert [one.annotations[0].status for one in documents] == [Status.ACCEPTED, Status.REJECTED, Status.PROPOSED]
    assert all(words_of(one) == [("LOC", "Алматы")] and one.article.url == "u" for one in documents)


@pytest.mark.parametrize("field", ["entities", "ents"])
def test_spacys_older_rows_are_read(tmp_path: Path, field: str) -> None:
    start, stop = ends("Алматы")
    item: Any = [start, stop, "LOC"] if field == "entities" else {"start": start, "end": stop, "label": "LOC"}
    (document,) = read_lines(tmp_path, {"text": TEXT, field: [item]}, wanted="prodigy")
    assert words_of(document) == [("LOC", "Алматы")]


def test_utf16_offsets_are_known_by_the_words(tmp_path: Path) -> None:
    start, stop = ends("Алматы")
    span = {"start": start + 1, "end": stop + 1, "label": "LOC", "text": "Алматы"}
    (document,) = read_lines(tmp_path, {"text": TEXT, "spans": [span]}, wanted="prodigy")
    assert words_of(document) == [("LOC", "Алматы")]


def test_our_own_lines_are_never_taken_for_those_of_others(tmp_path: Path) -> None:
    rows = [
        {"text": TEXT, "entities": [], "claims": []},
        {"text": TEXT, "entities": [{"start": 0, "end": 1, "label": "X"}]},
    ]
    assert len(read_lines(tmp_path, *rows, wanted="jsonl")) == 2


def test_bad_lines_are_named_after_the_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Один", "label": []}\n{"text": "Два", \n["x"]\n{"text": "Три", "label": []}\n', "utf-8")
    read: list[str] = []
    with pytest.raises(UserError, match=r"2 lines cannot be read \(lines 2, 3\)"):
        read += (document.text for document in registry.read_file(path, "doccano"))
    documents = registry.read_file(path, "doccano")
    assert [next(documents).text, next(documents).text] == ["Один", "Три"]


@pytest.mark.parametrize(
    "value", [None, 1, "x", [], [1], [[1]], {"a": 1}, [None, {}, [0, 1]], [[0, 1, 2]], [{"start": "x"}]]
)
@pytest.mark.parametrize("name", ["doccano", "prodigy"])
def test_values_of_a_wrong_type_never_end_in_a_crash(tmp_path: Path, name: str, value: Any) -> None:
    fields = (
        "label",
        "entities",
        "relations",
        "Comments",
        "spans",
        "meta",
        "links",
        "answer",
        "notes",
        "title",
        "date",
    )
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": TEXT, field: value}) + "\n" for field in fields), "utf-8")
    assert len(list(registry.read_file(path, name))) == len(fields)
