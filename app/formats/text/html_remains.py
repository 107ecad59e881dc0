"""Take out what HTML left in a text.

Escapes become signs, tags go, with their line ends kept.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

_ESCAPE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BARE_ESCAPE = re.compile(r"&(?:nbsp|laquo|raquo|mdash|ndash|quot|hellip|ldquo|rdquo|bdquo|shy)(?![A-Za-z0-9;=])")
"""An escape of HTML that lost its semicolon."""
_MAX_ESCAPED_TIMES = 3
_VALUE = r"""[ \t\r\n]{0,100}=[ \t\r\n]{0,100}(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+)"""
_ATTRIBUTE = rf"[ \t\r\n]{{1,100}}[A-Za-z_:][-\w:.]{{0,60}}(?:{_VALUE})?"
_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|form|"
    "h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|nav|nobr|noscript|ol|p|picture|pre|q|s|section|small|source|span|"
    "strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|video|wbr|o:p"
)
_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>{_NAMES})(?:{_ATTRIBUTE}){{0,40}}[ \t\r\n]{{0,100}}/?>", re.IGNORECASE)
"""A tag of HTML with its attributes."""
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,1000}>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
"""A script or style with its contents."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE_TAGS = re.compile(
    r"br|p|div|h[1-6]|li|tr|blockquote|hr|ul|ol|table|section|article|header|footer|pre|dd|dt|figure|figcaption|center",
    re.IGNORECASE,
)
"""Tags that stand for a line end."""
_CELL_TAGS = re.compile(r"t[dh]", re.IGNORECASE)
_LINE_MARK = "\x00"
"""Stands for the line end that a tag makes; no text holds NUL."""
_LINE_MARKS = re.compile(rf"[ \t\n]*{_LINE_MARK}[ \t\n{_LINE_MARK}]*")
"""Line marks with the blanks around them."""


def resolve_escapes(text: str) -> str:
    """Return a text with the escapes of HTML resolved.

    The signs that they stand for take their place.
    """
    for _ in range(_MAX_ESCAPED_TIMES):
        resolved = _BARE_ESCAPE.sub(lambda found: html.unescape(f"{found[0]};"), _ESCAPE.sub(_resolve, text))
        if resolved == text:
            break
        text = resolved
    return text


def remove_tags(text: str) -> str:
    """Return a text without the tags of HTML.

    Tags are removed only where the text surely has some. A tag that is neither closed nor made of more than its name
    may be spoken about: it stays.
    """
    if "<" not in text or not _has_markup(text):
        return text
    bare = _COMMENT.sub("", _SCRIPT.sub("", text))
    marked = _LINE_MARKS.sub("\n", _TAG.sub(_replace_tag, bare))
    return marked.strip("\n") if marked != text else text


def _resolve(found: re.Match[str]) -> str:
    escape = found[0]
    if escape[1] != "#" and escape[1:] not in html5:
        return escape
    sign = html.unescape(escape)
    return "" if sign in ("\x00", "\ufffd") else sign


def _has_markup(text: str) -> bool:
    """Say whether a tag is surely markup.

    It is closed by its like, ends a line, or has an attribute.
    """
    opened: set[str] = set()
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if tag["slash"]:
            if name in opened:
                return True
        elif name in ("br", "hr", "img", "wbr", "o:p") or "=" in tag[0]:
            return True
        else:
            if name == "p" and "p" in opened:
                return True
            opened.add(name)
    return _SCRIPT.search(text) is not None


def _replace_tag(tag: re.Match[str]) -> str:
    if _LINE_TAGS.fullmatch(tag["name"]):
        return _LINE_MARK
    return " " if _CELL_TAGS.fullmatch(tag["name"]) and tag["slash"] else ""
