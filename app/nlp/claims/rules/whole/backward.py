"""«Об этом сообщил N»: the content is the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.cues.back_references import SUCH_VIEW_WORDS, find_view_before, is_such_view, points_back
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.triggers import REPORTING_WORDS, on_pattern
from app.nlp.claims.draft import Draft, trim_span
from app.nlp.claims.kinds.claim_kinds import classify_speech
from app.nlp.claims.rules.rule_kinds import SegmentRule
from app.nlp.claims.speakers.speaker_phrase import find_owner, find_speaker
from app.nlp.claims.syntax.clause_bounds import words_to_span
from app.nlp.claims.syntax.tree import SyntaxTree

_SUCH_VIEW = re.compile(rf"^(?:{'|'.join(SUCH_VIEW_WORDS)}) ")


def _find_in_segment(segment: ParsedSegment, before: Span | None) -> Iterator[Draft]:
    """Yield the claim about the segment `before` that this one reports."""
    tree = segment.tree
    if before is None or not points_back(segment.text, tree.span) or _names_topic(tree):
        return
    if segment.text[before.start : before.stop].endswith("?"):
        return
    if is_such_view(tree, 0):
        yield from _make_draft(segment, before, ClaimLabel.STATEMENT, find_owner(tree, 1), words_to_span(tree, 0, 2))
        return
    for index in range(len(tree)):
        cue = find_cue(segment, index)
        reports = cue is not None and cue.frames & {Frame.SPEECH, Frame.THAT, Frame.NOUN}
        if (reports or find_view_before(tree, index, segment.lexicon) == 0) and tree.words[index].pos == "VERB":
            kind = cue.kind if cue is not None else ClaimLabel.STATEMENT
            speaker = find_speaker(tree, index, segment.lexicon)
            yield from _make_draft(segment, before, kind, speaker, tree.words[index].span)
            return
        if tree.is_finite(index):
            return


def _make_draft(
    segment: ParsedSegment, before: Span, cue_kind: ClaimLabel, speaker: Span | None, cue: Span
) -> Iterator[Draft]:
    """Yield the claim of the segment `before`, if it has words."""
    content = trim_span(segment.text, before)
    if content.length:
        kind = classify_speech(segment.text[content.start : content.stop], cue_kind)
        yield Draft((content,), ClaimForm.INDIRECT, kind, BACKWARD, speaker, cue)


def _names_topic(tree: SyntaxTree) -> bool:
    """Tell «Об этом человеке говорят разное» from «Об этом сообщили»."""
    return any(
        tree.lower_at(step) == "этом" and tree.words[step].pos == "DET" and tree.words[step].head == step + 1
        for step in range(min(3, len(tree) - 1))
        if tree.words[step + 1].pos == "NOUN" and tree.words[step + 1].feat("Case") == "Loc"
    )


BACKWARD = SegmentRule(
    name="backward",
    precision=0.9,
    triggers=(REPORTING_WORDS, on_pattern(_SUCH_VIEW)),
    find=_find_in_segment,
    takes_kind_of_outlook=True,
    goes_first=True,
)
