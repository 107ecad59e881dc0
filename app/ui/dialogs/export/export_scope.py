"""What an export takes: articles, or a part of one."""

from __future__ import annotations

from typing import NamedTuple

from app.core.span import Span


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
