"""Tests name nothing that a module keeps to itself.

They state what the program does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name.strip("_") != ""


@cache
def private_definitions() -> frozenset[str]:
    """Return the private functions, classes and attributes of the program."""
    found = set[str]()
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.FunctionDef(name=name):
                    found.add(name)
                case ast.Attribute(attr=name, ctx=ast.Store()):
                    found.add(name)
                case ast.Module(body=body) | ast.ClassDef(body=body):
                    found.update(constants(body))
    return frozenset(filter(is_private, found))


def constants(body: list[ast.stmt]) -> Iterator[str]:
    """Yield what a module or a class defines beside functions."""
    for node in body:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                yield from (name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))


def definitions(tree: ast.AST) -> set[str]:
    """Return what a test module itself defines."""
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return names | {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }


def texts_of_calls(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the texts by which a call names an attribute.

    They are those of patches, and of getattr and its like.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (arg for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def foreign_names(source: str) -> list[str]:
    """Return the private names of the program in a test.

    Each comes with its line.

    A line with an exception for the linter names, with its reason, what a library has no other name for.
    """
    tree = ast.parse(source)
    foreign = private_definitions() - definitions(tree)
    excepted = {number for number, line in enumerate(source.splitlines(), 1) if "# noqa: SLF001" in line}
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "app":
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            found += [(node.lineno, name) for name in parts if is_private(name)]
        elif isinstance(node, ast.Attribute) and node.attr in foreign:
            found.append((node.lineno, node.attr))
    for text in texts_of_calls(tree):
        *path, name = text.value.split(".")
        if name in foreign and (not path or path[0] == "app"):
            found.append((text.lineno, text.value))
    return [f"line {line}: {name}" for line, name in sorted(found) if line not in excepted]


def test_no_test_names_what_a_module_keeps_to_itself() -> None:
    found = {path.relative_to(ROOT).as_posix(): foreign_names(path.read_text("utf-8")) for path in TESTS}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "from app.store.writer import _read_version",
        "from app._store import writer",
        "def test_it(project):\n    assert project._writer",
        'patch.setattr("app.store.writer._read_version", 1)',
        'patch.setattr(writer, "_read_version", 1)',
        'getattr(project, "_writer")',
    ],
)
def test_each_way_to_a_private_name_is_seen(source: str) -> None:
    assert len(foreign_names(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "class Mine:\n    def __init__(self):\n        self._writer = 1\n        print(self._writer)",
        "os._exit(1)",
        'assert words == "_read_version"',
        "from app.store import Project",
    ],
)
def test_names_of_a_test_and_of_other_packages_are_let_be(source: str) -> None:
    assert foreign_names(source) == []
