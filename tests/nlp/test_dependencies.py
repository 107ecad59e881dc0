"""The project declares every library that the tagger imports."""

import ast
import re
import sys
import tomllib
from pathlib import Path


def imported(path: Path) -> set[str]:
    """Return the top-level packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_the_project_declares_what_the_tagger_imports(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[^\w-]", text)[0].lower() for text in project["dependencies"]}
    every = set().union(*(imported(path) for path in (root / "app" / "nlp").rglob("*.py")))
    foreign = every - sys.stdlib_module_names - {"app"}
    assert {"natasha", "numpy", "slovnet"} <= foreign
    assert foreign <= declared
