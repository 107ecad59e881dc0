"""Documents made of a text and what is known of its article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from app.core.message import Message
from app.core.model import Article, Document, text_digest
from app.core.text.tokens import normalise

MAX_TITLE_CHARS = 200


def make_document(  # noqa: PLR0913  # the fields of an article, each by name
    text: str,
    *,
    title: str | None = None,
    date: dt.date | None = None,
    source: str | None = None,
    url: str = "",
    key: str = "",
    lost: Iterable[Message] = (),
) -> Document:
    """Return a document without annotations.

    A title that is None becomes the first line of the text, a source that is None the site of `url`.
    """
    title = normalise(find_title(text)) if title is None else title
    article = Article(
        id=0,
        title=title,
        date=date,
        source=find_site(url) if source is None else source,
        url=url,
        key=normalise(key),  # the name of a file may be no text
        digest=text_digest(title, text),
        length=len(text),
    )
    return Document(article, text, lost=tuple(lost))


def find_title(text: str) -> str:
    """Return the first line with text, shortened at a word."""
    start = len(text) - len(text.lstrip())
    line = text[start : start + 2 * MAX_TITLE_CHARS].partition("\n")[0].strip()
    if len(line) <= MAX_TITLE_CHARS:
        return line
    head = line[: MAX_TITLE_CHARS - 1]
    return (head.rpartition(" ")[0] or head).rstrip() + "…"


def find_site(url: str) -> str:
    """Return the host of a URL without "www.", or ""."""
    if not url:
        return ""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""
