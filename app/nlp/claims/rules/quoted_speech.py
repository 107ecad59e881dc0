"""Direct speech: quoted words beside a verb that reports them, in one piece or several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text import lines
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.draft import trim_span
from app.nlp.claims.rules.unquoted_speech import find_unquoted_speech
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.claims.speech.speech_parts import (
    DASH,
    WORD,
    Speech,
    find_last_sentence,
    find_line_around,
    is_sentence,
    may_report_speech,
    split_speech,
)
from app.nlp.text.interval_index import index_spans

_AFTER = re.compile(rf"[\s\u00a0]*[,.!?…]*[\s\u00a0]*[{DASH}]{{1,2}}[\s\u00a0]*(?=[а-яёa-z])")
_AFTER_COMMA = re.compile(r"[\s\u00a0]*,[\s\u00a0]*(?=[а-яё])")
_CLAUSE_END = re.compile(rf"[.!?…](?=\s|$)|[,:]?[\s\u00a0]+[{DASH}][\s\u00a0]+(?=[«\"„“])|[:,.]?\s*(?=[«„\"“])|$")

_POINTING_BACK = re.compile(
    r"[.!?…]*\s*((?:(?:Так|Это)(?=\s+\w+л[аи]?\b)|Так(?:ими словами|ое мнение)|Об этом|Этими словами|С таким \w+)\b)"
)
_END = re.compile(r"[.!?…](?=\s|$)")


def find_speeches(text: str, quotes: list[Quotation], lexicon: ReportingLexicon) -> list[Speech]:
    """Return the direct speech of a text in order."""
    found: list[Speech] = []
    used: set[int] = set()
    for number in range(len(quotes)):
        if number not in used:
            speech, taken = _read_quotation(text, quotes, number, lexicon)
            if speech is not None:
                found.append(speech)
                used |= taken
    found += find_unquoted_speech(text, lexicon, index_spans(mask for speech in found for mask in speech.masked))
    return sorted(found, key=lambda speech: speech.pieces)


def _read_quotation(
    text: str, quotes: list[Quotation], number: int, lexicon: ReportingLexicon
) -> tuple[Speech | None, set[int]]:
    """Find the words that report a quotation; take the quotations in with which it goes on."""
    quote = quotes[number]
    inner = _split_at_reporting_words(text, quote, lexicon)
    if inner is not None:
        return inner, {number}
    clause = _find_clause_behind(text, quote.span.stop, lexicon)
    if clause is not None and _is_spoken(text, quote):
        taken = {number, *_find_continuation(text, quotes, number, clause, lexicon)}
        return _make_speech(text, [quotes[index] for index in sorted(taken)], clause, "claim.quote/1"), taken
    clause = _find_clause_before(text, quote, lexicon)
    if clause is not None:
        taken = {number, *_find_adjoining(text, quotes, number)}
        return _make_speech(text, [quotes[index] for index in sorted(taken)], clause, "claim.colon/1"), taken
    if _stands_alone(text, quote):
        return _make_speech(text, [quote], _find_sentence_pointing_back(text, quote, lexicon), "claim.alone/1"), {
            number
        }
    return None, set()


def _make_speech(text: str, parts: list[Quotation], clause: Span | None, rule: str) -> Speech | None:
    pieces = tuple(piece for part in parts for piece in _split_paragraphs(text, part.inner) if piece.length)
    if not pieces:
        return None
    return Speech(pieces, clause, tuple(part.span for part in parts), rule)


def _split_paragraphs(text: str, inner: Span) -> Iterator[Span]:
    """Yield quoted words, paragraph by paragraph: no piece crosses a line end."""
    for row in lines(text, inner.start, inner.stop):
        yield trim_span(text, row)


def _find_clause_behind(text: str, stop: int, lexicon: ReportingLexicon) -> Span | None:
    """Return the clause behind a quotation, where it begins with words that report: «…», - сказал X."""
    line = find_line_around(text, stop)
    dash, comma = _AFTER.match(text, stop, line.stop), _AFTER_COMMA.match(text, stop, line.stop)
    match, reach = (dash, 8) if dash else (comma, 2)
    if match is None:
        return None
    end = _CLAUSE_END.search(text, match.end() + 3, line.stop)
    clause = Span(match.end(), end.start() if end else line.stop)
    heads = WORD.findall(text[clause.start : clause.stop])[:reach]
    return clause if any(may_report_speech(word, lexicon) for word in heads) else None


def _is_spoken(text: str, quote: Quotation) -> bool:
    """Say whether a quotation before reporting words is what was said, not a name or a phrase in a sentence."""
    before = text[find_line_around(text, quote.span.start).start : quote.span.start].rstrip()
    begins = not before or before[-1] in ".!?…:—–-" or before.endswith(("»", '"', "“"))
    words = len(WORD.findall(text[quote.inner.start : quote.inner.stop]))
    return (begins and words >= 2) or (words >= 5 and is_sentence(text, quote.inner) and before[-1:] in ",")


def _find_continuation(
    text: str, quotes: list[Quotation], number: int, clause: Span, lexicon: ReportingLexicon
) -> set[int]:
    """Return the quotation with which a split one goes on behind the reporting words, on the same line."""
    follower = number + 1
    if follower >= len(quotes) or quotes[follower].span.start < clause.stop:
        return set()
    between = text[clause.stop : quotes[follower].span.start]
    goes_on = re.fullmatch(rf"[.,!?…:;]?\s*[{DASH}]\s*|[.!?…]\s*", between) is not None and "\n" not in between
    if not goes_on or not is_sentence(text, quotes[follower].inner):
        return set()
    has_own = _find_clause_behind(text, quotes[follower].span.stop, lexicon) is not None
    return set() if has_own else {follower, *_find_adjoining(text, quotes, follower)}


def _find_adjoining(text: str, quotes: list[Quotation], number: int) -> set[int]:
    """Return the quotations that follow at once: «…». «…»."""
    taken = set()
    while number + 1 < len(quotes):
        between = text[quotes[number].span.stop : quotes[number + 1].span.start]
        if not re.fullmatch(r"[.!?…]?\s*", between) or "\n" in between:
            break
        number += 1
        taken.add(number)
    return taken


def _find_clause_before(text: str, quote: Quotation, lexicon: ReportingLexicon) -> Span | None:
    """Return the clause before a quotation, where it ends in a colon, or in a verb that reports."""
    line = find_line_around(text, quote.span.start)
    before = Span(line.start, quote.span.start)
    if not text[before.start : before.stop].strip():
        before = _find_line_above(text, line.start)
    words = text[before.start : before.stop].rstrip()
    count = len(WORD.findall(text[quote.inner.start : quote.inner.stop]))
    if not words or (count < 3 and not is_sentence(text, quote.inner)):
        return None
    clause = find_last_sentence(text, Span(before.start, before.start + len(words.rstrip(":"))))
    heads = WORD.findall(text[clause.start : clause.stop])
    tells = any(may_report_speech(word, lexicon) for word in heads)
    if words.endswith(":"):
        return clause if tells or (count >= 8 and is_sentence(text, quote.inner)) else None
    ends_speaking = bool(heads) and may_report_speech(heads[-1], lexicon) and words[-1].isalpha()
    return clause if ends_speaking and count > 3 and is_sentence(text, quote.inner) else None


def _find_line_above(text: str, start: int) -> Span:
    """Return the nearest line above that is not blank, if it ends in a colon; else an empty span."""
    stop = start
    while stop > 0:
        line = find_line_around(text, stop - 1)
        if text[line.start : line.stop].strip():
            return line if text[line.start : line.stop].rstrip().endswith(":") else Span(start, start)
        stop = line.start
    return Span(start, start)


def _stands_alone(text: str, quote: Quotation) -> bool:
    """Say whether a quotation is a sentence of its own that nobody's name stands beside."""
    line = find_line_around(text, quote.span.start)
    before = text[line.start : quote.span.start].rstrip()
    after = text[quote.span.stop : find_line_around(text, quote.span.stop).stop].lstrip()
    inner = text[quote.inner.start : quote.inner.stop]
    if before and before[-1] not in ".!?…":
        return False
    ends = inner.rstrip()[-1:] in tuple(".!?…") or not after or after[0] in ".!?…"
    return ends and after[:1] not in tuple(",:") and len(WORD.findall(inner)) >= 7 and is_sentence(text, quote.inner)


def _find_sentence_pointing_back(text: str, quote: Quotation, lexicon: ReportingLexicon) -> Span | None:
    """Return the sentence behind a quotation, perhaps in the next paragraph, that tells who said it."""
    opening = _POINTING_BACK.match(text, quote.span.stop)
    if opening is None:
        return None
    line = find_line_around(text, opening.end())
    end = _END.search(text, opening.end(), line.stop)
    clause = Span(opening.start(1), end.start() if end else line.stop)
    return (
        clause
        if any(may_report_speech(word, lexicon) for word in WORD.findall(text[clause.start : clause.stop]))
        else None
    )


def _split_at_reporting_words(text: str, quote: Quotation, lexicon: ReportingLexicon) -> Speech | None:
    """Find reporting words inside one pair of marks: «…, - сказал X. - …»."""
    pieces, clause = split_speech(text, quote.inner, lexicon)
    if clause is None:
        return None
    mask = tuple(Span(piece.start, piece.stop) for piece in pieces)
    return Speech(pieces, clause, mask, "claim.quote/1")
