"""«Лавин нет — спасатели»: who says it stands behind the last dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.core.vocabulary import ClaimForm
from app.nlp.claims.draft import trim_span
from app.nlp.claims.line_heads import find_line_body
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.rules.turns.labelled_turns import has_predicate
from app.nlp.claims.rules.turns.speaker_labels import find_labelled_speaker
from app.nlp.claims.speech.speech_parts import Speech

_CLOSING = re.compile(r"[\s,][\s]*[—–-][\s]+(?P<speaker>[^\W\d][^—–:;?!\n]{1,60})\Z")
_MAX_WORDS = 6


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read the last sentence of a line that closes with its speaker."""
    for sentence in reversed(source.article.sentences_in(rows[number])):
        speech = _read_sentence(source, sentence)
        if speech is not None:
            return speech
    return None


def _read_sentence(source: UnparsedArticle, sentence: Span) -> Speech | None:
    text = source.article.text
    body = find_line_body(text, sentence)
    words = text[body.start : body.stop].rstrip(" .!")
    match = _CLOSING.search(words)
    if match is None or len(match["speaker"].split()) > _MAX_WORDS:
        return None
    content = trim_span(text, Span(body.start, body.start + match.start()))
    if not content.length or text[content.start : content.stop].rstrip().endswith("?"):
        return None
    speaker = find_labelled_speaker(source, Span(body.start + match.start("speaker"), body.start + len(words)))
    if speaker is None or not has_predicate(source, content):
        return None
    return Speech((content,), None, (Span(sentence.start, sentence.stop),), CLOSING, speaker, ClaimForm.REPORTED)


CLOSING = LineRule(name="closing", precision=0.75, find=_find_speech)
