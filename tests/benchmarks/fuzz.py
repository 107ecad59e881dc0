"""Read thousands of damaged files by every reader.

`python -m tests.benchmarks.fuzz [FILES [SEED]]`

Prints what came of them by format. Whatever ends in a crash, a hang, a bug or in silence is listed, and the exit code
is 1. The same number and seed damage the same files.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from app.service.jobs.workers.replies import FailureKind
from tests.formats.fuzzing.runs import count_outcomes, read_damaged_files

FILES = 5_000


def main(arguments: list[str]) -> int:
    """Read the files and print the table.

    Return 1 where a reader did what it must not do.
    """
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        count, seed = (*arguments, *(str(FILES), "")[len(arguments) :])
        files = list(read_damaged_files(int(count), Path(name), seed))
    outcomes = count_outcomes(files)
    columns = ["READ", *(kind.name for kind in FailureKind)]
    table = Table("format", *columns)
    for known in dict.fromkeys(one.known.name for one in files):
        table.add_row(known, *(str(outcomes[known, column] or "") for column in columns))
    console = Console()
    console.print(table)
    faults = [fault for one in files if (fault := one.find_fault())]
    for fault in faults:
        console.print(fault, markup=False, highlight=False)
    slowest = max(files, key=lambda one: one.cpu_s)
    console.print(f"the most processor time: {slowest.cpu_s:.1f} s, {slowest.known.name} #{slowest.number}")
    console.print(f"{len(files)} files in {time.monotonic() - start:.0f} s, {len(faults)} faults")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
