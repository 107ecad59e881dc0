"""A saved feed of news (RSS, Atom): one article an item."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET  # what is read goes through defusedxml
from collections.abc import Iterator
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.documents.article_lines import FoundFields, make_article
from app.formats.documents.web.html_tree import parse_page
from app.formats.documents.web.page_blocks import list_blocks
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes
from app.formats.source.safe_xml import find_all, local_name, parse_xml
from app.formats.text.html_remains import resolve_escapes
from app.formats.text.written_dates import read_sent_date

_ITEMS = ("item", "entry")
_TEXTS = ("encoded", "content", "full-text", "description", "summary")
"""Elements that may hold an item's text, the fullest first."""
_DAYS = ("pubDate", "published", "date", "updated")
_ROOT = re.compile(r"<(?:rss|(?:\w+:)?RDF[^>]*purl\.org/rss|(?:\w+:)?feed[^>]*w3\.org/2005/Atom)\b", re.IGNORECASE)
_PREFIX = re.compile(r"(</?)\w+:")
"""The namespace of a tag of XHTML in Atom."""


def read_news_feed(path: Path) -> Iterator[Document]:
    """Yield an article for each item that has words.

    Raise UserError where the file is no sound XML.
    """
    root = parse_xml(read_bytes(path), path.name)
    items = [element for name in _ITEMS for element in find_all(root, name)]
    site = next((_words(child) for child in root.iter() if local_name(child.tag) == "title"), "")
    read = [(number, _title_of(item, path), _lines_of(item, path), item) for number, item in enumerate(items, start=1)]
    silent = sum(not title and not lines for _, title, lines, _ in read)
    lost = [Message("{n} items without a text are left out.", {"n": str(silent)})] if silent else []
    for number, title, lines, item in read:
        if title or lines:
            found = FoundFields(title, _find_day(item), _find_address(item), site)
            yield make_article(lines, found, path.name, f"{path.stem}-{number}", lost)
            lost = []


def is_news_feed(sample: FileSample) -> bool:
    """Say whether the first element is that of RSS or Atom."""
    return _ROOT.match(sample.xml_root) is not None


def _title_of(item: ET.Element, path: Path) -> str:
    return " ".join(_page_lines(_text_of(item, "title"), path))


def _lines_of(item: ET.Element, path: Path) -> list[str]:
    """Return the paragraphs of the fullest text of an item."""
    texts = [lines for name in _TEXTS if (lines := _page_lines(_text_of(item, name), path))]
    return texts[0] if texts else []


def _page_lines(written: str, path: Path) -> list[str]:
    if "<" not in written:
        return [line for line in resolve_escapes(written).split("\n") if line.strip()]
    return [block.text for block in list_blocks(parse_page(written, path))]


def _text_of(item: ET.Element, name: str) -> str:
    """Return an element's text, with the tags of HTML in it."""
    found = next((child for child in item if local_name(child.tag) == name), None)
    if found is None:
        return ""
    inner = "".join(ET.tostring(child, encoding="unicode") for child in found)
    return (found.text or "") + _PREFIX.sub(r"\1", inner)


def _words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _find_address(item: ET.Element) -> str:
    """Return where an item was published.

    Atom has several links; that of the article has no `rel`, or the one of an alternative.
    """
    for link in (child for child in item if local_name(child.tag) == "link"):
        if link.get("rel", "alternate") == "alternate":
            return (link.get("href") or link.text or "").strip()
    return ""


def _find_day(item: ET.Element) -> dt.date | None:
    """Return the day of an item at its place of writing."""
    for name in _DAYS:
        day = read_sent_date(_text_of(item, name).strip())
        if day is not None:
            return day
    return None


FORMAT = FileFormat(
    "rss", Message("News feed"), (".rss", ".atom", ".xml"), read=read_news_feed, matches=is_news_feed, is_mended=True
)
