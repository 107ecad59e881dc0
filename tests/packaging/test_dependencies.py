"""The project declares the libraries that it imports, and no others."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

NAMES = {"pyside6-essentials": "pyside6", "shiboken6": "pyside6"}
"""A library that comes with another, or by another name: what it counts as."""
UNSEEN = {
    "setuptools": "pymorphy2 asks for its pkg_resources",
    "lxml-html-clean": "trafilatura asks for it, and lxml has it no more",
}
"""What is declared and never imported here, and why."""


def imported_modules(path: Path) -> Iterator[str]:
    """Yield the top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def library_name(text: str) -> str:
    name = re.sub(r"[-_.]+", "-", text).lower()
    return NAMES.get(name, name)


@pytest.fixture(scope="module")
def declared(root: Path) -> set[str]:
    """Return the libraries that the program runs with, extras among them."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (listed for name, listed in project["optional-dependencies"].items() if name != "test")
    wanted = [*project["dependencies"], *chain.from_iterable(extras)]
    return {library_name(re.split(r"[^\w.-]", text)[0]) for text in wanted}


@pytest.fixture(scope="module")
def imported(root: Path) -> set[str]:
    """Return the libraries that the program imports, as they are installed."""
    modules = set(chain.from_iterable(map(imported_modules, (root / "app").rglob("*.py"))))
    foreign = modules - sys.stdlib_module_names - {"app"}
    installed = packages_distributions()
    return {library_name(next(iter(installed.get(name, [name])))) for name in foreign}


def test_the_project_declares_what_it_imports(declared: set[str], imported: set[str]) -> None:
    assert {"natasha", "sqlalchemy", "lxml", "python-docx"} <= imported
    assert imported - declared == set()


def test_the_project_imports_what_it_declares(declared: set[str], imported: set[str]) -> None:
    assert declared - imported == set(UNSEEN)
