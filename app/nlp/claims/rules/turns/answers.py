"""The answers of an interview.

A line with a dash behind a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.nlp.claims.draft import trim_span
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.rules.turns.labelled_turns import is_question
from app.nlp.claims.speech.speech_parts import DASH, WORD, Speech

_OPENING = re.compile(rf"[{DASH}][\s]*|[*_]{{2}}")
_INLINE = re.compile(rf"[{DASH}][^?\n]*\?[\s]+[{DASH}][\s]+(?=\S)")
_COURTESY = re.compile(r"(?:спасибо|благодар|здравствуйте|добр(?:ый|ое|ого) |до свидания|пожалуйста)", re.IGNORECASE)
_MIN_WORDS = 2


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read an answer; a question is masked alone."""
    text, row = source.article.text, rows[number]
    inline = _INLINE.match(text, row.start, row.stop)
    if inline is not None and not is_question(text, row):
        return _make_answer(text, row, inline.end())
    opening = _OPENING.match(text, row.start, row.stop)
    if opening is None and not _follows_bold_question(text, rows, number):
        return None
    if is_question(text, row):
        return Speech((), None, (row,), ANSWER)
    if not number or not _asks(text, rows[number - 1]):
        return None
    return _make_answer(text, row, opening.end() if opening else row.start)


def _make_answer(text: str, row: Span, start: int) -> Speech:
    content = trim_span(text, Span(start, row.stop))
    words = WORD.findall(text[content.start : content.stop])
    if len(words) < _MIN_WORDS or (len(words) < 6 and _COURTESY.match(text, content.start)):
        return Speech((), None, (row,), ANSWER)
    return Speech((content,), None, (content,), ANSWER)


def _asks(text: str, row: Span) -> bool:
    """Say whether a line is a question.

    With a dash, in bold type, or short.
    """
    return is_question(text, row) and (_OPENING.match(text, row.start, row.stop) is not None or row.length < 300)


def _follows_bold_question(text: str, rows: Sequence[Span], number: int) -> bool:
    return bool(number) and text.startswith("**", rows[number - 1].start) and is_question(text, rows[number - 1])


ANSWER = LineRule(name="answer", precision=0.8, find=_find_speech)
