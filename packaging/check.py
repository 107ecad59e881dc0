"""Run every check and test.

The one command that a developer and CI use. Arguments go to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    # A file's tests stay in one process: they share what its fixtures make, models and screens among it.
    "pytest": ["-m", "pytest", "-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"],
}


def main(pytest_arguments: list[str]) -> int:
    """Run the checks one by one, all of them.

    Return 0 when every one passed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The tests start hundreds of processes: a module is compiled once, not by each of them.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
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
