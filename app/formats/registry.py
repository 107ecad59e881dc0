"""The list of file formats, and reading and writing by format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.documents import (
    mail_message,
    news_feed,
    old_office,
    open_document,
    own_pages,
    rich_text,
    telegram_export,
)
from app.formats.exchange.brat import brat_format
from app.formats.exchange.corpora import cas_formats, refi_qda, spacy_docbin
from app.formats.exchange.json_tools import doccano, labelstudio, prodigy
from app.formats.exchange.linked_data import claim_review, web_annotation
from app.formats.exchange.plain import article_table, text_files
from app.formats.exchange.plain.zipped_texts import TEXT_ENDS, ZIP, read_texts
from app.formats.exchange.tokens import conll, webanno
from app.formats.export_context import ExportContext
from app.formats.features import LossCounter
from app.formats.file_format import FileFormat, TextParser
from app.formats.jsonl import jsonl_file
from app.formats.pages import page_formats
from app.formats.source import folders
from app.formats.source.file_sample import read_sample
from app.formats.source.file_text import unreadable_error
from app.formats.source.folders import Listing
from app.formats.source.foreign_files import refuse_foreign_file
from app.formats.table_choices import NO_CHOICES, TableChoices, TablePreview
from app.formats.tables import table_formats
from app.formats.text.mending import mend_documents, mend_text
from app.formats.xlsx import xlsx_format

FORMATS: tuple[FileFormat, ...] = (
    text_files.ARTICLE,
    text_files.TEXT,
    jsonl_file.FORMAT,
    xlsx_format.FORMAT,
    brat_format.FORMAT,
    cas_formats.XMI,
    cas_formats.JSON,
    refi_qda.FORMAT,
    webanno.FORMAT,
    spacy_docbin.FORMAT,
    labelstudio.FORMAT,
    doccano.FORMAT,
    prodigy.FORMAT,
    conll.FORMAT,
    web_annotation.FORMAT,
    claim_review.FORMAT,
    telegram_export.FORMAT,
    news_feed.FORMAT,
    mail_message.FORMAT,
    own_pages.FORMAT,
    page_formats.HTML,
    page_formats.PDF,
    page_formats.DOCX,
    rich_text.FORMAT,
    open_document.FORMAT,
    old_office.FORMAT,
    table_formats.ODS,
    table_formats.JSON,
    article_table.CSV,
)


def format_names() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(known.name for known in FORMATS)


def find_format(name: str) -> FileFormat:
    """Return the format called `name`; raise UserError where there is none."""
    for known in FORMATS:
        if known.name == name.lower():
            return known
    known_names = ", ".join(format_names())
    raise UserError("Unknown format “{name}”.", hint="Supported formats: {names}.", name=name, names=known_names)


def recognise_format(path: Path) -> FileFormat | None:
    """Return the format that reads `path`.

    By its content, else by its extension.
    """
    sample = read_sample(path)
    readable = [known for known in FORMATS if known.read]
    by_content = next((known for known in readable if known.matches and known.matches(sample)), None)
    if by_content is not None:
        return by_content
    by_name = [known for known in readable if sample.suffix in known.extensions]
    if not by_name and sample.suffix == ZIP and sample.has_member(*TEXT_ENDS):
        by_name = [known for known in readable if known.text is not None]
    # A format that looks at the content has said no; it reads the file all the same where none else can, to say why.
    return next((known for known in by_name if known.matches is None), by_name[0] if by_name else None)


def choose_written_format(path: Path) -> FileFormat | None:
    """Return the first format that can write the extension of `path`."""
    return next((known for known in FORMATS if known.write and path.suffix.lower() in known.extensions), None)


def readable_extensions() -> tuple[str, ...]:
    """Return the extensions of the files that can be read."""
    readable = [known for known in FORMATS if known.read]
    archives = [ZIP] if any(known.many_files for known in readable) else []
    return tuple(dict.fromkeys([*(end for known in readable for end in known.extensions), *archives]))


def table_extensions() -> frozenset[str]:
    """Return the extensions of tables of articles."""
    return frozenset(end for known in FORMATS if known.table is not None for end in known.extensions)


def writable_extensions(known: FileFormat) -> tuple[str, ...]:
    """Return the possible name endings of a file in a format.

    The format is one that can be written.
    """
    return (ZIP, *known.extensions) if known.many_files else known.extensions


def list_files(paths: Iterable[Path], format_name: str | None = None) -> Listing:
    """List the files that `paths` name, in folders the readable ones.

    Where a format is named, these are its own. Companions of other files there, such as the text beside its
    annotations, are no files of their own.
    """
    if format_name:
        known = find_format(format_name)
        listing = folders.list_files(paths, writable_extensions(known), partial(_is_recognised, formats=(known,)))
        listing.unknown_reason = Message("it is not of the format that was named")
    else:
        listing = folders.list_files(paths, readable_extensions(), _is_recognised)
    listing.drop(
        {
            companion
            for path in listing.files
            for known in FORMATS
            if path.suffix.lower() in known.extensions
            for companion in known.find_companions(path)
        }
    )
    return listing


def _is_recognised(path: Path, formats: Iterable[FileFormat] = FORMATS) -> bool:
    """Say whether a file's content is of a format for reading."""
    sample = read_sample(path)
    return any(known.matches(sample) for known in formats if known.read and known.matches)


def read_file(
    path: Path, format_name: str | None = None, choices: TableChoices = NO_CHOICES, *, mends: bool = True
) -> Iterator[Document]:
    """Yield the documents of a file.

    The format is the named one, else the one recognised; tables are read by the `choices`.

    With `mends`, texts that came out of web pages and letters are mended, which is said once a file.

    Raise UserError that names the file, and the line where there is one. Documents that came before it are good: a
    JSONL file reports its bad lines after all the others.
    """
    chosen = choose_reader(path, format_name)
    if chosen.text is not None:
        parse = chosen.text.parse if format_name else chosen.text.parse_recognised
        return _refuse_nothing(_read_text_articles(path, parse, mends=mends), path)
    if chosen.table is not None:
        documents = chosen.table.read(path, choices.for_file(path))
    else:
        assert chosen.read is not None, "a format without a reader is not chosen"
        documents = chosen.read(path)
    return _refuse_nothing(mend_documents(documents) if mends and chosen.is_mended else documents, path)


def _refuse_nothing(documents: Iterator[Document], path: Path) -> Iterator[Document]:
    """Yield documents; raise UserError if there is none.

    So no file is passed over in silence.
    """
    has_documents = False
    for document in documents:
        has_documents = True
        yield document
    if not has_documents:
        raise UserError(
            "“{name}” has no article.",
            hint="Check the file and its format.",
            name=path.name,
        )


def _read_text_articles(path: Path, parse: TextParser, *, mends: bool) -> Iterator[Document]:
    for key, (text, lost) in read_texts(path):
        mended_text, mended = mend_text(text) if mends else (text, ())
        yield parse(mended_text, key, (*lost, *mended))


def choose_reader(path: Path, format_name: str | None = None) -> FileFormat:
    """Return the format that reads `path`.

    The named one, else the one recognised. Raise UserError where none does.
    """
    named = find_format(format_name) if format_name else None
    _check_path(path)
    refuse_foreign_file(read_sample(path))
    chosen = named or recognise_format(path)
    if chosen is None and path.suffix.lower() == ZIP:
        raise UserError(
            "“{name}” is a zip without text files.", hint="Unpack it and import the folder.", name=path.name
        )
    if chosen is None or chosen.read is None:
        raise UserError(
            "“{name}” is in a format that is not supported.",
            hint="Supported formats: {extensions}. Or name the format.",
            name=path.name,
            extensions=", ".join(sorted(readable_extensions())),
        )
    return chosen


def preview_table(path: Path, format_name: str | None, choices: TableChoices) -> TablePreview | None:
    """Return what is seen of a table before it is read.

    None where the file is none.
    """
    named = find_format(format_name) if format_name else None
    _check_path(path)
    chosen = named or recognise_format(path)
    if chosen is None or chosen.table is None:
        return None
    return chosen.table.preview(path, choices.for_file(path))


def write_file(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write documents to a file and return its path.

    The format is the one that the options name or the path says. The returned path differs from `path` if another
    program holds the file. An old file stays until the new one is whole.
    """
    name = context.options.format_name
    chosen = find_format(name) if name else choose_written_format(path)
    if chosen is None or chosen.write is None:
        raise UserError(
            "“{name}” cannot be written: its format is not supported.",
            hint="Supported formats: {extensions}. End the name in one of these, or name the format.",
            name=path.name,
            extensions=", ".join(sorted({end for known in FORMATS if known.write for end in known.extensions})),
        )
    if chosen.holds is None:
        return chosen.write(documents, path, context)
    losses = LossCounter(chosen.holds, context.options, len(context.project_notes))
    written = chosen.write(losses.watch(documents), path, context)
    for message in losses.messages():
        context.report_loss(message)
    return written


def _check_path(path: Path) -> None:
    """Raise UserError where `path` is missing or cannot be listed."""
    try:
        if not path.exists():
            raise UserError("“{name}” was not found.", hint="Check whether it was moved or renamed.", name=path.name)
        if path.is_dir():
            next(path.iterdir(), None)
    except OSError as fault:
        raise unreadable_error(path, fault) from fault
