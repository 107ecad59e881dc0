"""«О» with a noun: «заявил о готовности …».

The noun may stand first: «О закрытии завода сообщил мэр».
"""

from __future__ import annotations

from dataclasses import replace

from app.core.text.word_lists import read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment, can_take_noun
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.draft import Draft
from app.nlp.claims.kinds.agency import is_observer
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.reported.complements import is_abstract
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.syntax.clause_bounds import find_clause_stop
from app.nlp.claims.syntax.tree import SyntaxTree

_EVENTS = read_words("claims/told_events")
_TOPICS = read_words("claims/topic_nouns")
_CHANCES = read_words("claims/chance_nouns")
_UNDERTAKINGS = read_words("claims/undertaking_nouns")
_ANNOUNCING = read_words("claims/announcing_verbs")
_QUESTIONS = ("вопрос", "запрос")
_ABOUT = ("о", "об", "обо")


def _read_topic(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «заявил о готовности …».

    The noun behind «о» is an act, not a topic.
    """
    if not can_take_noun(segment, index):
        return None
    tree = segment.tree
    is_told = Frame.ABOUT in cue.frames or _tells_event(tree, 0)
    if tree.lower_at(0) in _ABOUT and is_told and not _has_subject_before(tree, index):
        return _read_fronted_topic(segment, index, cue)
    for step in range(index + 1, min(index + 14, len(tree) - 1)):
        if tree.lower_at(step) in _ABOUT and tree.words[step].pos == "ADP":
            return _read_topic_at(segment, index, step, cue)
        if tree.is_finite(step) or tree.words[step].text in ":;" or tree.words[step].lemma in _QUESTIONS:
            return None  # «отвечая на вопрос о дефиците»: the one who asks names the topic
    return None


def _read_fronted_topic(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «О закрытии завода сообщил мэр»."""
    tree = segment.tree
    noun = tree.words[0].head
    if (tree.lower_at(1), tree.lower_at(2), tree.lower_at(3)) == ("том", ",", "что"):
        stop = next((step for step in range(index - 1, 4, -1) if tree.lower_at(step) == ","), index)
        return make_clause_claim(segment, index, (4, stop), cue.kind, ABOUT)
    if not 0 < noun < index or tree.words[noun].pos != "NOUN" or any(tree.is_finite(step) for step in range(index)):
        return None
    return make_clause_claim(segment, index, (0, index), cue.kind, ABOUT)


def _tells_event(tree: SyntaxTree, about: int) -> bool:
    """Say whether the noun behind «о» is something that happened.

    «рассказал о переносе сроков», not «рассказал о погоде».
    """
    noun = tree.words[about].head
    return noun > about and tree.words[noun].lemma in _EVENTS


def _has_subject_before(tree: SyntaxTree, index: int) -> bool:
    """Say whether a nominative stands before a verb."""
    return any(tree.words[step].feat("Case") == "Nom" for step in range(index))


def _read_topic_at(segment: ParsedSegment, index: int, step: int, cue: Cue) -> Draft | None:
    tree = segment.tree
    noun = tree.words[step].head
    if noun <= step or tree.words[noun].pos != "NOUN" or tree.words[noun].feat("Animacy") == "Anim":
        return None
    if tree.words[noun].lemma in _TOPICS and not tree.children(noun, "conj"):
        return None
    kind = segment.lexicon.speech_nouns.get(tree.words[noun].lemma)
    if Frame.ABOUT not in cue.frames and kind is None and not _tells_event(tree, step):
        return None
    stop = find_clause_stop(tree, step, index, is_clause=False)
    draft = make_clause_claim(segment, index, (step, stop), kind or cue.kind, ABOUT)
    if draft is None or kind is not None or cue.kind != ClaimLabel.STATEMENT:
        return draft
    return replace(draft, kind=_find_kind_of_act(segment, index, noun, draft))


def _find_kind_of_act(segment: ParsedSegment, index: int, noun: int, draft: Draft) -> ClaimLabel:
    """Return the kind of an act that is no topic.

    «Объявил о сборе средств» promises, «сообщил о риске срыва» foresees.
    """
    word, by = segment.tree.words[noun], draft.speaker
    if word.lemma in _CHANCES and word.feat("Number") == "Sing" and segment.tree.children(noun, "nmod", "acl"):
        return ClaimLabel.FORECAST
    if segment.tree.words[index].lemma not in _ANNOUNCING:
        return draft.kind
    is_ahead = any(draft.outer_span.contains(day) for day in segment.dates_ahead)
    if word.lemma not in _UNDERTAKINGS and not (is_ahead and is_abstract(word.lemma)):
        return draft.kind
    is_told = by is None or is_observer(segment.text[by.start : by.stop])
    return ClaimLabel.FORECAST if is_told else ClaimLabel.PROMISE


ABOUT = VerbRule(
    name="about",
    precision=0.9,
    triggers=(REPORTING_WORDS,),
    frames=frozenset((Frame.ABOUT, Frame.TOPIC)),
    find=_read_topic,
    is_clausal=True,
)
