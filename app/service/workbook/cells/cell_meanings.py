"""Find what the cells of a workbook mean.

Cells hold labels, decisions, due dates and texts, in any of its languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from app.core.model import Kind, Status
from app.core.scheme import Scheme
from app.core.text.comparing import agreeing
from app.core.values.typed_periods import read_typed_period
from app.core.vocabulary import LanguageCode
from app.formats.text.written_dates import match_date_stamp
from app.formats.xlsx.reading.book_reader import Cell
from app.formats.xlsx.values.words import LANGUAGES, STATUSES, label_titles

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_EPOCH = date(1899, 12, 30)
_YEARS = range(1900, 2200)
"""A year that is typed into a cell of dates becomes the day of that number: 2028 is the 20th of July 1905."""
_DIGITS = 12
"""So many digits of a number are compared: spreadsheet programs round the last ones."""


class CellMeanings:
    """Understand labels by their titles and names.

    Titles are in any language, under any of the label schemes.
    """

    def __init__(self, schemes: Iterable[Scheme], language: str) -> None:
        self._labels: dict[tuple[str, str], str] = {}
        languages = dict.fromkeys((language or LanguageCode.EN, *LANGUAGES, *LanguageCode))
        for scheme in schemes:
            for kind in Kind:
                labels = scheme.of_kind(kind)
                for one in languages:
                    for name, title in label_titles(labels, one).items():
                        self._labels.setdefault((kind, fold_words(title)), name)
                for label in labels:
                    self._labels.setdefault((kind, fold_words(label.name)), label.name)
        self._statuses = {
            agreeing(fold_words(words)): status
            for status, said in STATUSES.items()
            for words in (*(said.say(one) for one in LANGUAGES), str(status))
        }

    def label(self, kind: Kind, cell: Cell) -> str | None:
        """Return the name of a label.

        Return None if no label has that title or name.
        """
        return self._labels.get((kind, fold_words(say_cell(cell))))

    def status(self, cell: Cell) -> Status | None:
        """Return a decision, None where the words are none."""
        return self._statuses.get(agreeing(fold_words(say_cell(cell))))


def read_due(cell: Cell) -> str | None:
    """Return the code of a due date.

    Return None if a cell holds none.
    """
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        number = (day - _EPOCH).days
        return str(number) if number in _YEARS else day.isoformat()
    text = " ".join(say_cell(cell).split())
    code = read_typed_day(text) or read_typed_period(text)
    return code if code is not None and not code.startswith("P") else None  # a duration is no due date


def read_typed_day(text: str) -> str | None:
    """Return the ISO form of a text that is one day.

    The text holds nothing else: 31.03.2027, 31 марта 2027 года. Return None for other texts.
    """
    mark = match_date_stamp(text)
    return mark.value.isoformat() if mark is not None and mark.value is not None and mark.stop == len(text) else None


def say_cell(cell: Cell | None) -> str:
    """Return what a cell holds as text.

    A whole number has no fraction, a day no time.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, int | float):
        return str(int(cell)) if float(cell).is_integer() and abs(cell) < 1e15 else f"{cell:.{_DIGITS}g}"
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return seen_text(cell)


def seen_text(text: str) -> str:
    """Return a text as a cell can hold it.

    Signs that XML cannot hold are left out, and lines end in the line feed.
    """
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def fold_words(text: str) -> str:
    """Return words as they are compared: any blanks alike, any case."""
    return fold_blanks(text).casefold()


def fold_blanks(text: str) -> str:
    """Return a text on one line, blanks of any kind as one."""
    return " ".join(seen_text(text).split())


def fold_note(text: str) -> str:
    """Return a note in the form in which it is compared.

    Blanks at the ends of lines and of the whole are left out.
    """
    return "\n".join(line.rstrip() for line in seen_text(text).split("\n")).strip()
