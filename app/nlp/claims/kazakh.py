"""Kazakh paragraphs: quoted and reported words by their forms alone, without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.nlp.claims.draft import Draft, trimmed
from app.nlp.claims.quotes import Quotation

_LETTERS = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_SAID = r"(?:деді|дейді|деп\s+\w+|мәлімдеді|хабарлады|айтты|атап\s+өтті|жазды|түсіндірді|қосты)"
_BEHIND = re.compile(rf"[,.!?…]*\s*[—–-]?\s*({_SAID})\s*([^.!?…\n]*)", re.IGNORECASE)
_BY = re.compile(
    r"([^,.!?…\n]{2,80}?)(?:ның|нің|дың|дің|тың|тің)\s+((?:айтуынша|мәліметінше|пікірінше|сөзінше))\s*,\s*",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"([^.!?…\n]{10,}?)\s+(деп\s+(?:хабарла|мәлімде|айт|жаз|атап|есепте|түсіндір)\w*|деген\s+болжам\s+\w+)",
    re.IGNORECASE,
)


def is_kazakh(words: str) -> bool:
    """Say whether a paragraph is written in Kazakh, by the letters that Russian lacks."""
    return len(_LETTERS.findall(words)) * 25 > len(words)


def told(text: str, row: Span, quotes: list[Quotation]) -> Iterator[Draft]:
    """Yield the claims of one Kazakh paragraph."""
    spoken = []
    for quote in quotes:
        behind = _BEHIND.match(text, quote.span.stop, row.stop)
        inner = trimmed(text, quote.inner)
        if behind is None or not row.contains(quote.span) or not inner.length:
            continue
        spoken.append(quote.span)
        speaker = trimmed(text, Span(*behind.span(2)))
        yield Draft(
            (inner,),
            "direct",
            "statement",
            "claim.kazakh/1",
            speaker if speaker.length else None,
            Span(*behind.span(1)),
            0.6,
        )
    for by in _BY.finditer(text, row.start, row.stop):
        end = re.compile(r"[.!?…](?=\s|$)").search(text, by.end(), row.stop)
        content = trimmed(text, Span(by.end(), end.start() if end else row.stop))
        if content.length and not any(span.overlaps(content) for span in spoken):
            yield Draft(
                (content,),
                "indirect",
                "statement",
                "claim.kazakh/1",
                trimmed(text, Span(*by.span(1))),
                Span(*by.span(2)),
                0.6,
            )
    for that in _THAT.finditer(text, row.start, row.stop):
        content = trimmed(text, Span(*that.span(1)))
        if content.length and not any(span.overlaps(content) for span in spoken):
            yield Draft((content,), "indirect", "statement", "claim.kazakh/1", None, Span(*that.span(2)), 0.5)
