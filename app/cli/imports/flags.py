"""The options of the command `import`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class NearChoice(StrEnum):
    """What is done with near duplicates of known articles."""

    KEEP = "keep"
    SKIP = "skip"


class Acceptance(StrEnum):
    """What is taken from a workbook without a question.

    It is changes and new rows, or nothing.
    """

    ALL = "all"
    NONE = "none"


NearOption = Annotated[
    NearChoice, typer.Option("--near", help="What is done with articles that are nearly the same as others.")
]
ReportOption = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="Write what came of each article, as text or .json.")
]
AcceptOption = Annotated[
    Acceptance | None,
    typer.Option("--accept", help="Of a workbook: take changes and new rows, or nothing, without a question."),
]
DeleteMissingOption = Annotated[
    bool, typer.Option("--delete-missing", help="Of a workbook: delete what has no row in it any more.")
]
ClearEmptyOption = Annotated[
    bool, typer.Option("--clear-empty", help="Of a workbook: take what stood in cells that are empty now away.")
]
