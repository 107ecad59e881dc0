"""Mutants have one fault each, and survivors are reported.

A mutant is a module. Tests that let one live are told of it.
"""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

MODULE = '''"""A module."""
WORDS = ["a", "ы", "c"]
PAIR: tuple[int, int] = (1, 2)


def is_between(value: int, low: int = 0) -> bool:
    assert value != 7
    return not (value < low) and (value <= 9 or value is None)


def ask() -> bool:
    return is_between(WORDS, PAIR)
'''
FAULTS = {
    'WORDS = ["ы", "a", "c"]',
    'WORDS = ["a", "c", "ы"]',
    'WORDS = [ "ы", "c"]',
    'WORDS = ["a",  "c"]',
    'WORDS = ["a", "ы", ]',
    "PAIR: tuple[int, int] = (2, 1)",
    "PAIR: tuple[int, int] = ( 2)",
    "PAIR: tuple[int, int] = (1, )",
    "PAIR: tuple[int, int] = (2, 2)",
    "PAIR: tuple[int, int] = (0, 2)",
    "PAIR: tuple[int, int] = (1, 3)",
    "PAIR: tuple[int, int] = (1, 1)",
    "def is_between(value: int, low: int = 1) -> bool:",
    "def is_between(value: int, low: int = -1) -> bool:",
    "    return  (value < low) and (value <= 9 or value is None)",
    "    return not (value <= low) and (value <= 9 or value is None)",
    "    return not (value < low) or (value <= 9 or value is None)",
    "    return not (value < low) and (value < 9 or value is None)",
    "    return not (value < low) and (value <= 10 or value is None)",
    "    return not (value < low) and (value <= 8 or value is None)",
    "    return not (value < low) and (value <= 9 and value is None)",
    "    return not (value < low) and (value <= 9 or value is not None)",
    "    return is_between(PAIR, WORDS)",
}


@pytest.fixture
def mutants(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutants", root / "packaging" / "mutants.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutants"] = module
    spec.loader.exec_module(module)
    return module


def test_each_number_operator_word_argument_and_entry_is_changed_alone(mutants: ModuleType) -> None:
    source, lines = MODULE.encode(), MODULE.splitlines()
    found = []
    for mutant in mutants.mutants_of("app/module.py", source):
        changed = mutant.applied(source).decode().splitlines()
        (other,) = [place for place, line in enumerate(changed) if line != lines[place]]
        assert other == mutant.line - 1
        found.append(changed[other])
    assert sorted(found) == sorted(FAULTS)


def test_every_mutant_of_the_program_is_another_program(mutants: ModuleType, root: Path) -> None:
    path = root / "app" / "core" / "span.py"
    whole = path.read_bytes()
    found = mutants.mutants_of("app/core/span.py", whole)
    assert len(found) > 20
    for mutant in found:
        assert ast.dump(ast.parse(mutant.applied(whole))) != ast.dump(ast.parse(whole))


@pytest.mark.parametrize(("asked", "code", "words"), [("1", 1, "0 of 1 mutants killed"), ("2", 0, "1 of 1")])
def test_a_fault_that_no_test_notices_is_told_with_its_line(
    root: Path, tmp_path: Path, asked: str, code: int, words: str
) -> None:
    (tmp_path / "packaging").mkdir()
    for name in ("mutate.py", "mutants.py", "reached.py"):
        (tmp_path / "packaging" / name).write_bytes((root / "packaging" / name).read_bytes())
    for folder in ("app/core", "tests/core"):
        (tmp_path / folder).mkdir(parents=True)
    for package in ("app", "app/core"):  # another tree's `app` may be installed: a package with a file comes first
        (tmp_path / package / "__init__.py").touch()
    module = "def is_few(count):\n    return count < len('xx')\n\n\nis_few(len('x'))  # also as it is imported\n"
    (tmp_path / "app/core/few.py").write_text(module, "utf-8")
    test = f"from app.core.few import is_few\n\ndef test_few():\n    assert is_few({asked}) == ({asked} < 2)\n"
    (tmp_path / "tests/core/test_few.py").write_text(test, "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\npythonpath = ["."]\n', "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    command = [sys.executable, "packaging/mutate.py", "app/core", "--tests", "tests/core"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, words in done.stdout) == (code, True), done.stdout + done.stderr
    assert ("app/core/few.py:2" in done.stdout) == (code == 1)
    assert "< len" in (tmp_path / "app/core/few.py").read_text("utf-8"), "the tree itself stays as it is"
