"""The table of faults names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path


def test_every_test_that_the_table_of_faults_names_exists(root: Path) -> None:
    table = (root / "tests" / "faults.md").read_text("utf-8")
    named = re.findall(r"`(\S+\.py)::(test_\w+)`", table)
    missing = [(file, name) for file, name in named if f"def {name}(" not in (root / "tests" / file).read_text("utf-8")]
    assert missing == [] and len(named) > 80


def test_every_row_of_the_table_has_all_columns(root: Path) -> None:
    rows = [row for row in (root / "tests" / "faults.md").read_text("utf-8").splitlines() if row.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {6}
