"""Saved web pages (HTML): one article a page.

Nothing is run and nothing is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.core.text.word_lists import read_alternatives
from app.formats.documents.article_lines import make_article
from app.formats.documents.web.html_tree import decode_page, parse_page
from app.formats.documents.web.page_blocks import list_blocks
from app.formats.documents.web.page_body import find_body
from app.formats.documents.web.page_fields import find_fields
from app.formats.documents.web.structured_fields import read_structured_fields
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes

_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
"""The start of a web page, behind comments."""
_ADDRESS = re.compile(rf"(?:{read_alternatives('articles/address_words')})\s*:", re.IGNORECASE)


def read_web_page(path: Path) -> Iterator[Document]:
    """Yield the one article of a saved page."""
    yield make_page_article(decode_page(read_bytes(path), path), path)


def make_page_article(text: str, path: Path, address: str = "") -> Document:
    """Return the article of a page's HTML.

    `address` is where it was saved from, if known.
    """
    tree = parse_page(text, path)
    blocks = list_blocks(tree)
    fields = find_fields(tree, blocks, address)
    lines = find_body(tree, blocks, fields.title, read_structured_fields(tree).lead, path)
    address_lines = [block.text for block in blocks if _ADDRESS.match(block.text)][-1:]
    lines = [line for line in lines if line not in address_lines] + address_lines
    return make_article(lines, fields, path.name, path.stem)


def is_web_page(sample: FileSample) -> bool:
    """Say whether a file begins as HTML does."""
    return _ROOT.match(sample.text) is not None


FORMAT = FileFormat(
    "html", Message("Web page"), (".html", ".htm", ".xhtml"), read=read_web_page, matches=is_web_page, is_mended=True
)
