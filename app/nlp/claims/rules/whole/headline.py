"""Headlines that name a speaker without a verb.

Examples: «X: Y», «Y — X».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.model import Annotation
from app.core.span import Span
from app.core.text.tokens import lines
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import ClaimForm, ClaimLabel, EntityLabel
from app.nlp.claims.draft import Draft, trim_span
from app.nlp.claims.kinds.claim_kinds import classify_speech
from app.nlp.claims.rules.rule_kinds import ArticleRule, UnparsedArticle
from app.nlp.claims.speech.speech_parts import PERSONAL, is_sentence

_COLON = re.compile(r"([^:.!?«\"]{2,60}):\s+(?=\S)")
_SPEAKERS = re.compile(rf"(?:{read_alternatives('claims/headline_speakers')})\b", re.IGNORECASE)
_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+){0,2}")
_MAX_HEADLINE_CHARS = 160
_DASH = re.compile(r"[\s\u00a0][—–-][\s\u00a0]+")


def _find_in_headline(source: UnparsedArticle) -> Iterator[Draft]:
    """Yield the claims of the first line that name their speaker.

    The speaker stands at the beginning or at the end.
    """
    text, entities = source.article.text, source.entities
    row = next((row for row in lines(text) if text[row.start : row.stop].strip()), None)
    if row is None or row.length > _MAX_HEADLINE_CHARS:
        return
    colon = _COLON.match(text, row.start, row.stop)
    if colon is not None:
        speaker = trim_span(text, Span(*colon.span(1)))
        content = trim_span(text, Span(colon.end(), row.stop))
        tells = any(source.lexicon.reports_speech(word) for word in text[speaker.start : speaker.stop].split())
        if not tells and is_sentence(text, content) and _can_speak(text, speaker, entities):
            yield _make_draft(text, content, speaker)
        return
    dashes = list(_DASH.finditer(text, row.start, row.stop))
    if dashes:
        content = trim_span(text, Span(row.start, dashes[-1].start()))
        speaker = trim_span(text, Span(dashes[-1].end(), row.stop))
        if is_sentence(text, content) and speaker.length < 40 and _can_speak(text, speaker, entities):
            yield _make_draft(text, content, speaker)


def _can_speak(text: str, span: Span, entities: Sequence[Annotation]) -> bool:
    """Say whether a short span is a possible speaker and nothing else.

    That is a person, an organisation or a word for one.
    """
    if not span.length or len(text[span.start : span.stop].split()) > 6:
        return False
    named = any(
        entity.label in (EntityLabel.PER, EntityLabel.ORG)
        and entity.span.overlaps(span)
        and 3 * entity.span.length > span.length
        for entity in entities
    )
    if any(entity.label == EntityLabel.LOC and entity.span.contains(span) for entity in entities):
        return False
    return named or bool(_SPEAKERS.match(text, span.start, span.stop) or _NAME.fullmatch(text, span.start, span.stop))


def _make_draft(text: str, content: Span, speaker: Span) -> Draft:
    words = text[content.start : content.stop]
    spoken = PERSONAL.search(words) or re.search(r"\b\w{3,}(?:йте|ите)(?:сь)?\b", words)
    form = ClaimForm.DIRECT if spoken else ClaimForm.INDIRECT
    return Draft((content,), form, classify_speech(words, ClaimLabel.STATEMENT), HEADLINE, speaker)


HEADLINE = ArticleRule(name="headline", precision=0.7, find=_find_in_headline, takes_kind_of_outlook=True)
