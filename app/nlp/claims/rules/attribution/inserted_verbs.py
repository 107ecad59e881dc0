"""A reporting verb set into a sentence.

Example: «…, передаёт X», «…, считает X, …».
"""

from __future__ import annotations

from app.core.text.word_lists import read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.back_references import find_view_before, points_back
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.rules.attribution.inserted_phrase import make_inserted_phrase
from app.nlp.claims.rules.rule_kinds import AttributionPhrase, AttributionRule
from app.nlp.claims.speakers.speaker_phrase import find_speaking_place
from app.nlp.claims.syntax.experiencers import find_experiencer, seems_to_somebody
from app.nlp.claims.syntax.subjects import find_subject
from app.nlp.claims.syntax.tree import DASHES, SyntaxTree

_VIEW = Cue(ClaimLabel.STATEMENT, frozenset((Frame.SPEECH,)))
_CONJUNCTIONS = ("что", "чтобы", "как", "будто")
_OPEN = ("исключить", "исключать")
_REFLEXIVES = read_words("claims/impersonal_verbs")


def _find_at(segment: ParsedSegment, index: int) -> AttributionPhrase | None:
    """Find a verb behind a comma or dash whose subject follows it.

    Example: «…, передаёт X», «…, считает X, …».
    """
    cue = _find_view_cue(segment, index) or find_cue(segment, index)
    if cue is None:
        return None
    if seems_to_somebody(segment.tree, index):
        return _find_seeming(segment, index, cue)
    if not _may_stand_apart(segment, index, cue):
        return None
    if segment.tree.words[index].feat("Person") == "1":
        return _find_own_opinion(segment, index, cue)
    first = _find_first_word(segment, index)
    if first is None or not _is_set_in(segment.tree, index) or _tells_who_said_it(segment, first):
        return None
    return make_inserted_phrase(segment, first, index, cue.kind, ASIDE)


def _may_stand_apart(segment: ParsedSegment, index: int, cue: Cue) -> bool:
    """Say whether a verb can be set into what it reports.

    «…, не исключил эколог» can, «…, исключил эколог» cannot.
    """
    lemma = segment.tree.words[index].lemma
    if lemma in _OPEN:
        return segment.tree.lower_at(index - 1) == "не"
    return Frame.SPEECH in cue.frames or lemma in segment.lexicon.impersonal_verbs


def _find_view_cue(segment: ParsedSegment, index: int) -> Cue | None:
    """Find «…, такой вывод сделали эксперты»."""
    is_view = segment.tree.is_verb(index) and find_view_before(segment.tree, index, segment.lexicon) is not None
    return _VIEW if is_view else None


def _find_first_word(segment: ParsedSegment, index: int) -> int | None:
    """Return the sign with which an inserted phrase begins.

    It must stand before the verb of the phrase.
    """
    tree = segment.tree
    view = find_view_before(tree, index, segment.lexicon)
    first = index - 1 if view is None else view - 1
    is_open = tree.lower_at(first) == "не" and tree.words[index].lemma in _OPEN
    if first > 0 and (tree.words[first].pos == "ADV" or is_open):
        first -= 1
    if tree.lower_at(first) == "этом" and tree.lower_at(first - 1) == "об":
        first -= 2
    return first if first > 0 and tree.lower_at(first) in (",", *DASHES, "(") else None


def _tells_who_said_it(segment: ParsedSegment, stop: int) -> bool:
    """Say whether the words before only name a speaker.

    What was said is the sentence before: «Об этом сообщил N, передаёт X».
    """
    return points_back(segment.text, segment.tree.span) and any(
        find_cue(segment, index) is not None for index in range(stop)
    )


def _is_set_in(tree: SyntaxTree, index: int) -> bool:
    """Say whether a verb is that of an inserted phrase.

    It is finite, not in the future, and its speaker follows it.
    """
    word = tree.words[index]
    is_told = word.feat("VerbForm") == "Part" and not word.feat("Case") and tree.lower_at(index + 1) in ("в", "на")
    if (word.feat("VerbForm") not in ("Fin", "") and not is_told) or word.feat("Tense") == "Fut":
        return False
    subject = find_subject(tree, index)
    speaks_behind = subject is not None and subject > index and not _is_told_of(tree, index, subject)
    is_state = word.pos == "ADJ" and any(child < index for child in tree.children(index, "nsubj"))
    if not speaks_behind and not is_state:  # «родственники …, уверены в его вине»
        speaks_behind = find_speaking_place(tree, index) is not None
    return (
        speaks_behind and tree.lower_at(index + 1) not in (",", ":", "что", "ли") and not _governs_clause(tree, index)
    )


def _is_told_of(tree: SyntaxTree, index: int, subject: int) -> bool:
    """Find «ожидается снег»: the subject is what is told, no speaker."""
    is_reflexive = tree.words[index].lemma.endswith("ся") and tree.words[index].pos == "VERB"
    between = (tree.words[step].pos for step in range(index + 1, subject))
    return is_reflexive and tree.words[index].lemma in _REFLEXIVES and "ADP" not in between


def _find_own_opinion(segment: ParsedSegment, index: int, cue: Cue) -> AttributionPhrase | None:
    """Find «Думаю, цены вырастут», «цены, полагаю, вырастут».

    The verb stands alone between signs.
    """
    tree = segment.tree
    opens, closes = tree.lower_at(index - 1), tree.lower_at(index + 1)
    if opens not in ("", ",", *DASHES) or closes not in (",", ".", "") or tree.lower_at(index + 2) in _CONJUNCTIONS:
        return None
    first = index if index == 0 else index - 1
    span = tree.words[index].span
    return AttributionPhrase(first, min(index + 2, len(tree)), span, None, cue.kind, ASIDE, (index,))


def _find_seeming(segment: ParsedSegment, index: int, cue: Cue) -> AttributionPhrase | None:
    """Find «Мне кажется, цены вырастут», «цены, мне кажется, вырастут»."""
    tree = segment.tree
    holder = find_experiencer(tree, index)
    if holder is None:
        return None
    first, last = min(holder, index), max(holder, index)
    opens, closes = tree.lower_at(first - 1), tree.lower_at(last + 1)
    if opens not in ("", ",", *DASHES) or closes != "," or tree.lower_at(last + 2) in _CONJUNCTIONS:
        return None
    speaker = tree.words[holder].span
    return AttributionPhrase(max(0, first - 1), last + 2, tree.words[index].span, speaker, cue.kind, ASIDE, (index,))


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
