"""A docstring begins with a summary of at most twelve words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_MAX_WORDS = 12
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@pytest.mark.parametrize("folder", ["app", "packaging", "tests"])
def test_the_summary_of_a_docstring_is_short(folder: str) -> None:
    long = [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, _DOCUMENTED) and len((ast.get_docstring(node) or "").split("\n\n")[0].split()) > _MAX_WORDS
    ]
    assert long == [], f"the first paragraph has more than {_MAX_WORDS} words"
