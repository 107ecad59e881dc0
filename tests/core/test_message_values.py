"""Messages are values.

The program never looks at their words to know what happened.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.message import fill

_TRANSLATING = ("tr", "shown", "Message")


def compared_words(source: str) -> Iterator[int]:
    """Yield the lines that compare the template of a message.

    Lines that compare words that were translated are yielded too.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and any(map(is_words, (node.left, *node.comparators))):
            yield node.lineno


def is_words(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in _TRANSLATING
    return isinstance(node, ast.Attribute) and node.attr == "template"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("typed == tr(guideline)", [1]),
        ("message.template != known", [1]),
        ("title == Message('import')", [1]),
        ("row.label == label.name", []),
    ],
)
def test_a_comparison_of_words_is_found(source: str, lines: list[int]) -> None:
    assert list(compared_words(source)) == lines


def test_no_code_compares_templates_or_translated_words(root: Path) -> None:
    found = {
        f"{path.relative_to(root).as_posix()}:{line}"
        for room in ("service", "ui", "cli")
        for path in sorted((root / "app" / room).rglob("*.py"))
        for line in compared_words(path.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("template", "value", "shown"),
    [
        ("«{name}» сдан", "«Мост» и «Порт»", "«„Мост“ и „Порт“» сдан"),
        ("“{name}” is done", "“Bridge”", "“‘Bridge’” is done"),
        ("{name} сдан", "«Мост»", "«Мост» сдан"),
        ("«{other}» раньше {name}", "«Мост»", "«{other}» раньше «Мост»"),
        ("“{name}” is done", "«Мост»", "“«Мост»” is done"),
    ],
)
def test_quotes_between_quotes_of_their_kind_are_inner_ones(template: str, value: str, shown: str) -> None:
    assert fill(template, {"name": value}) == shown
