"""What cannot be written is named with its folder."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.core.files.unwritable import explain_unwritable_file, explain_unwritable_project
from app.core.message import UnwritableError

ROOT = Path(__file__).resolve().parents[2] / "app"


def test_an_error_names_file_folder_and_reason() -> None:
    path, fault = Path("/srv/отчёты/книга.xlsx"), OSError(errno.EROFS, "")
    for error in (explain_unwritable_file(path, fault), explain_unwritable_project(path, fault)):
        for words in ("“книга.xlsx”", "“/srv/отчёты”", "the disk or folder is read-only"):
            assert words in str(error.message)
        assert error.hint.template
    assert isinstance(explain_unwritable_project(path, fault), UnwritableError)


@pytest.mark.parametrize("words", ["cannot be written: {reason}", "cannot be written to: {reason}"])
def test_one_module_says_that_something_cannot_be_written(words: str) -> None:
    saying = [path.name for path in ROOT.rglob("*.py") if words in path.read_text("utf-8")]
    assert set(saying) <= {"unwritable.py"}
