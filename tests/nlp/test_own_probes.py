"""Sentences of our own get the right answer.

They come kind by kind. The tagger gives what the scorer of probes asks for.
"""

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.core.model import Kind
from app.nlp.pipeline import Tagger
from tests.benchmarks.claims import claim_row, read_lines

PROBES = read_lines(Path(__file__).parents[1] / "data" / "own_probes.jsonl")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = Path(__file__).parents[3] / "shared" / "score" / "score_probes.py"
    if not path.exists():
        pytest.skip(f"there is no {path}")
    spec = importlib.util.spec_from_file_location("score_probes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("probe", PROBES, ids=[probe["id"] for probe in PROBES])
def test_an_own_probe_is_read_as_it_expects(tagger: Tagger, scorer: ModuleType, probe: dict[str, Any]) -> None:
    found = tagger.tag(probe["text"], date.fromisoformat(probe["date"])).annotations
    row = {
        "entities": [
            {
                "start": one.start,
                "end": one.stop,
                "label": one.label,
                "normal": one.normal,
                "value": one.attribute("value"),
            }
            for one in found
            if one.kind is Kind.ENTITY
        ],
        "claims": [claim_row(one) for one in found if one.kind is Kind.CLAIM],
    }
    missing = [want for want in probe["expect"] if not scorer.HOLDS[want["what"]](probe["text"], row, want)]
    assert missing == []
