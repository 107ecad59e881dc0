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


def _wrapped(column: int, *, quoting: str = "", divides: bool = False) -> Rewriting:
    """Return the rewriting that wraps paragraphs at a column.

    An empty line parts them; `quoting` begins each line, as in an answered letter. Where it `divides`, a word is cut by
    a hyphen if two syllables of it fit.
    """

    def rewrite(text: str) -> Pieces:
        used = 0
        for word in re.finditer(r"\n|[^ \n]*(?: |(?=\n)|\Z)", text):
            if word[0] == "\n":
                used = 0
                yield f"\n{quoting}\n{quoting}", 1
                continue
            bare = word[0].rstrip(" ")
            room = column - used - 1
            cut = _last_cut(bare, room) if divides and used and room < len(bare) else 0
            for index, sign in enumerate(bare):
                yield (f"-\n{quoting}{sign}" if cut and index == cut else sign), 1
            used = len(bare) - cut if cut else used + len(bare)
            if len(bare) < len(word[0]):
                following = text[word.end() :].split(" ", 1)[0].split("\n", 1)[0]
                is_full = (
                    used + 1 + (0 if divides and _last_cut(following, column - used - 2) else len(following)) > column
                )
                yield (f"\n{quoting}" if is_full else " "), 1
                used = 0 if is_full else used + 1

    return rewrite


def _last_cut(word: str, room: int) -> int:
    """Return where a word is divided to fit, or 0."""
    if not re.fullmatch("[а-яё]{6,}", word, re.IGNORECASE):
        return 0
    cuts = [
        at
        for at in range(2, min(len(word) - 2, room))
        if word[at - 1].lower() in _VOWEL and word[at].lower() not in f"{_VOWEL}ьъй"
    ]
    return cuts[-1] if cuts else 0


def _look_alike(latin: str, cyrillic: str) -> Rewriting:
    """Return the rewriting of one letter of each long Cyrillic word."""
    table = dict(zip(cyrillic, latin, strict=True))
    return _each(
        rf"(?<=[а-яё])[{cyrillic}](?=[бвгджзйлнфцчшщъыьэюя])|(?<=[бвгджзйлнфцчшщъыьэюя])[{cyrillic}](?=[а-яё])",
        lambda match: table[match[0]],
    )


def _curly(opening: str, closing: str) -> Rewriting:
    return _each("[«»]", lambda match: opening if match[0] == "«" else closing)


SIGNS: dict[str, Rewriting] = {
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
    "Cyrillic letters in Latin words": _each(
        "(?<=[A-Za-z])[aceop](?=[A-Za-z])",
        lambda match: dict(zip("aceop", "асеор", strict=True))[match[0]],
    ),
    "low and high quotation marks": _curly("„", "”"),
    "minus signs in ranges": _each(r"(?<=\d)[–-](?=\d)", "\u2212"),
}
"""Other signs for the same: the plain view is the same."""

LAYOUTS: dict[str, Rewriting] = {
    "lines of 36 columns": _wrapped(36),
    "lines of 44 columns": _wrapped(44),
    "lines of 60 columns": _wrapped(60),
    "lines of 72 columns": _wrapped(72),
    "lines of 80 columns": _wrapped(80),
    "words divided at line ends": _wrapped(64, divides=True),
    "words divided in narrow columns": _wrapped(38, divides=True),
    "lines quoted in a letter": _wrapped(68, quoting="> "),
}
"""Other lines: the plain view is the same but for the empty lines between paragraphs."""

SPELLINGS: dict[str, Rewriting] = {
    "no blanks behind full stops": _each(r"(?<=[а-яё]{4}\.) (?=[А-ЯЁ][а-яё])", ""),
    "е for ё": _each("[Ёё]", lambda match: "Е" if match[0] == "Ё" else "е"),
}
"""Other spellings: the tags are the same."""

REWRITINGS = {**SIGNS, **LAYOUTS, **SPELLINGS}


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
