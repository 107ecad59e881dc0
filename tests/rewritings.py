"""Ways to write a text without changing how it reads.

Each says where its characters went.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

Pieces = Iterator[tuple[str, int]]
"""A rewritten text in pieces, each with the number of characters of the old text that it stands for."""
Rewriting = Callable[[str], Pieces]

_VOWEL = "аеиоуыэюяАЕИОУЫЭЮЯ"
_WRAP = 60


def _each(pattern: str, new: Callable[[re.Match[str]], str] | str) -> Rewriting:
    """Return the rewriting that puts `new` for each match."""

    def rewrite(text: str) -> Pieces:
        reached = 0
        for match in re.finditer(pattern, text, re.MULTILINE):
            for sign in text[reached : match.start()]:
                yield sign, 1
            yield new if isinstance(new, str) else new(match), len(match[0])
            reached = match.end()
        for sign in text[reached:]:
            yield sign, 1

    return rewrite


def _after_letters(mark: str, every: int = 3) -> Rewriting:
    return _each(rf"(?<=\w)\w{{{every - 1}}}(?=\w)", lambda match: match[0] + mark)


def _decomposed(text: str) -> Pieces:
    for sign in text:
        yield unicodedata.normalize("NFD", sign), 1


def _wrapped(text: str) -> Pieces:
    """Wrap paragraphs at a column, and part them by an empty line."""
    column = 0
    for at, sign in enumerate(text):
        if sign == "\n":
            column = 0
            yield "\n\n", 1
        elif (
            sign == " " and column + 1 + len(text[at + 1 :].split(None, 1)[0] if text[at + 1 :].strip() else "") > _WRAP
        ):
            column = 0
            yield "\n", 1
        else:
            column += 1
            yield sign, 1


def _look_alike(latin: str, cyrillic: str) -> Rewriting:
    """Return the rewriting of one letter of each long Cyrillic word."""
    table = dict(zip(cyrillic, latin, strict=True))
    return _each(
        rf"(?<=[а-яё])[{cyrillic}](?=[бвгджзйлнфцчшщъыьэюя])|(?<=[бвгджзйлнфцчшщъыьэюя])[{cyrillic}](?=[а-яё])",
        lambda match: table[match[0]],
    )


def _curly(opening: str, closing: str) -> Rewriting:
    return _each("[«»]", lambda match: opening if match[0] == "«" else closing)


REWRITINGS: dict[str, Rewriting] = {
    "soft hyphens": _after_letters("\u00ad"),
    "soft hyphens in each syllable": _after_letters("\u00ad", 2),
    "zero-width spaces in words": _after_letters("\u200b", 4),
    "zero-width non-joiners": _after_letters("\u200c", 5),
    "zero-width joiners": _after_letters("\u200d", 5),
    "word joiners": _after_letters("\u2060", 4),
    "byte order marks": _after_letters("\ufeff", 6),
    "marks of direction before words": _each(r"\b(?=\w)", "\u200e"),
    "marks of direction behind words": _each(r"(?<=\w)\b", "\u200f"),
    "stress marks": _each(rf"(?<=\w)[{_VOWEL}](?=\w)", lambda match: match[0] + "\u0301"),
    "grave stress": _each(rf"(?<=\w\w)[{_VOWEL}](?=\w)", lambda match: match[0] + "\u0300"),
    "decomposed letters": _decomposed,
    "Latin letters in words": _look_alike("aceopxy", "асеорху"),
    "Latin schwa": _each("[Әә]", lambda match: {"Ә": "Ə", "ә": "ə"}[match[0]]),
    "no-break spaces": _each(" ", "\u00a0"),
    "thin spaces": _each(" ", "\u2009"),
    "narrow no-break spaces": _each(" ", "\u202f"),
    "figure spaces": _each(" ", "\u2007"),
    "double spaces": _each(" ", "  "),
    "tabs": _each(" ", "\t"),
    "mixed runs of blanks": _each(" ", " \u00a0\u200b "),
    "blanks at line ends": _each(r"$", " \t"),
    "indented lines": _each(r"^(?=\S)", "\u00a0\u00a0 "),
    "en dashes": _each("—", "–"),
    "hyphens for dashes": _each("(?<=\\s)—(?=\\s)", "-"),
    "double hyphens": _each("(?<=\\s)—(?=\\s)", "--"),
    "horizontal bars": _each("—", "―"),
    "no-break hyphens": _each(r"(?<=\w)-(?=\w)", "\u2011"),
    "straight quotation marks": _curly('"', '"'),
    "German quotation marks": _curly("„", "“"),
    "English quotation marks": _curly("“", "”"),
    "angle quotation marks": _curly("<<", ">>"),
    "line separators": _each("\n", "\u2028"),
    "dots for an ellipsis": _each("…", "..."),
    "wrapped lines": _wrapped,
}


def rewritten(text: str, name: str) -> tuple[str, list[int]]:
    """Return the text in another way of writing, with places.

    For each place of `text` it gives the place in it; the end is one too.
    """
    parts: list[str] = []
    places: list[int] = []
    length = 0
    for part, count in REWRITINGS[name](text):
        places += [length] * count
        parts.append(part)
        length += len(part)
    return "".join(parts), [*places, length]
