"""Mend damaged text, and say what was done.

The text came out of web pages, letters and old files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.core.message import Message
from app.core.model import Document, text_digest
from app.formats.source.documents import find_title
from app.formats.text.html_remains import remove_tags, resolve_escapes
from app.formats.text.news_article import has_titled_dateline, is_frame_line
from app.formats.text.wrapped_lines import join_wrapped_lines
from app.formats.text.wrong_decoding import mend_decoding

_DECODED = Message("Text of a wrong encoding was put right.")
_UNMARKED = Message("Escapes and tags of HTML were taken out of the text.")
_JOINED = Message("Lines wrapped at a column were joined into paragraphs.")


def mend_text(text: str) -> tuple[str, tuple[Message, ...]]:
    """Return a normalised text mended, and what was done to it.

    Signs that are not seen, such as soft hyphens and stress marks, stay. Lines of an article's frame are not joined.
    """
    done: list[Message] = []
    decoded = mend_decoding(text)
    if decoded != text:
        done.append(_DECODED)
    unmarked = resolve_escapes(remove_tags(decoded))
    unmarked = remove_tags(unmarked) if unmarked != decoded else unmarked  # of tags that were escaped themselves
    if unmarked != decoded:
        done.append(_UNMARKED)
    joined = join_wrapped_lines(unmarked, is_frame_line, has_title=not has_titled_dateline(unmarked))
    if joined != unmarked:
        done.append(_JOINED)
    return joined, tuple(done)


def mend_documents(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield documents with their texts mended; what was done is said once.

    A document with annotations stays as it is: they count the characters of its text.
    """
    said: list[Message] = []
    for document in documents:
        if document.annotations or document.candidates:
            yield document
            continue
        mended = _mend_document(document)
        new = [what for what in mended.lost[len(document.lost) :] if what not in said]
        said.extend(new)
        yield replace(mended, lost=(*document.lost, *new))


def _mend_document(document: Document) -> Document:
    text, done = mend_text(document.text)
    article = document.article
    if article.title == find_title(document.text):
        title = find_title(text)
    else:
        title, _ = mend_text(article.title)
    if text == document.text and title == article.title:
        return document
    digest = text_digest(title, text)
    article = replace(article, title=title, digest=digest, length=len(text))
    return replace(document, article=article, text=text, lost=(*document.lost, *done))
