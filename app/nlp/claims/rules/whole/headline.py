"""Headlines that name a speaker before a colon: «X: Y»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.tokens import lines
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.draft import Draft, trim_span
from app.nlp.claims.kinds.claim_kinds import classify_speech
from app.nlp.claims.rules.rule_kinds import ArticleRule, UnparsedArticle
from app.nlp.claims.rules.turns.labelled_turns import has_predicate, is_interviewer, is_procedure, is_question
from app.nlp.claims.rules.turns.speaker_labels import find_labelled_speaker, is_common_topic
from app.nlp.claims.speech.speech_parts import PERSONAL

_COLON = re.compile(r"([^:.!?«\"]{2,60}):\s+(?=\S)")
_MAX_HEADLINE_CHARS = 160


def _find_in_headline(source: UnparsedArticle) -> Iterator[Draft]:
    """Yield the claim of a headline that begins with its speaker.

    The headline is the first line.
    """
    text = source.article.text
    row = next((row for row in lines(text) if text[row.start : row.stop].strip()), None)
    if row is None or row.length > _MAX_HEADLINE_CHARS:
        return
    head = next((part.stop for part in source.article.frame.spans if part.covers(row.start)), row.start)
    colon = _COLON.match(text, head, row.stop)
    if colon is not None:
        content = trim_span(text, Span(colon.end(), row.stop))
        speaker = find_labelled_speaker(source, Span(*colon.span(1))) if content.length else None
        if speaker is None or is_common_topic(source, speaker) or not has_predicate(source, content):
            return
        if not is_question(text, row) and not is_interviewer(colon[1]) and not is_procedure(text, content):
            yield _make_draft(source, content, speaker)


def _make_draft(source: UnparsedArticle, content: Span, speaker: Span) -> Draft:
    words = source.article.text[content.start : content.stop]
    spoken = PERSONAL.search(words) or re.search(r"\b\w{3,}(?:йте|ите)(?:сь)?\b", words)
    form = ClaimForm.DIRECT if spoken else ClaimForm.INDIRECT
    kind = classify_speech(
        words, ClaimLabel.STATEMENT, source.article, source.article.text[speaker.start : speaker.stop]
    )
    return Draft((content,), form, kind, HEADLINE, speaker)


HEADLINE = ArticleRule(name="headline", precision=0.7, find=_find_in_headline, takes_kind_of_outlook=True)
