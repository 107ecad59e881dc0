"""«Выступил за X», «высказался против Y»."""

from __future__ import annotations

from app.core.text.word_lists import read_entries
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment, can_take_noun
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.syntax.clause_bounds import find_clause_stop

_TEAMS = read_entries("claims/side_exceptions")
_REASONS = read_entries("claims/reason_openings")


def _read_side(segment: ParsedSegment, index: int, _cue: Cue) -> Draft | None:
    """Find «выступил за X», «высказался против Y»."""
    if not can_take_noun(segment, index):
        return None
    tree = segment.tree
    if tree.lower_at(index + 1) not in ("за", "против") or index + 2 >= len(tree):
        return None
    noun = next((step for step in range(index + 2, len(tree)) if tree.words[step].pos in ("NOUN", "PROPN")), None)
    if noun is None or tree.words[noun].pos == "PROPN" or tree.words[noun].lemma in _TEAMS:
        return None
    stop = find_clause_stop(tree, index + 1, index, is_clause=False)
    reason = next((step - 1 for step in range(noun, stop) if tree.lower_at(step) in _REASONS), stop)
    return make_clause_claim(segment, index, (index + 1, reason), ClaimLabel.DEMAND, SIDE)


SIDE = VerbRule(
    name="side",
    precision=0.6,
    triggers=(REPORTING_WORDS,),
    frames=frozenset((Frame.SIDE,)),
    find=_read_side,
)
