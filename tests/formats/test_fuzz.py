"""Damaged files of every format of the registry.

POMETKA_FUZZ_FILES says how many, else a few hundred.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.formats.fuzzing.runs import make_damaged_files, read_damaged_files

FILES = int(os.environ.get("POMETKA_FUZZ_FILES", "300"))


def test_no_damaged_file_crashes_hangs_or_is_lost_in_silence(tmp_path: Path) -> None:
    files = list(read_damaged_files(FILES, tmp_path))
    faults = [fault for one in files if (fault := one.find_fault())]
    assert len(files) == FILES and not faults, "\n".join(faults)


def test_the_same_files_are_damaged_in_the_same_way_each_time(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    first, again = (list(make_damaged_files(30, tmp_path / name)) for name in ("a", "b"))
    same = [one.path.read_bytes() == other.path.read_bytes() for one, other in zip(first, again, strict=True)]
    assert same.count(True) > 20, "only files with a time in them differ"
