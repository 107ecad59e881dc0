"""Large blocks of memory go back to the system when freed."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from pathlib import Path
from app.ui.shell.start.freed_memory import return_large_blocks

def measure_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 >> 20

first = b"x" * (16 << 20)
del first  # from now on the C library takes blocks of a megabyte from its own heap
if sys.argv[1] == "returned":
    return_large_blocks()
blocks = [b"x" * (1 << 20) for _ in range(64)]
last = b"y" * (1 << 20)
blocks.clear()
print(measure_mb())
"""


def memory_mb(how: str) -> int:
    return int(subprocess.run([sys.executable, "-c", PROGRAM, how], check=True, capture_output=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give freed blocks back by themselves")
def test_what_a_large_list_took_goes_back_to_the_system() -> None:
    assert memory_mb("returned") < 32, "of 64 that were taken"
