"""`pometka export`: a project as a workbook or as JSONL."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app.cli.console import aside, escaped_name, opened_to_read, out, watched
from app.service.jobs.exporting import Export, ExportOptions
from app.service.project.settings import SettingsFile


def export_project(project: Path, target: Path, format_name: str | None, *, include_rejected: bool) -> int:
    """Write a project into a file and say where it is; return the exit code."""
    options = ExportOptions(format_name, include_rejected=include_rejected, author=SettingsFile().load().author)
    with closing(opened_to_read(project)) as source, watched("exporting") as watch:
        task = Export(source, target, options)
        report = task.run(watch)
    written = task.written or target
    if written.name != target.name:
        aside().print(f"{escaped_name(target.name)} is open in another program; the new file is beside it.")
    out().print(f"{escaped_name(written)}: {report.articles} articles, {report.annotations} annotations")
    return 0
