"""What every reader begins with: the bytes of a file, checked at the border, and a document made of its parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from app.core.message import Message, UserError
from app.core.model import Article, Document, text_digest
from app.core.text import normalise
from app.formats.encoding import NotTextError, decode

MOST_BYTES = 64 * 1024 * 1024
"""The largest single article that is read: the size of a hundred novels."""

_LONGEST_TITLE = 200


def file_bytes(path: Path) -> bytes:
    """Return what a file holds; raise UserError where there is no such file, or nothing or too much in it."""
    try:
        check_file(path)
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UserError(
                "“{name}” is too large for one article: {size} MB.",
                hint="Split it into parts, or store the articles one a line as .jsonl.",
                name=path.name,
                size=size // 2**20,
            )
        raw = path.read_bytes()
    except OSError as fault:
        raise unreadable(path, fault) from fault
    if not raw.strip():
        raise UserError("“{name}” is empty.", hint="Remove it, or save the article into it again.", name=path.name)
    return raw


def check_file(path: Path) -> None:
    """Raise UserError where there is no file: a folder, or a pipe, which may never end."""
    if path.is_dir():
        raise UserError("“{name}” is a folder, not a file.", hint="Name a file in it.", name=path.name)
    if path.exists() and not path.is_file():
        raise UserError(
            "“{name}” is a pipe or a device, not a file.",
            hint="Save what comes out of it in a file.",
            name=path.name,
        )


class Loaded(NamedTuple):
    """The text of a file, and what of it could not be read."""

    text: str
    lost: tuple[Message, ...] = ()


def file_text(path: Path) -> Loaded:
    """Return the text of a file, whatever encoding of Russian or Kazakh it is in, line ends normalised."""
    raw = file_bytes(path)
    try:
        decoded = decode(raw)
    except NotTextError as fault:
        raise UserError(
            "“{name}” is not a text: {fault}.", hint="Save it as plain text in UTF-8.", name=path.name, fault=fault
        ) from fault
    text = normalise(decoded.text)
    if not text.strip():
        raise UserError("“{name}” is empty.", hint="Remove it, or save the article into it again.", name=path.name)
    return Loaded(text, _broken(path, decoded.broken))


def _broken(path: Path, count: int) -> tuple[Message, ...]:
    if not count:
        return ()
    fields = {"name": path.name, "n": str(count)}
    return (Message("“{name}” has {n} broken characters, shown as “\ufffd”.", fields),)


def unreadable(path: Path, fault: OSError) -> UserError:
    """Return the error that says why the system does not give a file."""
    return UserError(
        "“{name}” cannot be read: {reason}.",
        hint="Check that the file is there and that you may open it.",
        name=path.name,
        reason=fault.strerror or str(fault),
    )


def document_of(  # noqa: PLR0913  # the fields of an article, each by name
    text: str,
    *,
    title: str | None = None,
    date: dt.date | None = None,
    source: str | None = None,
    url: str = "",
    key: str = "",
    lost: Iterable[Message] = (),
) -> Document:
    """Return a document without annotations; where title or source is None, the first line or the site serves."""
    title = normalise(headline(text)) if title is None else title
    article = Article(
        id=0,
        title=title,
        date=date,
        source=site_of(url) if source is None else source,
        url=url,
        key=normalise(key),  # the name of a file may be no text
        digest=text_digest(title, text),
        length=len(text),
    )
    return Document(article, text, lost=tuple(lost))


def headline(text: str) -> str:
    """Return the first line of `text` that is not blank; a very long one is cut at a word."""
    start = len(text) - len(text.lstrip())
    line = text[start : start + 2 * _LONGEST_TITLE].partition("\n")[0].strip()
    if len(line) <= _LONGEST_TITLE:
        return line
    head = line[: _LONGEST_TITLE - 1]
    return (head.rpartition(" ")[0] or head).rstrip() + "…"


def site_of(url: str) -> str:
    """Return the host of a URL without "www.": "nur.kz"; "" where it names none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""
