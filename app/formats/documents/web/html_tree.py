"""Decode and parse HTML: no scripts, no network, a limit to nesting."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import UserError
from app.core.text.tokens import normalise
from app.formats.documents.libraries import damaged_error, loading_for
from app.formats.source.encodings import NotTextError, decode_bytes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
"""The encoding that a page names for itself."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^<>]*\?>")
_HEAD_BYTES = 16_384
_CONTROLS = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
"""Signs that a parser lets through, and refuses in a new element."""


def decode_page(raw: bytes, path: Path, declared: str = "") -> str:
    """Return the text of a page, decoded.

    The encoding is that of its mark, its bytes or its declaration. Bytes that are UTF-8 are read as such: browsers save
    pages so and leave the old declaration in them.
    """
    if not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not _is_utf8(raw):
        found = _DECLARED.search(raw[:_HEAD_BYTES])
        for name in (declared, found[1].decode("ascii") if found else ""):
            text = _decode_as(raw, name)
            if text is not None:
                return normalise(text)
    try:
        return normalise(decode_bytes(raw).text)
    except NotTextError as fault:
        raise damaged_error(path, "HTML", fault) from fault


def parse_page(text: str, path: Path) -> HtmlElement:
    """Return the tree of a page.

    Raise UserError where it is none or nested too deeply.
    """
    with loading_for(path):
        from lxml import etree, html  # noqa: PLC0415  # an optional library
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=False, remove_pis=True)
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise damaged_error(path, "HTML", fault) from fault
    for entry in parser.error_log:
        if "depth" in entry.message.lower():
            raise UserError(
                "“{name}” nests its tags too deeply at line {line}.",
                hint="Open the page in a browser, copy the article and save it as text.",
                name=path.name,
                line=entry.line,
            )
    for found in list(tree.iter("pre")):
        _unfold_lines(found)
    return tree


def _unfold_lines(element: HtmlElement) -> None:
    """Turn preformatted text into paragraphs, one for each line."""
    text = _CONTROLS.sub("", element.text_content())
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    element.clear(keep_tail=True)
    element.tag = "div"
    for line in lines:
        element.append(element.makeelement("p"))
        element[-1].text = line


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_as(raw: bytes, name: str) -> str | None:
    """Return `raw` in a named encoding.

    None where it is unknown or does not fit.
    """
    try:
        return raw.decode(name) if name and codecs.lookup(name).name not in ("utf-8", "ascii") else None
    except (LookupError, ValueError):
        return None
