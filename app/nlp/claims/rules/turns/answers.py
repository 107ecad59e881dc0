"""The answers of an interview.

A line with a dash behind a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.nlp.claims.draft import trim_span
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.rules.turns.labelled_turns import is_question
from app.nlp.claims.speech.speech_parts import DASH, PERSONAL, WORD, Speech

_OPENING = re.compile(rf"[{DASH}][\s]*|[*_]{{2}}")
_INLINE = re.compile(rf"[{DASH}][^?\n]*\?[\s]+[{DASH}][\s]+(?=\S)")
_INLINE_REMARK = re.compile(rf"[{DASH}][^?\n{DASH}]*[.!…][\s]+[{DASH}][\s]+(?=[A-ZА-ЯЁ])")
"""What is said instead of a question, with the answer on its line."""
_COURTESY = re.compile(rf"(?:{read_alternatives('claims/courtesy_words')})", re.IGNORECASE)
_YOU = re.compile(rf"\b(?:{read_alternatives('claims/second_person_words')})\b", re.IGNORECASE)
INTERVIEW_WORDS = re.compile(rf"\b(?:{read_alternatives('claims/interview_words')})", re.IGNORECASE)
_MIN_WORDS = 2
_MIN_QUESTIONS = 2
"""Questions on lines of their own that make an interview."""
_MAX_ROWS_NEAR = 30
_MAX_ANSWER_ROWS = 8
_MAX_QUESTION_CHARS = 250


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read an answer; a question is masked alone."""
    text, row = source.article.text, rows[number]
    start = _find_inline_answer(text, rows, number)
    if start is not None:
        return _make_answer(source, (row,), start)
    opening = _OPENING.match(text, row.start, row.stop)
    if opening is None and not _follows_bold_question(text, rows, number):
        return _read_plain_answer(source, rows, number)
    if is_question(text, row):
        return Speech((), None, (row,), ANSWER)
    if not number or not (_asks(text, rows[number - 1]) or _asks_in_turn(text, rows, number - 1)):
        return None
    return _make_answer(source, (row,), opening.end() if opening else row.start)


def _find_inline_answer(text: str, rows: Sequence[Span], number: int) -> int | None:
    """Return where an answer begins on the line of its question.

    A remark stands for the question where lines beside it hold questions with their answers.
    """
    row = rows[number]
    inline = _INLINE.match(text, row.start, row.stop)
    if inline is None and any(_INLINE.match(text, *near) for near in rows[max(0, number - 1) : number + 2]):
        inline = _INLINE_REMARK.match(text, row.start, row.stop)
    return inline.end() if inline is not None and not is_question(text, row) else None


def _read_plain_answer(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read the answer behind a question in an interview.

    The marks or the bold type of the question are lost.
    """
    text = source.article.text
    if not number or not _is_plain_question(text, rows[number - 1]) or is_question(text, rows[number]):
        return None
    questions = _find_plain_questions(text, rows, number)
    if len(questions) < _MIN_QUESTIONS or not _is_interview(text, rows, questions):
        return None
    behind = next((at for at in questions if at > number), number + 1)
    own = rows[number : min(behind, number + _MAX_ANSWER_ROWS)]
    return _make_answer(source, own, rows[number].start)


def _is_plain_question(text: str, row: Span) -> bool:
    """Say whether a line is one question alone, without marks before it."""
    words = text[row.start : row.stop].strip()
    is_short = len(words) < _MAX_QUESTION_CHARS and words[:1].isupper() and "«" not in words
    return is_short and words.endswith("?") and ":" not in words


def _find_plain_questions(text: str, rows: Sequence[Span], number: int) -> list[int]:
    low, high = max(0, number - _MAX_ROWS_NEAR), min(len(rows), number + _MAX_ROWS_NEAR)
    return [at for at in range(low, high) if _is_plain_question(text, rows[at])]


def _is_interview(text: str, rows: Sequence[Span], questions: Sequence[int]) -> bool:
    """Say whether somebody answers questions.

    The words «вы», «я», «мы» show it, or the article says so.
    """
    answers = [rows[at + 1] for at in questions if at + 1 < len(rows)]
    asked = any(_YOU.search(text, rows[at].start, rows[at].stop) for at in questions)
    answered = any(PERSONAL.search(text, row.start, row.stop) for row in answers)
    return asked or answered or INTERVIEW_WORDS.search(text, 0, rows[questions[0]].start) is not None


def _make_answer(source: UnparsedArticle, own: Sequence[Span], start: int) -> Speech:
    """Return the speech of an answer's lines.

    The first line is read from `start`.
    """
    text = source.article.text
    content = trim_span(text, Span(start, own[0].stop))
    words = WORD.findall(text[content.start : content.stop])
    if len(words) < _MIN_WORDS or (len(words) < 6 and _COURTESY.match(text, content.start)):
        return Speech((), None, (own[0],), ANSWER)
    pieces = (content, *(trim_span(text, row) for row in own[1:]))
    return Speech(pieces, None, pieces, ANSWER)


def _asks(text: str, row: Span) -> bool:
    """Say whether a line is a question.

    With a dash, in bold type, or short.
    """
    return is_question(text, row) and (_OPENING.match(text, row.start, row.stop) is not None or row.length < 300)


def _asks_in_turn(text: str, rows: Sequence[Span], number: int) -> bool:
    """Say whether a line with a dash is the interviewer's.

    It may be a remark instead of a question.

    Lines with a dash take turns, from a question on.
    """
    first = number
    while first > max(0, number - _MAX_ROWS_NEAR) and _OPENING.match(text, rows[first - 1].start):
        first -= 1
    asks = False
    for row in rows[first : number + 1]:
        if not _OPENING.match(text, row.start):
            return False
        asks = is_question(text, row) or (not asks and row is not rows[first])
    return asks and is_question(text, rows[first])


def _follows_bold_question(text: str, rows: Sequence[Span], number: int) -> bool:
    return bool(number) and text.startswith("**", rows[number - 1].start) and is_question(text, rows[number - 1])


ANSWER = LineRule(name="answer", precision=0.8, find=_find_speech)
