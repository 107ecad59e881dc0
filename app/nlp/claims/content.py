"""The claim that a verb makes of a range of words."""

from __future__ import annotations

from app.nlp.claims.bounds import interval
from app.nlp.claims.draft import Draft, pieces_within
from app.nlp.claims.kinds import kind_of_clause
from app.nlp.claims.reading import Reading
from app.nlp.claims.speaker import speaker_of
from app.nlp.claims.subject import has_own_subject


def claim_of(reading: Reading, cue: int, words: tuple[int, int], kind: str, rule: str) -> Draft | None:
    """Return the claim whose content is `words` (start, stop), less what is set in, and whose verb is at `cue`.

    `kind` is the verb's.
    """
    start, stop = words
    if stop <= start:
        return None
    pieces = pieces_within(reading.text, interval(reading.tree, start, stop), list(reading.asides))
    if not pieces:
        return None
    tree = reading.tree
    return Draft(
        pieces,
        "indirect",
        kind_of_clause(tree, words, kind, reading.lexicon, cue),
        rule,
        speaker_of(tree, cue, reading.lexicon),
        tree.words[cue].span,
        names_speaker=has_own_subject(tree, cue),
    )
