"""The news article format: text inside a frame of fields.

The frame is a dateline, a line "Опубликовано:" and a last line with the address. A date or an address may stand on a
line of its own below the title too. Dates come with weekdays, times and zones; all of that leaves the title.

     date 2025-09-02 Новый казахстанский город Алатау получит особый статус
    Опубликовано:
    Глава государства …
    Оригинал статьи: https://www.nur.kz/…

Any part may be missing. Date, title and address become fields; the title stays as the text's first line, since it
holds entities and claims too; the rest of the frame leaves the text. The text itself is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.core.text.letters import CAPITALS
from app.core.text.word_lists import read_alternatives
from app.formats.file_format import FileFormat, TextReading
from app.formats.source.documents import make_document
from app.formats.source.file_text import read_text
from app.formats.text.written_dates import (
    DateMark,
    find_date,
    match_date_stamp,
    match_partial_stamp,
    match_update_stamp,
)

_DATELINE = re.compile(rf"\s*(?:{read_alternatives('articles/dateline_words')})\b\s*:?\s*(?P<rest>.*)", re.IGNORECASE)
_DATE_LIKE = re.compile(r"\d[\d./-]{5,}")
_PUBLICATION = re.compile(
    rf"\s*(?:{read_alternatives('articles/publication_words')})\b\s*(?P<colon>:?)\s*(?P<value>.*)", re.IGNORECASE
)
_ADDRESS_LINE = re.compile(rf"\s*(?:{read_alternatives('articles/address_words')})\s*:\s*(?P<value>.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?:[\w-]+\.)+[a-zа-я]{2,}/\S*", re.IGNORECASE)
"""A web address."""
_TITLE_START = re.compile(rf"[A-Z{CAPITALS}«\"“]")
_SENTENCE_END = re.compile(r"[.…][»”\"]?$")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_MAX_HEAD_LINES = 6
"""How many lines that are not blank the frame's head may take; further down the words belong to the article."""


_MAX_FIELD_LINES = 3
"""A date or an address on a line of its own stands among so many lines that are not blank."""

_MAX_VALUE_CHARS = 60
"""A longer value of "Опубликовано:" without a date in it is a sentence of the article."""


@dataclass(slots=True)
class Frame:
    """The fields of a frame, the lines left, and messages.

    `lines` are those of the text; `lost` says which values were not understood.
    """

    lines: list[str]
    date: date | None = None
    url: str = ""
    is_marked: bool = False
    lost: list[Message] = field(default_factory=list)


def read_news_article(path: Path) -> Iterator[Document]:
    """Yield the one article of a file with a frame."""
    text, lost = read_text(path)
    yield parse_news_article(text, path.stem, lost)


def read_text_file(path: Path) -> Iterator[Document]:
    """Yield the one article of a text file, framed or plain."""
    text, lost = read_text(path)
    yield parse_text(text, path.stem, lost)


def parse_text(text: str, key: str = "", lost: tuple[Message, ...] = ()) -> Document:
    """Return the document of a normalised text, framed or plain."""
    if is_news_article(text):
        return parse_news_article(text, key, lost)
    return make_document(text, key=key, lost=lost)


def is_news_article(text: str) -> bool:
    """Say whether `text` has any part of the frame."""
    return split_frame(text).is_marked


def parse_news_article(text: str, key: str = "", lost: tuple[Message, ...] = ()) -> Document:
    """Return the document of a normalised text with a frame.

    `lost` are messages about the file that come first.
    """
    frame = split_frame(text)
    body = "\n".join(_strip_blank_lines(frame.lines))
    return make_document(body, date=frame.date, url=frame.url, key=key, lost=(*lost, *frame.lost))


def is_frame_line(line: str) -> bool:
    """Say whether a line is a part of the frame by itself."""
    dateline = _DATELINE.fullmatch(line)
    if dateline is not None and match_date_stamp(dateline["rest"].strip()) is not None:
        return True
    published = _PUBLICATION.fullmatch(line)
    if published is not None and _is_publication(published):
        return True
    return _ADDRESS_LINE.fullmatch(line) is not None or _match_date_line(line) is not None


def has_titled_dateline(text: str) -> bool:
    """Say whether the first line is a date with the title.

    The title stands behind the date.
    """
    dateline = _DATELINE.fullmatch(text.lstrip().partition("\n")[0])
    mark = match_date_stamp(dateline["rest"].strip()) if dateline else None
    return mark is not None and dateline is not None and mark.stop < len(dateline["rest"].strip())


def split_frame(text: str) -> Frame:
    """Separate the fields of the frame from the lines of text."""
    frame = Frame(_strip_blank_lines(text.split("\n")))
    _remove_address(frame)
    _remove_lone_address(frame)
    published = _remove_publication(frame)
    below = _remove_date_line(frame)
    _remove_dateline(frame)
    _remove_bare_stamp(frame)
    if frame.date is None and published:
        _set_date(frame, published, match_date_stamp(published) or find_date(published))
    if frame.date is None and below:
        _set_date(frame, below, match_date_stamp(below))
    if frame.date is None:
        _remove_last_date(frame)
    return frame


def _remove_last_date(frame: Frame) -> None:
    """Remove the date from the last line, where it holds nothing else."""
    mark = _match_date_line(frame.lines[-1]) if len(frame.lines) > 1 else None
    others = any(_match_date_line(line) is not None for line in frame.lines[:-1])  # they head the parts of the text
    if mark is not None and mark.value is not None and not others:
        frame.date, frame.is_marked = mark.value, True
        frame.lines = _strip_blank_lines(frame.lines[:-1])


def _remove_date_line(frame: Frame) -> str:
    """Remove and return the line that is only a date.

    It stands near the top. A line of the last change is removed too.

    A date without its year or day, as «Сегодня, 14:05», counts where there is no whole one. Where the text has several
    of either kind, they head its parts and stay.
    """
    frame.lines = _without_update_lines(frame)
    for match in (_match_date_line, _match_partial_line):
        dated = [(index, line.strip()) for index, line in enumerate(frame.lines) if match(line) is not None]
        if len(dated) == 1:
            break
        if dated:
            return ""
    else:
        return ""
    ((index, found),) = dated
    if sum(bool(line.strip()) for line in frame.lines[:index]) >= _MAX_FIELD_LINES or len(frame.lines) == 1:
        return ""
    _cut_line(frame.lines, index)
    frame.lines = _strip_blank_lines(frame.lines)
    frame.is_marked = True
    return found


def _cut_line(lines: list[str], index: int) -> None:
    """Remove a line, and one of the blank lines around it."""
    del lines[index]
    if 0 < index < len(lines) and not lines[index - 1].strip() and not lines[index].strip():
        del lines[index]


def _without_update_lines(frame: Frame) -> list[str]:
    """Return the lines without those about the last change.

    Such a line stands near the top and says only when the article was changed.
    """
    kept: list[str] = []
    seen = 0
    for line in frame.lines:
        seen += bool(line.strip())
        mark = (
            match_update_stamp(line.strip()) if seen <= _MAX_HEAD_LINES and len(line) <= 2 * _MAX_VALUE_CHARS else None
        )
        if mark is None or mark.stop != len(line.strip()):
            kept.append(line)
    return _strip_blank_lines(kept)


def _match_date_line(line: str) -> DateMark | None:
    """Return the date of a line that holds nothing else."""
    line = line.strip()
    if not line or len(line) > 2 * _MAX_VALUE_CHARS:
        return None
    mark = match_date_stamp(line)
    return mark if mark is not None and mark.stop == len(line) else None


def _match_partial_line(line: str) -> DateMark | None:
    """Return the mark of a line with a partial date.

    The line holds a date without its year or day, and nothing else.
    """
    line = line.strip()
    return match_partial_stamp(line, is_line=True) if line and len(line) <= 2 * _MAX_VALUE_CHARS else None


def _remove_bare_stamp(frame: Frame) -> None:
    """Remove a date that stands before the title without a word.

    In a text without a frame it must be of figures: one in words may begin a sentence.
    """
    if frame.date is not None or len(frame.lines) < 2:
        return
    line = frame.lines[0].strip()
    mark = match_date_stamp(line)
    if mark is None or mark.value is None or not _TITLE_START.match(line, mark.stop) or _SENTENCE_END.search(line):
        return
    if frame.is_marked or not _LETTERS.search(line[: mark.stop]):
        frame.date = mark.value
        frame.lines[0] = line[mark.stop :]
        frame.is_marked = True


def _remove_dateline(frame: Frame) -> None:
    """Remove the date from the first line and keep the title.

    A line without a title goes.
    """
    match = _DATELINE.fullmatch(frame.lines[0]) if frame.lines else None
    if match is None:
        return
    rest = match["rest"].strip()
    mark = match_date_stamp(rest) or match_partial_stamp(rest) or match_partial_stamp(rest, is_line=True)
    if mark is not None:
        _set_date(frame, rest, mark)
        rest = rest[mark.stop :]
    elif _DATE_LIKE.match(rest):
        wrong, _, rest = rest.partition(" ")
        frame.lost.append(_bad_date_message(wrong))
    elif not frame.is_marked:
        return  # a sentence that happens to begin with the word
    frame.is_marked = True
    frame.lines[0:1] = [rest.strip()] if rest.strip() else []


def _remove_publication(frame: Frame) -> str:
    """Remove the line "Опубликовано:" near the top; return its value."""
    seen = 0
    for index, line in enumerate(frame.lines):
        match = _PUBLICATION.fullmatch(line)
        if match is not None and _is_publication(match):
            _cut_line(frame.lines, index)
            frame.is_marked = True
            return match["value"].strip()
        seen += bool(line.strip())
        if seen > _MAX_HEAD_LINES:
            break
    return ""


def _is_publication(match: re.Match[str]) -> bool:
    value = match["value"]
    if not match["colon"]:
        return _match_date_line(value) is not None
    return len(value) <= _MAX_VALUE_CHARS or find_date(value) is not None


def _remove_address(frame: Frame) -> None:
    """Remove the last line with the article's address.

    The address may also stand alone on the line below.
    """
    for tail in (1, 2):
        match = _ADDRESS_LINE.fullmatch(frame.lines[-tail]) if len(frame.lines) >= tail else None
        if match is None:
            continue
        value = " ".join([match["value"], *frame.lines[len(frame.lines) - tail + 1 :]]).strip()
        address = _ADDRESS.search(value)
        if tail == 2 and (address is None or address.group() != value):
            return
        if address is None and value:
            frame.lost.append(Message("The address “{value}” was not understood and is left out.", {"value": value}))
        del frame.lines[-tail:]
        frame.url = address.group() if address else ""
        frame.is_marked = True
        return


def _remove_lone_address(frame: Frame) -> None:
    """Remove the one line that is only an address.

    It stands near the top or last. Where the text has several, they are its list of links and stay.
    """
    found = [(index, address) for index, line in enumerate(frame.lines) if (address := _match_address(line))]
    if frame.url or len(found) != 1 or len(frame.lines) == 1:
        return
    ((index, address),) = found
    before = sum(bool(line.strip()) for line in frame.lines[:index])
    if before >= _MAX_FIELD_LINES and index != len(frame.lines) - 1:
        return
    del frame.lines[index]
    frame.lines = _strip_blank_lines(frame.lines)
    frame.url = address
    frame.is_marked = True


def _match_address(line: str) -> str:
    """Return the address that a line holds and nothing else."""
    labelled = _ADDRESS_LINE.fullmatch(line)
    address = _ADDRESS.fullmatch((labelled["value"] if labelled else line).strip())
    return address.group() if address else ""


def _set_date(frame: Frame, value: str, mark: DateMark | None) -> None:
    frame.date = mark.value if mark else None
    if frame.date is None:
        frame.lost.append(_bad_date_message(value[mark.start : mark.stop].strip() if mark else value))


def _bad_date_message(value: str) -> Message:
    return Message("“{value}” is not a date and is left out.", {"value": value})


def _strip_blank_lines(lines: list[str]) -> list[str]:
    """Return `lines` without blank ones at both ends."""
    said = [index for index, line in enumerate(lines) if line.strip()]
    return lines[said[0] : said[-1] + 1] if said else []


FORMAT = FileFormat(
    "article",
    Message("News article"),
    (".txt", ".text"),
    read=read_news_article,
    text=TextReading(parse_news_article, parse_text),
)
