"""Make an article of the lines and fields found in a document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from app.core.message import Message, UserError
from app.core.model import Document
from app.core.text.tokens import normalise
from app.core.text.word_lists import read_alternatives
from app.formats.source.documents import MAX_TITLE_CHARS, make_document
from app.formats.text.news_article import split_frame

CELL_SEPARATOR = " | "
_MAX_TITLE_PLACE = 3
_MAX_CELL_CHARS = 300
"""More text in several lines of a cell is no value of a table."""
_SPACES = re.compile(r"[ \t\r\f\v\n]+")
_NO_TITLE = re.compile(
    rf"(?:{read_alternatives('articles/no_titles')})[\s\d№#_.()–—-]*"
    r"|.*\.(?:docx?|rtf|odt|pdf|txt|indd|qxd)",
    re.IGNORECASE,
)
"""What programs write where the author gave no title."""
_NO_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class FoundFields:
    """What a document says of its article beside the text.

    `file_date` is the day that the file was made: it counts only where nothing else gives a date.
    """

    title: str = ""
    date: dt.date | None = None
    url: str = ""
    source: str = ""
    file_date: dt.date | None = None


def make_article(
    lines: Iterable[str], found: FoundFields, name: str, key: str, lost: Iterable[Message] = ()
) -> Document:
    """Return the document of an article whose paragraphs are `lines`.

    The title stands first in the text. A frame in the lines (dateline, "Опубликовано:", address) leaves them, and wins
    over the fields of the file. Raise UserError where there is no text.
    """
    frame = split_frame("\n".join(_clean_lines(lines)))
    kept = [line for line in frame.lines if line.strip()]
    title = clean_line(found.title)
    if title:
        kept = _move_title_first(title, kept)
    if not kept:
        raise UserError("“{name}” holds no text.", hint="Remove it, or save the article into it again.", name=name)
    date, said = frame.date or found.date, [*lost, *frame.lost]
    if date is None and found.file_date is not None:
        date = found.file_date
        said.append(
            Message("The article has no date: the day on which the file was made, {date}, is used.", _shown(date))
        )
    url = frame.url or found.url
    source = None if url else found.source
    return make_document("\n".join(kept), date=date, url=url, source=source, key=key, lost=said)


def choose_title(lines: Iterable[str], heading: str, stated: str) -> str:
    """Choose the title of an article.

    It is the heading, else what the file states if the text begins with a sentence. "" means that the first line is the
    title.
    """
    if heading:
        return heading
    first = next((cleaned for line in lines if (cleaned := clean_line(line))), "")
    stated = clean_line(stated)
    if not stated or is_no_title(stated) or not _is_sentence(first):
        return ""
    return stated


def list_row_lines(cells: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a table row as one line.

    `cells` are the lines of each cell. A row whose cells hold paragraphs or tables lays out the page: each of its lines
    stands alone.
    """
    filled = [lines for cell in cells if (lines := [line for one in cell if (line := clean_line(one))])]
    if any(_holds_paragraphs(lines) for lines in filled):
        yield from chain.from_iterable(filled)
    else:
        yield CELL_SEPARATOR.join(" ".join(lines) for lines in filled)


def _holds_paragraphs(lines: Sequence[str]) -> bool:
    has_rows = any(CELL_SEPARATOR in line for line in lines)
    return len(lines) > 1 and (has_rows or sum(map(len, lines)) > _MAX_CELL_CHARS)


def is_no_title(stated: str) -> bool:
    """Say whether a stated title is only a default.

    Programs write such a title where the author gave none.
    """
    return _NO_TITLE.fullmatch(stated) is not None


def clean_line(text: str) -> str:
    """Return a text on one line, its blanks folded; NBSP stays."""
    return _SPACES.sub(" ", normalise(text)).strip()


def fold_words(text: str) -> str:
    """Return the words of a text for comparing, without case and signs."""
    return _NO_WORDS.sub(" ", text.casefold()).strip()


def _is_sentence(line: str) -> bool:
    return len(line) > MAX_TITLE_CHARS or line.endswith((".", "…"))


def _clean_lines(lines: Iterable[str]) -> list[str]:
    parts = (part for line in lines for part in normalise(line).split("\n"))
    return [cleaned for part in parts if (cleaned := clean_line(part))]


def _move_title_first(title: str, lines: list[str]) -> list[str]:
    words = fold_words(title)
    head = [line for line in lines[:_MAX_TITLE_PLACE] if fold_words(line) != words]
    return [title, *head, *lines[_MAX_TITLE_PLACE:]]


def _shown(day: dt.date) -> dict[str, str | Message]:
    return {"date": day.isoformat()}
