"""Find where it is uncertain where a proposed name ends.

That is apart from the uncertainty of its label.
"""

from __future__ import annotations

from collections.abc import Collection

from app.core.model import Annotation, Kind, Status
from app.core.span import Span
from app.core.text.boundary import word_after, word_before
from app.core.vocabulary import EntityLabel

CERTAIN_ENDS = (False, False)

_NAMES = (EntityLabel.PER, EntityLabel.ORG, EntityLabel.LOC, EntityLabel.EVENT, EntityLabel.LAW, EntityLabel.OTHER)
_BLANKS = " \N{NO-BREAK SPACE}"
_PAIRS = {"«": "»", "(": ")", "“": "”", "„": "“"}
_ENDS_SENTENCE = ".!?…\n"


def find_uncertain_ends(text: str, row: Annotation, rows: Collection[Annotation]) -> tuple[bool, bool]:
    """Return whether start and end of a proposed name are uncertain.

    They are where a word with a capital stands beside the name and belongs to none of `rows`, those around it, or where
    a quotation mark or a bracket in the name has no other half.
    """
    if row.kind is not Kind.ENTITY or row.status is not Status.PROPOSED or row.label not in _NAMES:
        return CERTAIN_ENDS
    before, after = word_before(text, row.start), word_after(text, row.stop)
    starts = before is not None and _is_neighbour(text, before, Span(before.stop, row.start), rows)
    stops = after is not None and _is_neighbour(text, after, Span(row.stop, after.start), rows)
    opened, closed = _find_unpaired(text[row.start : row.stop])
    return (starts and not _begins_sentence(text, before)) or closed, stops or opened


def _is_neighbour(text: str, word: Span, gap: Span, rows: Collection[Annotation]) -> bool:
    """Say whether an unmarked word with a capital stands beside.

    It stands a blank away, and no annotation covers it.
    """
    blank = text[gap.start : gap.stop]
    if len(blank) != 1 or blank not in _BLANKS or not text[word.start].isupper():
        return False
    return not any(row.kind is Kind.ENTITY and row.span.overlaps(word) for row in rows)


def _begins_sentence(text: str, word: Span | None) -> bool:
    """Say whether a word may have its capital for the sentence's sake."""
    if word is None:
        return True
    head = text[max(0, word.start - 8) : word.start].rstrip('«"“„(—–•- \N{NO-BREAK SPACE}')
    return word.start == 0 or not head or head[-1] in _ENDS_SENTENCE


def _find_unpaired(words: str) -> tuple[bool, bool]:
    """Return whether a sign is left open, and whether one closes unopened."""
    opened = any(words.count(sign) > words.count(other) for sign, other in _PAIRS.items())
    closed = any(words.count(other) > words.count(sign) for sign, other in (("«", "»"), ("(", ")")))
    return opened, closed
