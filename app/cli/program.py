"""The commands and their options.

What each does is in a module of its own, loaded when it is called.
"""

# ruff: noqa: PLC0415  # each command loads what it needs

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import typer

from app import __version__
from app.cli.exports.flags import (
    ArticlesOption,
    ColumnsOption,
    ContentOption,
    DoneOnlyOption,
    LabelsOption,
    LanguageOption,
    NoAuthorsOption,
    NoLabelColumnsOption,
    OutFormatOption,
    PartOption,
    PresetOption,
    RejectedOption,
    SheetsOption,
    SinceOption,
    StatusesOption,
    UntilOption,
)
from app.cli.imports.flags import (
    AcceptOption,
    ClearEmptyOption,
    DeleteMissingOption,
    NearChoice,
    NearOption,
    ReportOption,
)
from app.cli.options import (
    DEFAULT_WORKERS,
    EncodingOption,
    FormatOption,
    MapOption,
    NoMendOption,
    NoPretagOption,
    PathsArgument,
    ProjectArgument,
    SeparatorOption,
    SheetOption,
    WorkersOption,
)
from app.core.message import UserError

EXIT_CODES = (
    "Exit codes: 0 all done; 1 nothing done, the message says why; 2 a wrong command line; "
    "3 done, but some files could not be read."
)
ABOUT = (
    "Annotation of Russian-language news. `pometka [PROJECT]` opens the window; without a display it imports the "
    "sample articles, tags them, and writes a project, a workbook and a picture."
)

program = typer.Typer(
    name="pometka", help=ABOUT, epilog=EXIT_CODES, add_completion=False, pretty_exceptions_enable=False
)

_WrongUsage = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])
"""The family of errors of a wrong command line. Typer names no other of them, and click may be a part of it."""


def main(arguments: list[str]) -> int:
    """Run the command that `arguments` name; return its exit code."""
    try:
        return int(program(args=arguments, prog_name="pometka", standalone_mode=False) or 0)
    except UserError as error:
        return _show_error(error, 1)
    except typer.Abort:
        return 1
    except _WrongUsage as error:
        # Typer would echo what was typed as it is, control characters and all.
        wrong = UserError(
            "Wrong command line: {what}",
            hint="`pometka --help` lists the commands, `pometka COMMAND --help` the options of one.",
            what=error.format_message(),
        )
        return _show_error(wrong, 2)


def _show_error(error: UserError, exit_code: int) -> int:
    from app.cli.console import show_error  # rich is slow to load, and most runs go well

    show_error(error)
    return exit_code


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"pometka {__version__}")
        raise typer.Exit


@program.callback()
def options(
    version: Annotated[  # its callback has done all
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Take the options before the command."""


@program.command("import", epilog=EXIT_CODES)
def import_articles(
    project: ProjectArgument,
    paths: PathsArgument,
    no_pretag: NoPretagOption = False,
    format_name: FormatOption = None,
    columns: MapOption = None,
    sheet: SheetOption = "",
    separator: SeparatorOption = "",
    encoding: EncodingOption = "",
    no_mend: NoMendOption = False,
    near: NearOption = NearChoice.KEEP,
    report: ReportOption = None,
    workers: WorkersOption = DEFAULT_WORKERS,
    accept: AcceptOption = None,
    delete_missing: DeleteMissingOption = False,
    clear_empty: ClearEmptyOption = False,
) -> None:
    """Take articles into a project, which is made if there is none.

    Those that are in it already are passed over.

    A workbook that `export` wrote comes back instead: what was changed in it is shown, and taken in when accepted.
    """
    from app.cli.imports.import_command import import_files
    from app.cli.imports.returning import ReturnOptions
    from app.cli.imports.table_options import read_table_options
    from app.service.jobs.importing.import_plan import ImportOptions

    tables = read_table_options(columns, sheet, separator, encoding)
    articles = ImportOptions(
        format_name, not no_pretag, workers, tables=tables, skips_near=near is NearChoice.SKIP, mends=not no_mend
    )
    rows = ReturnOptions(accept, delete_missing, clear_empty, report)
    raise typer.Exit(import_files(project, paths, articles, rows))


@program.command("watch", epilog=EXIT_CODES)
def watch_folder(
    project: ProjectArgument,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that new articles are saved into.")],
    no_pretag: NoPretagOption = False,
    once: Annotated[bool, typer.Option("--once", help="End when what is there is taken in.")] = False,
    workers: WorkersOption = DEFAULT_WORKERS,
) -> None:
    """Take articles into a project as they come into a folder.

    Ctrl+C ends it.
    A file is taken once, when it does not grow any more; what was taken is remembered for the project.
    """
    from app.cli.imports.watching import watch_folder as watch
    from app.service.jobs.importing.import_plan import ImportOptions

    raise typer.Exit(watch(project, folder, ImportOptions(pretag=not no_pretag, workers=workers), once=once))


@program.command(epilog=EXIT_CODES)
def pretag(
    paths: PathsArgument,
    out: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.jsonl", help="Where to write; - for the screen.")],
    format_name: FormatOption = None,
    columns: MapOption = None,
    sheet: SheetOption = "",
    separator: SeparatorOption = "",
    encoding: EncodingOption = "",
    no_mend: NoMendOption = False,
    org_with_country: Annotated[
        bool, typer.Option("--org-with-country", help="Take “Верховный суд Испании” as one organisation.")
    ] = False,
    workers: WorkersOption = DEFAULT_WORKERS,
    scheduler: Annotated[
        str,
        typer.Option(
            "--scheduler", metavar="ADDRESS", help="Tag on a Dask cluster: tcp://host:8786, or local:2 for two workers."
        ),
    ] = "",
) -> None:
    """Find entities and claims in articles and write them as JSONL.

    One article a line; no project is needed. Texts of JSONL stay as they are, and offsets are code points in them. What
    the articles bring with them in annotations is left out.
    """
    from app.cli.imports.pretagging import TaggingOptions, pretag_into
    from app.cli.imports.table_options import read_table_options
    from app.service.jobs.importing.file_reader import ReadingOptions

    tables = read_table_options(columns, sheet, separator, encoding)
    reading = ReadingOptions(format_name, tables, mends=not no_mend, keeps_text=True)
    raise typer.Exit(pretag_into(paths, out, reading, TaggingOptions(org_with_country, workers, scheduler)))


@program.command(epilog=EXIT_CODES)
def export(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; an old one is replaced at the end.")],
    format_name: OutFormatOption = None,
    done_only: DoneOnlyOption = False,
    rejected: RejectedOption = False,
    language: LanguageOption = "",
    sheets: SheetsOption = "",
    columns: ColumnsOption = "",
    labels: LabelsOption = "",
    statuses: StatusesOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    content: ContentOption = "",
    articles: ArticlesOption = "",
    part: PartOption = "",
    preset: PresetOption = "",
    no_authors: NoAuthorsOption = False,
    no_label_columns: NoLabelColumnsOption = False,
) -> None:
    """Write a project as a workbook, or in another format."""
    from app.cli.exports import choices
    from app.cli.exports.exporting import export_project
    from app.formats.export_options import ExportOptions

    wanted = ExportOptions(
        format_name,
        done_only=done_only,
        include_rejected=rejected,
        language=language,
        sheets=choices.split_names(sheets),
        columns=choices.split_names(columns),
        labels=choices.split_names(labels),
        statuses=choices.parse_statuses(statuses),
        since=choices.parse_day(since),
        until=choices.parse_day(until),
        with_authors=not no_authors,
        with_label_columns=not no_label_columns,
        content=choices.parse_content(content),
        article_ids=choices.parse_articles(articles),
        part=choices.parse_part(part, articles),
    )
    raise typer.Exit(export_project(project, out, wanted, preset))


@program.command(epilog=EXIT_CODES)
def stats(
    project: ProjectArgument,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")] = False,
    show: Annotated[
        str,
        typer.Option(
            help="Pictures of the overview: progress, labels, claims, sources, names, precision; with commas."
        ),
    ] = "",
    only: Annotated[str, typer.Option("--filter", help="Count the articles that fit this query, with --show.")] = "",
) -> None:
    """Count what is in a project.

    Articles, entities by label and status, claims by kind and form, speakers. With `--show`, what the overview shows,
    and nothing else is counted.
    """
    if show or only:
        from app.cli.overview_stats import show_pictures

        raise typer.Exit(show_pictures(project, (show or "progress").split(","), only, as_json=as_json))
    from app.cli.stats import show_stats

    raise typer.Exit(show_stats(project, as_json=as_json))


@program.command(epilog="Exit codes: 0 found; 1 nothing found, or the query cannot be read.")
def search(
    project: ProjectArgument,
    query: Annotated[str, typer.Argument(help="What to find: see “Search in all articles” in the README.")],
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="So many places at most.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON a place, for other programs.")] = False,
) -> None:
    """Find words, names and claims in all articles.

    `акимат субсидия` both, in any form; `"выделить субсидию"` side by side; `=Акимата` as written; `субсиди*`;
    `Алматы,Астана` one or the other; `-налог`; `рост ~5 цена`; `/регул.рное/`; `ORG:акимат`;
    `speaker:Алимов kind:promise due:<2026 date:2025-06..`.
    """
    from app.cli.searching import search_project

    raise typer.Exit(search_project(project, query, most=most, as_json=as_json))


@program.command(epilog="Exit codes: 0 sound; 1 not sound, or not to be opened.")
def check(project: ProjectArgument) -> None:
    """Look a project over for damage; nothing is changed."""
    from app.cli.checking import check_project

    raise typer.Exit(check_project(project))


@program.command(epilog="Exit codes: 0 all compared; 1 stopped before the end.")
def near(
    project: ProjectArgument,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write the pairs, as text or .json.")
    ] = None,
) -> None:
    """Mark articles of a project that are nearly the same as others.

    The window shows each pair until somebody decides on it. Import marks what is new; this looks at all articles.
    """
    from app.cli.imports.importing import find_near

    raise typer.Exit(find_near(project, report))


@program.command(epilog=EXIT_CODES)
def upgrade(project: ProjectArgument) -> None:
    """Bring a project of an older Pometka up to date.

    A copy is kept beside it. Commands that only read refuse an older project and leave it as it is.
    """
    from app.cli.checking import upgrade_project

    raise typer.Exit(upgrade_project(project))


@program.command()
def actions(
    as_markdown: Annotated[bool, typer.Option("--markdown", help="As the table of the README.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")] = False,
) -> None:
    """List all that the window can do, with keys."""
    from app.cli.actions import show_actions

    show_actions(as_markdown=as_markdown, as_json=as_json)
