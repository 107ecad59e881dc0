"""Saved letters (.eml) and pages saved as one (.mhtml).

Subject, day, sender, text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.core.text.tokens import normalise
from app.core.text.word_lists import read_alternatives
from app.formats.documents.article_lines import FoundFields, clean_line, make_article
from app.formats.documents.forwarded import find_forwarded
from app.formats.documents.libraries import damaged_error
from app.formats.documents.web.html_tree import decode_page, parse_page
from app.formats.documents.web.page_blocks import list_blocks
from app.formats.documents.web.web_page import make_page_article
from app.formats.file_format import FileFormat
from app.formats.source.encodings import NotTextError, decode_bytes
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes
from app.formats.text.html_remains import resolve_escapes
from app.formats.text.news_article import is_frame_line
from app.formats.text.wrapped_lines import join_wrapped_lines
from app.formats.text.written_dates import read_date, read_sent_date

_LETTER = Message("a letter")
_HEADER = re.compile(
    r"^(?:From|To|Subject|MIME-Version|Message-ID|Received|Return-Path|Delivered-To|Content-Type|X-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
"""A header that letters alone have."""
_HEADERS = re.compile(r"\A(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*){2,}")
"""Two headers or more at the start of a file."""
_MIN_HEADERS = 2
_REPLY = re.compile(rf"^(?:(?:{read_alternatives('articles/reply_prefixes')})\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_SIGNATURE_RULE = "--"
_SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)
"""The line «-- » and the signature behind it."""
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_MIN_QUOTED_SHARE = 0.8
_MIN_PLAIN_SHARE = 0.4
_MAX_HEADER_CHARS = 4_000
_PAGE_TYPES = ("multipart/related", "text/html")
"""What a page that was saved as one file is, with or without its pictures."""


_LIBRARY_ERRORS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What the library raises for headers that are written wrongly: a time zone of ten digits overflows."""


class _BoundedPolicy(EmailPolicy):
    """Reads the start of long headers alone, in any encoding.

    The library's time grows with the square of their length, and it loses letters that are not encoded.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return the name and the value of a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, _decode_bare(value[:_MAX_HEADER_CHARS])


_POLICY = _BoundedPolicy()


def read_mail_message(path: Path) -> Iterator[Document]:
    """Yield the one article of a letter or saved page.

    The page was saved as one file.
    """
    raw = read_bytes(path)
    message = message_from_bytes(raw, policy=_POLICY)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise damaged_error(path, _LETTER, Message("it has no header"))
    if message.get_content_type() in _PAGE_TYPES and "snapshot-content-location" in message:
        yield _read_snapshot(message, path)
        return
    sender, site = _read_sender(_header(message, "from"))
    title, lines = _header(message, "subject"), _text_lines(message, path)
    day = read_sent_date(_header(message, "date"))
    forwarded = find_forwarded(lines)
    if forwarded is not None:
        title, day, lines = forwarded.subject or title, read_date(forwarded.day) or day, forwarded.lines
        sender, site = _read_sender(forwarded.sender) if forwarded.sender else (sender, site)
    found = FoundFields(_REPLY.sub("", title), day, source=sender or site)
    yield make_article(lines, found, path.name, path.stem, _left_out(message))


def is_mail_message(sample: FileSample) -> bool:
    """Say whether a file begins with the header of a letter."""
    head = _HEADERS.match(sample.text.replace("\r\n", "\n"))
    return head is not None and len(_HEADER.findall(head[0])) >= _MIN_HEADERS


def _read_snapshot(message: EmailMessage, path: Path) -> Document:
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise damaged_error(path, "MHTML", Message("it holds no page"))
    address = _header(message, "snapshot-content-location")
    return make_page_article(decode_page(_payload(pages[0]), path, _charset(pages[0])), path, address)


def _text_lines(message: EmailMessage, path: Path) -> list[str]:
    """Return the paragraphs of a letter.

    They are those of the plain part, else those of the HTML part. A plain part that holds far less than the HTML only
    says that the letter is not shown.
    """
    parts = [part for part in message.walk() if not part.is_multipart() and not part.is_attachment()]
    plain = [part for part in parts if part.get_content_type() == "text/plain" and _payload(part).strip()]
    lines = _plain_lines(plain[0], path) if plain else []
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        return lines
    shown = _page_lines(pages[0], path)
    return shown if sum(map(len, lines)) < _MIN_PLAIN_SHARE * sum(map(len, shown)) else lines


def _page_lines(part: EmailMessage, path: Path) -> list[str]:
    tree = parse_page(decode_page(_payload(part), path, _charset(part)), path)
    lines = [block.text for block in list_blocks(tree)]
    signature = next((place for place, line in enumerate(lines) if line == _SIGNATURE_RULE), len(lines))
    return lines[:signature]


def _plain_lines(part: EmailMessage, path: Path) -> list[str]:
    text = _SIGNATURE.sub("", _decode(_payload(part), _charset(part), path))
    lines = text.split("\n")
    if sum(line.startswith(">") for line in lines) > _MIN_QUOTED_SHARE * sum(bool(line.strip()) for line in lines):
        text = _QUOTED.sub("", text)
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<=\S) \n(?=\S)", " ", text)
    return join_wrapped_lines(resolve_escapes(text), is_frame_line, has_title=False).split("\n")


def _decode(raw: bytes, charset: str, path: Path) -> str:
    try:
        return normalise(raw.decode(charset or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        pass  # what was declared does not fit: the bytes tell
    try:
        return normalise(decode_bytes(raw).text)
    except NotTextError as fault:
        raise damaged_error(path, _LETTER, fault) from fault


def _payload(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _charset(part: EmailMessage) -> str:
    return part.get_content_charset() or ""


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text.

    The library raises various errors for some that are written wrongly.
    """
    try:
        value = str(message.get(name, ""))
    except _LIBRARY_ERRORS:
        return ""
    return clean_line(value)


def _decode_bare(value: str) -> str:
    """Return a header whose letters stand in it as bare bytes."""
    if value.isascii():
        return value
    try:
        return normalise(decode_bytes(value.encode("utf-8", "surrogateescape")).text)
    except NotTextError:
        return value


def _read_sender(written: str) -> tuple[str, str]:
    """Return the name and the domain of a sender."""
    found = re.match(r"(?P<name>.*?)\s*<[^<>@\s]*@(?P<site>[^<>\s]+)>", written)
    if found is not None:
        return found["name"].strip(' "'), found["site"]
    return "", written.rpartition("@")[2]


def _left_out(message: EmailMessage) -> list[Message]:
    names = [part.get_filename() or part.get_content_type() for part in message.walk() if part.is_attachment()]
    return [Message("The attachment “{file}” is left out.", {"file": clean_line(name)}) for name in names]


FORMAT = FileFormat(
    "eml",
    Message("Letter"),
    (".eml", ".mht", ".mhtml"),
    read=read_mail_message,
    matches=is_mail_message,
    is_mended=True,
)
