"""Decode bytes in Unicode and in the encodings of Russian and Kazakh."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from app.core.message import Message
from app.core.text.letters import CAPITALS, SMALL

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC_ENCODINGS = ("cp1251", "koi8-r", "cp866", "kz1048", "ptcp154", "mac-cyrillic", "iso8859-5")
_SAMPLE_BYTES = 100_000
"""How many bytes are looked at to tell an encoding; more says nothing new."""

_LETTERS = "А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
_ODDITY = re.compile(
    rf"""
      [^\x20-\x7e\n\r\t{_LETTERS}«»„“”’…—–№\xa0•]   # a sign that news rarely has
    | (?<=[{SMALL}])[{CAPITALS}]               # a capital after a small letter
    | (?<=[{CAPITALS}]{{2}})[{SMALL}]          # a small letter after capitals
    | (?<=[A-Za-z\d])[{_LETTERS}]                  # a Cyrillic letter glued to a Latin one or a digit
    | (?<=[{_LETTERS}])[A-Za-z]
    | (?<=\w)[„“«…](?=\w) | [—–»”](?=[{_LETTERS}])  # punctuation inside a word
    | (?<=\w)№(?=\w)
    | (?<=\s)[Ыы](?=\w)                            # no Russian word begins so
    """,
    re.VERBOSE,
)


_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that no text file has."""
_BROKEN_CHARACTER = "\ufffd"
_MIN_WHOLE_PER_BROKEN = 20
_ASCII_RUN = re.compile(r"[\x00-\x7f]+")
_LETTERS_BY_FREQUENCY = "оаиентсрвлкдмпугязыбйьчжхшцюфэщё"
_LAST_RANK = len(_LETTERS_BY_FREQUENCY) + 1
"""The rank of a letter that is not among them: -1, which `find` gives, modulo this."""


class NotTextError(ValueError):
    """The bytes are not a text in a known encoding.

    `reason` says why.
    """

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Decoded(NamedTuple):
    """A text, its encoding and the number of broken characters.

    `broken` counts the places where bytes are missing or wrong; the text has U+FFFD there.
    """

    text: str
    encoding: str
    broken: int = 0


def decode_bytes(raw: bytes) -> Decoded:
    """Return `raw` as text; raise `NotTextError` where it is none."""
    encoding = find_encoding(raw)
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    broken = text.count(_BROKEN_CHARACTER)
    if not encoding.startswith("utf") or broken * _MIN_WHOLE_PER_BROKEN > len(text):
        raise NotTextError(Message("it is no {encoding}", {"encoding": encoding.upper()}))
    return Decoded(text, encoding, broken)


def find_encoding(raw: bytes, *, is_whole: bool = True) -> str:
    """Return the encoding of `raw`; raise `NotTextError` where none fits.

    A byte order mark decides; else UTF-16 by its pattern, else UTF-8, which may have a broken character here and there,
    else the likeliest of the Cyrillic ones. Of a part (not `is_whole`), the last character may be cut.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return encoding
    wide = _find_wide_encoding(raw[:_SAMPLE_BYTES])
    if wide is not None:
        return wide
    if _is_utf8(raw, is_whole):
        if len(_CONTROL_BYTES.findall(raw[:_SAMPLE_BYTES])) > 0.1 * len(raw[:_SAMPLE_BYTES]):
            raise NotTextError(Message("it is full of control characters"))
        return "utf-8"
    return "utf-8" if _is_damaged_utf8(raw[:_SAMPLE_BYTES]) else _find_cyrillic_encoding(raw[:_SAMPLE_BYTES])


def _is_utf8(raw: bytes, is_whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw, is_whole)
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(sample: bytes) -> bool:
    """Say whether the sample is UTF-8 with few broken characters.

    So many whole characters of several bytes are next to impossible in another encoding.
    """
    letters = _ASCII_RUN.sub("", sample.decode("utf-8", "replace"))
    return len(letters) > letters.count(_BROKEN_CHARACTER) * _MIN_WHOLE_PER_BROKEN


def _find_wide_encoding(sample: bytes) -> str | None:
    """Return the UTF-16 variant of the sample, by its high bytes.

    ASCII and Cyrillic characters have the high bytes 0x00 and 0x04.
    """
    sample = sample[: len(sample) // 2 * 2]
    if b"\x00" not in sample and b"\x04" not in sample:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if high.count(b"\x00") + high.count(b"\x04") > 0.9 * len(high) and _reads_as_text(sample, encoding):
            return encoding
    return None


def _reads_as_text(sample: bytes, encoding: str) -> bool:
    """Say whether the sample is mostly printable in an encoding."""
    text = sample.decode(encoding, "replace")
    return sum(char.isprintable() or char in "\n\r\t" for char in text) > 0.9 * len(text)


def _find_cyrillic_encoding(sample: bytes) -> str:
    """Return the encoding with the fewest oddities, then by statistics.

    chardet's letter pairs are right from some forty letters on; on a headline the rules of writing decide better.
    """
    if b"\x00" in sample:
        raise NotTextError(Message("it holds zero bytes"))
    odds = {name: oddities for name in _CYRILLIC_ENCODINGS if (oddities := _count_oddities(sample, name)) is not None}
    if not odds:
        raise NotTextError(Message("no known encoding fits"))
    fewest = min(odds.values())
    best = [name for name, count in odds.items() if count == fewest]
    if fewest > 0.3 * len(sample):
        raise NotTextError(Message("it reads as no language"))
    return best[0] if len(best) == 1 else _choose_likeliest(sample, best)


def count_oddities(text: str) -> int:
    """Return the number of signs in unusual places.

    These are places where news does not have them.
    """
    return len(_ODDITY.findall(text))


def _count_oddities(sample: bytes, encoding: str) -> int | None:
    try:
        return count_oddities(sample.decode(encoding))
    except UnicodeDecodeError:
        return None


def _choose_likeliest(sample: bytes, encodings: list[str]) -> str:
    """Return the encoding with the likeliest letter pairs.

    Statistics do not know headlines in capitals: in cp1251 these are, byte by byte, small letters in KOI8-R.
    """
    first = _detect_by_statistics(sample, encodings)
    letters = {name: _ASCII_RUN.sub("", sample.decode(name)) for name in encodings}
    rivals = [name for name in encodings if _is_swapped(letters[name], letters[first])]
    if not rivals:
        return first
    return min((first, _detect_by_statistics(sample, rivals)), key=lambda name: _sum_letter_ranks(letters[name]))


def _is_swapped(one: str, other: str) -> bool:
    """Say whether one text is all capitals, the other all small letters."""
    return (one.islower() and other.isupper()) or (one.isupper() and other.islower())


def _detect_by_statistics(sample: bytes, encodings: list[str]) -> str:
    import chardet  # noqa: PLC0415  # its tables take 30 ms to load, and UTF-8 needs none

    found = chardet.detect(sample, include_encodings=encodings, no_match_encoding=encodings[0])["encoding"]
    known = {codecs.lookup(name).name: name for name in encodings}
    return known.get(codecs.lookup(found).name, encodings[0]) if found else encodings[0]


def _sum_letter_ranks(text: str) -> int:
    """Add up the frequency ranks of the letters of `text`."""
    return sum(_LETTERS_BY_FREQUENCY.find(letter) % _LAST_RANK for letter in text.lower() if letter.isalpha())
