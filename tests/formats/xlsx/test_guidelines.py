"""The guidelines of the default scheme are in the workbook's language."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest

from app.core.files.resources import resource
from app.formats.xlsx.values.guidelines import say_guideline

LABELS = json.loads(resource("schemes", "default.json").read_text("utf-8"))["labels"]
WINDOW = {
    entry.findtext("source"): entry.findtext("translation")
    for entry in ET.parse(resource("translations", "pometka_ru.ts")).iter("message")
}


@pytest.mark.parametrize("guideline", [label["guideline"] for label in LABELS])
def test_a_guideline_is_in_russian_as_in_the_window(guideline: str) -> None:
    assert WINDOW[guideline]
    assert say_guideline(guideline, "ru") == WINDOW[guideline]
    assert say_guideline(guideline, "en") == guideline


def test_a_guideline_of_the_analyst_stays_as_it_was_written() -> None:
    assert say_guideline("Only by name.", "ru") == "Only by name."
