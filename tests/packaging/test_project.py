"""What must hold of the project as a whole.

It is its lock, its folders, its contracts and its wheel.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

TOP_LEVEL = {"pyproject.toml", "README.md", "seeds", "app", "resources", "tests", "packaging"}


@pytest.fixture(scope="module")
def pyproject(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[Path]:
    """Return the files under version control that are there."""
    if not (root / ".git").exists() or not shutil.which("git"):
        pytest.skip("this copy is not under version control")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := root / name).is_file()]


def pins(lock: Path) -> list[Requirement]:
    """Return the requirements of a lock file."""
    lines = re.findall(r"^(\S+==[^\\\n]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return [Requirement(line.strip()) for line in lines]


def name_of(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def is_met(wanted: Requirement, locked: list[Requirement]) -> bool:
    """Say whether the lock pins what is wanted.

    It must do so on every Python that the marker of a pin allows.
    """
    found = [pin for pin in locked if name_of(pin) == name_of(wanted) and overlap(pin.marker, wanted.marker)]
    return bool(found) and all(wanted.specifier.contains(str(pin.specifier)[2:]) for pin in found)


def overlap(one: Marker | None, other: Marker | None) -> bool:
    """Say whether two markers can hold at once.

    They are tried on the Pythons that we support.
    """
    versions = [{"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.1"} for minor in (11, 12, 13)]
    return any(all(mark is None or mark.evaluate(where) for mark in (one, other)) for where in versions)


def test_the_lock_pins_every_dependency_within_its_bounds(root: Path, pyproject: dict[str, Any]) -> None:
    locked = pins(root / "packaging" / "requirements.txt")
    extras = pyproject["project"]["optional-dependencies"]
    wanted = [Requirement(text) for text in (*pyproject["project"]["dependencies"], *extras["documents"])]
    assert [str(requirement) for requirement in wanted if not is_met(requirement, locked)] == []


def test_the_lock_of_the_tests_holds_the_program_s_pins_and_the_extras(root: Path, pyproject: dict[str, Any]) -> None:
    locked = pins(root / "packaging" / "requirements-test.txt")
    assert {str(pin) for pin in pins(root / "packaging" / "requirements.txt")} <= {str(pin) for pin in locked}
    extras = pyproject["project"]["optional-dependencies"]
    wanted = [Requirement(text) for extra in extras.values() for text in extra if not text.startswith("pometka[")]
    assert [str(requirement) for requirement in wanted if not is_met(requirement, locked)] == []


def test_every_pin_has_a_hash(root: Path) -> None:
    for lock in (root / "packaging").glob("requirements*.txt"):
        blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        assert [block for block in blocks if not block.startswith("#") and "--hash=sha256:" not in block] == []


def test_pyside_6_12_stays_away_from_python_3_11(root: Path) -> None:
    locked = [pin for pin in pins(root / "packaging" / "requirements.txt") if name_of(pin) == "pyside6-essentials"]
    on_311 = [pin for pin in locked if overlap(pin.marker, Marker("python_version < '3.12'"))]
    bound = Requirement("PySide6<6.12").specifier
    assert [str(pin) for pin in on_311 if not bound.contains(str(pin.specifier)[2:])] == []
    assert on_311


def test_the_top_level_folders_are_the_agreed_ones(root: Path, tracked: list[Path]) -> None:
    tops = {path.relative_to(root).parts[0] for path in tracked}
    assert {top for top in tops if not top.startswith(".")} <= TOP_LEVEL


def test_no_file_names_the_machine_it_was_written_on(root: Path, tracked: list[Path]) -> None:
    places = {str(root), f"{root.parent}/", f"{Path.home()}/"}
    found = [
        path.relative_to(root)
        for path in tracked
        for place in places
        if len(place.strip("/")) > 3 and place.encode() in path.read_bytes()
    ]
    assert found == []


def test_no_test_module_imports_from_another(root: Path) -> None:
    wanted = re.compile(r"^from (tests\S*\.test_\w+) import", re.MULTILINE)
    found = {
        (str(path.relative_to(root)), name)
        for path in (root / "tests").rglob("*.py")
        for name in wanted.findall(path.read_text(encoding="utf-8"))
        if not name.endswith(f".{path.stem}")  # for another process
    }
    assert not found, "what tests share stands in a module of its own"


def test_every_package_has_its_place_in_the_layers(root: Path, pyproject: dict[str, Any]) -> None:
    layers = next(c for c in pyproject["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    declared = {name.strip() for layer in layers["layers"] for name in layer.split("|")}
    present = {path.name for path in (root / "app").iterdir() if (path / "__init__.py").exists()}
    assert layers["exhaustive"] is True
    assert present <= declared


def test_a_package_without_a_place_breaks_the_contract(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    (tmp_path / "app" / "stray").mkdir()
    (tmp_path / "app" / "stray" / "__init__.py").write_text('"""Nobody knows where this belongs."""\n')
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "stray" in done.stdout


def test_the_wheel_holds_the_program_with_its_resources(root: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in ("app", "resources"):
        shutil.copytree(root / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(root / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "-w", str(tmp_path), str(source)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    files = {path.relative_to(root) for path in (root / "resources").rglob("*.*") if path.is_file()}
    wanted = {path.as_posix() for path in files if "screenshots" not in path.parts}
    assert wanted == {name for name in inside if name.startswith("resources/")}
    assert "app/core/files/resources.py" in inside
