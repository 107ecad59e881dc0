"""The options of the command `export`."""

from __future__ import annotations

from typing import Annotated

import typer

OutFormatOption = Annotated[
    str | None, typer.Option("--format", help="The format of the file; else told by the name of OUT.")
]
DoneOnlyOption = Annotated[bool, typer.Option("--done-only", help="Write only articles that are done.")]
RejectedOption = Annotated[bool, typer.Option("--rejected", help="Rejected annotations go into the workbook too.")]
LanguageOption = Annotated[
    str, typer.Option("--language", metavar="ru|en", help="The language of the workbook; else the window's.")
]
SheetsOption = Annotated[
    str,
    typer.Option(
        "--sheets",
        metavar="A,B",
        help="The sheets of the workbook: summary, articles, entities, claims, register, notes, labels, changes; "
        "else all but changes.",
    ),
]
ColumnsOption = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="SHEET.KEY,…",
        help="The columns, as claims.speaker,claims.text; a sheet that is not named has all of its columns.",
    ),
]
LabelsOption = Annotated[
    str, typer.Option("--labels", metavar="A,B", help="Only these labels of entities and claims, as PER,forecast.")
]
StatusesOption = Annotated[
    str, typer.Option("--statuses", metavar="A,B", help="Only these: proposed, accepted, corrected, rejected.")
]
SinceOption = Annotated[str, typer.Option("--since", metavar="DAY", help="Articles from this day on: 2025-09-02.")]
UntilOption = Annotated[str, typer.Option("--until", metavar="DAY", help="Articles up to this day.")]
ContentOption = Annotated[
    str,
    typer.Option(
        "--content",
        metavar="claims|articles",
        help="What an html, docx or pdf file shows; else articles in html, claims by speaker in docx and pdf.",
    ),
]
ArticlesOption = Annotated[
    str, typer.Option("--articles", metavar="A,B", help="Only these articles, by their keys in a workbook.")
]
PartOption = Annotated[
    str,
    typer.Option(
        "--part",
        metavar="START:STOP",
        help="Only this part of the one article, in an html, docx or pdf file; its offsets in characters.",
    ),
]
PresetOption = Annotated[
    str, typer.Option("--preset", metavar="NAME", help="Choices saved in the export dialog; other options win.")
]
NoAuthorsOption = Annotated[bool, typer.Option("--no-authors", help="Leave out who annotated and noted.")]
NoLabelColumnsOption = Annotated[
    bool, typer.Option("--no-label-columns", help="Leave out the columns of 0 and 1 for each label.")
]
