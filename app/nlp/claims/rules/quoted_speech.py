"""Direct speech: quoted words beside a verb that reports them, in one piece or several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text import lines
from app.nlp.claims.cues.reporting_lexicon import Lexicon
from app.nlp.claims.draft import trimmed
from app.nlp.claims.rules.unquoted_speech import unquoted
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.claims.speech.speech_parts import (
    DASH,
    WORD,
    Speech,
    is_sentence,
    last_sentence,
    line_around,
    speaks,
    split,
)
from app.nlp.text.interval_index import index_spans

_AFTER = re.compile(rf"[\s\u00a0]*[,.!?…]*[\s\u00a0]*[{DASH}]{{1,2}}[\s\u00a0]*(?=[а-яёa-z])")
_AFTER_COMMA = re.compile(r"[\s\u00a0]*,[\s\u00a0]*(?=[а-яё])")
_CLAUSE_END = re.compile(rf"[.!?…](?=\s|$)|[,:]?[\s\u00a0]+[{DASH}][\s\u00a0]+(?=[«\"„“])|[:,.]?\s*(?=[«„\"“])|$")

_POINTING_BACK = re.compile(
    r"[.!?…]*\s*((?:(?:Так|Это)(?=\s+\w+л[аи]?\b)|Так(?:ими словами|ое мнение)|Об этом|Этими словами|С таким \w+)\b)"
)
_END = re.compile(r"[.!?…](?=\s|$)")


def speeches(text: str, quotes: list[Quotation], lexicon: Lexicon) -> list[Speech]:
    """Return the direct speech of a text in order."""
    found: list[Speech] = []
    used: set[int] = set()
    for number in range(len(quotes)):
        if number not in used:
            speech, taken = _of_quotation(text, quotes, number, lexicon)
            if speech is not None:
                found.append(speech)
                used |= taken
    found += unquoted(text, lexicon, index_spans(veil for speech in found for veil in speech.veil))
    return sorted(found, key=lambda speech: speech.pieces)


def _of_quotation(text: str, quotes: list[Quotation], number: int, lexicon: Lexicon) -> tuple[Speech | None, set[int]]:
    """Find the words that report a quotation; take the quotations in with which it goes on."""
    quote = quotes[number]
    inner = _split_inside(text, quote, lexicon)
    if inner is not None:
        return inner, {number}
    clause = _clause_behind(text, quote.span.stop, lexicon)
    if clause is not None and _is_spoken(text, quote):
        taken = {number, *_continued(text, quotes, number, clause, lexicon)}
        return _speech(text, [quotes[index] for index in sorted(taken)], clause, "claim.quote/1"), taken
    clause = _clause_before(text, quote, lexicon)
    if clause is not None:
        taken = {number, *_adjoining(text, quotes, number)}
        return _speech(text, [quotes[index] for index in sorted(taken)], clause, "claim.colon/1"), taken
    if _stands_alone(text, quote):
        return _speech(text, [quote], _sentence_pointing_back(text, quote, lexicon), "claim.alone/1"), {number}
    return None, set()


def _speech(text: str, parts: list[Quotation], clause: Span | None, rule: str) -> Speech | None:
    pieces = tuple(piece for part in parts for piece in _paragraphs(text, part.inner) if piece.length)
    if not pieces:
        return None
    return Speech(pieces, clause, tuple(part.span for part in parts), rule)


def _paragraphs(text: str, inner: Span) -> Iterator[Span]:
    """Yield quoted words, paragraph by paragraph: no piece crosses a line end."""
    for row in lines(text, inner.start, inner.stop):
        yield trimmed(text, row)


def _clause_behind(text: str, stop: int, lexicon: Lexicon) -> Span | None:
    """Return the clause behind a quotation, where it begins with words that report: «…», - сказал X."""
    line = line_around(text, stop)
    dash, comma = _AFTER.match(text, stop, line.stop), _AFTER_COMMA.match(text, stop, line.stop)
    match, reach = (dash, 8) if dash else (comma, 2)
    if match is None:
        return None
    end = _CLAUSE_END.search(text, match.end() + 3, line.stop)
    clause = Span(match.end(), end.start() if end else line.stop)
    heads = WORD.findall(text[clause.start : clause.stop])[:reach]
    return clause if any(speaks(word, lexicon) for word in heads) else None


def _is_spoken(text: str, quote: Quotation) -> bool:
    """Say whether a quotation before reporting words is what was said, not a name or a phrase in a sentence."""
    before = text[line_around(text, quote.span.start).start : quote.span.start].rstrip()
    begins = not before or before[-1] in ".!?…:—–-" or before.endswith(("»", '"', "“"))
    words = len(WORD.findall(text[quote.inner.start : quote.inner.stop]))
    return (begins and words >= 2) or (words >= 5 and is_sentence(text, quote.inner) and before[-1:] in ",")


def _continued(text: str, quotes: list[Quotation], number: int, clause: Span, lexicon: Lexicon) -> set[int]:
    """Return the quotation with which a split one goes on behind the reporting words, on the same line."""
    follower = number + 1
    if follower >= len(quotes) or quotes[follower].span.start < clause.stop:
        return set()
    between = text[clause.stop : quotes[follower].span.start]
    goes_on = re.fullmatch(rf"[.,!?…:;]?\s*[{DASH}]\s*|[.!?…]\s*", between) is not None and "\n" not in between
    if not goes_on or not is_sentence(text, quotes[follower].inner):
        return set()
    has_own = _clause_behind(text, quotes[follower].span.stop, lexicon) is not None
    return set() if has_own else {follower, *_adjoining(text, quotes, follower)}


def _adjoining(text: str, quotes: list[Quotation], number: int) -> set[int]:
    """Return the quotations that follow at once: «…». «…»."""
    taken = set()
    while number + 1 < len(quotes):
        between = text[quotes[number].span.stop : quotes[number + 1].span.start]
        if not re.fullmatch(r"[.!?…]?\s*", between) or "\n" in between:
            break
        number += 1
        taken.add(number)
    return taken


def _clause_before(text: str, quote: Quotation, lexicon: Lexicon) -> Span | None:
    """Return the clause before a quotation, where it ends in a colon, or in a verb that reports."""
    line = line_around(text, quote.span.start)
    before = Span(line.start, quote.span.start)
    if not text[before.start : before.stop].strip():
        before = _line_above(text, line.start)
    words = text[before.start : before.stop].rstrip()
    count = len(WORD.findall(text[quote.inner.start : quote.inner.stop]))
    if not words or (count < 3 and not is_sentence(text, quote.inner)):
        return None
    clause = last_sentence(text, Span(before.start, before.start + len(words.rstrip(":"))))
    heads = WORD.findall(text[clause.start : clause.stop])
    tells = any(speaks(word, lexicon) for word in heads)
    if words.endswith(":"):
        return clause if tells or (count >= 8 and is_sentence(text, quote.inner)) else None
    ends_speaking = bool(heads) and speaks(heads[-1], lexicon) and words[-1].isalpha()
    return clause if ends_speaking and count > 3 and is_sentence(text, quote.inner) else None


def _line_above(text: str, start: int) -> Span:
    """Return the nearest line above that is not blank, if it ends in a colon; else an empty span."""
    stop = start
    while stop > 0:
        line = line_around(text, stop - 1)
        if text[line.start : line.stop].strip():
            return line if text[line.start : line.stop].rstrip().endswith(":") else Span(start, start)
        stop = line.start
    return Span(start, start)


def _stands_alone(text: str, quote: Quotation) -> bool:
    """Say whether a quotation is a sentence of its own that nobody's name stands beside."""
    line = line_around(text, quote.span.start)
    before = text[line.start : quote.span.start].rstrip()
    after = text[quote.span.stop : line_around(text, quote.span.stop).stop].lstrip()
    inner = text[quote.inner.start : quote.inner.stop]
    if before and before[-1] not in ".!?…":
        return False
    ends = inner.rstrip()[-1:] in tuple(".!?…") or not after or after[0] in ".!?…"
    return ends and after[:1] not in tuple(",:") and len(WORD.findall(inner)) >= 7 and is_sentence(text, quote.inner)


def _sentence_pointing_back(text: str, quote: Quotation, lexicon: Lexicon) -> Span | None:
    """Return the sentence behind a quotation, perhaps in the next paragraph, that tells who said it."""
    opening = _POINTING_BACK.match(text, quote.span.stop)
    if opening is None:
        return None
    line = line_around(text, opening.end())
    end = _END.search(text, opening.end(), line.stop)
    clause = Span(opening.start(1), end.start() if end else line.stop)
    return clause if any(speaks(word, lexicon) for word in WORD.findall(text[clause.start : clause.stop])) else None


def _split_inside(text: str, quote: Quotation, lexicon: Lexicon) -> Speech | None:
    """Find reporting words inside one pair of marks: «…, - сказал X. - …»."""
    pieces, clause = split(text, quote.inner, lexicon)
    if clause is None:
        return None
    veil = tuple(Span(piece.start, piece.stop) for piece in pieces)
    return Speech(pieces, clause, veil, "claim.quote/1")
