"""A file of an import, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.core.records import Sample


@dataclass(slots=True)
class SourceFile:
    """A file, and how much of it is in the project.

    `has_ids` says whether its articles have ids of their own. `articles` counts those that were read, `waiting` those
    of them that are not written yet. `samples` are taken in behind all articles, which are their members.
    """

    path: Path
    has_ids: bool = False
    articles: int = 0
    waiting: int = 0
    is_read: bool = False
    has_messages: bool = False
    samples: list[Sample] = field(default_factory=list)
    name: str = field(init=False)
    stem: str = field(init=False)

    def __post_init__(self) -> None:  # asked for each article, and taken from the path anew each time
        self.name, self.stem = self.path.name, self.path.stem

    @property
    def is_whole(self) -> bool:
        """Whether it need not be read again.

        All of it is in the project, and nothing is to be said of it.
        """
        return self.is_read and not (self.waiting or self.has_messages or self.samples)
