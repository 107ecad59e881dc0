"""`pometka import PROJECT BOOK.xlsx`: a workbook that Pometka wrote comes back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import typer

from app.cli.console import aside, escaped_name, opened_to_write, out, project_path, say_message, show_error, watched
from app.cli.english import count_words
from app.cli.imports.flags import Acceptance
from app.core.message import UserError
from app.core.vocabulary import LanguageCode
from app.formats.atomic_file import replace_file
from app.formats.documents.old_office import is_old_office, read_old_office
from app.formats.source.file_sample import read_sample
from app.formats.xlsx.reading.book_reader import NotTaken
from app.service.edits.steps.step_builders import EditContext
from app.service.jobs.workbook.compare_task import CompareWorkbook
from app.service.jobs.workbook.take_task import TakeWorkbook
from app.service.project.settings import SettingsFile
from app.service.workbook.items import TAKEN_KINDS, Comparison, Item, ItemKind, Taken
from app.service.workbook.saying import ValueNames, preview_lines, report_json, report_text, say_item, say_not_taken
from app.store import Project


@dataclass(frozen=True, slots=True)
class ReturnOptions:
    """What is taken of a workbook.

    `accept` None asks after the preview. `deletes_missing` takes rows that are not in the sheet as deleted,
    `clears_empty` takes empty cells as emptied. `report` is a file for all that was taken and left.
    """

    accept: Acceptance | None = None
    deletes_missing: bool = False
    clears_empty: bool = False
    report: Path | None = None


def take_workbook(project: Path, workbook: Path, options: ReturnOptions) -> int:
    """Preview and take what a workbook brings back.

    Show the changes, take what is accepted in one step, and return the exit code.

    That is 0 where nothing was left or dropped, 3 where something was, 1 where nothing was taken though there was.
    """
    path = project_path(project)
    if not path.exists():
        raise UserError(
            "“{name}” was not found: a workbook comes back into the project that it was exported from.",
            hint="Check the name of the project.",
            name=path.name,
        )
    with closing(opened_to_write(path)) as target:
        target.upkeep.failed.connect(show_error)
        with watched("comparing") as watch:
            task = CompareWorkbook(target, workbook)
            task.run(watch)
        comparison = task.comparison
        assert comparison is not None, "a comparison that failed raises"
        names = ValueNames(target.scheme(), LanguageCode.EN)
        chosen = _choose(comparison, names, options)
        taken = _write_accepted(target, workbook, comparison, chosen)
    if options.report is not None:
        _write_report(comparison, taken, names, options.report)
    _show_left(taken, names, has_preview=options.accept is not Acceptance.ALL)
    _show_not_taken((*comparison.not_taken, *taken.not_taken) if options.accept is Acceptance.ALL else taken.not_taken)
    counts = f"{count_words(len(taken.taken), 'row')} taken in, {len(taken.left)} left"
    dropped = len(comparison.not_taken) + len(taken.not_taken)
    out().print(f"{escaped_name(path)}: {counts}{f', {dropped} not taken' if dropped else ''}")
    return exit_code(comparison, taken)


def refuse_other_files(paths: Sequence[Path]) -> None:
    """Raise UserError if other files stand beside a workbook.

    What is asked for is done with one workbook alone.
    """
    path = paths[0]
    if len(paths) > 1:
        raise UserError(
            "Only one workbook that Pometka wrote can be taken in with --accept, --delete-missing or --clear-empty.",
            hint="Import it alone, and the other files without these options.",
        )
    if not path.exists():
        raise UserError("“{name}” was not found.", hint="Check the name of the workbook.", name=path.name)
    if path.is_file() and is_old_office(read_sample(path)):
        list(read_old_office(path))  # it says what to save the file as
    raise UserError(
        "“{name}” is no workbook that Pometka wrote: --accept, --delete-missing and --clear-empty are for these alone.",
        hint="Leave the options out to import its articles, or export a workbook and change that one.",
        name=path.name,
    )


def refuse_article_options(path: Path, *, is_given: bool) -> None:
    """Raise UserError for options that do not fit a returning workbook.

    These are the options for tables of articles.
    """
    if is_given:
        raise UserError(
            "“{name}” is a workbook that Pometka wrote: --map, --sheet, --separator and --encoding are for articles.",
            hint="Leave these options out to take in what was changed in the workbook.",
            name=path.name,
        )


def exit_code(comparison: Comparison, taken: Taken) -> int:
    """Return the exit code of taking a workbook.

    It is 0 if nothing was left or dropped, 3 if something was, and 1 if nothing at all was taken.
    """
    if taken.is_whole and not comparison.not_taken:
        return 0
    return 3 if taken.taken else 1


def say_no_mending(path: Path) -> None:
    """Say that the cells of a returning workbook are never mended."""
    aside().print(f"“{escaped_name(path.name)}” is a workbook that Pometka wrote: its cells are taken as they are.")


def _choose(comparison: Comparison, names: ValueNames, options: ReturnOptions) -> list[Item]:
    """Return the items that are accepted.

    The options decide, else the answer given after the preview.
    """
    kinds = set(TAKEN_KINDS)
    if options.deletes_missing:
        kinds.add(ItemKind.MISSING)
    if options.clears_empty:
        kinds.add(ItemKind.EMPTIED)
    proposed = [item for item in comparison.of_kind(*kinds) if not _is_later_work(item)]
    if options.accept is Acceptance.ALL:
        return proposed
    for line in preview_lines(comparison, names, say_message):
        out().print(line)
    if options.accept is Acceptance.NONE or not comparison.items:
        return []
    return _ask(comparison, proposed, names)


def _is_later_work(item: Item) -> bool:
    """Say whether deleting a row would remove later work.

    That is work done in the program after the export.
    """
    return item.kind is ItemKind.MISSING and item.remark is not None


def _ask(comparison: Comparison, proposed: Sequence[Item], names: ValueNames) -> list[Item]:
    """Ask which of the proposed changes are to be taken.

    The answer is all of them, none, or one question for each row.
    """
    question = f"Take in {count_words(len(proposed), 'row')}? y: yes, n: nothing, e: ask about each row"
    answer = _answer(question, "yne")
    if answer != "e":
        return list(proposed) if answer == "y" else []
    chosen = []
    for item in comparison.items:
        out().print(say_item(item, names, say_message, 500))
        answer = _answer("Take it in? y: yes, n: no, q: no more", "ynq")
        if answer == "q":
            break
        if answer == "y":
            chosen.append(item)
    return chosen


def _answer(question: str, letters: str) -> str:
    while True:
        answer = str(typer.prompt(question, default="n")).strip().lower()[:1]
        if answer in letters:
            return answer


def _write_accepted(target: Project, workbook: Path, comparison: Comparison, chosen: Sequence[Item]) -> Taken:
    """Write the accepted items as one step."""
    settings = SettingsFile().load()
    context = EditContext(settings.author, datetime.now(UTC))
    with watched("taking in") as watch:
        task = TakeWorkbook(target, workbook.name, chosen, context)
        task.run(watch)
    target.flush()
    taken = task.taken
    assert taken is not None, "what is not cancelled comes to its end"
    done = set(map(id, taken.taken))
    return replace(taken, left=[item for item in comparison.items if id(item) not in done])


def _show_left(taken: Taken, names: ValueNames, *, has_preview: bool) -> None:
    """Name what was left, unless the preview has just done so."""
    if has_preview:
        return
    for item in taken.left:
        aside().print(f"• left, {item.kind}: {say_item(item, names, say_message)}", style="yellow")


def _show_not_taken(not_taken: Sequence[NotTaken]) -> None:
    for one in not_taken:
        aside().print(f"• not taken: {say_not_taken(one, say_message)}", style="yellow")


def _write_report(comparison: Comparison, taken: Taken, names: ValueNames, path: Path) -> None:
    """Write all that was taken and left into a report file.

    The report is JSON if its name ends in “.json”, else text.
    """
    is_json = path.suffix.lower() == ".json"
    text = report_json(comparison, taken) if is_json else report_text(comparison, taken, names, say_message)
    with replace_file(path) as pending:
        pending.draft.write_text(text, "utf-8", errors="backslashreplace")
