"""Read and write CoNLL.

A line has a token and its tag. A blank line stands between sentences, "-DOCSTART-" between articles.

Tags are BIO when written; BIO, IOB, BIOES and BILOU are read, in the last column. There is no text in such a file: one
is made of the tokens, with blanks between them where Russian has some, and a line for each sentence. Of annotations
that share characters, one is written: entities before claims, the earlier and longer before the others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Annotation, Document
from app.core.span import Span
from app.core.text.sentences import sentences
from app.formats.exchange.shared.label_names import escape_name, unescape_name
from app.formats.exchange.shared.line_files import write_lines
from app.formats.exchange.shared.marked_text import Mark, MarkedText
from app.formats.exchange.shared.texts import decode_text
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.exchange.shared.token_alignment import count_cuts, cut_tokens, find_tokens
from app.formats.export_context import ExportContext
from app.formats.features import Feature, keep_disjoint
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes

_START = "-DOCSTART-"
_TAG = re.compile(r"O|(?P<place>[BIESLUM])[-_](?P<label>\S+)")
"""A tag of BIO, BIOES or BILOU with its label."""
_NO_BLANK_BEFORE = frozenset(".,;:!?…»”)]}%")
_NO_BLANK_AFTER = frozenset("«„“([{№#$")
_SAMPLE_LINES = 50


def read_conll(path: Path) -> Iterator[Document]:
    """Yield the articles of a file, with texts made of their tokens."""
    maker, number, has_tags = _TextMaker(), 0, False
    text = decode_text(read_bytes(path), path.name)
    for line_number, line in enumerate(text.split("\n"), start=1):
        columns = _split_columns(line)
        if columns and columns[0] == _START:
            if maker.has_tokens:
                number += 1
                yield maker.make(f"{path.stem}-{number}")
                maker = _TextMaker()
            continue
        has_tags |= maker.add(columns, line_number)
    if maker.has_tokens:
        if not has_tags:
            raise UserError(
                "“{name}” is no CoNLL file: no line ends in a tag like “B-PER” or “O”.",
                hint="Put a token and its tag on each line.",
                name=path.name,
            )
        yield maker.make(f"{path.stem}-{number + 1}" if number else path.stem)
    elif not number:
        raise UserError("“{name}” is empty.", hint="Export it again.", name=path.name)


def write_conll(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write BIO tags in two columns.

    Tokens that had to be cut are counted.
    """
    cuts: Counter[str] = Counter()
    articles = ("".join(_article_lines(document, context, cuts)).encode() for document in documents)
    written = write_lines(articles, path, context)
    if cuts["token"]:
        fields = {"count": str(cuts["token"])}
        context.report_loss(Message("Tokens cut where an annotation begins or ends inside of them: {count}.", fields))
    return written


def _article_lines(document: Document, context: ExportContext, cuts: Counter[str]) -> Iterator[str]:
    kept = keep_disjoint(list(filter(context.options.includes_annotation, document.annotations)))
    text = document.text
    found = cut_tokens(text, (one.span for one in kept))
    cuts["token"] += count_cuts(text, found)
    tags = _tag_tokens(found, kept)
    yield f"{_START} O\n\n"
    ends = _sentence_ends(text, kept)
    for token, tag in zip(found, tags, strict=True):
        if ends and token.start >= ends[-1]:
            while ends and token.start >= ends[-1]:
                ends.pop()
            yield "\n"
        yield f"{text[token.start : token.stop]} {tag}\n"
    yield "\n"


def _tag_tokens(found: list[Span], kept: list[Annotation]) -> list[str]:
    tags = ["O"] * len(found)
    for annotation in kept:
        for place, number in enumerate(find_tokens(found, annotation.span)):
            tags[number] = f"{'I' if place else 'B'}-{escape_name(annotation.label)}"
    return tags


def _sentence_ends(text: str, kept: list[Annotation]) -> list[int]:
    """Return where sentences end, but inside of annotations; the first last."""
    ends = [sentence.stop for sentence in sentences(text, 0, len(text))][:-1]
    return [end for end in reversed(ends) if not _is_inside(end, kept)]


def _is_inside(end: int, kept: list[Annotation]) -> bool:
    before = bisect_left(kept, end, key=lambda one: one.start)
    return before > 0 and end < kept[before - 1].stop


def _split_columns(line: str) -> list[str]:
    """Return the columns of a line.

    None holds a blank, but a token may hold a no-break space.
    """
    return re.split(r"[ \t]+", line.strip(" \t\r"))


class _TextMaker:
    """Make a text of tokens, and marks of tags."""

    def __init__(self) -> None:
        self.marked = MarkedText("")
        self._parts: list[str] = []
        self._length = 0
        self._is_line_start = True
        self._is_open = False
        self._last = ""

    @property
    def has_tokens(self) -> bool:
        return bool(self._parts)

    def add(self, columns: list[str], number: int) -> bool:
        """Take in a line; say whether it has a tag."""
        if columns == [""]:
            self._end_sentence()
            return False
        tag = _TAG.fullmatch(columns[-1]) if len(columns) > 1 else None
        token = columns[0]
        if tag is None and token.startswith("#"):
            return False  # a comment
        if tag is None:
            fields = {"line": str(number), "value": " ".join(columns)[:60]}
            self.marked.lost.append(Message("Line {line} has no tag: “{value}”; its token is taken.", fields))
        self._add_token(token, tag)
        return tag is not None

    def make(self, key: str) -> Document:
        """Return the article."""
        self.marked.text = "".join(self._parts)
        return make_marked_document(self.marked, key)

    def _add_token(self, token: str, tag: re.Match[str] | None) -> None:
        if self._is_line_start:
            blank = "\n" if self._parts else ""
        else:
            blank = "" if token[0] in _NO_BLANK_BEFORE or self._last in _NO_BLANK_AFTER else " "
        start = self._length + len(blank)
        self._parts += [blank, token]
        self._length = start + len(token)
        self._is_line_start, self._last = False, token[-1]
        self._mark(tag, Span(start, self._length))

    def _mark(self, tag: re.Match[str] | None, span: Span) -> None:
        place = tag["place"] if tag is not None else None
        if tag is None or place is None:
            self._is_open = False
            return
        label = unescape_name(tag["label"])
        goes_on = self._is_open and place in "IELM" and self.marked.marks[-1].label == label
        if goes_on:
            mark = self.marked.marks[-1]
            mark.pieces = (Span(mark.start, span.stop),)
        else:
            self.marked.marks.append(Mark(str(len(self.marked.marks)), label, (span,)))
        self._is_open = place not in "ESLU"

    def _end_sentence(self) -> None:
        self._is_line_start, self._is_open = True, False


def _matches(sample: FileSample) -> bool:
    lines = [line for line in sample.text.split("\n")[:_SAMPLE_LINES] if line.strip() and not line.startswith("#")]
    tagged = [columns for line in lines if len(columns := line.split()) > 1 and _TAG.fullmatch(columns[-1])]
    return len(lines) > 1 and len(tagged) >= 0.8 * len(lines)


FORMAT = FileFormat(
    "conll",
    Message("CoNLL, BIO tags"),
    (".conll", ".bio", ".iob"),
    read=read_conll,
    write=write_conll,
    matches=_matches,
    holds=frozenset((Feature.SPANS,)),
)
