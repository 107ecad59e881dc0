"""«Назвал X Y-ом»: an object, and words that say what it is."""

from __future__ import annotations

from app.core.text.word_lists import read_entries
from app.nlp.claims.cues.cue_detection import ParsedSegment, can_take_noun
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, find_phrase_start
from app.nlp.claims.syntax.tree import SyntaxTree

_GUILT_STEMS = read_entries("claims/guilt_stems")


def _read_naming(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «назвал X Y-ом»: an object, and what it is called.

    A noun, an adjective or quoted words say that.
    """
    if not can_take_noun(segment, index):
        return None
    tree = segment.tree
    if index + 2 >= len(tree):
        return None
    thing = next((step for step in range(index + 1, min(index + 4, len(tree))) if _is_thing(tree, step)), None)
    if thing is None:
        return None
    stop = find_clause_stop(tree, index + 1, index, is_clause=False)
    named = [step for step in range(index + 1, stop) if step != thing and _says_what(tree, step, index)]
    if any(tree.lower_at(step).startswith(_GUILT_STEMS) for step in named):
        return None  # «признан виновным»: an act of procedure
    if not named or any(tree.words[step].pos == "ADP" for step in range(index + 1, thing)):
        return None
    start = find_phrase_start(tree, thing, index)
    return make_clause_claim(segment, index, (min(start, named[0]), stop), cue.kind, NAMING)


def _is_thing(tree: SyntaxTree, index: int) -> bool:
    word = tree.words[index]
    return word.pos in ("NOUN", "PROPN", "PRON", "X") and word.feat("Case") in ("Acc", "Gen", "Ins", "")


def _says_what(tree: SyntaxTree, index: int, cue: int) -> bool:
    """Say whether a word tells what something is called, and is no name: «называют Северными землями»."""
    word = tree.words[index]
    if word.text in ("«", '"', "„"):
        return True
    if word.feat("Case") != "Ins" or word.pos not in ("NOUN", "ADJ", "VERB") or tree.children(index, "case"):
        return False
    is_inside = any(tree.words[up].rel == "acl:relcl" for up in (index, *tree.ancestors(index)) if up > cue)
    return not is_inside and not word.text[0].isupper()


NAMING = VerbRule(
    name="naming",
    precision=0.78,
    triggers=(REPORTING_WORDS,),
    frames=frozenset((Frame.NAMING,)),
    find=_read_naming,
)
