"""The set-up works on a fresh machine.

It is tried as far as that can be done on a machine that is set up.
"""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bootstrap(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", root / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def machine(bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Simulate an empty folder and commands that succeed.

    Put `.venv` into the folder, and record the commands instead of running them.
    """
    commands: list[list[str]] = []
    venv = tmp_path / "пустая папка" / ".venv"
    monkeypatch.setattr(bootstrap, "VENV", venv)
    monkeypatch.setattr(bootstrap, "missing_system_packages", lambda extent: [])

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        if "venv" in command:
            (venv / "bin").mkdir(parents=True)
            bootstrap.venv_python().parent.mkdir(exist_ok=True)
            bootstrap.venv_python().touch()
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_it_needs_nothing_but_the_standard_library(root: Path) -> None:
    tree = ast.parse((root / "packaging" / "bootstrap.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_it_parses_on_an_old_python(root: Path) -> None:
    ast.parse((root / "packaging" / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_what_to_do(root: Path) -> None:
    pretend = "import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_path(sys.argv[1], run_name='__main__')"
    script = root / "packaging" / "bootstrap.py"
    done = subprocess.run([sys.executable, "-c", pretend, script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and this is Python 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_command_shows_the_usage(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["start"]) == 2
    assert "bootstrap.py run [ARGS]" in capsys.readouterr().out


def test_the_second_set_up_runs_nothing(bootstrap: ModuleType, machine: list[list[str]]) -> None:
    bootstrap.set_up("run")
    assert any("--require-hashes" in command for command in machine)
    machine.clear()
    bootstrap.set_up("run")
    assert machine == []


def test_the_extras_of_the_tests_serve_the_program_too(bootstrap: ModuleType, machine: list[list[str]]) -> None:
    bootstrap.set_up("test")
    machine.clear()
    bootstrap.set_up("run")
    assert machine == []


def test_an_interrupted_set_up_is_finished_by_the_next_call(
    bootstrap: ModuleType, machine: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: list[str]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, "run_pip", interrupted)
        with pytest.raises(KeyboardInterrupt):
            bootstrap.set_up("run")
    machine.clear()
    bootstrap.set_up("run")
    assert any("--require-hashes" in command for command in machine)


def test_a_new_lock_is_installed(bootstrap: ModuleType, machine: list[list[str]], tmp_path: Path) -> None:
    bootstrap.set_up("run")
    machine.clear()
    changed = tmp_path / "requirements.txt"
    changed.write_text("six==1.16.0\n")
    bootstrap.LOCKS["run"] = bootstrap.ROOT / changed
    bootstrap.set_up("test")
    assert any("--require-hashes" in command for command in machine)


def test_a_failed_installation_says_what_to_do(
    bootstrap: ModuleType, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "missing_system_packages", lambda extent: [])
    monkeypatch.setattr(bootstrap, "python_works", lambda *arguments: bool(arguments))
    monkeypatch.setattr(bootstrap, "venv_python", lambda: "false")
    assert bootstrap.main(["setup"]) == 1
    assert "The first time needs the network" in capfd.readouterr().err


def test_missing_libraries_are_named_by_their_package(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "can_load", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(bootstrap, "has_cyrillic_font", lambda: False)
    assert bootstrap.missing_system_packages("run") == ["libxcb-cursor0", "fonts-dejavu-core"]


def test_other_systems_are_asked_for_no_library(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(bootstrap, "can_load", lambda library: False)
    assert bootstrap.missing_system_packages("test") == []


def test_system_packages_are_listed_before_they_are_installed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        seen.append(capsys.readouterr().out + " ".join(command))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    bootstrap.install_system_packages(["libegl1"])
    assert seen[0].startswith("System packages that are missing: libegl1")
    assert seen[1] == "/usr/bin/sudo /usr/bin/apt-get install -y -q --no-install-recommends libegl1"


def test_without_rights_the_administrator_s_command_is_shown(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda program: None if program == "sudo" else program)
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    bootstrap.install_system_packages(["libegl1"])
    assert "apt-get install libegl1" in capsys.readouterr().err
