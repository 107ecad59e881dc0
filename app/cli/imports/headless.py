"""The main job on a machine without a display.

Import, tag, save, export, and a picture of the window.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import typer

from app.cli.console import escaped_name, out, show_error, show_messages, watched
from app.cli.imports.importing import exit_code, opened, refuse_nothing
from app.cli.options import DEFAULT_WORKERS
from app.core.files.resources import resource
from app.core.message import UserError
from app.service.jobs.exporting.export_task import Export
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.store.files.opening import SUFFIX

Render = Callable[[Path, Path], None]
"""Draws the window on a project into a PNG file."""


def run(arguments: Sequence[str], render: Render, folder: Path = Path("build")) -> int:
    """Do the main job for the named files and project.

    Without `arguments` the sample articles are used. The project lies in `folder` unless one is named; the workbook and
    the picture lie beside it. Return the exit code.
    """
    named = [Path(argument) for argument in arguments]
    paths = [path for path in named if path.suffix != SUFFIX]
    project = next((path for path in named if path.suffix == SUFFIX), None)
    try:
        return _run_main_job(project, paths, render, folder)
    except UserError as error:
        show_error(error)
        return 1


def _run_main_job(project: Path | None, paths: list[Path], render: Render, folder: Path) -> int:
    if project is None:
        paths = paths or [resource().parent / "seeds"]
        project = folder / f"{paths[0].stem}{SUFFIX}"
        folder.mkdir(parents=True, exist_ok=True)
    else:
        _refuse_unwanted(project)
    code = _import_samples(project, paths) if paths else 0
    picture, workbook = project.with_suffix(".png"), project.with_suffix(".xlsx")
    render(project, picture)
    with closing(opened(project)) as source, watched("exporting") as watch:
        task = Export(source, workbook)
        task.run(watch)
    for path in (project, task.written or workbook, picture):
        out().print(escaped_name(path.resolve()))
    return code


def _import_samples(project: Path, paths: list[Path]) -> int:
    refuse_nothing(paths)
    with closing(opened(project)) as target, watched("importing") as watch:
        task = Import(target, paths, ImportOptions(workers=DEFAULT_WORKERS))
        task.run(watch)
    show_messages(task.report.left_out)
    return exit_code(task.report)


def _refuse_unwanted(path: Path) -> None:
    """Ask in a terminal before a new project is made.

    Raise UserError where it is not wanted.
    """
    if path.exists() or not sys.stdin.isatty():
        return
    if not typer.confirm(f"There is no project {escaped_name(path)}. Create it?", err=True):
        raise UserError("No project was created: “{name}” does not exist.", hint="Check the name.", name=path.name)
