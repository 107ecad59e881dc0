"""Mend text that was decoded in the wrong encoding: "РўРѕРєР°РµРІ" is "Токаев".

A line is mended only where that is certain: UTF-8 that was read as another encoding has a pattern that no language
has; of two encodings of one byte a sign, the right one makes words of what had none.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from app.formats.source.encodings import count_oddities

_UTF8_READERS = ("cp1251", "cp1252", "latin-1", "koi8-r", "cp866", "mac-roman", "mac-cyrillic")
"""The encodings in which UTF-8 is read wrongly."""
_SWAPPED = (
    ("latin-1", "cp1251"),
    ("cp1252", "cp1251"),
    ("koi8-r", "cp1251"),
    ("cp1251", "koi8-r"),
    ("cp1251", "cp866"),
    ("cp866", "cp1251"),
    ("mac-cyrillic", "cp1251"),
)
"""What the text was read in, and what it is written in."""
_MIN_LETTERS = 4
_MIN_WORDS = 3
_MAX_ODD_SHARE = 0.02
_MIN_GAIN = 6
"""The wrong reading has so many times the oddities of the right one, at least."""
_CYRILLIC = re.compile(r"[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_OTHER = re.compile(r"[^\x00-\x7fА-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_KNOWN_SIGNS = re.compile(r"[«»„“”‘’…—–№\u00a0•\u00ad\u0301\u200b-\u200d€₸₽°§©×−]")
_LOST_SECOND_BYTE = re.compile(rb"\xd0(?:\?|(?![\x80-\xbf]))")
"""A Cyrillic letter of UTF-8 whose second byte is lost."""
_SPOILT_BLANK = re.compile(r"(?<=[РВ]) (?=[^\x00-\x7f]|$)")


def mend_decoding(text: str) -> str:
    """Return a text with wrongly decoded lines mended.

    Lines are changed only if it is certain that they were decoded wrongly.
    """
    if text.isascii():
        return text
    pair = _find_swapped(text)
    if pair is not None:
        return "\n".join(_recode(line, *pair) or line for line in text.split("\n"))
    return "\n".join(_mend_line(line) for line in text.split("\n"))


def _mend_line(line: str) -> str:
    """Return a line rightly read.

    A line of UTF-8 that was read in another encoding is mended. Any other line is returned as it is.
    """
    if line.isascii():
        return line
    for reader in _UTF8_READERS:
        mended = _read_as_utf8(line, reader)
        if mended is not None:
            return _mend_line(mended) if len(mended) < len(line) else mended
    return line


def _read_as_utf8(line: str, reader: str) -> str | None:
    raw = _encode(_SPOILT_BLANK.sub("\u00a0", line) if reader == "cp1251" else line, reader)
    if raw is None:
        return None
    for candidate in (raw, _LOST_SECOND_BYTE.sub(b"\xd0\x98", raw) if reader == "cp1251" else raw):
        try:
            mended = candidate.decode("utf-8")
        except UnicodeDecodeError:
            continue
        return mended if _is_sound(mended) else None
    return None


def _is_sound(text: str) -> bool:
    """Say whether a text is Cyrillic with the signs of news."""
    letters = len(_CYRILLIC.findall(text))
    odd = sum(not _KNOWN_SIGNS.match(sign) for sign in _OTHER.findall(text))
    return letters >= _MIN_LETTERS and odd * 10 <= letters


def _find_swapped(text: str) -> tuple[str, str] | None:
    """Return the encodings that a text was swapped between.

    They are the one that the whole text was read in, and the one it is written in. Return None if it reads well.
    """
    sample = text[:20_000]
    before = count_oddities(sample)
    if len(_WORD.findall(sample)) < _MIN_WORDS or before * 4 < len(_OTHER.findall(sample)) + 4:
        return None
    best: tuple[int, str, str] | None = None
    for reader, written in _SWAPPED:
        mended = _recode(sample, reader, written)
        if mended is None or not _is_sound(mended):
            continue
        after = count_oddities(mended)
        is_sure = after * _MIN_GAIN < before and after <= _MAX_ODD_SHARE * len(mended)
        if is_sure and (best is None or after < best[0]):
            best = (after, reader, written)
    return best[1:] if best else None


def _recode(text: str, reader: str, written: str) -> str | None:
    raw = _encode(text, reader)
    try:
        return raw.decode(written) if raw is not None else None
    except UnicodeDecodeError:
        return None


def _encode(text: str, encoding: str) -> bytes | None:
    """Return the bytes that were read as this text.

    Return None where one of its signs is none of the encoding.
    """
    try:
        return codecs.charmap_encode(text, "strict", _byte_table(encoding))[0]
    except UnicodeEncodeError:
        return None


@cache
def _byte_table(encoding: str) -> dict[int, int]:
    """Return the byte of each sign, by its code point.

    A byte without a sign stands for itself, as browsers read it.
    """
    table = {byte: byte for byte in range(256)} if encoding in ("latin-1", "cp1252") else {}
    for byte in range(256):
        try:
            table[ord(bytes((byte,)).decode(encoding))] = byte
        except UnicodeDecodeError:
            table.setdefault(byte, byte)
    return table
