"""Read the text out of RTF code in linear time.

The time grows with the length of the code alone.

Follows the Rich Text Format Specification 1.9.1 as far as text needs it: groups, destinations, code pages of fonts,
characters beyond the code page, and what stands for them in older readers.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

_TEXT_OF_WORDS = {
    "par": "\n",
    "sect": "\n\n",
    "page": "\n\n",
    "line": "\n",
    "row": "\n",
    "tab": "\t",
    "cell": "|",
    "nestcell": "|",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_TEXT_OF_SIGNS = {"~": "\xa0", "_": "\u2011", "-": "\xad", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}
_HIDDEN = frozenset(
    """
    annotation author bkmkend bkmkstart buptim category colortbl comment company creatim doccomm falt file filetbl
    fldinst fontemb fontfile footer footerf footerl footerr ftncn ftnsep ftnsepc generator header headerf headerl
    headerr hlinkbase info keywords listoverridetable listtable listtext manager nextfile nonesttables nonshppict
    objalias objclass objdata objname objsect operator pict pntext pntxta pntxtb printim private revtbl revtim
    rsidtbl rxe shppict staticval stylesheet subject tc template themedata title txe xe xmlnstbl
    """.split()  # noqa: SIM905  # sixty quoted names are harder to read
)
"""Destinations whose words are no part of the text."""
_UNSEEN = frozenset(("v", "deleted", "mvf"))
"""Looks of words that are not seen: hidden, deleted, moved away."""
_ASIDES = frozenset(("shp", "shptxt", "footnote"))
_CODE_PAGES = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""The code page of each `\\fcharset`."""
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?\ ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])"
    r"|[\r\n]+"
    r"|(?P<run>[^\\{}\r\n]+)"
    r"|\\",
)
_MAX_CODE = 0x10FFFF


@dataclass(frozen=True, slots=True)
class _Group:
    """What a group of the code keeps.

    Whether it is shown, the font, and how many signs stand for a character. `is_shape` says that it is hidden only
    since a shape is drawn; `unseen` are the looks by which its words are not seen. `lines` takes its text.
    """

    lines: list[str] = field(default_factory=list)

    is_hidden: bool = False
    is_font_table: bool = False
    is_shape: bool = False
    unseen: frozenset[str] = frozenset()
    font: int | None = None
    replaced: int = 1


@dataclass(slots=True)
class RichTextReader:
    """Collects the text of RTF code.

    `encoding` is that of the code until it names one.
    """

    encoding: str
    _fonts: dict[int, str] = field(default_factory=dict)
    _group: _Group = field(default_factory=_Group)
    _outer: list[_Group] = field(default_factory=list)
    _boxes: list[list[str]] = field(default_factory=list)
    _notes: list[list[str]] = field(default_factory=list)
    _bytes: list[bytes] = field(default_factory=list)
    _table_font: int = 0
    _default_font: int | None = None
    _to_skip: int = 0

    def read(self, code: str) -> str:
        """Return the text of code whose characters stand for bytes (Latin-1)."""
        place = 0
        while found := _TOKEN.match(code, place):
            place = found.end()
            if found["word"] == "bin":
                place += max(0, int(found["number"] or 0))
            elif found["brace"] == "}" and len(self._outer) <= 1:
                break  # what stands behind the document is none of it
            else:
                self._read_code(found)
        self._decode_bytes()
        text = self._outer[0].lines if self._outer else self._group.lines
        parts = [*text, *self._drain_aside(self._boxes), *self._drain_aside(self._notes)]
        return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _read_code(self, found: re.Match[str]) -> None:
        if found["word"]:
            self._read_word(found["word"], int(found["number"]) if found["number"] else None)
        elif found["byte"]:
            self._read_bytes(bytes.fromhex(found["byte"]))
        elif found["sign"]:
            self._read_sign(found["sign"])
        elif found["brace"]:
            self._enter_or_leave_group(found["brace"])
        elif found["run"]:
            self._read_bytes(found["run"].encode("latin-1", "replace"))

    def _enter_or_leave_group(self, brace: str) -> None:
        self._to_skip = 0
        self._decode_bytes()
        if brace == "{":
            self._outer.append(self._group)
        else:
            self._group = self._outer.pop()

    def _read_sign(self, sign: str) -> None:
        self._to_skip = 0
        if sign == "*":
            self._group = replace(self._group, is_hidden=True)
        else:
            self._add_text(_TEXT_OF_SIGNS.get(sign, ""))

    def _read_word(self, word: str, number: int | None) -> None:
        self._to_skip = 0
        if word in _HIDDEN:
            self._group = replace(self._group, is_hidden=True, is_shape=False)
        elif word in _UNSEEN:
            self._decode_bytes()
            others = self._group.unseen - {word}
            self._group = replace(self._group, unseen=others if number == 0 else others | {word})
        elif word == "plain":
            self._decode_bytes()
            self._group = replace(self._group, unseen=frozenset())
        elif word in _ASIDES:
            self._open_aside(word)
        elif word == "fonttbl":
            self._group = replace(self._group, is_hidden=True, is_font_table=True)
        elif word in _TEXT_OF_WORDS:
            self._add_text(_TEXT_OF_WORDS[word])
        elif number is not None:
            self._read_number(word, number)

    def _open_aside(self, word: str) -> None:
        """Begin a shape, the words in one, or a note.

        They are drawn beside the paragraph and come behind it; notes come last. In a head or foot they stay hidden.
        """
        outer = self._outer[-1] if self._outer else _Group()
        if word == "shp":
            self._group = replace(self._group, is_hidden=True, is_shape=not outer.is_hidden)
        elif (word == "footnote" and not outer.is_hidden) or (word == "shptxt" and outer.is_shape):
            aside: list[str] = []
            (self._boxes if word == "shptxt" else self._notes).append(aside)
            self._group = replace(self._group, is_hidden=False, is_shape=False, lines=aside)

    @staticmethod
    def _drain_aside(asides: list[list[str]]) -> list[str]:
        found = ["".join(("\n", *aside)) for aside in asides]
        asides.clear()
        return found

    def _read_number(self, word: str, number: int) -> None:
        match word:
            case "ansicpg":
                self.encoding = _known_encoding(f"cp{number}", self.encoding)
            case "uc":
                self._group = replace(self._group, replaced=max(0, number))
            case "u":
                code = number + 0x10000 if number < 0 else number
                self._add_text(chr(code) if 0 <= code <= _MAX_CODE else "\ufffd")
                self._to_skip = self._group.replaced
            case "deff":
                self._default_font = number
            case "f" if self._group.is_font_table:
                self._table_font = number
            case "f":
                self._decode_bytes()
                self._group = replace(self._group, font=number)
            case "fcharset" if self._group.is_font_table:
                self._fonts[self._table_font] = _known_encoding(_CODE_PAGES.get(number, ""), self.encoding)

    def _read_bytes(self, raw: bytes) -> None:
        skipped = min(self._to_skip, len(raw))
        self._to_skip -= skipped
        if not (self._group.is_hidden or self._group.unseen):
            self._bytes.append(raw[skipped:])

    def _add_text(self, text: str) -> None:
        if text and not self._group.is_hidden and not (self._group.unseen and text.strip()):
            self._decode_bytes()
            self._group.lines.append(text)
            if text == "\n" and len(self._outer) and self._group.lines is self._outer[0].lines:
                self._group.lines.extend(f"{aside}\n" for aside in self._drain_aside(self._boxes))

    def _decode_bytes(self) -> None:
        """Decode the bytes that came so far.

        Those of a character beyond the first 256 stand apart.
        """
        if self._bytes:
            font = self._default_font if self._group.font is None else self._group.font
            encoding = self._fonts.get(font, self.encoding) if font is not None else self.encoding
            self._group.lines.append(b"".join(self._bytes).decode(encoding, "replace"))
            self._bytes.clear()


def _known_encoding(name: str, otherwise: str) -> str:
    """Return the name of an encoding that Python has.

    If Python does not have the named one, return the other one.
    """
    try:
        codecs.lookup(name)
    except LookupError:
        return otherwise
    return name
