"""Which dates of an article lie ahead of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.core.model import Annotation
from app.core.span import Span
from app.core.text.word_lists import read_entries
from app.core.vocabulary import AttributeName, EntityLabel

_AHEAD = read_entries("claims/ahead_date_words")
_ANY_YEAR = "XXXX"


def find_dates_ahead(text: str, entities: Iterable[Annotation], day: date | None) -> tuple[Span, ...]:
    """Return the spans of the dates behind `day`, in order.

    Without a day they are days of the month without a year, and words such as «завтра».
    """
    return tuple(
        one.span for one in entities if one.label == EntityLabel.DATE and _is_ahead(one, one.words(text).lower(), day)
    )


def _is_ahead(one: Annotation, words: str, day: date | None) -> bool:
    value = one.attribute(AttributeName.VALUE).split("/")[0]
    if day is None or not value[:4].isdigit():
        return value[:4] == _ANY_YEAR or words.startswith(_AHEAD)
    return value[:10] > day.isoformat()[: len(value[:10])]
