"""Errors in a JSON text are messages that can be translated."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.core.json.errors import explain_json_error
from app.core.message import Message

BROKEN = [
    "", "{", '{"a"', '{"a" 1}', '{"a": 1 "b"}', "[1 2]", '"a', '"a\nb"', '"\\q"', '"\\u12"', "1 2", "nul", "{a: 1}",
    '{"a": 1,}', "[1,]", "\ufeff1",
]  # fmt: skip
TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations" / "pometka_ru.ts"


def broken(text: str) -> Exception:
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        return error
    raise AssertionError(f"{text!r} is JSON")


def templates(message: Message) -> list[str]:
    inner = [one for value in message.args.values() if isinstance(value, Message) for one in templates(value)]
    return [message.template, *inner]


@pytest.mark.parametrize("text", [*BROKEN, "[" * 200_000, "1" * 5_000])
def test_every_error_of_the_reader_is_translated(text: str) -> None:
    known = {
        message.findtext("source"): message.findtext("translation")
        for message in ET.parse(TRANSLATIONS).iter("message")
    }
    for is_line in (False, True):
        for template in templates(explain_json_error(broken(text), is_line=is_line)):
            assert known.get(template), template


def test_the_place_is_said_as_people_count() -> None:
    assert str(explain_json_error(broken('{"a": 1,\n "b" 2}'))) == "Expecting ':' delimiter, line 2, column 6"
    assert str(explain_json_error(broken("[1 2]"), is_line=True)) == "Expecting ',' delimiter, column 4"
