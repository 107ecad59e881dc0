"""The fields of an article as people read and write them.

Its day, its source.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from app.core.message import UserError
from app.core.model import Article
from app.core.vocabulary import LanguageCode

_WEB = ("http", "https")


def web_address(article: Article) -> str:
    """Return the address of an article on the web.

    "" where it has none.
    """
    return _find_address(article.source, article.url)


def is_web_address(words: str) -> bool:
    """Say whether words are a web address.

    It is the address of a page that a browser may open.
    """
    if not words.isprintable() or " " in words:
        return False
    try:
        parts = urlsplit(words)
        return parts.scheme.lower() in _WEB and bool(parts.hostname)
    except ValueError:
        return False


def source_words(article: Article) -> str:
    """Return the source of an article, else the site of its address."""
    return source_name(article.source, article.url)


def source_name(source: str, url: str) -> str:
    """Return the name of a source, else the site of an address."""
    return source.strip() or urlsplit(_find_address(source, url)).hostname or ""


def _find_address(source: str, url: str) -> str:
    return next((words for words in (url.strip(), source.strip()) if is_web_address(words)), "")


def write_day(day: date | None, language: str) -> str:
    """Write a day so that `read_day` reads it.

    "14.03.2025" in Russian, else "2025-03-14".
    """
    if day is None:
        return ""
    return f"{day.day:02}.{day.month:02}.{day.year:04}" if language == LanguageCode.RU else day.isoformat()


def read_day(words: str) -> date | None:
    """Read a day as people write it, None for nothing.

    Raise UserError for anything that is no day.
    """
    from app.formats.text.written_dates import find_date  # noqa: PLC0415  # no start of the window waits for its patterns

    words = words.strip()
    if not words:
        return None
    mark = find_date(words)
    if mark is None or mark.value is None or words[: mark.start].strip() or words[mark.stop :].strip(" .г"):
        raise UserError("“{words}” is not a date.", hint="Write it as 14.03.2025 or 2025-03-14.", words=words)
    return mark.value


def with_fields(article: Article, *, title: str, day: str, source: str, url: str) -> Article:
    """Return an article with what was typed for it.

    Raise UserError where the day is none, or the address is not one of a page.
    """
    url = url.strip()
    if url and url != article.url and not is_web_address(url):
        raise UserError("“{words}” is not a web address.", hint="It begins with https://", words=url)
    return replace(article, title=" ".join(title.split()), date=read_day(day), source=" ".join(source.split()), url=url)
