"""Dashes, quotation marks and apostrophes of one kind each.

Every character stays in its place.
"""

from __future__ import annotations

import re

_DASH = "\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\uff0d-"
# The sign itself comes first, and its neighbours are looked at behind it: a search skips all else.
_BETWEEN_WORDS = re.compile(rf"[{_DASH}](?=\s)(?:(?<!\S.)|(?<=[^\s\w].)|(?<=\w[\u2014\u2015]))")
_INSIDE_WORDS = re.compile(r"[\u2010-\u2013\u2212\ufe58\uff0d](?:(?<!\u2013)|(?<=\w.)(?=\w)|(?=\d))")
"""Dashes inside words and before figures: a hyphen or a minus."""
_OTHER = re.compile("[\u2013\u2015\u2e3a\u2e3b]")
_IS_ODD_DASH = re.compile(
    rf"[{_DASH}](?:(?<=[^\u2014-])|(?<=\s-)(?=\s)|(?<=\A-)(?=\s)|(?<=\w\u2014)(?=\w)|(?<=[^\s\w]-)(?=\s))"
)

_OPENING = re.compile('[„‟‹"“”″＂](?:(?<=[„‟‹])|(?<![\\w.,!?…»%)].)(?=[\\w«(„“"#№$€+—-]))')
_CLOSING = re.compile('[›"“”″＂](?:(?<=›)|(?!\\w)|(?<=[\\w.,!?…»%)].))')
"""Quotation marks that close, by their shape or by what is around them."""
_IS_ODD_QUOTE = re.compile('["“”„‟‹›″＂]')

_APOSTROPHE = re.compile("[’‘ʼ`′ʹ＇](?<=\\w.)(?=\\w)")


def unify_dashes(text: str) -> str:
    """Return `text` with dashes and hyphens in one form.

    "—" stands between words, "-" inside them and before figures.
    """
    if not _IS_ODD_DASH.search(text):
        return text
    return _OTHER.sub("—", _INSIDE_WORDS.sub("-", _BETWEEN_WORDS.sub("—", text)))


def unify_apostrophes(text: str) -> str:
    """Return `text` with "'" for apostrophes inside words."""
    return _APOSTROPHE.sub("'", text)


def unify_quotes(text: str) -> str:
    """Return `text` with «» for quotation marks of every kind.

    Apostrophes inside words become "'". A straight mark that neither opens nor closes by its neighbours stays.
    """
    text = unify_apostrophes(text)
    if not _IS_ODD_QUOTE.search(text):
        return text
    return _CLOSING.sub("»", _OPENING.sub("«", text))
