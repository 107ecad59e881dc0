"""What a user chooses about an export, in one class for window, command line, service and formats."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.model import Annotation, Article, Progress


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """All choices of one export. Each field has a default, which leaves nothing out that a plain export has.

    A new choice is one field here, and what obeys it:

    - what leaves out articles goes into `takes_article`, which the exporting task asks before it reads an article;
    - what leaves out annotations goes into `takes_annotation`, which writers of formats that may lose something ask;
    - how a file looks (language, sheets, columns) is read by the writer, as `context.options.FIELD`.

    The command line has an option for each field, in `app.cli.program`. Values are plain and immutable, so that the
    options go to the writing process as they are, and can be stored.

    `format_name` is None where the name of the file says the format. `article_ids` None means all articles; else
    these are written in their order. `author` is who exports. Lossless formats hold rejected annotations anyway.
    """

    format_name: str | None = None
    article_ids: tuple[int, ...] | None = None
    done_only: bool = False
    include_rejected: bool = False
    author: str = ""

    def takes_article(self, article: Article) -> bool:
        """Say whether an article of `article_ids` is written."""
        return article.progress is Progress.DONE or not self.done_only

    def takes_annotation(self, annotation: Annotation) -> bool:
        """Say whether an annotation is written where the format may leave some out."""
        return self.include_rejected or annotation.is_live
