"""The options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

ProjectArgument = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project, NAME.pometka.")]
PathsArgument = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders of files.")]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, help="How many processes tag at the same time.")]
NoPretagOption = Annotated[bool, typer.Option("--no-pretag", help="Do not look for entities and claims.")]
FormatOption = Annotated[
    str | None, typer.Option("--format", help="The format of the files; else told by content and name.")
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="FIELD=COLUMN,…", help="Which column of a table holds what: title=headline,text=body.text."
    ),
]
SheetOption = Annotated[str, typer.Option("--sheet", help="The sheet of a workbook; else the first with texts.")]
SeparatorOption = Annotated[str, typer.Option("--separator", help="The separator of a CSV file; else told by content.")]
NoMendOption = Annotated[
    bool, typer.Option("--no-mend", help="Keep escapes, tags, wrapped lines and wrong encodings of texts as they are.")
]
EncodingOption = Annotated[str, typer.Option("--encoding", help="The encoding of a CSV file; else told by content.")]

DEFAULT_WORKERS = max(1, min(4, (os.cpu_count() or 1) // 2))
"""How many taggers run side by side by default: half the processors, at most four."""
