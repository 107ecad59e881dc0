"""Where the overview of a project was left."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.service.corpus.overview.pictures import PictureKind


@dataclass
class OverviewPlace:
    """What the overview showed last: it opens there again."""

    project: Path
    typed: str = ""
    kind: PictureKind = PictureKind.PROGRESS
    earlier: list[str] = field(default_factory=list)
    """The filters of before, the last one first."""
