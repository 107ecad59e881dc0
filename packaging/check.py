"""Run every check and test.

The one command that a developer and CI use. Arguments go to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    # A file's tests stay in one process: they share what its fixtures make, models and screens among it.
    # They wait for processes and screens a third of the time: one more than there are processors keeps those busy.
    "pytest": ["-m", "pytest", "-n", str(min(4, (os.cpu_count() or 1) + 1)), "--dist", "loadfile"],
}
MEMORY_FOLDER, MEMORY_BYTES = Path("/dev/shm"), 4 << 30  # noqa: S108  # where Linux keeps files in memory


def main(pytest_arguments: list[str]) -> int:
    """Run the checks one by one, all of them.

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
    verdicts: list[str] = []
    failed = False
    for name, arguments in CHECKS.items():
        extra = pytest_arguments if name == "pytest" else []
        print(f"--- {name}", flush=True)
        started = time.monotonic()
        code = subprocess.call([sys.executable, *arguments, *extra], cwd=ROOT)
        failed = failed or code != 0
        verdicts.append(f"{'ok    ' if code == 0 else 'FAILED'} {name}  {time.monotonic() - started:.1f} s")
    print("--- summary", *verdicts, sep="\n", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
