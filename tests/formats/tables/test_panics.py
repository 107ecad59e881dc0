"""A panic of the library that reads workbooks costs the file alone."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import python_calamine

from app.core.message import UserError
from app.formats import registry


class PanicException(BaseException):
    """What a panic of Rust code comes as."""


def test_a_panic_of_the_library_is_damage_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["заголовок", "текст"])
    book.save(tmp_path / "a.xlsx")

    def panic(_: Path) -> object:
        raise PanicException("index out of bounds")

    class Workbook:
        from_path = staticmethod(panic)

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Workbook)
    with pytest.raises(UserError, match="damaged"):
        list(registry.read_file(tmp_path / "a.xlsx"))
