"""The choices of a user for an export.

Window, command line, service and formats use the same class.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.model import Annotation, Article, Progress, Status
from app.core.span import Span

PAGE_FORMATS = ("docx", "pdf", "html")
"""Names of the formats for people who read; they can show a part of an article."""


class PageContent(StrEnum):
    """What a file for people shows.

    Claims by speaker, or articles with their highlights.
    """

    CLAIMS = "claims"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """All choices of one export.

    Each field has a default, which leaves nothing out that a plain export has.

    A new choice is one field here, and what obeys it:

    - what leaves out articles goes into `includes_article`, which the exporting task asks before it reads an article;
    - what leaves out annotations goes into `includes_annotation`, which writers of formats that may lose something ask;
    - how a file looks (language, sheets, columns) is read by the writer, as `context.options.FIELD`.

    The command line has an option for each field, in `app.cli.exports.flags`. Values are plain and immutable, so that
    the options go to the writing process as they are, and can be stored.

    `format_name` is None where the name of the file says the format. `article_ids` None means all articles; else
    these are written in their order. `part` is the part of the one article that a file for people shows, None for the
    whole text. `author` is who exports. Lossless formats hold rejected annotations anyway.

    `content` is what a file for people shows, "" for what its format usually does (see `PageContent`).
    `language` is that of a workbook or such a file, "" for English. `sheets` are keys of the sheets of a workbook, none
    for all but the changes; `columns` are "sheet.column" by key: a sheet that has one there has these alone. `labels`
    (of entities and claims) and `statuses` are those that are written, none for all. `since` and `until` are the first
    and the last day of an article; one without a date is left out where either is given. `with_authors` says whether
    the names of people who annotated are written, `with_label_columns` whether there is a column of 0 and 1 for each
    label.
    """

    format_name: str | None = None
    article_ids: tuple[int, ...] | None = None
    part: Span | None = None
    done_only: bool = False
    include_rejected: bool = False
    author: str = ""
    content: str = ""
    language: str = ""
    sheets: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    since: date | None = None
    until: date | None = None
    with_authors: bool = True
    with_label_columns: bool = True

    def includes_article(self, article: Article) -> bool:
        """Say whether an article of `article_ids` is written."""
        if self.done_only and article.progress is not Progress.DONE:
            return False
        if self.since is None and self.until is None:
            return True
        day = article.date
        return day is not None and (self.since or day) <= day <= (self.until or day)

    def includes_annotation(self, annotation: Annotation) -> bool:
        """Say whether an annotation is written.

        This concerns formats that may leave some out.
        """
        if self.labels and annotation.label not in self.labels:
            return False
        if self.statuses:
            return annotation.status in self.statuses
        return self.include_rejected or annotation.is_live
