"""Label Studio's exports in each shape.

What that tool needs of our files is tested too.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from app.core.model import Document, Kind, Status
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from tests.formats.exchange.samples import marked, sample_document

TEXT = "😀😀 Мэр Алматы Сеитов сказал, что школа откроется."


def region(words: str, label: str, units: int = 1, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words) + 2 * (units - 1)
    value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
    return {"id": words, "from_name": "label", "to_name": "body", "type": "labels", "value": value, **more}


def read_tasks(folder: Path, tree: Any) -> list[Document]:
    (folder / "a.json").write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    known = registry.recognise_format(folder / "a.json")
    assert known is not None and known.name == "labelstudio"
    return list(registry.read_file(folder / "a.json"))


@pytest.mark.parametrize("units", [1, 2])
def test_offsets_are_read_in_the_unit_that_the_words_prove(tmp_path: Path, units: int) -> None:
    results = [region("Алматы", "LOC", units), region("Сеитов", "PER", units)]
    (document,) = read_tasks(
        tmp_path, [{"id": 3, "data": {"body": TEXT, "url": "u"}, "annotations": [{"result": results}]}]
    )
    assert [(one.label, one.words(TEXT)) for one in document.annotations] == [("LOC", "Алматы"), ("PER", "Сеитов")]
    assert (document.article.key, document.article.url) == ("3", "u")


def test_relations_choices_and_notes_of_regions_are_read(tmp_path: Path) -> None:
    results = [
        region("Сеитов", "PER", meta={"text": ["верно?"]}),
        region("школа откроется", "Claim"),
        {"type": "relation", "from_id": "школа откроется", "to_id": "Сеитов", "labels": ["speaker"]},
        {"type": "choices", "id": "школа откроется", "from_name": "status", "value": {"choices": ["accepted"]}},
        {"type": "textarea", "id": "школа откроется", "from_name": "due", "value": {"text": ["2026"]}},
    ]
    (document,) = read_tasks(tmp_path, [{"data": {"text": TEXT}, "annotations": [{"result": results}]}])
    person, claim = document.annotations
    assert (claim.kind, claim.status, claim.attribute("due")) == (Kind.CLAIM, Status.ACCEPTED, "2026")
    assert TEXT[slice(*claim.roles[0].span)] == "Сеитов" == person.words(TEXT)
    assert document.notes[0].text == "верно?"


def test_of_several_annotations_the_first_that_counts_is_taken_and_the_others_told(tmp_path: Path) -> None:
    annotations = [
        {"was_cancelled": True, "result": [region("Мэр", "A")]},
        {"result": [region("Алматы", "B")]},
        {"result": [region("Сеитов", "C")]},
    ]
    (document,) = read_tasks(tmp_path, [{"data": {"text": TEXT}, "annotations": annotations}])
    assert [one.label for one in document.annotations] == ["B"]
    assert "left out: 1" in str(document.lost[0])


def test_predictions_are_taken_where_nobody_annotated(tmp_path: Path) -> None:
    task = {"data": {"text": TEXT}, "annotations": [], "predictions": [{"result": [region("Мэр", "A")]}]}
    assert [one.label for one in read_tasks(tmp_path, [task])[0].annotations] == ["A"]


def test_json_min_is_read(tmp_path: Path) -> None:
    item = {"id": 1, "text": TEXT, "label": [region("Алматы", "LOC")["value"]]}
    assert [one.words(TEXT) for one in read_tasks(tmp_path, [item])[0].annotations] == ["Алматы"]


def test_what_is_written_counts_utf16_and_brings_its_configuration(tmp_path: Path) -> None:
    document = sample_document(marked(Kind.ENTITY, "𝐀лматы", label="LOC"))
    options = ExportOptions("labelstudio")
    registry.write_file([document], tmp_path / "out.json", ExportContext(options=options))
    (task,) = json.loads((tmp_path / "out.json").read_text("utf-8"))
    value = task["annotations"][0]["result"][0]["value"]
    wide = document.text.encode("utf-16-le")
    assert wide[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"] == "𝐀лматы"
    config = ET.parse(tmp_path / "out.config.xml").getroot()
    assert [label.get("value") for label in config.iter("Label")] == ["LOC"]
    assert {element.get("toName") for element in config if element.get("toName")} == {"text"}
