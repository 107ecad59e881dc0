"""`pometka import`: articles, or one workbook that comes back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.cli.imports.importing import import_into
from app.cli.imports.returning import (
    ReturnOptions,
    refuse_article_options,
    refuse_other_files,
    say_no_mending,
    take_workbook,
)
from app.cli.imports.table_options import read_table_options
from app.formats.tables.own_workbook import is_own_workbook
from app.service.jobs.importing.import_plan import ImportOptions


def import_files(project: Path, paths: Sequence[Path], articles: ImportOptions, rows: ReturnOptions) -> int:
    """Import articles, or take one workbook that Pometka wrote.

    `articles` says how articles are read, `rows` what is taken of the workbook. Return the exit code. Raise UserError
    for options of the other kind.
    """
    if len(paths) == 1 and articles.format_name is None and is_own_workbook(paths[0]):
        refuse_article_options(paths[0], is_given=articles.tables != read_table_options(None, "", "", ""))
        if not articles.mends:
            say_no_mending(paths[0])
        return take_workbook(project, paths[0], rows)
    if rows != ReturnOptions(report=rows.report):
        refuse_other_files(paths)
    return import_into(project, paths, articles, rows.report)
