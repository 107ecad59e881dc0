"""The gate before the parser: only segments with a trigger pass.

The parser is the dearest stage.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.cues.triggers import Trigger, UnparsedSegment


class ParseGate:
    """Tells which segments are worth parsing, by the triggers of rules."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        self._triggers = sorted(dict.fromkeys(triggers), key=lambda trigger: trigger.cost)

    def lets_through(self, article: ArticleText, span: Span, lexicon: ReportingLexicon) -> bool:
        """Say whether one of the triggers fires in a segment."""
        segment = UnparsedSegment(article, span, lexicon)
        return any(trigger.fires(segment) for trigger in self._triggers)
