"""Normal forms of mentions that somebody marked by hand."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from app.core.span import Span
from app.core.text.plain_view import plain_words
from app.nlp.backend.models import Models
from app.nlp.entities.normal_forms import NormalForms
from app.nlp.names.known.lexicon import Lexicon
from app.nlp.names.name import Name
from app.nlp.names.name_tagger import LABELS, TaggedTokens
from app.nlp.names.persons.position_words import PositionWords
from app.nlp.text.tokens import iter_tokens

_MARKED = "manual"
"""The rule of a name that no rule found."""


class MarkedMentions:
    """Inflects marked words as those that the tagger finds."""

    def __init__(self, models: Models, lexicon: Lexicon, positions: PositionWords) -> None:
        self._models = models
        self._normals = NormalForms(models, lexicon, positions)

    def normal_form(self, line: str, span: Span, label: str) -> str:
        """Return the normal form of the words at a span.

        The span is in a line. Return "" if there are none.
        """
        plain, marked = _as_plain(line, span)
        sentences = self._models.split_sentences(plain)
        starts = [sentence.start for sentence in sentences]
        place = bisect_right(starts, marked.start) - 1
        sentence = sentences[place] if place >= 0 and sentences[place].contains(marked) else Span(0, len(plain))
        tokens = tuple(iter_tokens(plain, sentence))
        inside = [at for at, token in enumerate(tokens) if token.start < marked.stop and token.stop > marked.start]
        if not inside:
            return ""
        reading = TaggedTokens(tokens, (0, len(tokens)), (), np.zeros((0, len(LABELS) + 1)))
        return self._normals.normalise([Name(inside[0], inside[-1] + 1, label, _MARKED)], reading)[0]


def _as_plain(line: str, span: Span) -> tuple[str, Span]:
    """Return a line as it reads, and its word places.

    The places are those in the returned line.
    """
    before, words = plain_words(line[: span.start]), plain_words(line[span.start : span.stop])
    gap = " " if before and line[span.start - 1].isspace() else ""
    start = len(before) + len(gap)
    after = line[span.stop :]
    rest = (" " if after[:1].isspace() else "") + plain_words(after)
    return f"{before}{gap}{words}{rest}", Span(start, start + len(words))
