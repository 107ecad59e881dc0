"""«Просьба не занимать линию»: a call that nobody signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.triggers import on_pattern
from app.nlp.claims.draft import Draft, trim_span
from app.nlp.claims.rules.rule_kinds import SegmentRule

_REQUEST = re.compile(r"(?:(?:убедительная|большая|огромная|настоятельная)\s+)?просьба\b", re.IGNORECASE)
"""The beginning of a request without a predicate: «Убедительная просьба …»."""
_NOUN = "просьба"
_MAX_WORDS_TO_INFINITIVE = 6


def _find_in_segment(segment: ParsedSegment, _before: Span | None) -> Iterator[Draft]:
    """Yield what a segment asks for that begins with «просьба»."""
    tree = segment.tree
    if _REQUEST.match(segment.text, tree.span.start, tree.span.stop) is None:
        return
    noun = next((step for step in range(len(tree)) if tree.lower_at(step) == _NOUN), None)
    if noun is None:
        return  # «Просьба-то простая»
    near = range(noun + 1, min(noun + _MAX_WORDS_TO_INFINITIVE, len(tree)))
    if any(tree.is_infinitive(step) for step in near) and not any(tree.is_finite(step) for step in near):
        start = noun + 1
        while tree.words[start].feat("Case") == "Dat" or tree.lower_at(start) in (":", "к", "ко"):
            start += 1  # «Просьба к водителям», «просьба водителям»: whom it asks stays outside
        content = trim_span(segment.text, Span(tree.words[start].span.start, tree.span.stop))
        yield Draft((content,), ClaimForm.INDIRECT, ClaimLabel.DEMAND, REQUEST, cue=tree.words[noun].span)


REQUEST = SegmentRule(name="request", precision=0.85, triggers=(on_pattern(re.compile(_NOUN)),), find=_find_in_segment)
