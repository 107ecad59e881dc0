"""What an export can be chosen from: articles, sheets, presets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.core.scheme import Scheme
from app.core.span import Span
from app.formats.export_options import ExportOptions

Sheets = Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]
"""By the key of a sheet its title, and the key and title of each column."""


class ExportScope(NamedTuple):
    """A choice of articles with its title.

    `article_ids` None stands for all articles. `part` is a part of the one article, None for its whole text.
    """

    title: str
    article_ids: tuple[int, ...] | None = None
    part: Span | None = None

    @property
    def is_single(self) -> bool:
        """Say whether it is one article or a part of it."""
        return self.article_ids is not None and len(self.article_ids) == 1


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """What the dialog of the export offers.

    The first one of `scopes` is all articles. `language` is that of the window.
    """

    scheme: Scheme
    sheets: Sheets
    scopes: Sequence[ExportScope]
    presets: Mapping[str, ExportOptions]
    language: str
