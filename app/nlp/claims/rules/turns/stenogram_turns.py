"""«ЕСЕНОВ А.К. Средств хватит»: a stenogram's turn without a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from app.core.span import Span
from app.core.text.letters import CAPITALS
from app.nlp.claims.draft import trim_span
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.rules.turns.labelled_turns import has_predicate, is_procedure, is_question
from app.nlp.claims.speech.speech_parts import DASH, Speech

_LETTER = f"A-Z{CAPITALS}"
_SURNAME = rf"[{_LETTER}]{{2,}}(?:-[{_LETTER}]{{2,}})?"
_INITIALS = rf"[{_LETTER}]\.(?:\s?[{_LETTER}]\.){{0,2}}"
_LABEL = re.compile(
    rf"""(?P<label> {_SURNAME}\s{_INITIALS} | {_INITIALS}\s?{_SURNAME} | {_SURNAME}(?=\.) ) \.?
    (?: [\s,(]* (?:[{DASH}]\s+)? [^\W\d_{_LETTER}] [^\n.!?:]{{3,120}} [.:)]\.? )?     # the position
    \s+ (?:[{DASH}]\s+)? (?=[{_LETTER}«])""",
    re.VERBOSE,
)
"""Capital letters with initials, or alone before a full stop; a position may stand behind them."""
_MIN_TURNS = 2
_MAX_ROWS_NEAR = 24
_MAX_TURN_ROWS = 8


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read a turn with all its lines; a question is masked alone."""
    text = source.article.text
    match = _LABEL.match(text, *rows[number])
    if match is None or not _is_stenogram(text, rows, number) or not _is_person(source, match["label"]):
        return None
    behind = takewhile(lambda row: _LABEL.match(text, *row) is None, rows[number + 1 : number + _MAX_TURN_ROWS])
    own = [Span(match.end(), rows[number].stop), *behind]
    pieces = tuple(trim_span(text, row) for row in own)
    if is_question(text, own[-1]) or _leads_session(source, pieces[0]) or not has_predicate(source, pieces[0]):
        return Speech((), None, (rows[number], *own[1:]), STENOGRAM)
    return Speech(pieces, None, pieces, STENOGRAM, Span(*match.span("label")))


def _is_stenogram(text: str, rows: Sequence[Span], number: int) -> bool:
    """Say whether lines near by have such labels, one with initials."""
    near = rows[max(0, number - _MAX_ROWS_NEAR) : number + _MAX_ROWS_NEAR]
    labels = [match["label"] for match in (_LABEL.match(text, *row) for row in near) if match is not None]
    return len(labels) >= _MIN_TURNS and any(map(_has_initials, labels))


def _has_initials(label: str) -> bool:
    return "." in label


def _is_person(source: UnparsedArticle, label: str) -> bool:
    """Tell «ПРЕДСЕДАТЕЛЬ.» from «АСТАНА.»."""
    return _has_initials(label) or source.article.find_noun_kind(label.lower()) == "living"


def _leads_session(source: UnparsedArticle, turn: Span) -> bool:
    """Say whether one of the sentences only leads the session."""
    return any(is_procedure(source.article.text, sentence) for sentence in source.article.sentences_in(turn))


STENOGRAM = LineRule(name="stenogram", precision=0.85, find=_find_speech)
