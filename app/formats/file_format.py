"""What a file format declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.export_context import ExportContext
from app.formats.features import LINE_ENDS, LOSSES, Feature
from app.formats.source.file_sample import FileSample
from app.formats.table_choices import TableChoices, TablePreview

Reader = Callable[[Path], Iterator[Document]]
Writer = Callable[[Iterable[Document], Path, ExportContext], Path]


@dataclass(frozen=True, slots=True)
class TableReading:
    """How a format of tables is read and looked at.

    The choices of the user say so.
    """

    read: Callable[[Path, TableChoices], Iterator[Document]]
    preview: Callable[[Path, TableChoices], TablePreview]


TextParser = Callable[[str, str, tuple[Message, ...]], Document]
"""Makes the article of a text, of the key of its file, and of messages about the file that come first."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """How the text of a file becomes its article.

    There is one way for a format that the user named, and one for a format that was recognised.
    """

    parse: TextParser
    parse_recognised: TextParser


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One format of files.

    `extensions` are lower case, with the dot. Several formats may share one. Where the user names no format, the
    first of the registry that `matches` the start of the file reads it, whatever its extension; else the first that
    has the extension and no `matches`. So `matches` must be sure: it is asked about files of every format.

    A writer returns the path of the file that it wrote. `loses` says what the format cannot hold; a format for other
    tools lists what it `holds` instead, from which `losses` follow, and what is lost of each document.

    A format of `many_files` has one file for each article. It is written as a folder, or as a zip where the name ends
    in “.zip”, and read from a file, a folder or a zip. `companions` belong to a file of the format and are no articles
    of their own: the extensions of files that have its name (the “.txt” beside an “.ann”), or whole names of files in
    its folder.

    A format with a `table` has one article a row, and one with a `text` one article a file: they are read by that.
    Unless the user does not want it, a text is mended before it becomes an article, and so are the texts of a format
    that `is_mended`.

    A file that holds more than one article tells quickly how many are likely, by `count_articles`. `has_ids` says
    that the articles of a file have ids of their own, which are reported where two articles share one.
    """

    name: str
    title: Message
    extensions: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    matches: Callable[[FileSample], bool] | None = None
    many_files: bool = False
    companions: tuple[str, ...] = ()
    table: TableReading | None = None
    text: TextReading | None = None
    is_mended: bool = False
    loses: tuple[Message, ...] = ()
    holds: frozenset[Feature] | None = None
    count_articles: Callable[[Path], int] | None = None
    has_ids: bool = False

    def find_companions(self, path: Path) -> Iterator[Path]:
        """Yield the paths that the companions of a file have."""
        for companion in self.companions:
            yield path.with_suffix(companion) if companion.startswith(".") else path.with_name(companion)

    @property
    def losses(self) -> tuple[Message, ...]:
        """What the format cannot hold, in words."""
        if self.holds is None:
            return self.loses
        missing = (LOSSES[feature] for feature in Feature if feature not in self.holds)
        return (*self.loses, *missing, LINE_ENDS)
