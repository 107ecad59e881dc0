"""`pometka import`: articles into a project."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from app.cli.console import aside, escaped_name, opened_to_write, out, project_path, show_error, show_messages, watched
from app.cli.english import count_words
from app.cli.imports.task_keys import stopped_by_keys
from app.core.message import UserError
from app.formats import registry
from app.formats.atomic_file import replace_file
from app.service.jobs.importing.import_plan import ImportOptions, is_same_import
from app.service.jobs.importing.import_report import ImportReport
from app.service.jobs.importing.import_sections import report_json, report_text
from app.service.jobs.importing.import_task import Import
from app.service.jobs.importing.near_task import NearSearch
from app.service.jobs.task import Report
from app.service.jobs.work_log import find_unfinished
from app.service.project.schemes import default_scheme
from app.store import Project


def import_into(project: Path, paths: Sequence[Path], options: ImportOptions, report_file: Path | None = None) -> int:
    """Import `paths` into a project and say what came of it.

    Return the exit code. A project that was made for the import and got nothing by it is removed. `report_file` gets
    the whole report, as JSON where it ends so, else as text.
    """
    path = project_path(project)
    if options.format_name is not None:
        registry.find_format(options.format_name)  # an unknown name is said before a project is made
    refuse_nothing(paths)
    is_new = not path.exists()
    with closing(opened(path)) as target, watched("importing") as watch:
        target.upkeep.failed.connect(show_error)
        work = find_unfinished(path)
        resumed = work if work is not None and is_same_import(work, paths, options) else None
        task = Import(target, paths, options, resumed=resumed)
        with stopped_by_keys(task):
            task.run(watch)
        report = task.report
        if report_file is not None:
            _write_report(target, report, report_file)
        is_discarded = is_new and report.brought_nothing and target.discard_empty()
    show_messages(report.left_out)
    _show_near(report)
    out().print(f"{escaped_name(path)}: {_summarise_report(report)}{', no project made' if is_discarded else ''}")
    return exit_code(report)


def find_near(project: Path, report_file: Path | None = None) -> int:
    """Mark near duplicates of a project; return the exit code.

    `report_file` gets the pairs, as JSON where it ends so, else as text.
    """
    with closing(opened_to_write(project_path(project))) as target, watched("comparing") as watch:
        target.upkeep.failed.connect(show_error)
        task = NearSearch(target)
        with stopped_by_keys(task):
            task.run(watch)
        report, path = task.report, target.path
        if report_file is not None:
            _write_report(target, report, report_file)
    said = f"{count_words(report.articles, 'article')} compared, {len(report.near)} nearly the same as others"
    out().print(f"{escaped_name(path)}: {said}{', stopped before the end' if report.is_stopped else ''}")
    return int(report.is_stopped)


def _write_report(project: Project, report: ImportReport, path: Path) -> None:
    """Write all that came of an import into a file."""
    titles = {article.id: article.title for article in project.articles()}
    write = report_json if path.suffix.lower() == ".json" else report_text
    with replace_file(path) as pending:
        pending.draft.write_text(write(report, lambda article_id: titles.get(article_id, "")), "utf-8")


def _show_near(report: ImportReport) -> None:
    """Say how many articles are nearly the same as others."""
    if report.near:
        aside().print(
            f"• Nearly the same as others: {count_words(len(report.near), 'article')}; "
            "--report FILE lists what is near, --near skip leaves it out.",
            style="yellow",
        )


def opened(path: Path) -> Project:
    """Return the project at `path`, made where there is none."""
    return opened_to_write(path) if path.exists() else Project.create(path, default_scheme())


def refuse_nothing(paths: Sequence[Path]) -> None:
    """Raise UserError where `paths` name no file, before anything is made."""
    # `Path.exists` raises where a folder above is closed; the reader says that better.
    if not any(os.path.exists(path) for path in registry.list_files(paths).files):  # noqa: PTH110
        raise UserError(
            "Nothing to read in: {paths}.",
            hint="Name files of articles, or a folder with such files; `pometka --help` lists the commands.",
            paths=", ".join(map(str, paths)),
        )


def exit_code(report: Report) -> int:
    """Return the exit code of an import.

    0 where every file was read, 3 where some failed, 1 where all did.
    """
    if not report.failed:
        return 0
    return 3 if report.articles or report.known else 1


def _summarise_report(report: Report) -> str:
    said = [f"{report.articles} new", count_words(report.annotations, "annotation")]
    if report.resumed:
        said.append(f"{report.resumed} from the run that stopped")
    if report.known:
        said.append(f"{report.known} known already")
    if report.failed:
        said.append(f"{count_words(report.failed, 'file')} failed")
    if report.is_stopped:
        said.append("stopped before the end: the same command goes on")
    return ", ".join(said)
