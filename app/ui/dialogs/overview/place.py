"""Where the overview of a project was left."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.service.corpus.overview.pictures import PictureKind
from app.ui.dialogs.project_window import WindowPlace


@dataclass
class OverviewPlace(WindowPlace):
    """What the overview showed last."""

    kind: PictureKind = PictureKind.PROGRESS
    earlier: list[str] = field(default_factory=list)
    """The filters of before, the last one first."""
