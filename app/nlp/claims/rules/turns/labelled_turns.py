"""«Депутат Лаура Ким: – Тротуар разбит».

A turn with the name of its speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.core.text.letters import CAPITALS
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import ClaimForm
from app.nlp.claims.draft import trim_span
from app.nlp.claims.line_heads import find_line_body
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.rules.turns.speaker_labels import find_labelled_speaker, is_body, is_person
from app.nlp.claims.speech.speech_parts import DASH, PERSONAL, WORD, Speech, is_sentence
from app.nlp.claims.syntax.tree import SyntaxTree

_LABEL = re.compile(
    rf"(?P<label>«[^«»:\n?!]{{2,60}}»|[@A-Z{CAPITALS}][^:\n«»\"?!]{{0,90}}?)[*_]{{0,2}}:[*_]{{0,2}}[\s]+(?P<dash>[{DASH}][\s]*)?(?=\S)"
)
_SENTENCE_END = re.compile(r"\w{3,}[.…]\s")
_ANSWER_LABELS = read_entries("claims/answer_labels")
ANSWERING = re.compile(
    rf"(?:на (?:\w+ )?вопрос\w* )?отвеча(?:ет|л|ла) (?P<who>[^.,:;!?\n{DASH}]+)[.:\s]*$", re.IGNORECASE | re.MULTILINE
)
"""A line that names who answers."""
_REMARK = re.compile(r"\s*[(\[][^)\]]*[)\]][.\s]*")
_NOMINAL = re.compile(rf"\w [{DASH}] \w")
"""A sentence without a verb."""
_PROCEDURE = re.compile(read_alternatives("claims/procedure_openings"), re.IGNORECASE)
"""How those begin who lead a session: «Слово имеет докладчик»."""
_MIN_WORDS = 2
_MAX_ROWS_NEAR = 24
"""How many lines around a turn tell whether its speaker asks."""
_MIN_TURNS = 3
_INTERVIEWERS = read_entries("claims/interviewers")


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read a turn; the question of an interviewer is masked alone."""
    text = source.article.text
    body = find_line_body(text, rows[number])
    match = _match_label(text, body)
    if match is None:
        return None
    content = trim_span(text, Span(match.end(), body.stop))
    if is_interviewer(match["label"]) or _asks_mostly(text, rows, number, match["label"]):
        return Speech((), None, (rows[number],), TURN)
    label = _find_label(match)
    is_item = (body.start > rows[number].start or match["label"][0] == "@") and _is_said_in_item(source, label, content)
    if not match["dash"] and not is_item and not _is_turn_without_dash(source, rows, number, content):
        return None
    speaker = find_labelled_speaker(source, label)
    if speaker is None:
        return None
    is_short = len(WORD.findall(text[content.start : content.stop])) < _MIN_WORDS
    if is_question(text, body) or is_short or is_procedure(text, content):
        return Speech((), None, (rows[number],), TURN)
    is_nameless = match["label"].lower() in _ANSWER_LABELS
    is_own = _is_in_own_words(source, content)
    if not match["dash"] and not is_own and not is_nameless and is_body(source, label):
        content = _cut_first_sentence(source, content)
    form = ClaimForm.INDIRECT if is_item and not is_own else ClaimForm.DIRECT
    return Speech((content,), None, (content,), TURN, None if is_nameless else speaker, form)


def _match_label(text: str, body: Span) -> re.Match[str] | None:
    match = _LABEL.match(text, body.start, body.stop)
    return match if match is not None and not _SENTENCE_END.search(match["label"]) else None


def _find_label(match: re.Match[str]) -> Span:
    """Return the span of a label without quotation marks around it."""
    is_quoted = match["label"].startswith("«")
    return Span(match.start("label") + is_quoted, match.end("label") - is_quoted)


def is_interviewer(label: str) -> bool:
    """Say whether a label names who asks: «Корреспондент»."""
    return label.lower().startswith(_INTERVIEWERS)


def is_procedure(text: str, content: Span) -> bool:
    """Say whether somebody only leads a session: «Слово имеет докладчик»."""
    return _PROCEDURE.match(text, content.start, content.stop) is not None


def is_question(text: str, row: Span) -> bool:
    """Say whether a line ends in a question."""
    return text[row.start : row.stop].rstrip(' *_»)"').endswith("?")


def _is_turn_without_dash(source: UnparsedArticle, rows: Sequence[Span], number: int, content: Span) -> bool:
    """Say whether words behind a label are spoken.

    They are a sentence in the first person, or their line is one of several with labels.
    """
    text = source.article.text
    if any(entity.span.contains(content) for entity in source.entities) or not has_predicate(source, content):
        return False
    if number and PERSONAL.search(text, content.start, content.stop):
        return True
    is_nameless = text[rows[number].start : content.start].strip(" :").lower() in _ANSWER_LABELS
    if is_nameless and any(ANSWERING.match(text, row.start, row.stop) for row in rows):
        return True
    beside = (_find_beside(text, rows, number, step) for step in (-1, 1))
    return any(row is not None and _match_label(text, find_line_body(text, row)) is not None for row in beside)


def _is_said_in_item(source: UnparsedArticle, label: Span, content: Span) -> bool:
    """Say whether a list's item is what somebody says.

    Example: «14:20 ДЧС: площадь пожара – 600 кв. м».
    """
    if not (is_body(source, label) or is_person(source, label)):
        return False
    return has_predicate(source, content) or _NOMINAL.search(source.article.text, *content) is not None


def _cut_first_sentence(source: UnparsedArticle, content: Span) -> Span:
    """Return what an item says after its label.

    In «Минторг: пошлина снята. Запасов хватит» further sentences are the paper's.
    """
    sentences = source.article.sentences_in(content)
    return trim_span(source.article.text, sentences[0]) if sentences else content


def _is_in_own_words(source: UnparsedArticle, content: Span) -> bool:
    """Say whether words are in the first person, or an order."""
    words = source.article.text[content.start : content.stop]
    is_personal = PERSONAL.search(words) is not None
    return is_personal or any(source.article.find_agent(word.lower()) in ("we", "you") for word in WORD.findall(words))


def _find_beside(text: str, rows: Sequence[Span], number: int, step: int) -> Span | None:
    """Return the nearest line above or below.

    A remark in brackets is passed over.
    """
    near = number + step
    while 0 <= near < len(rows) and _REMARK.fullmatch(text, rows[near].start, rows[near].stop):
        near += step
    return rows[near] if 0 <= near < len(rows) else None


def _asks_mostly(text: str, rows: Sequence[Span], number: int, label: str) -> bool:
    """Say whether most turns of a label near by hold a question.

    Then it is the interviewer's.
    """
    near = rows[max(0, number - _MAX_ROWS_NEAR) : number + _MAX_ROWS_NEAR]
    own = [text[row.start : row.stop] for row in near if text.startswith(f"{label}:", row.start)]
    return len(own) >= _MIN_TURNS and 2 * sum("?" in turn for turn in own) > len(own)


def has_predicate(source: UnparsedArticle, content: Span) -> bool:
    """Say whether words are a sentence.

    They look like one, or the parser finds a predicate.
    """
    if is_sentence(source.article.text, content):
        return True
    trees = map(SyntaxTree, source.article.parse_sentences([content]))
    return any(tree.is_finite(index) or tree.lower_at(index) == "нет" for tree in trees for index in range(len(tree)))


TURN = LineRule(name="turn", precision=0.85, find=_find_speech)
