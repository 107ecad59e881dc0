"""How to import, kept for the run after a crash."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.formats.table_choices import NO_CHOICES, TableChoices
from app.service.jobs.importing.file_reader import READING_LIMITS
from app.service.jobs.tagging.text_tagger import TAGGING_LIMITS
from app.service.jobs.work_log import UnfinishedWork, WorkKind, WorkPlan
from app.service.jobs.workers.replies import Limits


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import.

    The format (recognised where none is named), whether to tag, in how many processes. `tables` says what the user
    knows of the columns of tables. `skips_near` leaves out articles that are nearly the same as others; else they are
    taken in and reported. `mends` says whether texts of web pages are mended.
    """

    format_name: str | None = None
    pretag: bool = True
    workers: int = 1
    reading: Limits = READING_LIMITS
    tagging: Limits = TAGGING_LIMITS
    tables: TableChoices = NO_CHOICES
    skips_near: bool = False
    mends: bool = True


def plan_import(paths: Iterable[Path], options: ImportOptions, first: int) -> WorkPlan:
    """Return what is to be known to go on after a crash.

    `first` is the id that the project gives next, before the import writes.
    """
    return WorkPlan(
        WorkKind.IMPORT,
        f"import {first}",
        first,
        tuple(path.absolute() for path in paths),
        format_name=options.format_name,
        pretag=options.pretag,
        workers=options.workers,
        tables=options.tables,
        skips_near=options.skips_near,
        mends=options.mends,
    )


def is_same_import(work: UnfinishedWork, paths: Iterable[Path], options: ImportOptions) -> bool:
    """Say whether unfinished work is an import of these files."""
    plan = work.plan
    planned = plan_import(paths, options, plan.first)
    return replace(planned, group=plan.group, workers=plan.workers) == plan
