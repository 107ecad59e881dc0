"""A tree of JSON is taken, or refused with a reason.

It is taken as it must be. A refusal names its place.
"""

from __future__ import annotations

import pytest

from app.core.json import shapes
from app.core.json.shapes import Check, ShapeError

POINT = shapes.record(dict, {"x": shapes.text, "tags": shapes.each(shapes.name)}, "x")


@pytest.mark.parametrize(
    ("check", "value", "kept"),
    [
        (shapes.text, "", ""),
        (shapes.name, " а ", " а "),
        (shapes.colour, "", ""),
        (shapes.colour, "#4477aA", "#4477aA"),
        (shapes.one_of("a", "b"), "b", "b"),
        (shapes.each(shapes.text), ["б", "а"], ("б", "а")),
        (shapes.pairs, {"б": "1", "а": "2"}, (("а", "2"), ("б", "1"))),
        (POINT, {"x": "1", "tags": []}, {"x": "1", "tags": ()}),
        (POINT, {"x": "1"}, {"x": "1"}),
    ],
)
def test_a_value_of_the_right_shape_is_kept(check: Check, value: object, kept: object) -> None:
    assert check(value, "here") == kept


@pytest.mark.parametrize(
    ("check", "value", "told"),
    [
        (shapes.text, 7, "here: must be a text"),
        (shapes.text, "\ud800", "here: holds a character that no text can have"),
        (shapes.text, "а\x00", "here: holds a character that no text can have"),
        (shapes.name, " ", "here: must not be empty"),
        (shapes.colour, "#4477a", "here: must be a colour such as “#4477aa”"),
        (shapes.one_of("a", "b"), "c", "here: must be one of “a”, “b”"),
        (shapes.one_of("a", "b"), None, "here: must be one of “a”, “b”"),
        (shapes.each(shapes.text), "а", "here: must be a list"),
        (shapes.each(shapes.text), ["а", 1], "here[1]: must be a text"),
        (shapes.pairs, [], "here: must be an object"),
        (shapes.pairs, {"а": 1}, "here.а: must be a text"),
        (POINT, [], "here: must be an object"),
        (POINT, {"tags": []}, "here.x: is missing"),
        (POINT, {"x": "1", "y": "2"}, "here.y: is not known"),
        (POINT, {"y": "2"}, "here.y: is not known"),
        (POINT, {"x": "1", "tags": ["а", ""]}, "here.tags[1]: must not be empty"),
    ],
)
def test_another_shape_is_refused_with_its_place(check: Check, value: object, told: str) -> None:
    with pytest.raises(ShapeError) as refused:
        check(value, "here")
    assert str(refused.value) == str(refused.value.message) == told


def test_the_outermost_place_has_no_name() -> None:
    with pytest.raises(ShapeError) as refused:
        POINT({"x": 1}, "")
    assert str(refused.value) == "x: must be a text"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[" * 100_000, "it is nested too deeply"),
        ('{"a": 1, "b": {"c": 1, "c": 1}}', "“c” is named twice in one object"),
        ("{", "it is not JSON (Expecting property name enclosed in double quotes, line 1, column 2)"),
    ],
)
def test_a_text_that_is_no_tree_is_refused_with_the_reason(text: str, told: str) -> None:
    with pytest.raises(ShapeError) as refused:
        shapes.parse_json(text)
    assert (refused.value.place, str(refused.value.message)) == ("", told)


def test_a_text_is_read_as_its_tree() -> None:
    assert shapes.parse_json('{"a": [1, null], "b": "ы"}') == {"a": [1, None], "b": "ы"}
