"""Before an import, the tables among the files are looked at."""

from __future__ import annotations

from pathlib import Path

from app.service.jobs.importing.table_inspection import InspectionRequest, inspect_tables

TABLE = "Заголовок;Текст\nПервая;Айжан открыла школу.\nВторая;Тараз ждёт.\n"


def test_in_a_folder_only_files_that_are_called_tables_are_looked_at(tmp_path: Path) -> None:
    for name in ("a.csv", "b.tsv", "c.txt", "d.CSV"):
        (tmp_path / name).write_text(TABLE.replace(";", "\t") if name == "b.tsv" else TABLE, "utf-8")
    looked_at = {table.path.name for table in inspect_tables(InspectionRequest((tmp_path,)))}
    assert looked_at == {"a.csv", "b.tsv", "d.CSV"}


def test_a_file_that_is_named_is_looked_at_whatever_its_extension(tmp_path: Path) -> None:
    path = tmp_path / "c.table"
    path.write_text(TABLE, "utf-8")
    (table,) = inspect_tables(InspectionRequest((path,), "csv"))
    assert table.path == path
