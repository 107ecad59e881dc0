"""The options of the command line for an export."""

from __future__ import annotations

import locale
from collections.abc import Iterable
from datetime import date

from app.core.message import UserError
from app.core.model import Status
from app.core.span import Span
from app.core.vocabulary import LanguageCode
from app.formats.export_options import PAGE_FORMATS, ExportOptions, PageContent
from app.formats.file_format import FileFormat
from app.formats.xlsx.values.row_keys import RowKind, parse_row_key
from app.service.project.settings import Settings

LANGUAGES = (LanguageCode.RU, LanguageCode.EN)


def find_language(wanted: str, settings: Settings) -> str:
    """Return the wanted language of a workbook, else the window's.

    Raise UserError for one that it has no words of.
    """
    if wanted and wanted not in LANGUAGES:
        raise UserError(
            "There is no workbook in “{name}”.", hint="Choose one of: {names}.", name=wanted, names=", ".join(LANGUAGES)
        )
    system = (locale.getlocale()[0] or "").lower()
    is_russian = system.startswith(("ru", "kk"))
    return wanted or settings.language or (LanguageCode.RU if is_russian else LanguageCode.EN)


def split_names(text: str) -> tuple[str, ...]:
    """Return names that stand between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def parse_statuses(text: str) -> tuple[Status, ...]:
    """Return the statuses that are named.

    Raise UserError for one that there is not.
    """
    try:
        return tuple(Status(name) for name in split_names(text))
    except ValueError as fault:
        raise UserError(
            "Unknown status in “{name}”.", hint="Choose one of: {names}.", name=text, names=", ".join(Status)
        ) from fault


def parse_day(text: str) -> date | None:
    """Return a day, None for an empty text.

    Raise UserError for what is none.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise UserError("“{name}” is not a date.", hint="Write it as 2025-09-02.", name=text) from fault


def refuse_unknown_labels(options: ExportOptions, known: list[str]) -> None:
    """Raise UserError for a label that the project does not have."""
    for name in options.labels:
        if name not in known:
            raise UserError(
                "There is no label “{name}”.", hint="Choose one of: {names}.", name=name, names=", ".join(known)
            )


def parse_content(text: str) -> str:
    """Return what a file for people shows, "" for an empty text.

    Raise UserError for what it cannot show.
    """
    if text and text not in tuple(PageContent):
        raise UserError(
            "Unknown content “{name}”.", hint="Choose one of: {names}.", name=text, names=", ".join(PageContent)
        )
    return text


def parse_articles(text: str) -> tuple[int, ...] | None:
    """Return the ids of articles that are named by key.

    None for an empty text; raise UserError for what is no key.
    """
    return tuple(map(_parse_article, split_names(text))) or None


def parse_part(text: str, articles: str) -> Span | None:
    """Return the part of the one article that is named.

    None for an empty text; raise UserError for what is none, or without one article.
    """
    if not text:
        return None
    start, _, stop = text.partition(":")
    if not (start.isdecimal() and stop.isdecimal() and int(start) < int(stop)):
        raise UserError("“{name}” is no part of a text.", hint="Write it as 120:480.", name=text)
    if len(split_names(articles)) != 1:
        raise UserError("A part is of one article.", hint="Name the article with --articles.")
    return Span(int(start), int(stop))


def refuse_part_of_other_formats(options: ExportOptions, known: FileFormat | None) -> None:
    """Raise UserError for a part in a format that holds whole articles."""
    if options.part is not None and known is not None and known.name not in PAGE_FORMATS:
        raise UserError(
            "A file of the format “{name}” holds whole articles.",
            hint="Write the part as html, docx or pdf.",
            name=known.name,
        )


def _parse_article(name: str) -> int:
    key = parse_row_key(name)
    if key is None or key.kind is not RowKind.ARTICLE:
        raise UserError(
            "“{name}” is no key of an article.", hint="Use the keys of a workbook's sheet of articles.", name=name
        )
    return key.number


def refuse_unknown_articles(options: ExportOptions, known: Iterable[int]) -> None:
    """Raise UserError for a chosen article that the project lacks."""
    missing = set(options.article_ids or ()).difference(known)
    if missing:
        raise UserError(
            "The project has no article with the number {number}.",
            hint="Use the keys of a workbook's sheet of articles.",
            number=min(missing),
        )
