"""Line ends inside paragraphs.

They are in text that a mail program or a PDF cut at a column. A paragraph counts as wrapped where its lines are of like
length, that is where the next word would not have fitted, or where its sentences run on over most line ends. Verse,
lists and tables have neither, and stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_high

from app.core.text.hyphenation import ends_in_hyphen
from app.core.text.letters import CAPITALS, SMALL
from app.core.text.word_lists import read_alternatives

_MIN_WIDTH, _MAX_WIDTH = 25, 130
_MAX_RAGGED_WIDTH = 100
_COLUMN_SLACK = 8
"""How much wider than the column of other blocks a block may be: about a word, which they did not have room for."""
_MIN_WORDS = 3
"""Lines of fewer words on average are a list."""
_MIN_FULL_SHARE = 0.85
_MIN_RUNNING_SHARE = 0.5
_MAX_LIST_SHARE = 0.7
_SENTENCE_END = re.compile(r"[.!?…]+[\"»”“)\]]*\s*$")
_NO_RUNNING_END = re.compile(r"(?:[.!?…]+[\"»”“)\]]*|[:;])\s*$")
_ITEM = re.compile(r"\s*(?:[-–—•*·▪►>]|\d{1,3}[.)]|[а-яa-z]\))\s")
_NUMBER = re.compile(r"\s*\d")
_COLUMNS = re.compile(r"\t|\S {3,}\S|\|")
_PART_DASH = re.compile(r"\s[–—-]\s")
_BOUND_END = re.compile(r"(?:(?<!\w)[а-яёa-z]{1,3}|\d)$")
_SPEECH_END = re.compile(r"[,!?…\"»”]\s*$")
_SPEAKER = re.compile(rf"\s*[-–—]\s[{SMALL}]")
_OPEN_DASH = re.compile(rf"\s*[–—]\s+[«\"]?[{SMALL}\d]")
_TAIL_CHARS = 40
_DATELINE = rf"\s*(?:{read_alternatives('articles/dateline_words')})\s+[\d./-]{{6,}}"
_FIELD = rf"\s*(?:{read_alternatives('articles/publication_words')}|{read_alternatives('articles/address_words')})\s*:"
_FRAME_LINE = re.compile(rf"{_DATELINE}|{_FIELD}", re.IGNORECASE)
_TITLED_DATELINE = re.compile(rf"{_DATELINE}[ \t]+\S", re.IGNORECASE)
_BLOCK = re.compile(r"[^\n]\n[^\n]")
_SENTENCE_INSIDE = re.compile(rf"[.!?…][\"»”]?\s+[{CAPITALS}A-Z«\"“]")


@dataclass(frozen=True, slots=True)
class _Break:
    """A line end inside a block.

    Whether the next word would not have fitted, and whether the sentence runs on.
    """

    is_full: bool
    is_running: bool


def find_wrapped_ends(
    text: str, stands_alone: Callable[[str], bool] | None = None, *, has_title: bool = True
) -> list[int]:
    """Return where the line ends inside paragraphs are, in order.

    `stands_alone` says of a line that it is no part of a paragraph; without it those of a site's frame are none. Where
    the text `has_title`, a first line that does not run on is one and stays.
    """
    if not _BLOCK.search(text) or not _has_short_lines(text):
        return []
    blocks = list(_split_blocks(text.split("\n"), stands_alone or _is_frame_line))
    if has_title and not _TITLED_DATELINE.match(text):
        blocks = list(_part_title(blocks, stands_alone or _is_frame_line))
    are_even = [_is_even(block) for block in blocks]
    column = _find_column(block for block, is_even in zip(blocks, are_even, strict=True) if is_even)
    ends: list[int] = []
    start = 0
    for block, is_even in zip(blocks, are_even, strict=True):
        ends += (start + end for end in _list_ends(block, column, is_even=is_even))
        start += sum(map(len, block)) + len(block)
    return ends


def _has_short_lines(text: str) -> bool:
    """Say whether two lines in a row can be wrapped ones."""
    are_short = [len(line) <= _MAX_WIDTH or len(line.rstrip()) <= _MAX_WIDTH for line in text.split("\n")]
    return any(one and following for one, following in pairwise(are_short))


def blank_wrapped_ends(text: str, *, has_title: bool = True) -> str:
    """Return `text` with blanks for the line ends inside paragraphs.

    Every character stays in its place.
    """
    return blank_ends(text, find_wrapped_ends(text, has_title=has_title))


def blank_ends(text: str, ends: Iterable[int]) -> str:
    """Return `text` with blanks for these line ends."""
    starts = [0, *(end + 1 for end in ends), len(text) + 1]
    return " ".join(text[start : stop - 1] for start, stop in pairwise(starts))


def _split_blocks(lines: Sequence[str], stands_alone: Callable[[str], bool]) -> Iterator[list[str]]:
    """Yield the runs of lines between blank ones.

    Each blank line, and each line that stands alone, is yielded by itself.
    """
    block: list[str] = []
    for line in lines:
        if line.strip() and not stands_alone(line):
            block.append(line)
            continue
        if block:
            yield block
        block = []
        yield [line]
    if block:
        yield block


def _part_title(blocks: list[list[str]], stands_alone: Callable[[str], bool]) -> Iterator[list[str]]:
    """Yield the blocks with the title by itself.

    It is the first line that neither runs on nor fills the column of later paragraphs.
    """
    first = next((at for at, (line, *_) in enumerate(blocks) if line.strip() and not stands_alone(line)), len(blocks))
    for at, block in enumerate(blocks):
        if at == first and _begins_with_title(block, blocks[at + 1 :]):
            yield from (block[:1], block[1:])
        else:
            yield block


def _begins_with_title(block: list[str], later_blocks: list[list[str]]) -> bool:
    if len(block) == 1 or _runs_on(block[0], block[1]):
        return False
    column = _find_column(filter(_is_even, later_blocks))
    return _width(block[:1]) > column + _COLUMN_SLACK or not _is_full(block[0], block[1], column)


def _list_ends(block: list[str], column: int, *, is_even: bool) -> Iterator[int]:
    """Yield where the line ends inside paragraphs are in a block.

    `column` is the width of the text's even blocks.
    """
    is_even = is_even or _is_of_width(block, column)
    if not is_even and not _is_ragged(block):
        return
    width = max(_width(block), column if _width(block) <= column else 0)
    end = 0
    for line, following in pairwise(block):
        end += len(line)
        if not _ends_paragraph(line, following, width, is_even=is_even):
            yield end
        end += 1


def _ends_paragraph(line: str, following: str, width: int, *, is_even: bool) -> bool:
    """Say whether a paragraph ends with a line.

    Among even ones, where the next word would have fitted.
    """
    if _is_item(line, following) and not _goes_on_with_dash(line, following, width):
        return True
    has_end = _NO_RUNNING_END.search(_tail(line)) is not None
    if not has_end and (not is_even or _runs_on(line, following)):
        return False
    return (has_end and following[:1] in (" ", "\t")) or not _is_full(line, following, width)


def _find_column(even_blocks: Iterable[list[str]]) -> int:
    """Return the width that half of the blocks reach, or 0.

    The widest line is none: a long address is not cut.
    """
    widths = list(map(_width, even_blocks))
    return median_high(widths) if widths else 0


def _is_even(block: list[str]) -> bool:
    """Say whether the lines are of like length.

    A sentence must also run on over one of their ends.
    """
    if not _is_prose(block, _MAX_WIDTH):
        return False
    breaks = _list_breaks(block, _width(block))
    inside = [
        one for one, line in zip(breaks, block, strict=False) if one.is_full or not _SENTENCE_END.search(_tail(line))
    ]
    full = sum(one.is_full for one in inside)
    if not full or full < _MIN_FULL_SHARE * len(inside):
        return False
    is_open = full == len(breaks) > 1 and not any(_NO_RUNNING_END.search(_tail(line)) for line in block[:-1])
    return is_open or any(one.is_running and one.is_full for one in inside)


def _is_ragged(block: list[str]) -> bool:
    """Say whether lines of different length are wrapped.

    Sentences run on over most of their ends.
    """
    if len(block) < 3 or not _is_prose(block, _MAX_RAGGED_WIDTH) or not _SENTENCE_END.search(_tail(block[-1])):
        return False
    inner = block[:-1]
    listed = [sum(line.rstrip().endswith((",", ";")) for line in inner), sum(map(_has_dash, block))]
    if any(count > _MAX_LIST_SHARE * len(inner) for count in listed):
        return False
    running = sum(one.is_running for one in _list_breaks(block, _width(block)))
    is_bound = any(_BOUND_END.search(line.rstrip()) for line in inner) or any(map(_SENTENCE_INSIDE.search, block))
    return is_bound and running >= _MIN_RUNNING_SHARE * len(inner)


def _is_of_width(block: list[str], width: int) -> bool:
    """Say whether a block was wrapped at the column of the others."""
    if not width or len(block) < 2 or _width(block) > width + _COLUMN_SLACK or not _is_prose(block, _MAX_WIDTH):
        return False
    return all(one.is_full or one.is_running for one in _list_breaks(block, max(width, _width(block))))


def _is_prose(block: list[str], max_width: int) -> bool:
    if len(block) < 2 or not _MIN_WIDTH <= _width(block) <= max_width:
        return False
    if any(_COLUMNS.search(line.strip()) for line in block):
        return False
    return sum(len(line.split()) for line in block) >= _MIN_WORDS * (len(block) - 1)


def _list_breaks(block: list[str], width: int) -> list[_Break]:
    pairs = pairwise(block)
    return [_Break(_is_full(line, following, width), _runs_on(line, following)) for line, following in pairs]


def _is_full(line: str, following: str, width: int) -> bool:
    word = (following.split() or [""])[0]
    return len(line.rstrip()) + 1 + len(word) > width


def _runs_on(line: str, following: str) -> bool:
    """Say whether a sentence goes on in the following line."""
    if _NO_RUNNING_END.search(_tail(line)) or _is_item(line, following):
        return False
    return following.lstrip(' \t«"“(')[:1].islower() or ends_in_hyphen(_tail(line))


def _is_item(line: str, following: str) -> bool:
    """Say whether the following line is an item of a list.

    A dash behind a quotation goes on with its speaker, and a number behind an open sentence belongs to that.
    """
    if _NUMBER.match(following) and not _NO_RUNNING_END.search(_tail(line)):
        return False
    return _ITEM.match(following) is not None and not (_SPEECH_END.search(_tail(line)) and _SPEAKER.match(following))


def _goes_on_with_dash(line: str, following: str, width: int) -> bool:
    """Say whether a sentence goes on with a dash."""
    if _ITEM.match(line) or _NO_RUNNING_END.search(_tail(line)):
        return False
    return _OPEN_DASH.match(following) is not None and _is_full(line, following, width)


def _tail(line: str) -> str:
    return line[-_TAIL_CHARS:]


def _has_dash(line: str) -> bool:
    return _PART_DASH.search(line) is not None


def _width(block: list[str]) -> int:
    return max(len(line.rstrip()) for line in block)


def _is_frame_line(line: str) -> bool:
    return _FRAME_LINE.match(line) is not None
