"""Run every check and test.

The one command that a developer and CI use. Arguments go to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import TextIO

ROOT = Path(__file__).resolve().parents[1]
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
}
# It compiles the tests as pytest does, once: else each process of the tests compiles them all for itself.
COLLECTION = ["-m", "pytest", "--collect-only", "-qq"]
# A file's tests stay in one process: they share what its fixtures make, models and screens among it. The files come in
# their order, which ends with short ones: by their number of tests long ones with few tests would be the last.
# They wait for processes and screens a third of the time: one more than there are processors keeps those busy.
PROCESSES = min(4, (os.cpu_count() or 1) + 1)
TESTS = ["-m", "pytest", "-n", str(PROCESSES), "--dist", "loadfile", "--no-loadscope-reorder"]
MEMORY_FOLDER, MEMORY_BYTES = Path("/dev/shm"), 4 << 30  # noqa: S108  # where Linux keeps files in memory


def main(pytest_arguments: list[str]) -> int:
    """Run all the checks, and then the tests.

    Return 0 when every one passed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The tests start hundreds of processes: a module is compiled once, not by each of them.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    in_memory = MEMORY_FOLDER.is_dir() and shutil.disk_usage(MEMORY_FOLDER).free > MEMORY_BYTES
    # A project waits for the disk at each step that it saves, and a test's project goes with the test.
    with TemporaryDirectory(dir=MEMORY_FOLDER if in_memory else None, ignore_cleanup_errors=True) as folder:
        os.environ["TMPDIR"] = folder
        return _run_checks(pytest_arguments)


def _run_checks(pytest_arguments: list[str]) -> int:
    """Run the checks beside each other, and the tests behind them."""
    checks = {**CHECKS, "collection": [*COLLECTION, *pytest_arguments]}
    with ThreadPoolExecutor(len(checks)) as pool:
        verdicts = list(pool.map(_run_quietly, checks, checks.values()))
    print("--- pytest", flush=True)
    verdicts.append(_run("pytest", [*TESTS, *pytest_arguments], None))
    print("--- summary", *(words for _, words in verdicts), sep="\n", flush=True)
    return 0 if all(passed for passed, _ in verdicts) else 1


def _run_quietly(name: str, arguments: list[str]) -> tuple[bool, str]:
    """Run a check, and print what it says where it fails."""
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        passed, words = _run(name, arguments, output)
        output.seek(0)
        print(words if passed else f"--- {name}\n{output.read()}", flush=True)
    return passed, words


def _run(name: str, arguments: list[str], output: TextIO | None) -> tuple[bool, str]:
    """Say whether a check passes, and in words how long it took."""
    started = time.monotonic()
    passed = subprocess.call([sys.executable, *arguments], cwd=ROOT, stdout=output, stderr=output) == 0
    return passed, f"{'ok    ' if passed else 'FAILED'} {name}  {time.monotonic() - started:.1f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
