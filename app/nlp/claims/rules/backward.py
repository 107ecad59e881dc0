"""«Об этом сообщил N»: the content is the sentence before."""

from __future__ import annotations

import re

from app.core.span import Span
from app.nlp.claims.cues.cue_detection import Reading, cue_at
from app.nlp.claims.draft import Draft, trimmed
from app.nlp.claims.kinds.claim_kinds import kind_of_speech
from app.nlp.claims.speakers.speaker_phrase import speaker_of

_POINTS_BACK = re.compile(
    r"(?:ранее |накануне |сегодня )?(?:об? этом\b|об? (?:своём|своем|таком|данном) (?:решении|намерении)|"
    r"(?:так(?:ое|ую|ой)|с таким) (?:мнени|прогноз|оценк|предложени)\w+|о чём|о чем)\b",
    re.IGNORECASE,
)


def points_back(text: str, span: Span) -> bool:
    """Say whether a sentence begins with words that stand for the one before."""
    return _POINTS_BACK.match(text, span.start, span.stop) is not None


def pointed_at(reading: Reading, before: Span | None) -> tuple[Draft | None, set[int]]:
    """Return the claim about the sentence `before` that this one reports, and the cues that it takes."""
    tree = reading.tree
    if before is None or not points_back(reading.text, tree.span):
        return None, set()
    for index in range(len(tree)):
        cue = cue_at(reading, index)
        if cue is not None and cue.frames & {"speech", "that", "noun"} and tree.words[index].pos == "VERB":
            content = trimmed(reading.text, before)
            if not content.length:
                return None, set()
            kind = kind_of_speech(reading.text[content.start : content.stop], cue.kind)
            speaker = speaker_of(tree, index, reading.lexicon)
            draft = Draft((content,), "indirect", kind, "claim.backward/1", speaker, tree.words[index].span)
            return draft, {index}
        if tree.is_finite(index):
            break
    return None, set()
