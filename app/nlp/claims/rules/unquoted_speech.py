"""Speech without quotation marks: lines of dialogue, paragraphs under a colon, words behind one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text import lines
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.draft import trim_span
from app.nlp.claims.speech.speech_parts import (
    DASH,
    PERSONAL,
    WORD,
    Speech,
    find_last_sentence,
    is_sentence,
    may_report_speech,
    split_speech,
)
from app.nlp.text.interval_index import IntervalIndex

_OPENING_DASH = re.compile(rf"\s*[{DASH}][\s\u00a0]*")
_CLOSING_DASH = re.compile(rf"(?:[.!?…]\S{{0,12}}|,|\b)[\s\u00a0]*[{DASH}][\s\u00a0]+(?=[а-яё])")
_COLON = re.compile(r":[\s\u00a0]+(?=[А-ЯЁа-яё\d])")
_END = re.compile(r"[.!?…](?=\s|$)")
_MAX_CLAUSE_CHARS = 250
"""How many characters at most name the speaker behind a paragraph."""


def find_unquoted_speech(text: str, lexicon: ReportingLexicon, taken: IntervalIndex[Span]) -> Iterator[Speech]:
    """Yield speech without quotation marks: behind a dash at the head of a line, and behind a colon."""
    rows = [row for row in lines(text) if text[row.start : row.stop].strip()]
    for number, row in enumerate(rows):
        if taken.overlapping(row):
            continue
        speech = _read_dash_line(text, row, lexicon) or _read_closing_dash(text, row, lexicon)
        if speech is None and number:
            below = rows[number + 1] if number + 1 < len(rows) else Span(row.stop, row.stop)
            speech = (
                _read_below_colon(text, rows[number - 1], row, lexicon) if not _is_listed(text, row, below) else None
            )
        if speech is None:
            speech = _read_behind_colon(text, row, lexicon)
        if speech is not None:
            yield speech


def _read_dash_line(text: str, row: Span, lexicon: ReportingLexicon) -> Speech | None:
    """Read a line of dialogue: «— Мы готовы, — сказал X. — Начнём завтра.»."""
    opening = _OPENING_DASH.match(text, row.start, row.stop)
    if opening is None or opening.end() == row.stop:
        return None
    pieces, clause = split_speech(text, Span(opening.end(), row.stop), lexicon)
    if clause is None or not pieces:
        return None
    return Speech(pieces, clause, pieces, "claim.unquoted/1")


def _read_closing_dash(text: str, row: Span, lexicon: ReportingLexicon) -> Speech | None:
    """Read a paragraph whose speaker follows its last words: «Мы готовы. — сказал X», «Мне это нравится — сказал X»."""
    for match in _CLOSING_DASH.finditer(text, max(row.start, row.stop - _MAX_CLAUSE_CHARS), row.stop):
        first = WORD.match(text, match.end(), row.stop)
        if first is None or not may_report_speech(first.group(), lexicon):
            continue
        piece = trim_span(text, Span(row.start, match.start()))
        stopped = text[match.start()] in ".!?…"
        if piece.length and (stopped or PERSONAL.search(text, piece.start, piece.stop)):
            return Speech((piece,), Span(match.end(), row.stop), (piece,), "claim.unquoted/1")
    return None


def _is_listed(text: str, row: Span, below: Span) -> bool:
    """Say whether a line is an item of a list: by its bullet, or by its dash where the line below has one too."""
    head, follower = (text[line.start : line.stop].lstrip()[:1] for line in (row, below))
    return head in ("•", "*") or (head in tuple(DASH) and follower in tuple(DASH))


def _read_below_colon(text: str, above: Span, row: Span, lexicon: ReportingLexicon) -> Speech | None:
    """Read a paragraph without marks under a line that ends in a reporting clause and a colon."""
    words = text[above.start : above.stop].rstrip()
    if not words.endswith(":"):
        return None
    clause = find_last_sentence(text, Span(above.start, above.start + len(words) - 1))
    if not any(may_report_speech(word, lexicon) for word in WORD.findall(text[clause.start : clause.stop])):
        return None
    piece = trim_span(text, row)  # without the dash that opens a line of dialogue
    if not is_sentence(text, piece) or text[row.start : row.stop].rstrip()[-1:] not in tuple('.!?…»")'):
        return None
    return Speech((piece,), clause, (piece,), "claim.unquoted/1")


def _read_behind_colon(text: str, row: Span, lexicon: ReportingLexicon) -> Speech | None:
    """Read speech without marks behind a colon on the same line: «Министр сказал: мы готовы.»."""
    for match in _COLON.finditer(text, row.start, row.stop):
        clause = find_last_sentence(text, Span(row.start, match.start()))
        heads = WORD.findall(text[clause.start : clause.stop])
        if not any(may_report_speech(word, lexicon) for word in heads[-4:]):
            continue
        end = _END.search(text, match.end(), row.stop)
        piece = trim_span(text, Span(match.end(), end.start() if end else row.stop))
        if is_sentence(text, piece):
            return Speech((piece,), clause, (piece,), "claim.clause/1")
    return None
