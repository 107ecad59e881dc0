"""Direct speech with Kazakh words of reporting beside it.

In quotation marks, or behind a dash that opens a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.core.span import Span
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.rules.kazakh.kazakh_cues import KazakhCue, find_cues
from app.nlp.claims.rules.kazakh.kazakh_kinds import assure, find_kind, is_own_side
from app.nlp.claims.rules.kazakh.kazakh_speakers import cut_words, find_leading_speaker, find_speaker_beside
from app.nlp.claims.speech.quotation_marks import Quotation

_GAP = re.compile(r"[,.!?…]*\s*[—–-]?\s*")
_TAIL = re.compile(r"[^.!?…\n«»\"—–]*")
_THAT = re.compile(r"деп(?!\w)", re.IGNORECASE)
_INNER_BREAK = re.compile(r"[,!?…]\s*[—–-]\s*(?=\w)")
_RESUMED = re.compile(r"[.,]\s*[—–-]\s*")
_COLON = re.compile(r"(?P<front>[^.!?:\n«»\"]{2,90}):\s*[—–-]?\s*$")
_DASHED = re.compile(r"\s*[—–-]\s+")
_END = re.compile("[.!?…\n]")
_REACH = 200
"""How far before speech its speaker is looked for, in code points."""
_MAX_WORDS_BEFORE_CUE = 6
_MAX_PARTS = 6
"""How many quotations one speech can have."""


class KazakhSpeech(NamedTuple):
    """Direct speech and who says it.

    It holds the pieces, the span that is used up, the kind, and the word that reports.
    """

    pieces: tuple[Span, ...]
    span: Span
    kind: ClaimLabel
    speaker: Span | None
    cue: Span | None


class _Report(NamedTuple):
    """The words of reporting beside speech, up to where they stop."""

    stop: int
    speaker: Span | None
    cue: KazakhCue | None


def find_speeches(text: str, line: Span, quotes: Sequence[Quotation]) -> Iterator[KazakhSpeech]:
    """Yield the speech of a line that Kazakh words report."""
    reached = line.start
    inside = [quote for quote in quotes if line.contains(quote.span)]
    dashed = None if inside and inside[0].span.start < line.start + 3 else _read_dashed(text, line)
    if dashed is not None:
        yield dashed
        reached = dashed.span.stop
    for index, quote in enumerate(inside):
        if quote.span.start >= reached:
            speech = _read_quotation(text, line, inside[index : index + _MAX_PARTS])
            if speech is not None:
                yield speech
                reached = speech.span.stop


def _read_quotation(text: str, line: Span, quotes: Sequence[Quotation]) -> KazakhSpeech | None:
    """Read «…», — деді әкім. — «…» and Әкім: «…»."""
    quote = quotes[0]
    pieces, report = _split_inner(text, quote.inner)
    if report is None:
        report = _read_behind(text, quote.span.stop, line)
    if report is not None and report.speaker is None:
        report = report._replace(speaker=_find_speaker_before(text, line, quote.span.start))
    report = report or _read_before(text, line, quote.span.start)
    if report is None or text[quote.inner.start : quote.inner.stop].rstrip().endswith("?"):
        return None
    stop = max(report.stop, quote.span.stop)
    for later in quotes[1:]:
        between = text[stop : later.span.start]
        if not re.fullmatch(r"\s*[.,]?\s*[—–-]\s*", between) or _read_behind(text, later.span.stop, line) is not None:
            break
        pieces, stop = [*pieces, later.inner], later.span.stop
    return _make_speech(text, pieces, Span(quote.span.start, stop), report)


def _make_speech(text: str, pieces: Sequence[Span], span: Span, report: _Report) -> KazakhSpeech:
    speaker = cut_words(text, report.speaker) if report.speaker is not None else []
    given = report.cue.kind if report.cue is not None else None
    kinds = [find_kind(text, piece, own_side=is_own_side(speaker)) for piece in pieces]
    longest = max(range(len(pieces)), key=lambda index: pieces[index].length)
    cue = report.cue.span if report.cue is not None else None
    kind = given or assure(kinds[longest], text[slice(*cue)] if cue is not None else "")
    return KazakhSpeech(tuple(pieces), span, kind, report.speaker, cue)


def _read_behind(text: str, start: int, line: Span) -> _Report | None:
    """Read the words behind speech: «деді әкім», «деп министр атап өтті»."""
    gap = _GAP.match(text, start, line.stop)
    assert gap is not None, "the pattern may be empty"
    tail = _TAIL.match(text, gap.end(), line.stop)
    assert tail is not None, "the pattern may be empty"
    that = _THAT.match(text, tail.start())
    first = that.end() if that is not None else tail.start()
    cue = next(find_cues(text, Span(first, tail.end())), None)
    if cue is None:
        return None
    between = cut_words(text, Span(first, cue.span.start))
    if (between and that is None) or len(between) > _MAX_WORDS_BEFORE_CUE:
        return None
    stop = _extend_over_quoted_name(text, tail.end(), line)
    behind = cut_words(text, Span(cue.span.stop, stop))
    speaker = find_speaker_beside(behind, is_lax=True) or find_speaker_beside(between, is_lax=True)
    return _Report(stop, speaker, cue)


def _extend_over_quoted_name(text: str, stop: int, line: Span) -> int:
    """Return where words of reporting with a quoted name stop.

    An example is «деді «Таң» газетінің редакторы».
    """
    if stop >= line.stop or text[stop] not in '«"' or text[stop - 1 : stop] != " ":
        return stop
    closed = re.compile(r"[«\"][^«»\"\n]{1,60}[»\"][^.!?…\n«»\"—–]*").match(text, stop, line.stop)
    return closed.end() if closed is not None else stop


def _find_speaker_before(text: str, line: Span, stop: int) -> Span | None:
    """Return the speaker before speech whose verb stands behind it.

    Министр «…» деп мәлімдеді.
    """
    low = max(line.start, stop - _REACH)
    ends = [low + match.end() for match in _END.finditer(text[low:stop])]
    words = cut_words(text, Span(ends[-1] if ends else low, stop))
    leading = find_leading_speaker(words, is_lax=False)
    if leading is None and 0 < len(words) <= 4:
        return find_speaker_beside(words, is_lax=True)
    return Span(words[leading[0]].start, words[leading[1] - 1].stop) if leading else None


def _read_before(text: str, line: Span, start: int) -> _Report | None:
    """Read the words before speech and a colon: «Әкім:», «Министр былай деді:»."""
    low = max(line.start, start - _REACH)
    found = _COLON.search(text[low:start])
    if found is None:
        return None
    front = Span(low + found.start("front"), low + found.end("front"))
    cues = list(find_cues(text, front))
    words = cut_words(text, Span(front.start, cues[-1].span.start) if cues else front)
    speaker = find_speaker_beside(words, is_lax=True)
    if speaker is None and not cues:
        return None
    return _Report(start, speaker, cues[-1] if cues else None)


def _split_inner(text: str, inner: Span) -> tuple[list[Span], _Report | None]:
    """Cut words of reporting out of speech.

    «Жол жабық, – деді әкім. – Күтеміз».
    """
    for found in _INNER_BREAK.finditer(text, inner.start, inner.stop):
        report = _read_behind(text, found.end(), inner)
        if report is not None:
            resumed = _RESUMED.match(text, report.stop, inner.stop)
            last = [Span(resumed.end(), inner.stop)] if resumed is not None and resumed.end() < inner.stop else []
            return [Span(inner.start, found.start() + (text[found.start()] != ",")), *last], report
    return [inner], None


def _read_dashed(text: str, line: Span) -> KazakhSpeech | None:
    """Read a line of speech behind a dash.

    – Жол жабық, – деді әкім.
    """
    dash = _DASHED.match(text, line.start, line.stop)
    if dash is None:
        return None
    pieces, report = _split_inner(text, Span(dash.end(), line.stop))
    return None if report is None else _make_speech(text, pieces, Span(line.start, line.stop), report)
