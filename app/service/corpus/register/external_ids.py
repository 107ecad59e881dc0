"""Read the external ids of records as they are written."""

from __future__ import annotations

import re

from app.core.text.layouts import retyped

WIKIDATA, BIN = "wikidata", "bin"
SYSTEMS = (WIKIDATA, BIN)
"""The external ids that can be noted."""

_WIKIDATA_ITEM = re.compile(
    r"(?:https?://)?(?:(?:www|m)\.)?(?:wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)", re.IGNORECASE
)
"""A number of Wikidata, or the address of its page."""
_BIN_DIGITS = 12
_GROUPING = re.compile(r"[\s-]+")


def read_external_id(system: str, typed: str) -> str | None:
    """Return an id in its one form, None where it is none.

    A number of Wikidata may have been typed by its keys on the Russian layout: «Й232».
    """
    if system == WIKIDATA:
        item = _WIKIDATA_ITEM.fullmatch(typed.strip()) or _WIKIDATA_ITEM.fullmatch(retyped(typed.strip()))
        return item.group(1).upper() if item else None
    digits = _GROUPING.sub("", typed)
    return digits if len(digits) == _BIN_DIGITS and digits.isascii() and digits.isdigit() else None
