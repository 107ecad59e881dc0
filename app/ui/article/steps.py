"""Where line keys lead: words by the lines on screen."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.span import Span
from app.core.text.boundary import word_at, words
from app.ui.article.layout.laid_lines import LaidParagraph
from app.ui.article.layout.sheet import Sheet

_FURTHEST = 10_000
"""So many lines without a word are passed over at most."""


def token_in_line(sheet: Sheet, caret: Span, by: int, x: float) -> Span | None:
    """Return the word nearest to `x`, `by` lines below (above where negative).

    None where there is no such line. Lines without a word are not counted.
    """
    left = abs(by)
    for laid, line in _lines_from(sheet, caret.start, 1 if by > 0 else -1):
        found = _nearest_word(sheet.text, laid, line, x)
        if found is not None:
            left -= 1
            if left <= 0:
                return found
    return None


def line_ends(sheet: Sheet, caret: Span) -> tuple[Span, Span]:
    """Return the first and the last word of the caret's line."""
    laid = sheet.block(sheet.paragraphs.at(caret.start)).laid
    inside = _words_of(sheet.text, laid, laid.line_at(caret.start))
    return (inside[0], inside[-1]) if inside else (caret, caret)


def x_of(sheet: Sheet, caret: Span) -> float:
    """Return the middle of the caret's word, in pixels.

    From the left of the column.
    """
    laid = sheet.block(sheet.paragraphs.at(caret.start)).laid
    parts = laid.fragments(caret)
    return (parts[0].x0 + parts[0].x1) / 2 if parts else laid.x_at(caret.start)


def _lines_from(sheet: Sheet, position: int, step: int) -> Iterator[tuple[LaidParagraph, int]]:
    """Yield the lines after (before) that of `position`."""
    index = sheet.paragraphs.at(position)
    laid = sheet.block(index).laid
    line = laid.line_at(position)
    for _ in range(_FURTHEST):
        line += step
        while not 0 <= line < len(laid.lines):
            index += step
            if not 0 <= index < len(sheet.paragraphs):
                return
            laid = sheet.block(index).laid
            line = 0 if step > 0 else len(laid.lines) - 1
        yield laid, line


def _nearest_word(text: str, laid: LaidParagraph, line: int, x: float) -> Span | None:
    """Return the word nearest to `x` that begins in a line."""
    best: tuple[float, Span] | None = None
    for word in _words_of(text, laid, line):
        for part in laid.fragments(word)[:1]:
            distance = max(part.x0 - x, x - part.x1, 0.0)
            if best is None or distance < best[0]:
                best = (distance, word)
    return None if best is None else best[1]


def _words_of(text: str, laid: LaidParagraph, line: int) -> list[Span]:
    """Return the words that begin in a line, whole ones.

    The rest of a word torn by a line end is not its own.
    """
    found = laid.lines[line]
    whole = (word_at(text, word.start) for word in words(text, found.start, found.stop))
    return [word for word in whole if word is not None and word.start >= found.start]
