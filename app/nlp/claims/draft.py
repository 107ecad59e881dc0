"""A claim before merging and the resolving of roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.core.span import Pieces, Span, normal_pieces, outer_span
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.text.tokens import EMOJI

_EDGE = " \t\n\u00a0,;:—–-…"
_DANGLING = re.compile(
    r"(?:,\s*(?:однако|но|а|зато|хотя|впрочем|причём|причем|при этом|а также)(?:\s+и)?|,?\s+(?:и|или))$", re.IGNORECASE
)
"""A conjunction whose clause was cut off."""
_IS_EMOJI = re.compile(f"[{EMOJI}]")
_ENDS = _EDGE + ".!?"
_PAIRS = {"«": "»", "„": "“", "“": "”", '"': '"', "”": "”"}
_MARKS = '«»„“”"'


@dataclass(frozen=True, slots=True)
class Draft:
    """One claim before merging.

    `kind` is final; `cue` and `speaker` are None where nobody says so.

    `names_speaker` is False where the clause of the cue leaves its subject to another one.
    """

    pieces: Pieces
    form: ClaimForm
    kind: ClaimLabel
    rule: ClaimRule
    speaker: Span | None = None
    cue: Span | None = None
    names_speaker: bool = True

    def in_quoted_form(self, text: str) -> Draft:
        """Return the claim as direct speech where its whole content is quoted."""
        if self.form != ClaimForm.INDIRECT or len(self.pieces) != 1:
            return self
        start, stop = self.pieces[0]
        is_quoted = text[max(0, start - 1) : start] == "«" and text[stop : stop + 1] == "»"
        return replace(self, form=ClaimForm.DIRECT) if is_quoted and "«" not in text[start:stop] else self

    @property
    def outer_span(self) -> Span:
        return outer_span(self.pieces)

    def without_inner_roles(self) -> Draft:
        """Return the claim without roles that lie in its content.

        There the parser has failed, unless it is a plan, whose speaker is its subject.
        """
        if self.form == ClaimForm.REPORTED:
            return self
        return replace(self, speaker=self._keep_outside(self.speaker), cue=self._keep_outside(self.cue))

    def _keep_outside(self, role: Span | None) -> Span | None:
        if role is None or not role.length or any(piece.overlaps(role) for piece in self.pieces):
            return None
        return role


def trim_span(text: str, span: Span) -> Span:
    """Return `span` without blanks, signs and quotation marks around it."""
    start, stop = span
    while start < stop and (text[start] in _EDGE + "." or _IS_EMOJI.match(text[start])):
        start += 1
    while stop > start and (text[stop - 1] in _ENDS or _IS_EMOJI.match(text[stop - 1])):
        stop -= 1
    return _drop_quotation_marks(text, Span(start, stop))


def _drop_quotation_marks(text: str, span: Span) -> Span:
    """Drop marks around the whole, and one without a partner."""
    start, stop = span
    inner = text[start:stop]
    if len(inner) < 2:
        return span
    signs = [sign for sign in inner if sign in _MARKS]
    wraps = inner[0] in _PAIRS and inner[-1] == _PAIRS[inner[0]] and len(signs) == 2
    if wraps:
        return trim_span(text, Span(start + 1, stop - 1))
    if inner[0] in '«„“"' and len(signs) == 1:
        return trim_span(text, Span(start + 1, stop))
    if inner[-1] in '»“”"' and len(signs) == 1:
        return trim_span(text, Span(start, stop - 1))
    return span


def cut_pieces(text: str, span: Span, cuts: list[Span]) -> Pieces:
    """Return the trimmed parts of `span` that the `cuts` leave.

    Parts that hold no word are left out, and the conjunction at the end of the last.
    """
    parts = []
    start = span.start
    for cut in sorted(cuts):
        if cut.start >= span.stop or cut.stop <= start:
            continue
        parts.append(Span(start, max(start, cut.start)))
        start = max(start, cut.stop)
    parts.append(Span(start, max(start, span.stop)))
    kept = [trim_span(text, part) for part in parts]
    kept = [part for part in kept if re.search(r"\w", text[part.start : part.stop])]
    return normal_pieces([*kept[:-1], *(trim_span(text, _cut_conjunction(text, part)) for part in kept[-1:])])


def _cut_conjunction(text: str, span: Span) -> Span:
    """Return a span without «, однако» at its end."""
    found = _DANGLING.search(text, span.start, span.stop)
    return span if found is None else Span(span.start, found.start())
