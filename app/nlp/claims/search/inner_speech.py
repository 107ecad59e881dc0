"""Speech inside speech.

«Врач обещал: „К маю встанешь“», with a speaker of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from app.core.span import Span
from app.core.vocabulary import ClaimForm
from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.draft import Draft, trim_span
from app.nlp.claims.kinds.claim_kinds import classify_speech
from app.nlp.claims.rules.rule_kinds import UnparsedArticle
from app.nlp.claims.rules.speech.inner_quotations import INNER
from app.nlp.claims.search.speech_claims import find_reporting_word
from app.nlp.claims.speakers.speaker_phrase import find_speaker
from app.nlp.claims.speech.quotation_marks import Quotation, find_quotations
from app.nlp.claims.speech.speech_parts import WORD, Speech, find_last_sentence, may_report_speech
from app.nlp.claims.syntax.tree import SyntaxTree

Parse = Callable[[list[Span]], list[SyntaxTree]]

_BEHIND = re.compile(r"[,.!?…]*\s*[—–-]\s*(?=[а-яё])|,\s*(?=[а-яё])")
"""What parts quoted words from who says them."""
_CLAUSE_END = re.compile(r"[.!?…;«»]|\s[—–-]\s|$")
_FIRST_PERSONS = ("я", "мы")
_MIN_WORDS = 2


def find_inner_speech(source: UnparsedArticle, pieces: Sequence[Span], parse: Parse) -> Iterator[Draft]:
    """Yield the claims of quotations inside spoken words.

    Claims of the speaker himself are left out.
    """
    speeches = [speech for piece in pieces for speech in _find_speeches(source, piece)]
    clauses = [speech.clause for speech in speeches if speech.clause is not None]
    trees = parse(clauses)
    for speech, tree in zip(speeches, trees, strict=False):
        draft = _make_draft(source, speech, tree)
        if draft is not None:
            yield draft


def _find_speeches(source: UnparsedArticle, piece: Span) -> Iterator[Speech]:
    text = source.article.text
    start = piece.start
    for quote in find_quotations(text, piece):
        inner = trim_span(text, quote.inner)
        words = text[quote.inner.start : quote.inner.stop].rstrip()
        clause = _find_clause(text, piece, start, quote, source.lexicon)
        start = quote.span.stop
        if clause is not None and len(WORD.findall(words)) >= _MIN_WORDS and not words.endswith("?"):
            yield Speech((inner,), clause, (quote.span,), INNER)


def _find_clause(text: str, piece: Span, start: int, quote: Quotation, lexicon: ReportingLexicon) -> Span | None:
    """Return the words beside an inner quotation that report it."""
    behind = _BEHIND.match(text, quote.span.stop, piece.stop)
    if behind is not None:
        end = _CLAUSE_END.search(text, behind.end(), piece.stop)
        clause = Span(behind.end(), end.start() if end else piece.stop)
        if any(may_report_speech(word, lexicon) for word in WORD.findall(text[clause.start : clause.stop])[:2]):
            return clause
    before = text[start : quote.span.start].rstrip()
    clause = find_last_sentence(text, Span(start, start + len(before.rstrip(":,"))))
    heads = WORD.findall(text[clause.start : clause.stop])
    reports = [may_report_speech(word, lexicon) for word in heads]
    is_as = "как" in (word.lower() for word in heads)
    if before.endswith(":") or (before.endswith(",") and is_as):
        return trim_span(text, clause) if any(reports) else None
    return trim_span(text, clause) if reports and reports[-1] else None


def _make_draft(source: UnparsedArticle, speech: Speech, tree: SyntaxTree) -> Draft | None:
    text = source.article.text
    found = find_reporting_word(text, speech, [tree], source.lexicon)
    if found is None:
        return None
    speaker = find_speaker(tree, found.index, source.lexicon)
    person = tree.words[found.index].feat("Person")
    if person == "1" or (speaker is not None and text[speaker.start : speaker.stop].lower() in _FIRST_PERSONS):
        return None
    words = text[speech.pieces[0].start : speech.pieces[0].stop]
    by = text[speaker.start : speaker.stop] if speaker is not None else ""
    kind = classify_speech(words, found.kind, source.article, by)
    rule: ClaimRule = speech.rule
    return Draft(speech.pieces, ClaimForm.DIRECT, kind, rule, speaker, tree.words[found.index].span)
