"""The quick way to read an annotation is a shortcut.

It says what the way field by field says, or nothing.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Kind
from app.formats.jsonl.annotation_reader import AnnotationReader
from app.formats.jsonl.lost_values import LinePlace, LostValues
from app.formats.jsonl.plain_annotation import read_plain_annotation
from app.formats.jsonl.row_writer import make_row
from tests.formats import strategies

TEXT = "Токаев сказал, что бюджет вырос."
OFFSETS = st.integers(-1, len(TEXT) + 1)
ODD = st.sampled_from((None, True, False, 0, 1, 7, 0.5, 1.5, float("nan"), "", " ", "a\r\n", "\ud800", [], [1], {}))
WORDS = st.sampled_from(("PER", "Токаев", "form", "a\u00a0b")) | strategies.WORDS
STATUSES, ORIGINS = (st.sampled_from(words) for words in (("proposed", "done", ""), ("pretag", "import", "me")))
TIMES = st.sampled_from(("2025-06-01T12:00:00+05:00", "2025-06-01", "0001-01-01T00:00:00+14:00", "вчера"))
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("label", "kind", "type", "value", "rule", "normal", "author", "speaker_normal", "odd"), WORDS),
    **dict.fromkeys(("start", "end", "speaker_start", "speaker_end", "cue_start", "cue_end"), OFFSETS),
    **dict.fromkeys(("created", "changed"), TIMES),
    "text": WORDS,
    "status": STATUSES,
    "origin": ORIGINS,
    "confidence": st.floats(-0.5, 1.5),
    "notes": st.just(["слово"]),
    "pieces": st.just([[0, 6]]),
    "attributes": st.just({"form": "direct"}),
    "roles": st.just([{"name": "cue", "start": 0, "end": 6}]),
}
SOUND = st.fixed_dictionaries({"start": st.integers(0, 6), "end": st.integers(7, 12), "label": WORDS, "kind": WORDS})
FEW_ODD = st.fixed_dictionaries({}, optional={name: ODD | values for name, values in FIELDS.items()})
ITEMS = st.builds(lambda sound, odd: {**sound, **odd}, SOUND, FEW_ODD)


def narrowed(item: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """Return an item without fields of the other kind.

    Most items are then plain.
    """
    other = {"label", "value"} if kind is Kind.CLAIM else {"kind", "type"}
    roles = () if kind is Kind.CLAIM else ("speaker_", "cue_")
    return {name: value for name, value in item.items() if name not in other and not name.startswith(roles or "\0")}


def assert_same(item: Any, kind: Kind, text: str) -> bool:
    """Compare both ways; return whether the quick one took the item."""
    lost = LostValues(LinePlace("a.jsonl", 1), set())
    plain = read_plain_annotation(item, kind, 3, text)
    if plain is None:
        return False
    assert AnnotationReader(text, None, lost).read_fields(item, kind, 3, ("entities", 1)) == plain
    assert lost.messages == []
    return True


@given(ITEMS, st.sampled_from(Kind))
def test_an_item_of_any_values_is_read_alike(item: dict[str, Any], kind: Kind) -> None:
    assert_same(narrowed(item, kind), kind, TEXT)


@pytest.mark.parametrize(
    ("confidence", "is_plain"),
    [(0.0, True), (1.0, True), (None, True), (-0.001, False), (1.001, False), (1, False), (float("nan"), False)],
)
def test_a_confidence_lies_between_0_and_1(confidence: object, is_plain: bool) -> None:
    item = {"start": 0, "end": 6, "label": "PER", "confidence": confidence}
    assert assert_same(item, Kind.ENTITY, TEXT) == is_plain


@given(st.none() | st.integers() | st.lists(st.integers(), max_size=2) | WORDS, st.sampled_from(Kind))
def test_what_is_no_object_is_left_to_the_way_field_by_field(item: Any, kind: Kind) -> None:
    assert read_plain_annotation(item, kind, 1, TEXT) is None


@given(strategies.documents())
def test_what_we_write_is_read_alike(document: Any) -> None:
    row = json.loads(json.dumps(make_row(document)))
    for name, kind in (("entities", Kind.ENTITY), ("claims", Kind.CLAIM)):
        for item in row[name]:
            assert_same(item, kind, document.text)


def test_an_item_as_most_are_takes_the_quick_way() -> None:
    common = {"start": 0, "end": 6, "status": "accepted", "origin": "pretag", "rule": "ner/1", "confidence": 0.9}
    times = {"author": "Ая", "created": "2025-06-01T12:00:00+00:00", "changed": "2025-06-01T12:00:00+00:00"}
    roles = {"speaker_start": 0, "speaker_end": 6, "cue_start": None, "cue_end": None}
    assert assert_same({**common, **times, "label": "PER", "normal": "Токаев", "text": "Токаев"}, Kind.ENTITY, TEXT)
    assert assert_same({**common, **roles, "kind": "statement", "type": None}, Kind.CLAIM, TEXT)
