"""Kazakh passages of our own get the right answer.

What the tagger gives holds it.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.model import Annotation, Kind
from app.nlp.pipeline import Tagger

ROWS = Path(__file__).parents[1] / "data" / "kazakh_passages.jsonl"
PASSAGES = [json.loads(line) for line in ROWS.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage["id"] for passage in PASSAGES])
def test_a_kazakh_passage_is_read_as_its_annotation_says(tagger: Tagger, passage: dict[str, Any]) -> None:
    text = passage["text"]
    found = tagger.tag(text, date.fromisoformat(passage["date"])).annotations
    for expected in passage["expect"]:
        assert any(_is_like(text, one, expected) for one in found) != (expected["what"] == "none"), expected


def _is_like(text: str, one: Annotation, expected: dict[str, Any]) -> bool:
    if expected["what"] == "entity":
        named = {"normal": one.normal, "value": one.attribute("value")}
        told = all(named[key] == expected[key] for key in named if key in expected)
        return (
            one.kind is Kind.ENTITY and (one.label, one.words(text)) == (expected["label"], expected["text"]) and told
        )
    if one.kind is not Kind.CLAIM:
        return False
    if expected["what"] == "none":
        return expected["text"] in one.words(text)
    roles = {role.name: text[role.span.start : role.span.stop] for role in one.roles}
    given = (one.words(text), one.label, one.attribute("form"), roles.get("speaker"), roles.get("cue"))
    return given == tuple(expected[key] for key in ("text", "kind", "form", "speaker", "cue"))
