"""What direct speech is made of, and its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import ClaimForm
from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.draft import trim_span

DASH = "—–-"
WORD = re.compile(r"[\w-]+")
MIN_WORDS = 2
"""A word alone tells nothing: «ответил: „Нет“», «„Ура!“ – кричали дети»."""
PERSONAL = re.compile(rf"\b(?:{read_alternatives('claims/first_person_words')})\b", re.IGNORECASE)
"""Words by which a speaker speaks of himself."""
_MAX_CHARS_TO_CLAUSE = 2_000
"""How far from a quotation the words that report it are looked for."""
_SPLIT = re.compile(rf"[,.!?…][\"»”“]?[\s\u00a0]*[{DASH}][\s\u00a0]+(?=[а-яё])")
_RESUMED = re.compile(rf"[,.:;]?[\s\u00a0]*[{DASH}][\s\u00a0]+")
_REPORTING_END = re.compile(
    rf"[.,:;!?][\s\u00a0]*[{DASH}][\s\u00a0]|[\s\u00a0][{DASH}][\s\u00a0](?![а-яё]{{3}})|[.!?…](?=\s|$)"
)
"""A dash alone before a noun goes on with who speaks: «сказал один из мастеров – директор цеха»."""
_LAST_SENTENCE = re.compile(r"(?:^|[.!?…][»\"”]?\s+)([^.!?…]*)$")
"""The last sentence of a text."""
_LIKE_VERB = re.compile(
    r"\b\w+(?:ет|ёт|ит|ут|ют|ят|ат|ем|им|ешь|ишь|ую|лю|ла|ло|ли|ал|ил|ел|ял|ыл|ул|ёл|ся|сь|ть|йте|жу|чу)\b"
    rf"|\b(?:{read_alternatives('claims/sentence_signs')})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speech:
    """Spoken words in `pieces`.

    `clause` holds the words that report them, or is None; `masked` hides the speech from other rules. A speech without
    pieces is a question. `speaker` is who is named without reporting words, `form` what the claim then is.
    """

    pieces: tuple[Span, ...]
    clause: Span | None
    masked: tuple[Span, ...]
    rule: ClaimRule
    speaker: Span | None = None
    form: ClaimForm = ClaimForm.DIRECT


def may_report_speech(word: str, lexicon: ReportingLexicon) -> bool:
    """Say whether a word looks like a verb of speech.

    It stands in the middle of a sentence.
    """
    return len(word) > 3 and word[0].islower() and lexicon.reports_speech(word)


def is_sentence(text: str, inner: Span) -> bool:
    """Say whether quoted words are a sentence, not a name."""
    words = text[inner.start : inner.stop]
    return len(WORD.findall(words)) >= 2 and bool(_LIKE_VERB.search(words))


def find_line_around(text: str, position: int) -> Span:
    """Return the line around `position`.

    It has at most `_MAX_CHARS_TO_CLAUSE` to either side, since a text can be one long line.
    """
    low, high = max(0, position - _MAX_CHARS_TO_CLAUSE), min(len(text), position + _MAX_CHARS_TO_CLAUSE)
    start = text.rfind("\n", low, position) + 1
    stop = text.find("\n", position, high)
    return Span(max(start, low), high if stop < 0 else stop)


def find_last_sentence(text: str, span: Span) -> Span:
    """Return the last sentence, or the piece of one, of `span`."""
    span = Span(max(span.start, span.stop - _MAX_CHARS_TO_CLAUSE), span.stop)
    found = _LAST_SENTENCE.search(text[span.start : span.stop])
    return Span(span.start + (found.start(1) if found else 0), span.stop)


def split_speech(text: str, inner: Span, lexicon: ReportingLexicon) -> tuple[tuple[Span, ...], Span | None]:
    """Cut spoken words at the clauses that report them.

    Return the pieces and the first such clause.
    """
    pieces: list[Span] = []
    first: Span | None = None
    start = inner.start
    for match in _SPLIT.finditer(text, inner.start, inner.stop):
        if match.start() < start:
            continue
        clause = _find_reporting_clause(text, match.end(), inner.stop, lexicon)
        if clause is None:
            continue
        first = first or clause
        pieces.append(trim_span(text, Span(start, match.start())))
        resumed = _RESUMED.match(text, clause.stop, inner.stop)
        start = resumed.end() if resumed else inner.stop
    pieces.append(trim_span(text, Span(start, inner.stop)))
    return tuple(piece for piece in pieces if piece.length), first


def _find_reporting_clause(text: str, start: int, stop: int, lexicon: ReportingLexicon) -> Span | None:
    """Return the reporting clause that begins at `start`, or None.

    Its first word reports, a dash or the end closes it.
    """
    words = WORD.findall(text[start : min(stop, start + 60)])[:2]
    if not words or not any(may_report_speech(word, lexicon) for word in words):
        return None
    end = _REPORTING_END.search(text, start, stop)
    return Span(start, end.start() if end else stop)
