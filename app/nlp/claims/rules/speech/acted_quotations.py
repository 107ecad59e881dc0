"""«…», – развёл руками X: a quotation beside what its speaker does."""

from __future__ import annotations

import re

from app.core.span import Span
from app.nlp.claims.rules.rule_kinds import QuotationRule, UnparsedArticle
from app.nlp.claims.rules.turns.labelled_turns import has_predicate
from app.nlp.claims.speech.quoted_parts import find_adjoining, take_speech
from app.nlp.claims.speech.speech_parts import DASH, MIN_WORDS, WORD, Speech, find_last_sentence, find_line_around

_BEHIND = re.compile(rf"[\s\u00a0]*[{DASH}]{{1,2}}[\s\u00a0]+(?P<clause>[а-яё][^.!?…«»\"\n:]*)(?:[.:!?…]|$)")
_LISTED = re.compile(r"(?:,| и)\s+«")
"""What follows a title in a list: «сняла „Степь помнит“ и „Дорога домой“»."""


def _find_speech(source: UnparsedArticle, number: int) -> tuple[Speech, set[int]] | None:
    """Find quoted words with a clause behind or before them.

    A comma or its own sign before the dash tells speech from a title.
    """
    text, quote = source.article.text, source.quotations[number]
    line = find_line_around(text, quote.span.start)
    before = text[line.start : quote.span.start].rstrip()
    is_parted = text[quote.span.stop : quote.span.stop + 1] == "," or text[quote.inner.stop - 1] in "!?…"
    behind = _BEHIND.match(text, quote.span.stop + (text[quote.span.stop : quote.span.stop + 1] == ","), line.stop)
    taken = {number}
    words = len(WORD.findall(text, *quote.inner))
    if words < MIN_WORDS:
        return None
    if is_parted and behind is not None and (not before or before[-1] in ".!?…—–-»"):
        clause = Span(behind.start("clause"), behind.end("clause"))
    elif before.endswith(":") and _LISTED.match(text, quote.span.stop) is None and has_predicate(source, quote.inner):
        clause = find_last_sentence(text, Span(line.start, line.start + len(before) - 1))
        taken |= find_adjoining(text, source.quotations, number)
    else:
        return None
    return take_speech(text, source.quotations, taken, clause, ACTED)


ACTED = QuotationRule(name="acted", precision=0.85, find=_find_speech, needs_cue=True, takes_any_verb=True)
