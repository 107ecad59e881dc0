"""Claims in the shared cases are found.

The cases are what was reported about tools of this kind.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from app.core.model import Kind
from app.nlp.pipeline import Tagger

DAY = date(2025, 9, 2)


@pytest.mark.parametrize(
    ("case", "file", "expected"),
    [
        ("05", "input", [("В понедельник состоится заседание", "forecast", "министр Тлеуов", "2025-09-08")]),
        ("07", "input", [("мост сдадут в 2027 г", "promise", "Министр Тлеуов", "2027")]),
        ("07", "input", [("Казахстан сыграет с Германией 5 октября", "forecast", "", "2025-10-05")]),
        ("08", "input", [("мост откроют в 2027 году", "promise", "Аким Ержан Куанышбаев", "2027")]),
        ("08", "input", [("Школу закроют", "forecast", "", "")]),
        ("09", "a", [("дожди придут в Алматы 5 сентября", "forecast", "", "2025-09-05")]),
        ("09", "b", []),
        ("09", "c", [("тенге ослабнет до 600 за доллар", "forecast", "", "")]),
        ("09", "d", []),
        ("18", "input", [("на ремонт дорог города в 2026 году выделят 5,3 млрд тенге", "promise", None, "2026")]),
        ("23", "a", [("мы построим 12 школ", "promise", "Токаев", "")]),
        ("23", "b", [("Мы выделим 3 млрд тенге на мост", "promise", "Ержан Куанышбаев", "")]),
    ],
)
def test_the_case_holds_the_claims_it_should(
    shared: Path, tagger: Tagger, case: str, file: str, expected: list[tuple[str, str, str | None, str]]
) -> None:
    (path,) = (shared / "cases").glob(f"{case}-*/{file}.txt")
    text = path.read_text("utf-8")
    found = []
    for claim in tagger.tag(text, DAY).annotations:
        if claim.kind is Kind.CLAIM:
            speaker = claim.role("speaker")
            named = text[speaker.span.start : speaker.span.stop] if speaker else ""
            words = re.sub(r"\s+", " ", text[claim.start : claim.stop])
            found.append((words, str(claim.label), re.sub(r"\s+", " ", named), claim.attribute("due")))
    if not expected:
        assert found == []
    for words, kind, speaker, due in expected:
        near = [one for one in found if one[0] == words]
        assert [one[1] for one in near] == [kind]
        assert speaker is None or near[0][2] == speaker
        assert near[0][3] == due
