"""Speech without quotation marks: dialogue, and paragraphs beside reporting words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.draft import trim_span
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.speech.speech_parts import (
    DASH,
    MIN_WORDS,
    PERSONAL,
    WORD,
    Speech,
    find_last_sentence,
    is_sentence,
    may_report_speech,
    split_speech,
)

_OPENING_DASH = re.compile(rf"\s*[{DASH}][\s\u00a0]*")
_CLOSING_DASH = re.compile(rf"(?:[.!?…]\S{{0,12}}|,|\b)[\s\u00a0]*[{DASH}][\s\u00a0]+(?=[а-яё])")
_MAX_CLAUSE_CHARS = 250
"""How many characters at most name the speaker behind a paragraph."""


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    text, row, lexicon = source.article.text, rows[number], source.lexicon
    speech = _read_dash_line(text, row, lexicon) or _read_closing_dash(text, row, lexicon)
    if speech is not None and sum(len(WORD.findall(text, *piece)) for piece in speech.pieces) < MIN_WORDS:
        return None
    if speech is not None or not number:
        return speech
    below = rows[number + 1] if number + 1 < len(rows) else Span(row.stop, row.stop)
    return None if _is_listed(text, row, below) else _read_below_colon(text, rows[number - 1], row, lexicon)


def _read_dash_line(text: str, row: Span, lexicon: ReportingLexicon) -> Speech | None:
    """Read a line of dialogue.

    Example: «— Мы готовы, — сказал X. — Начнём завтра.».
    """
    opening = _OPENING_DASH.match(text, row.start, row.stop)
    if opening is None or opening.end() == row.stop:
        return None
    pieces, clause = split_speech(text, Span(opening.end(), row.stop), lexicon)
    if clause is None or not pieces:
        return None
    return Speech(pieces, clause, pieces, UNQUOTED)


def _read_closing_dash(text: str, row: Span, lexicon: ReportingLexicon) -> Speech | None:
    """Read a paragraph whose speaker follows its last words.

    Examples: «Мы готовы. — сказал X», «Мне это нравится — сказал X».
    """
    for match in _CLOSING_DASH.finditer(text, max(row.start, row.stop - _MAX_CLAUSE_CHARS), row.stop):
        first = WORD.match(text, match.end(), row.stop)
        if first is None or not may_report_speech(first.group(), lexicon):
            continue
        piece = trim_span(text, Span(row.start, match.start()))
        stopped = text[match.start()] in ".!?…"
        if piece.length and (stopped or PERSONAL.search(text, piece.start, piece.stop)):
            return Speech((piece,), Span(match.end(), row.stop), (piece,), UNQUOTED)
    return None


def _is_listed(text: str, row: Span, below: Span) -> bool:
    """Say whether a line is an item of a list.

    It has a bullet, or a dash where the line below has one too.
    """
    head, follower = (text[line.start : line.stop].lstrip()[:1] for line in (row, below))
    return head in ("•", "*") or (head in tuple(DASH) and follower in tuple(DASH))


def _read_below_colon(text: str, above: Span, row: Span, lexicon: ReportingLexicon) -> Speech | None:
    """Read a paragraph under a reporting clause and a colon."""
    words = text[above.start : above.stop].rstrip()
    if not words.endswith(":"):
        return None
    clause = find_last_sentence(text, Span(above.start, above.start + len(words) - 1))
    if not any(may_report_speech(word, lexicon) for word in WORD.findall(text[clause.start : clause.stop])):
        return None
    piece = trim_span(text, row)  # without the dash that opens a line of dialogue
    if not is_sentence(text, piece) or text[row.start : row.stop].rstrip()[-1:] not in tuple('.!?…»")'):
        return None
    return Speech((piece,), clause, (piece,), UNQUOTED)


UNQUOTED = LineRule(name="unquoted", precision=0.75, find=_find_speech, needs_cue=True)
