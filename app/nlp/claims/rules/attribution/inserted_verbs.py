"""A reporting verb set into a sentence.

Example: «…, передаёт X», «…, считает X, …».
"""

from __future__ import annotations

from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.rules.attribution.inserted_phrase import make_inserted_phrase
from app.nlp.claims.rules.rule_kinds import AttributionPhrase, AttributionRule
from app.nlp.claims.speakers.speaker_phrase import find_speaking_place
from app.nlp.claims.syntax.subjects import find_subject
from app.nlp.claims.syntax.tree import DASHES, SyntaxTree


def _find_at(segment: ParsedSegment, index: int) -> AttributionPhrase | None:
    """Find a verb behind a comma or dash whose subject follows it.

    Example: «…, передаёт X», «…, считает X, …».
    """
    tree = segment.tree
    cue = find_cue(segment, index)
    if cue is None or not (Frame.SPEECH in cue.frames or tree.words[index].lemma in segment.lexicon.impersonal_verbs):
        return None
    first = index - 1
    if first > 0 and tree.words[first].pos == "ADV":
        first -= 1
    if tree.lower_at(first) == "этом" and tree.lower_at(first - 1) == "об":
        first -= 2
    if first <= 0 or tree.lower_at(first) not in (",", *DASHES, "("):
        return None
    if tree.words[index].feat("VerbForm") not in ("Fin", "") or tree.lower_at(index + 1) in (",", ":", "что"):
        return None
    subject = find_subject(tree, index)
    speaks_behind = subject is not None and subject > index
    if not speaks_behind and find_speaking_place(tree, index) is None:
        return None
    if _governs_clause(tree, index):
        return None
    return make_inserted_phrase(segment, first, index, cue.kind, ASIDE)


def _governs_clause(tree: SyntaxTree, index: int) -> bool:
    """Say whether a clause with «что» follows.

    Then the words before are not what is said.
    """
    for step in range(index + 1, min(index + 12, len(tree))):
        if tree.lower_at(step) == "что" and tree.lower_at(step - 1) == ",":
            return True
        if tree.is_finite(step):
            return False
    return False


ASIDE = AttributionRule(name="aside", precision=0.87, triggers=(REPORTING_WORDS,), find=_find_at)
