"""Direct speech: quoted words beside a verb that reports them, speech behind a colon or a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.core.span import Span
from app.core.text import line_at, lines
from app.nlp.claims.cues import Lexicon
from app.nlp.claims.draft import trimmed
from app.nlp.claims.quotes import Quotation

_DASH = "—–-"
_AFTER = re.compile(rf"[\s\u00a0]*[,.!?…]*[\s\u00a0]*[{_DASH}]{{1,2}}[\s\u00a0]*(?=[а-яёa-z])")
_AFTER_COMMA = re.compile(r"[\s\u00a0]*,[\s\u00a0]*(?=[а-яё])")
_SPLIT = re.compile(rf"[,.!?…][\"»”“]?[\s\u00a0]*[{_DASH}][\s\u00a0]+(?=[а-яё])")
_RESUMED = re.compile(rf"[,.:;]?[\s\u00a0]*[{_DASH}][\s\u00a0]+")
_CLAUSE_END = re.compile(rf"[.!?…](?=\s|$)|[,:]?[\s\u00a0]+[{_DASH}][\s\u00a0]+(?=[«\"„“])|[:,.]?\s*(?=[«„\"“])|$")
_WORD = re.compile(r"[\w-]+")
_LAST_SENTENCE = re.compile(r"(?:^|[.!?…][»\"”]?\s+)([^.!?…]*)$")


@dataclass(frozen=True, slots=True)
class Speech:
    """Quoted words in `pieces`; `clause` holds the words that report them, or is None; `veil` hides it all from others."""

    pieces: tuple[Span, ...]
    clause: Span | None
    veil: tuple[Span, ...]
    rule: str


def speeches(text: str, quotes: list[Quotation], lexicon: Lexicon) -> list[Speech]:
    """Return the direct speech of a text in order."""
    found: list[Speech] = []
    used: set[int] = set()
    for number, quote in enumerate(quotes):
        if number not in used:
            speech, taken = _of_quotation(text, quotes, number, lexicon)
            if speech is not None:
                found.append(speech)
                used |= taken
    taken_spans = [span for speech in found for span in speech.veil]
    found += _unquoted(text, lexicon, taken_spans)
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
        return _speech(text, [quote], None, "claim.alone/1"), {number}
    return None, set()


def _speech(text: str, parts: list[Quotation], clause: Span | None, rule: str) -> Speech | None:
    pieces = tuple(piece for part in parts for piece in _paragraphs(text, part.inner) if piece.length)
    if not pieces:
        return None
    return Speech(pieces, clause, tuple(part.span for part in parts), rule)


def _paragraphs(text: str, inner: Span) -> Iterator[Span]:
    """Yield quoted words in one piece, whole paragraphs with what lies between."""
    yield trimmed(text, inner)


def _clause_behind(text: str, stop: int, lexicon: Lexicon) -> Span | None:
    """Return the clause behind a quotation, where it begins with words that report: «…», - сказал X."""
    line = line_at(text, stop)
    dash, comma = _AFTER.match(text, stop, line.stop), _AFTER_COMMA.match(text, stop, line.stop)
    match, reach = (dash, 8) if dash else (comma, 2)
    if match is None:
        return None
    end = _CLAUSE_END.search(text, match.end() + 3, line.stop)
    clause = Span(match.end(), end.start() if end else line.stop)
    heads = _WORD.findall(text[clause.start : clause.stop])[:reach]
    return clause if any(_speaks(word, lexicon) for word in heads) else None


def _is_spoken(text: str, quote: Quotation) -> bool:
    """Say whether a quotation before reporting words is what was said, not a name or a phrase in somebody's sentence."""
    before = text[line_at(text, quote.span.start).start : quote.span.start].rstrip()
    begins = not before or before[-1] in ".!?…:—–-" or before.endswith(("»", '"', "“"))
    words = len(_WORD.findall(text[quote.inner.start : quote.inner.stop]))
    return (begins and words >= 2) or (words >= 5 and is_sentence(text, quote.inner) and before[-1:] in ",")


def _speaks(word: str, lexicon: Lexicon) -> bool:
    return len(word) > 3 and word[0].islower() and lexicon.speaks(word)


def _continued(text: str, quotes: list[Quotation], number: int, clause: Span, lexicon: Lexicon) -> set[int]:
    """Return the quotation with which a split one goes on behind the reporting words, on the same line."""
    follower = number + 1
    if follower >= len(quotes) or quotes[follower].span.start < clause.stop:
        return set()
    between = text[clause.stop : quotes[follower].span.start]
    if re.fullmatch(rf"[.,!?…:;]?\s*[{_DASH}]?\s*", between) and "\n" not in between:
        if _clause_behind(text, quotes[follower].span.stop, lexicon) is None:
            return {follower, *_adjoining(text, quotes, follower)}
    return set()


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
    line = line_at(text, quote.span.start)
    before = Span(line.start, quote.span.start)
    if not text[before.start : before.stop].strip():
        before = _line_above(text, line.start)
    words = text[before.start : before.stop].rstrip()
    if not words or not is_sentence(text, quote.inner):
        return None
    last = _LAST_SENTENCE.search(words.rstrip(":"))
    begin = before.start + (last.start(1) if last else 0)
    clause = Span(begin, before.start + len(words))
    heads = _WORD.findall(text[clause.start : clause.stop])
    if words.endswith(":"):
        return clause if any(_speaks(word, lexicon) for word in heads) else None
    ends_speaking = bool(heads) and _speaks(heads[-1], lexicon) and words[-1].isalpha()
    return clause if ends_speaking and len(_WORD.findall(text[quote.inner.start : quote.inner.stop])) > 3 else None


def _line_above(text: str, start: int) -> Span:
    """Return the nearest line above that is not blank, if it ends in a colon; else an empty span."""
    stop = start
    while stop > 0:
        line = line_at(text, stop - 1)
        if text[line.start : line.stop].strip():
            return line if text[line.start : line.stop].rstrip().endswith(":") else Span(start, start)
        stop = line.start
    return Span(start, start)


_VERBISH = re.compile(
    r"\b\w+(?:ет|ёт|ит|ут|ют|ят|ат|ем|им|ешь|ишь|ую|лю|ла|ло|ли|ал|ил|ел|ся|сь|ть|йте|жу|чу)\b|\b(?:не|нет|есть|это|мы|я|вы|нужно|надо|буду|должн\w+)\b",
    re.IGNORECASE,
)


def is_sentence(text: str, inner: Span) -> bool:
    """Say whether quoted words are a sentence, not the name of a firm or a film."""
    words = text[inner.start : inner.stop]
    return len(_WORD.findall(words)) >= 2 and bool(_VERBISH.search(words))


def _stands_alone(text: str, quote: Quotation) -> bool:
    """Say whether a quotation is a sentence of its own that nobody's name stands beside."""
    line = line_at(text, quote.span.start)
    before = text[line.start : quote.span.start].rstrip()
    after = text[quote.span.stop : line_at(text, quote.span.stop).stop].lstrip()
    inner = text[quote.inner.start : quote.inner.stop]
    if before and before[-1] not in ".!?…":
        return False
    ends = inner.rstrip()[-1:] in tuple(".!?…") or not after or after[0] in ".!?…"
    return ends and after[:1] not in tuple(",:") and len(_WORD.findall(inner)) >= 7 and is_sentence(text, quote.inner)


def _split_inside(text: str, quote: Quotation, lexicon: Lexicon) -> Speech | None:
    """Find reporting words inside one pair of marks: «…, - сказал X. - …»."""
    pieces, clause = _split(text, quote.inner, lexicon)
    if clause is None:
        return None
    veil = tuple(Span(piece.start, piece.stop) for piece in pieces)
    return Speech(pieces, clause, veil, "claim.quote/1")


def _split(text: str, inner: Span, lexicon: Lexicon) -> tuple[tuple[Span, ...], Span | None]:
    """Cut spoken words at the clauses that report them; return the pieces and the first such clause."""
    pieces: list[Span] = []
    first: Span | None = None
    start = inner.start
    for match in _SPLIT.finditer(text, inner.start, inner.stop):
        if match.start() < start:
            continue
        clause = _reporting_at(text, match.end(), inner.stop, lexicon)
        if clause is None:
            continue
        first = first or clause
        pieces.append(trimmed(text, Span(start, match.start())))
        resumed = _RESUMED.match(text, clause.stop, inner.stop)
        start = resumed.end() if resumed else inner.stop
    pieces.append(trimmed(text, Span(start, inner.stop)))
    return tuple(piece for piece in pieces if piece.length), first


def _reporting_at(text: str, start: int, stop: int, lexicon: Lexicon) -> Span | None:
    """Return the reporting clause that begins at `start`: its first word reports, a dash or the end closes it."""
    words = _WORD.findall(text[start : min(stop, start + 60)])[:2]
    if not words or not any(_speaks(word, lexicon) for word in words):
        return None
    end = re.compile(rf"[.,:;!?]?[\s\u00a0]*[{_DASH}][\s\u00a0]|[.!?…](?=\s|$)").search(text, start, stop)
    return Span(start, end.start() if end else stop)


def _unquoted(text: str, lexicon: Lexicon, taken: list[Span]) -> Iterator[Speech]:
    """Yield speech without quotation marks: behind a dash at the head of a line, and behind a colon."""
    rows = [row for row in lines(text) if text[row.start : row.stop].strip()]
    for number, row in enumerate(rows):
        if any(span.overlaps(row) for span in taken):
            continue
        speech = _of_dash_line(text, row, lexicon) or _of_closing_dash(text, row, lexicon)
        if speech is None and number:
            speech = _below_colon(text, rows[number - 1], row, lexicon)
        if speech is None:
            speech = _behind_colon(text, row, lexicon)
        if speech is not None:
            yield speech


def _of_dash_line(text: str, row: Span, lexicon: Lexicon) -> Speech | None:
    """Read a line of dialogue: «— Мы готовы, — сказал X. — Начнём завтра.»."""
    opening = re.compile(rf"\s*[{_DASH}][\s\u00a0]*").match(text, row.start, row.stop)
    if opening is None or opening.end() == row.stop:
        return None
    pieces, clause = _split(text, Span(opening.end(), row.stop), lexicon)
    if clause is None or not pieces:
        return None
    return Speech(pieces, clause, pieces, "claim.unquoted/1")


def _of_closing_dash(text: str, row: Span, lexicon: Lexicon) -> Speech | None:
    """Read a paragraph whose speaker follows its last full stop: «Мы готовы. — сказал X»."""
    pattern = re.compile(rf"[.!?…]\S{{0,12}}[\s\u00a0]*[{_DASH}][\s\u00a0]+(?=[а-яё])")
    for match in pattern.finditer(text, row.start, row.stop):
        words = _WORD.findall(text[match.end() : row.stop])
        if words and _speaks(words[0], lexicon) and len(words) < 25:
            piece = trimmed(text, Span(row.start, match.start()))
            return Speech((piece,), Span(match.end(), row.stop), (piece,), "claim.unquoted/1") if piece.length else None
    return None


def _below_colon(text: str, above: Span, row: Span, lexicon: Lexicon) -> Speech | None:
    """Read a paragraph without marks under a line that ends in a reporting clause and a colon."""
    words = text[above.start : above.stop].rstrip()
    if not words.endswith(":") or text[row.start : row.stop].lstrip()[:1] in tuple("•*" + _DASH):
        return None
    last = _LAST_SENTENCE.search(words[:-1])
    clause = Span(above.start + (last.start(1) if last else 0), above.start + len(words))
    if not any(_speaks(word, lexicon) for word in _WORD.findall(text[clause.start : clause.stop])):
        return None
    piece = trimmed(text, row)
    if not is_sentence(text, piece) or text[row.start : row.stop].rstrip()[-1:] not in tuple('.!?…»")'):
        return None
    return Speech((piece,), clause, (piece,), "claim.unquoted/1")


def _behind_colon(text: str, row: Span, lexicon: Lexicon) -> Speech | None:
    """Read speech without marks behind a colon on the same line: «Министр сказал: мы готовы.»."""
    for match in re.compile(r":[\s\u00a0]+(?=[А-ЯЁа-яё])").finditer(text, row.start, row.stop):
        last = _LAST_SENTENCE.search(text[row.start : match.start()])
        clause = Span(row.start + (last.start(1) if last else 0), match.start())
        heads = _WORD.findall(text[clause.start : clause.stop])
        if not any(_speaks(word, lexicon) for word in heads[-4:]):
            continue
        end = re.compile(r"[.!?…](?=\s|$)").search(text, match.end(), row.stop)
        piece = trimmed(text, Span(match.end(), end.start() if end else row.stop))
        if is_sentence(text, piece):
            return Speech((piece,), clause, (piece,), "claim.unquoted/1")
    return None
