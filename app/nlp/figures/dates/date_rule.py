"""One rule of dates: first words, pattern and meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.nlp.figures.dates.date_values import Calendar, DateValue

Reader = Callable[[re.Match[str], Calendar], DateValue | None]

DIGIT = "#"
"""The trigger of rules that begin with a digit."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """One pattern of dates.

    `triggers` are beginnings of words in lower case (three letters or fewer), or `DIGIT`.

    `read` returns None where the match is no date after all.
    """

    name: str
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Reader
    version: int = 1

    @property
    def id(self) -> str:
        """The id that a project stores with a date: "date.weekday/1"."""
        return f"date.{self.name}/{self.version}"


def make_rule(name: str, triggers: str, pattern: str, read: Reader) -> DateRule:
    """Make a rule.

    `triggers` are divided by blanks. A match ends where a word ends.
    """
    return DateRule(name, tuple(triggers.split()), re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), read)


def make_triggers(words: Iterable[str]) -> str:
    """Return the triggers of words: their first three letters, divided by blanks."""
    return " ".join(dict.fromkeys(word[:3] for word in words))


def find_word_before(match: re.Match[str]) -> str:
    """Return the word before a match in lower case, or "".

    It is "" where a sign or a line end stands between.
    """
    found = re.search(r"([^\W\d_]+)[ \u00a0]+$", match.string[max(0, match.start() - 24) : match.start()])
    return found[1].lower() if found else ""
