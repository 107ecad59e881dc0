"""«Об этом сообщил N»: the content is the sentence before."""

from __future__ import annotations

import re

from app.core.span import Span
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.draft import Draft, trim_span
from app.nlp.claims.kinds.claim_kinds import classify_speech
from app.nlp.claims.speakers.speaker_phrase import find_speaker

_POINTS_BACK = re.compile(
    r"(?:ранее |накануне |сегодня )?(?:об? этом\b|об? (?:своём|своем|таком|данном) (?:решении|намерении)|"
    r"(?:так(?:ое|ую|ой)|с таким) (?:мнени|прогноз|оценк|предложени)\w+|о чём|о чем)\b",
    re.IGNORECASE,
)


def points_back(text: str, span: Span) -> bool:
    """Say whether a sentence begins with words that stand for the one before."""
    return _POINTS_BACK.match(text, span.start, span.stop) is not None


def find_backward_claim(segment: ParsedSegment, before: Span | None) -> tuple[Draft | None, set[int]]:
    """Return the claim about the sentence `before` that this one reports, and the cues that it takes."""
    tree = segment.tree
    if before is None or not points_back(segment.text, tree.span):
        return None, set()
    for index in range(len(tree)):
        cue = find_cue(segment, index)
        if cue is not None and cue.frames & {"speech", "that", "noun"} and tree.words[index].pos == "VERB":
            content = trim_span(segment.text, before)
            if not content.length:
                return None, set()
            kind = classify_speech(segment.text[content.start : content.stop], cue.kind)
            speaker = find_speaker(tree, index, segment.lexicon)
            draft = Draft((content,), "indirect", kind, "claim.backward/1", speaker, tree.words[index].span)
            return draft, {index}
        if tree.is_finite(index):
            break
    return None, set()
