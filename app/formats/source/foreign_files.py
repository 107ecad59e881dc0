"""Name files that hold no text at all: pictures, archives, programs.

They are known by their first bytes, whatever they are called.
"""

from __future__ import annotations

from app.core.message import Message, UserError
from app.formats.source.file_sample import FileSample

_PICTURE = Message("a picture")
_SOUND = Message("a film or a sound recording")
_ARCHIVE = Message("an archive of a kind that is not read")
_PROGRAM = Message("a program")
_FONT = Message("a font")
_DATABASE = Message("a database")

_RECOGNISE = Message("Recognise its text with an OCR program, save that and import it.")
_UNPACK = Message("Unpack it, and import the files that are in it.")
_OPEN_PROJECT = Message("If it is a project of Pometka, open it with “Open project” and export its articles there.")
_ONLY_TEXTS = Message("Choose the file that holds the text of the article.")

_STARTS: tuple[tuple[bytes, Message], ...] = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"8BPS\x00", _PICTURE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\x00", _PROGRAM),
    (b"ID3", _SOUND),
    (b"OggS\x00", _SOUND),
    (b"fLaC\x00", _SOUND),
    (b"\x1a\x45\xdf\xa3", _SOUND),
    (b"wOFF", _FONT),
    (b"wOF2", _FONT),
    (b"\x00\x01\x00\x00\x00", _FONT),
    (b"SQLite format 3\x00", _DATABASE),
)
"""How the files begin. What begins with a letter or two has enough behind it to be no text."""
_HINTS = {_PICTURE.template: _RECOGNISE, _ARCHIVE.template: _UNPACK, _DATABASE.template: _OPEN_PROJECT}
_CONTAINER, _FILM_TYPE = b"RIFF", b"ftyp"
"""The starts of formats whose kind stands at byte 8, or whose mark stands at byte 4."""


def refuse_foreign_file(sample: FileSample) -> None:
    """Raise UserError for a file that holds no text by its start."""
    kind = _find_kind(sample.head)
    if kind is None or sample.text:
        return
    raise UserError(
        "“{name}” is {kind}, not an article.",
        hint=_HINTS.get(kind.template, _ONLY_TEXTS).template,
        name=sample.path.name,
        kind=kind,
    )


def _find_kind(head: bytes) -> Message | None:
    if head.startswith(_CONTAINER):
        return _PICTURE if head[8:12] == b"WEBP" else _SOUND
    if head[4:8] == _FILM_TYPE:
        return _PICTURE if head[8:12] in (b"heic", b"heix", b"avif", b"mif1") else _SOUND
    return next((kind for start, kind in _STARTS if head.startswith(start)), None)
