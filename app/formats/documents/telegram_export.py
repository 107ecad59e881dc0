"""A Telegram channel's export (result.json or messages.html): one article a message."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.message import Message
from app.core.model import Document
from app.formats.documents.article_lines import FoundFields, make_article
from app.formats.documents.libraries import damaged_error
from app.formats.documents.web.html_tree import decode_page, parse_page
from app.formats.documents.web.page_blocks import element_text, list_blocks
from app.formats.file_format import FileFormat
from app.formats.source.encodings import NotTextError, decode_bytes
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes
from app.formats.text.written_dates import read_date

_KIND = "Telegram"
_FIELDS = ("messages[].id", "messages[].date", "messages[].text")
_ALL_CHATS = "chats.list[]."
_PAGE_MARK = 'class="page_body chat_page"'


@dataclass(frozen=True, slots=True)
class _Post:
    """One message of a channel."""

    channel: str
    number: str
    day: str
    lines: list[str]


def read_telegram_export(path: Path) -> Iterator[Document]:
    """Yield an article for each message that has a text."""
    raw = read_bytes(path)
    is_json = raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    posts = list(_read_json(raw, path) if is_json else _read_page(raw, path))
    silent = sum(not any(line.strip() for line in post.lines) for post in posts)
    lost = [Message("{n} messages without a text are left out.", {"n": str(silent)})] if silent else []
    for post in posts:
        if any(line.strip() for line in post.lines):
            found = FoundFields(date=read_date(post.day), source=post.channel)
            yield make_article(post.lines, found, path.name, f"{path.stem}-{post.number}", lost)
            lost = []


def is_telegram_export(sample: FileSample) -> bool:
    """Say whether a file is a Telegram export.

    It is the export of a channel or of all chats, as JSON or as a page.
    """
    if _PAGE_MARK in sample.text[:20_000]:
        return True
    places = sample.json_places
    return any(all(f"{head}{field}" in places for field in _FIELDS) for head in ("", _ALL_CHATS))


def _read_json(raw: bytes, path: Path) -> Iterator[_Post]:
    try:
        tree = json.loads(decode_bytes(raw).text)
    except (ValueError, RecursionError, NotTextError) as fault:
        raise damaged_error(path, _KIND, fault) from fault
    for chat in _list_chats(tree):
        for message in chat.get("messages") or ():
            if isinstance(message, dict) and message.get("type") == "message":
                text = "".join(_pieces(message.get("text")))
                name = str(chat.get("name") or "")
                yield _Post(name, str(message.get("id", "")), str(message.get("date", "")), text.split("\n"))


def _list_chats(tree: Any) -> Iterable[dict[str, Any]]:
    if not isinstance(tree, dict):
        return ()
    if isinstance(tree.get("messages"), list):
        return (tree,)
    chats = tree.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else None
    return [chat for chat in listed if isinstance(chat, dict)] if isinstance(listed, list) else ()


def _pieces(text: Any) -> Iterator[str]:
    """Yield the pieces of a message.

    Plain ones, and the words of links and marked ones.
    """
    for piece in text if isinstance(text, list) else [text]:
        words = piece.get("text") if isinstance(piece, dict) else piece
        if isinstance(words, str):
            yield words


def _read_page(raw: bytes, path: Path) -> Iterator[_Post]:
    tree = parse_page(decode_page(raw, path), path)
    name = next((element_text(found) for found in _of_class(tree, "page_header")), "")
    for message in _of_class(tree, "message"):
        if "default" not in message.get("class", "").split():
            continue
        day = next((found.get("title", "") for found in _of_class(message, "date")), "")
        texts = _of_class(message, "text")[:1]
        lines = [block.text for text in texts for block in list_blocks(text)]
        yield _Post(name, str(message.get("id", "")).removeprefix("message"), day, lines)


def _of_class(tree: Any, name: str) -> list[Any]:
    found: list[Any] = tree.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return found


FORMAT = FileFormat(
    "telegram",
    Message("Telegram export"),
    (".json",),
    read=read_telegram_export,
    matches=is_telegram_export,
    is_mended=True,
)
