"""Drafts of notes in their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.service.project.drafts import Drafts


def test_a_draft_is_found_by_project_and_target(tmp_path: Path) -> None:
    drafts = Drafts()
    drafts.keep(tmp_path / "a.pometka", (1, 2), "а\n\u202e\ud800")
    drafts.keep(tmp_path / "a.pometka", (None, None), "б")
    assert Drafts().find(tmp_path / "a.pometka", (1, 2)) == "а\n\u202e\ud800"
    assert Drafts().find(tmp_path / "a.pometka", (None, None)) == "б"
    assert Drafts().find(tmp_path / "a.pometka", (1, None)) == "" == Drafts().find(tmp_path / "b.pometka", (1, 2))


def test_blank_text_drops_the_draft(tmp_path: Path) -> None:
    drafts = Drafts()
    drafts.keep(tmp_path / "a.pometka", (1, None), "а")
    drafts.keep(tmp_path / "a.pometka", (1, None), " \n")
    assert drafts.path.read_text("utf-8").strip() == "{}"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 7, "b": {"1/": [], "2/": "x"}}', "[" * 100_000, "\udcff"])
def test_a_damaged_file_is_kept_and_stops_nothing(tmp_path: Path, text: str) -> None:
    drafts = Drafts()
    drafts.path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert drafts.find(tmp_path / "a.pometka", (1, None)) == ""
    drafts.keep(tmp_path / "a.pometka", (1, None), "а")
    assert drafts.find(tmp_path / "a.pometka", (1, None)) == "а"
    if "b" not in text:
        assert drafts.path.with_name("drafts.damaged.json").read_bytes() == text.encode("utf-8", "surrogateescape")
