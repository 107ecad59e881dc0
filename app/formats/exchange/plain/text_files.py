"""Write articles as text files.

A file has the text alone, or the text inside the frame of the news article format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.atomic_file import replace_file
from app.formats.exchange.plain.zipped_texts import TEXT_ENDS, read_texts
from app.formats.exchange.shared.file_sets import WriteFile, name_article, write_files
from app.formats.export_context import ExportContext
from app.formats.features import Feature
from app.formats.file_format import FileFormat
from app.formats.source.documents import make_document
from app.formats.text import news_article

_TEXT = ".txt"
_HELD = frozenset({Feature.EXACT_TEXT, Feature.CONTROL_CHARACTERS, Feature.OVERLAPS, Feature.SPLITS, Feature.KINDS})
"""What a text holds; where there are no annotations at all, nothing more is said of how they lie."""

Framing = Callable[[Document], str]


def frame_article(document: Document) -> str:
    """Return an article's text with date, title and address around it.

    A title that the text does not begin with stands before it.
    """
    article, text = document.article, document.text
    first, _, rest = text.lstrip("\n").partition("\n")
    has_title = not article.title or first.strip() == article.title.strip()
    if not article.date and not article.url:
        return text if has_title else f"{article.title}\n{text}"
    title, body = (first, rest) if has_title else (article.title, text)
    head = [f" date {article.date.isoformat()} {title}".rstrip(), "Опубликовано:"] if article.date else [title]
    foot = [f"Оригинал статьи: {article.url}"] if article.url else []
    return "\n".join((*filter(None, head), body.rstrip("\n"), *foot, ""))


def _write(documents: Iterable[Document], path: Path, context: ExportContext, framing: Framing) -> Path:
    """Write articles into a text file, a folder or a zip.

    It is one file if the name ends in “.txt”.
    """
    if path.suffix.lower() == _TEXT:
        return _write_one(list(documents), path, framing)
    with write_files(path) as files:
        for number, document in enumerate(documents, start=1):
            _add(files.write_file, document, number, framing)
            if context.progress is not None:
                context.progress(number)
    return files.path


def _add(write_file: WriteFile, document: Document, number: int, framing: Framing) -> None:
    write_file(f"{name_article(document, number)}{_TEXT}", framing(document).encode("utf-8"))


def _write_one(documents: list[Document], path: Path, framing: Framing) -> Path:
    if len(documents) != 1:
        raise UserError(
            "“{name}” holds one article, and {n} were to be written.",
            hint="Name a folder, or a file that ends in “.zip”.",
            name=path.name,
            n=len(documents),
        )
    with replace_file(path) as pending:
        pending.draft.write_text(framing(documents[0]), encoding="utf-8", newline="")
    return pending.written


def _read_texts(path: Path) -> Iterator[Document]:
    """Yield the articles of a text file as they stand.

    There is one for a file, and one for each text of a zip.
    """
    for key, (text, lost) in read_texts(path):
        yield make_document(text, key=key, lost=lost)


def _write_articles(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    return _write(documents, path, context, frame_article)


def _write_texts(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    return _write(documents, path, context, lambda document: document.text)


ARTICLE = replace(news_article.FORMAT, write=_write_articles, many_files=True, holds=_HELD | {Feature.ARTICLE_FIELDS})
TEXT = FileFormat(
    "text",
    Message("Plain text"),
    TEXT_ENDS,
    read=_read_texts,
    write=_write_texts,
    many_files=True,
    holds=_HELD,
)
