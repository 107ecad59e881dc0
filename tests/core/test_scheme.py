"""A scheme of another shape is refused.

Its field is named: it is never half taken, and there is never a traceback.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from app.core.message import UserError
from app.core.scheme import Attribute, Label, Scheme, scheme_from_json, scheme_to_json
from app.core.vocabulary import REGISTERED
from app.service.project.schemes import default_scheme, load_scheme

ATTRIBUTE = {"name": "tone", "title": "Tone", "type": "choice", "choices": ["good", "bad"]}
LABEL: dict[str, Any] = {
    "name": "PER",
    "kind": "entity",
    "key": "1",
    "titles": {"en": "Person"},
    "colour": "#4477aa",
    "attributes": [ATTRIBUTE],
    "guideline": "A person.",
    "examples": ["[Токаев]"],
    "short_titles": {"en": "Pers."},
}
TREE: dict[str, Any] = {"labels": [LABEL], "options": {"a": "b"}}
ODD: tuple[Any, ...] = (
    None, True, 0, 7, -1e308, float("nan"), float("inf"), 2**80, [], [[]], [7], {}, {"a": 1}, {"a": {}}, "\x00",
    "\ud800", "?", "[" * 3,
)  # fmt: skip


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each value of a tree."""
    if path:
        yield path
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inside:
        yield from places(value, (*path, key))


def with_value(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    copy = json.loads(json.dumps(tree))
    inside = copy
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return copy


def written(path: tuple[Any, ...]) -> str:
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).lstrip(".")


def test_the_tree_has_every_field() -> None:
    assert set(LABEL) == {field.name for field in fields(Label)}
    assert set(ATTRIBUTE) == {field.name for field in fields(Attribute)}
    assert set(TREE) == {field.name for field in fields(Scheme)} - {"id"}
    scheme = scheme_from_json(json.dumps(TREE))
    assert json.loads(scheme_to_json(scheme)) == TREE


@pytest.mark.parametrize("path", list(places(TREE)), ids=written)
def test_an_odd_value_is_named_or_is_a_value_of_that_field(path: tuple[Any, ...]) -> None:
    """What is taken comes back as it was written.

    Nothing is taken for something else.
    """
    refusals = []
    for value in ODD:
        text = json.dumps(with_value(TREE, path, value))
        try:
            scheme = scheme_from_json(text, "x.json")
        except UserError as error:
            refusals.append(str(error.message))
        else:
            assert json.loads(scheme_to_json(scheme)) == json.loads(text) or value in ([], {}), value
    assert refusals
    assert all("x.json" in refusal and written(path) in refusal for refusal in refusals)


@pytest.mark.parametrize("path", [path for path in places(TREE) if path[-1] in ("name", "labels")], ids=written)
def test_a_missing_field_is_named(path: tuple[Any, ...]) -> None:
    tree = json.loads(json.dumps(TREE))
    inside = tree
    for key in path[:-1]:
        inside = inside[key]
    del inside[path[-1]]
    with pytest.raises(UserError) as caught:
        scheme_from_json(json.dumps(tree))
    assert f"{written(path)}: is missing" in str(caught.value.message)


@pytest.mark.parametrize("field", ["labels[0].nome", "labels[0].attributes[0].kind", "id"])
def test_an_unknown_field_is_named(field: str) -> None:
    tree = json.loads(json.dumps(TREE))
    inside = {"l": tree["labels"][0], "a": tree["labels"][0]["attributes"][0]}
    inside.get("a" if "attributes" in field else "l" if "labels" in field else "", tree)[field.rpartition(".")[2]] = 1
    with pytest.raises(UserError) as caught:
        scheme_from_json(json.dumps(tree))
    assert f"{field}: is not known" in str(caught.value.message)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", "null", "[" * 100_000, '{"labels":' + "[" * 100_000, "1" * 5_000, '{"labels": NaN}']
)
def test_what_is_no_json_or_nested_too_deeply_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        scheme_from_json(text)


FIELDS = {
    "scheme-bad-attr.name.json": "labels[14].attributes[1].name",
    "scheme-bad-attr.title.json": "labels[12].attributes[1].title",
    "scheme-bad-attr.type.json": "labels[14].attributes[3].type",
    "scheme-bad-choices.json": "labels[11].attributes[0].choices[0]",
    "scheme-bad-examples.json": "labels[1].examples[2]",
    "scheme-bad-guideline.json": "labels[2].kind",
    "scheme-bad-key.json": "labels[0].key",
    "scheme-bad-kind.json": "labels[1].examples[2]",
    "scheme-bad-name.json": "labels[7].name",
    "scheme-bad-titles.json": "labels[14].titles.en",
    "scheme-crash-RecursionError.json": "labels[2].titles.kk",
    "scheme-crash-TypeError.json": "labels[9].key",
}


@pytest.mark.parametrize("name", FIELDS)
def test_the_scheme_files_of_the_fault_cases_are_refused_with_the_field_named(shared: Path, name: str) -> None:
    with pytest.raises(UserError) as caught:
        load_scheme(shared / "cases" / "faults" / name)
    assert name in str(caught.value.message) and FIELDS[name] in str(caught.value.message)


def test_every_scheme_file_of_the_fault_cases_is_tried(shared: Path) -> None:
    assert {path.name for path in (shared / "cases" / "faults").glob("scheme-*")} == set(FIELDS)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/stdin"])
def test_a_device_is_not_read(path: str) -> None:
    if not Path(path).exists() or Path(path).is_file():
        pytest.skip(f"{path} is no device here")
    with pytest.raises(UserError):
        load_scheme(Path(path))


def test_a_digit_gives_the_label_of_its_kind() -> None:
    person, promise = Label("PER", "entity", key="1"), Label("promise", "claim", key="1")
    scheme = Scheme((Label("ORG", "entity", key="2"), person, promise))
    assert (scheme.by_key("entity", "1"), scheme.by_key("claim", "1")) == (person, promise)
    assert scheme.by_key("claim", "2") is None


DAY = Label("Day", attributes=(Attribute("value"),))


@pytest.mark.parametrize(
    ("labels", "registered"),
    [
        (default_scheme().labels, REGISTERED),
        ((Label("LOC"), Label("EVENT"), Label("PER")), ("PER", "LOC")),
        ((Label("Company Name"), DAY, Label("Person"), Label("PER", "claim")), ("Company Name", "Person")),
        ((DAY, Label("statement", "claim")), ()),
        ((), ()),
    ],
)
def test_records_are_of_persons_organisations_and_places_else_of_own_labels(
    labels: tuple[Label, ...], registered: tuple[str, ...]
) -> None:
    assert Scheme(labels).registered == registered
