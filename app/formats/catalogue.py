"""The formats that articles come in and go out by: their names, extensions, and what each cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats import article_text, jsonl, plain
from app.formats.export import Export
from app.formats.folder import Listing
from app.formats.folder import list_files as _list_files
from app.formats.loading import document_of, file_text, unreadable

__all__ = ["FORMATS", "Export", "Format", "by_name", "for_path", "list_files", "names", "read", "write"]

Reader = Callable[[Path], Iterator[Document]]
Writer = Callable[[Iterable[Document], Path, Export], Path]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is called, told by its extensions, read and written. `loses` says what it cannot hold."""

    name: str
    title: Message
    extensions: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    loses: tuple[Message, ...] = ()


def _read_text(path: Path) -> Iterator[Document]:
    """Yield the article of a text file, which its frame tells from plain text."""
    text, lost = file_text(path)
    is_article = article_text.is_article(text)
    yield article_text.parse(text, path.stem, lost) if is_article else document_of(text, key=path.stem, lost=lost)


def _write_jsonl(documents: Iterable[Document], path: Path, export: Export) -> Path:
    return jsonl.write(documents, path, project_notes=export.project_notes, progress=export.progress)


def _write_workbook(documents: Iterable[Document], path: Path, export: Export) -> Path:
    from app.formats import workbook  # noqa: PLC0415  # openpyxl is as slow to load as the whole window

    return workbook.write(documents, path, export)


FORMATS = (
    Format("article", Message("News article"), (".txt", ".text"), read=article_text.read),
    Format("text", Message("Plain text"), (".txt", ".text"), read=plain.read),
    Format("jsonl", Message("JSONL, lossless"), (".jsonl", ".ndjson"), read=jsonl.read, write=_write_jsonl),
    Format(
        "xlsx",
        Message("Excel workbook"),
        (".xlsx",),
        write=_write_workbook,
        loses=(
            Message("the texts of the articles, but for what is annotated and its sentence"),
            Message("attributes that the label scheme does not name"),
            Message("hints at likely misses"),
        ),
    ),
)


def names() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(known.name for known in FORMATS)


def by_name(name: str) -> Format:
    """Return the format called `name`; raise UserError where there is none."""
    for known in FORMATS:
        if known.name == name.lower():
            return known
    raise UserError("There is no format “{name}”.", hint="Choose one of: {names}.", name=name, names=", ".join(names()))


def for_path(path: Path) -> Format | None:
    """Return the first format with the extension of `path`."""
    return next((known for known in FORMATS if path.suffix.lower() in known.extensions), None)


def list_files(paths: Iterable[Path]) -> Listing:
    """List the files that `paths` name: a file as it is, of a folder all that can be read, and what is left out."""
    extensions = {extension for known in FORMATS if known.read is not None for extension in known.extensions}
    return _list_files(paths, extensions)


def read(path: Path, format_name: str | None = None) -> Iterator[Document]:
    """Yield the documents of a file, by the format named, else by its extension and content.

    Raise UserError that names the file, and the line where there is one. Documents that came before it are good: a
    JSONL file tells of its bad lines after all the others.
    """
    chosen = by_name(format_name) if format_name else for_path(path)
    _look_at(path)
    if chosen is None or chosen.read is None:
        raise UserError(
            "“{name}” is in no format that can be read.",
            hint="Files that can: {extensions}. Or name the format.",
            name=path.name,
            extensions=", ".join(sorted({end for known in FORMATS if known.read for end in known.extensions})),
        )
    is_told_by_content = format_name is None and chosen.name == "article"
    return _read_text(path) if is_told_by_content else chosen.read(path)


def _look_at(path: Path) -> None:
    """Raise UserError where there is nothing at `path`, or a folder that cannot be looked into."""
    try:
        if not path.exists():
            raise UserError("There is no “{name}”.", hint="Look whether it was moved or renamed.", name=path.name)
        if path.is_dir():
            next(path.iterdir(), None)
    except OSError as fault:
        raise unreadable(path, fault) from fault


def write(documents: Iterable[Document], path: Path, export: Export, format_name: str | None = None) -> Path:
    """Write documents by the format named, else by the extension of `path`; return where they are.

    That is another name than `path` where another program holds the file. An old file stays until the new one is
    whole.
    """
    chosen = by_name(format_name) if format_name else for_path(path)
    if chosen is None or chosen.write is None:
        raise UserError(
            "“{name}” is in no format that can be written.",
            hint="End the name in one of: {extensions}. Or name the format.",
            name=path.name,
            extensions=", ".join(sorted({end for known in FORMATS if known.write for end in known.extensions})),
        )
    return chosen.write(documents, path, export)
