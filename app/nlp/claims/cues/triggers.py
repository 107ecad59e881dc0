"""Triggers: what a segment must hold for a rule to fire."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FUTURE_ENDING = re.compile(r"(?:[еёи]т|[уюая]т|аст)(?:ся)?$")
"""The end of a verb that can be in the future."""


class UnparsedSegment:
    """The text and the words of a segment that nobody has parsed.

    All are in lower case: a pattern that must mind capitals takes three times as long.
    """

    def __init__(self, article: ArticleText, span: Span, lexicon: ReportingLexicon) -> None:
        self.article = article
        self.span = span
        self.text = article.text[span.start : span.stop].lower()
        self.lexicon = lexicon

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A condition on a segment; `cost` puts the cheap ones first."""

    cost: int
    fires: Callable[[UnparsedSegment], bool]


def on_pattern(pattern: re.Pattern[str]) -> Trigger:
    """Make a trigger of words that a pattern finds in lower case."""
    return Trigger(0, lambda segment: pattern.search(segment.text) is not None)


REPORTING_WORDS = Trigger(1, lambda segment: segment.lexicon.may_report(segment.words))
"""A word that may report, or two like «дал поручение»."""

FUTURE_VERBS = Trigger(
    2,
    lambda segment: any(_FUTURE_ENDING.search(word) and segment.article.is_future(word) for word in segment.words),
)
"""A verb that the dictionary has in the future."""
