"""What the start of a file says about its format."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from app.formats.source.file_sample import read_sample


def sample_places(path: Path, content: str, encoding: str = "utf-8") -> frozenset[str]:
    path.write_bytes(content.encode(encoding))
    return read_sample(path).json_places


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_places_of_a_json_text_are_known(tmp_path: Path, encoding: str) -> None:
    places = sample_places(tmp_path / "a", '\n[{"id": 1, "data": {"text": "Слово"}, "label": [[0, 5, "X"]]}]', encoding)
    assert places == {"[]", "[].id", "[].data", "[].data.text", "[].label", "[].label[]", "[].label[][]"}


def test_brackets_and_keys_inside_a_string_are_no_places(tmp_path: Path) -> None:
    assert sample_places(tmp_path / "a", json.dumps({"text": 'a "label": [{ \\" ] }'})) == {"text"}


def test_lines_of_jsonl_and_a_cut_string_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    assert sample_places(tmp_path / "a", '{"text": "a"}\n{"label": []}\n{"text": "cut') == {"text", "label", "label[]"}
    assert "text" in sample_places(tmp_path / "b", json.dumps({"text": "слово " * 200_000}, ensure_ascii=False))


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000, "}" * 1000, ""])
def test_depth_and_disorder_do_no_harm(tmp_path: Path, content: str) -> None:
    assert len(sample_places(tmp_path / "a", content)) <= 21


def test_a_text_that_is_no_json_has_no_places(tmp_path: Path) -> None:
    assert not sample_places(tmp_path / "a", 'Слово: {"text": 1}')


@pytest.mark.parametrize(
    ("content", "root"),
    [
        ('<?xml version="1.0"?>\n<!-- <b> -->\n<a:B xmlns:a="u">', '<a:B xmlns:a="u">'),
        ("<!DOCTYPE html><html lang='ru'>", "<html lang='ru'>"),
        ("Слово <b>", ""),
    ],
)
def test_the_first_element_of_xml_is_known(tmp_path: Path, content: str, root: str) -> None:
    (tmp_path / "a").write_text(content, "utf-8")
    assert read_sample(tmp_path / "a").xml_root == root


def test_names_in_a_zip_and_in_a_folder_are_known(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.bin", "w") as archive:
        archive.writestr("b/Word.XML", "x")
    (tmp_path / "f" / "b").mkdir(parents=True)
    (tmp_path / "f" / "b" / "Word.XML").touch()
    for path in (tmp_path / "a.bin", tmp_path / "f"):
        assert read_sample(path).names == ("b/Word.XML",)
        assert read_sample(path).has_member(".xml")


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\x00\xff" * 50])
def test_a_broken_file_gives_an_empty_sample(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    sample = read_sample(tmp_path / "a")
    assert not sample.names and not sample.json_places and not sample.xml_root
    assert not read_sample(tmp_path / "missing").head
