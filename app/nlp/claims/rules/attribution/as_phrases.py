"""«Как сообщил X» anywhere in a sentence."""

from __future__ import annotations

from app.core.text.word_lists import read_entries
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.rules.attribution.inserted_phrase import make_inserted_phrase
from app.nlp.claims.rules.rule_kinds import AttributionPhrase, AttributionRule
from app.nlp.claims.syntax.tree import DASHES, SyntaxTree

_QUESTION_STEMS = read_entries("claims/question_stems")
_AS = "как"
_WORDS_BEFORE_AS = ("так", "тогда", "того", "том", "тем", "то")


def _find_at(segment: ParsedSegment, index: int) -> AttributionPhrase | None:
    """Find «как сообщил X» that begins at `index`."""
    tree = segment.tree
    if (
        _is_meanwhile(tree, index)
        or tree.lower_at(index - 1) in _WORDS_BEFORE_AS
        or (tree.lower_at(index - 1) == "," and tree.lower_at(index - 2) in _WORDS_BEFORE_AS)
        or tree.lower_at(index - 2).startswith(_QUESTION_STEMS)
    ):
        return None
    if (
        index
        and tree.lower_at(index - 1) not in (",", "(", *DASHES, ".", "»")
        and tree.lower_at(index - 1) not in segment.lexicon.connectives
    ):
        return None
    open_marks = 0
    for verb in range(index + 1, min(index + 14, len(tree))):
        cue = find_cue(segment, verb)
        open_marks += _count_opened(tree.words[verb].text, open_marks)
        if tree.words[verb].text in ",:;?" or open_marks < 0:
            return None
        if cue is not None and (
            cue.frames & {Frame.SPEECH, Frame.THAT} or tree.words[verb].lemma in segment.lexicon.impersonal_verbs
        ):
            return make_inserted_phrase(segment, index, verb, cue.kind, AS)
        if tree.is_finite(verb) and tree.words[verb].pos == "VERB" and tree.words[verb].lemma != "стать":
            return None
    return None


def _is_meanwhile(tree: SyntaxTree, index: int) -> bool:
    """Find «в то время как».

    «В то же время, как сообщил X» names a source.
    """
    noun = index - 2 if tree.lower_at(index - 1) == "," else index - 1
    return tree.lower_at(noun) in ("время", "пор") and tree.lower_at(noun - 1) in ("то", "тех")


def _count_opened(sign: str, open_marks: int) -> int:
    """Return 1 for an opening quotation mark, -1 for a closing one."""
    if sign == '"':
        return -1 if open_marks else 1
    return (sign in ("«", "„")) - (sign in ("»", "“"))


AS = AttributionRule(
    name="as",
    precision=0.93,
    triggers=(REPORTING_WORDS,),
    find=_find_at,
    first_words=frozenset((_AS,)),
    may_share_cue=True,
)
