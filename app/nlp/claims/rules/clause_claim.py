"""The claim that a verb makes of a range of words."""

from __future__ import annotations

from app.nlp.claims.cues.cue_detection import Reading
from app.nlp.claims.draft import Draft, pieces_within
from app.nlp.claims.kinds.agency import Saying
from app.nlp.claims.kinds.claim_kinds import kind_of_clause
from app.nlp.claims.speakers.speaker_phrase import speaker_of
from app.nlp.claims.syntax.clause_bounds import interval
from app.nlp.claims.syntax.subjects import has_own_subject


def claim_of(reading: Reading, cue: int, words: tuple[int, int], kind: str, rule: str) -> Draft | None:
    """Return the claim whose verb is at `cue`: its content is `words` (start, stop) less speaker, cue and asides.

    `kind` is the verb's.
    """
    start, stop = words
    if stop <= start:
        return None
    tree = reading.tree
    speaker = speaker_of(tree, cue, reading.lexicon)
    cuts = [*reading.asides, tree.words[cue].span, *([speaker] if speaker is not None else [])]
    pieces = pieces_within(reading.text, interval(tree, start, stop), cuts)
    if not pieces:
        return None
    saying = Saying(cue, reading.text[speaker.start : speaker.stop] if speaker is not None else "")
    return Draft(
        pieces,
        "indirect",
        kind_of_clause(tree, words, kind, reading.lexicon, saying),
        rule,
        speaker,
        tree.words[cue].span,
        names_speaker=has_own_subject(tree, cue),
    )
