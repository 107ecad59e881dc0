"""A parsed segment of an article, and which of its words report."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.span import Span
from app.core.text.word_lists import read_entries, read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue, ReportingLexicon
from app.nlp.claims.syntax.awaiting import awaits_somebody, befalls_thing
from app.nlp.claims.syntax.experiencers import find_experiencer, find_moved, moves_somebody, seems_to_somebody
from app.nlp.claims.syntax.subjects import has_own_subject
from app.nlp.claims.syntax.tree import SyntaxTree

_READER_VERBS = read_entries("claims/reader_verbs")
_CONVICTION_STEMS = read_entries("claims/conviction_stems")
_VERBS_BEFORE_SAYING = read_entries("claims/verbs_before_saying")
_QUOTING_VERBS = read_entries("claims/quoting_verbs")
QUOTED_NOUNS = read_entries("claims/quoted_nouns")
"""What an outlet gives of somebody's speech."""
_IMPERSONAL = Cue(ClaimLabel.STATEMENT, frozenset((Frame.THAT,)))
_TOLD_ABOUT = Cue(ClaimLabel.STATEMENT, frozenset((Frame.THAT, Frame.ABOUT)))
_BY_NOUN = Cue(ClaimLabel.STATEMENT, frozenset((Frame.NOUN,)))
_STATE = Cue(ClaimLabel.STATEMENT, frozenset((Frame.THAT, Frame.SPEECH, Frame.IN)))
_QUOTING = Cue(ClaimLabel.STATEMENT, frozenset((Frame.THAT, Frame.SPEECH)))
_MAX_WORDS_TO_NOUN = 8
_MAX_WORDS_TO_REQUEST = 10
_APPEALING_VERBS = read_words("claims/appealing_verbs")
_ANNOUNCED = ("сообщаться", "объявляться")


@dataclass(frozen=True, slots=True)
class ParsedSegment:
    """A parsed segment of an article.

    `attribution_spans` hold its attribution phrases, `dates_ahead` its dates behind the day of the article.
    """

    text: str
    tree: SyntaxTree
    lexicon: ReportingLexicon
    attribution_spans: tuple[Span, ...] = ()
    dates_ahead: tuple[Span, ...] = ()
    known_cues: dict[int, Cue | None] = field(default_factory=dict, compare=False, repr=False)
    """What `find_cue` has found by now: every rule asks for it."""


def find_cue(segment: ParsedSegment, index: int) -> Cue | None:
    """Return how the word at `index` reports, if it does."""
    known = segment.known_cues
    if index not in known:
        known[index] = _read_cue(segment, index)
    return known[index]


def _read_cue(segment: ParsedSegment, index: int) -> Cue | None:
    word, lexicon = segment.tree.words[index], segment.lexicon
    if not _is_predicative(segment.tree, index) or _is_address(segment, index) or _is_yet_to_come(segment, index):
        return None
    if word.pos == "ADJ" and word.feat("Case"):
        return None  # «известный врач»: what reports is short, «известно, что»; its lemma need not be looked up
    if _is_state(segment, index):
        return None if word.feat("Case") else _STATE
    tree = segment.tree
    if (
        _is_not_said(tree, index)
        or _takes_out(tree, index)
        or _is_nobodys_view(tree, index)
        or awaits_somebody(tree, index)
        or befalls_thing(tree, index)
    ):
        return None
    if word.lemma in _QUOTING_VERBS and _takes_words(tree, index):
        return _QUOTING
    known = _find_by_lemma(lexicon, word.lemma)
    return _add_noun(known) if _reports_by_noun(segment, index) else known


def _add_noun(known: Cue | None) -> Cue:
    """Return a cue that reports with a noun as well."""
    return _BY_NOUN if known is None else Cue(known.kind, known.frames | {Frame.NOUN})


def _is_state(segment: ParsedSegment, index: int) -> bool:
    """Say whether somebody speaks in a state.

    Examples are «уверен», «возмущена».
    """
    word, low = segment.tree.words[index], segment.tree.lower_at(index)
    is_sure = word.pos == "ADJ" and low.startswith(_CONVICTION_STEMS)
    return low in segment.lexicon.states or word.lemma in segment.lexicon.states or is_sure


def _reports_by_noun(segment: ParsedSegment, index: int) -> bool:
    """Say whether a verb reports with a noun behind it.

    Examples are «дал слово», «вышли с требованием».
    """
    lemma = segment.tree.words[index].lemma
    if lemma in segment.lexicon.phrase_verbs and find_phrase_noun(segment, index) is not None:
        return True
    return lemma in _APPEALING_VERBS and find_request(segment, index) is not None


def find_request(segment: ParsedSegment, index: int) -> int | None:
    """Return the request that a verb goes with: «подали петицию с требованием»."""
    tree = segment.tree
    for step in range(index + 1, min(index + _MAX_WORDS_TO_REQUEST, len(tree) - 1)):
        if tree.is_finite(step) or tree.lower_at(step) in (",", ";", ":"):
            return None
        if tree.lower_at(step) not in ("с", "со"):
            continue
        noun = next(
            (near for near in (step + 1, step + 2) if near < len(tree) and tree.words[near].pos == "NOUN"), None
        )
        if noun is not None and segment.lexicon.speech_nouns.get(tree.words[noun].lemma) == ClaimLabel.DEMAND:
            return noun
    return None


def find_phrase_noun(segment: ParsedSegment, index: int, stop: int | None = None) -> int | None:
    """Return the noun behind a verb with which it reports: «дал слово».

    It stands before `stop`.
    """
    tree = segment.tree
    verb = tree.words[index].lemma
    for step in range(index + 1, min(index + _MAX_WORDS_TO_NOUN, len(tree) if stop is None else stop)):
        if tree.is_finite(step) or tree.lower_at(step) in (",", ";", ":"):
            return None
        word = tree.words[step]
        if word.pos == "NOUN" and segment.lexicon.find_phrase(verb, word.lemma) is not None:
            return step
    return None


def _is_address(segment: ParsedSegment, index: int) -> bool:
    """Say whether a verb speaks to the reader: «Напомним», «Отметим», «сообщите».

    «Я считаю», «Мы требуем» do not: the writer says something of their own.
    """
    word = segment.tree.words[index]
    if word.feat("Person") == "1":
        if word.lemma in _READER_VERBS and not has_own_subject(segment.tree, index):
            return True
        known = segment.lexicon.verbs.get(word.lemma)
        return word.feat("Tense") == "Fut" and (known is None or known.kind == ClaimLabel.STATEMENT)
    return word.feat("Person") == "2"


def _is_yet_to_come(segment: ParsedSegment, index: int) -> bool:
    """Say whether somebody will speak: «поделятся мнением», «согласятся ли они»."""
    word = segment.tree.words[index]
    return word.feat("Tense") == "Fut" and word.feat("Person") == "3" and word.feat("VerbForm") == "Fin"


def _is_nobodys_view(tree: SyntaxTree, index: int) -> bool:
    """Say whether «кажется» stands alone, or «тревожит» has nobody for an object."""
    if moves_somebody(tree, index):
        return find_moved(tree, index) is None
    return seems_to_somebody(tree, index) and find_experiencer(tree, index) is None


def _is_not_said(tree: SyntaxTree, index: int) -> bool:
    """Say whether a verb only tells what could be said.

    Example: «решили попросить», «следует отметить».
    """
    word = tree.words[index]
    if word.lemma == "следовать":
        return _has_infinitive(tree, index)
    return word.feat("VerbForm") == "Inf" and not _is_said(tree, index)


def _takes_out(tree: SyntaxTree, index: int) -> bool:
    """Tell «исключили участок из зоны» from «не исключили роста»."""
    if not tree.lower_at(index).startswith("исключ"):
        return False
    cases = (tree.lower_at(case) for step in range(index + 1, len(tree)) for case in tree.children(step, "case"))
    return "из" in cases


def _find_by_lemma(lexicon: ReportingLexicon, lemma: str) -> Cue | None:
    known = lexicon.verbs.get(lemma)
    if lemma in _ANNOUNCED:
        return _TOLD_ABOUT
    if lemma in lexicon.light_verbs or lemma in lexicon.revising_verbs:
        return _add_noun(known)
    return known or (_IMPERSONAL if lemma in lexicon.impersonal_verbs else None)


def is_denied(tree: SyntaxTree, index: int) -> bool:
    """Say whether «не» stands at a verb."""
    return any(tree.lower_at(child) == "не" for child in tree.children(index, "advmod"))


def is_passive_participle(tree: SyntaxTree, index: int) -> bool:
    """Say whether a word is a passive participle.

    Such a word takes no noun of speech.
    """
    word = tree.words[index]
    return word.feat("Voice") == "Pass" and word.feat("VerbForm") != "Fin"


def can_take_noun(segment: ParsedSegment, index: int) -> bool:
    """Say whether a verb can report by a noun.

    It is neither denied nor a passive participle.
    """
    return not is_passive_participle(segment.tree, index) and not is_denied(segment.tree, index)


def has_near_infinitive(tree: SyntaxTree, index: int) -> bool:
    """Say whether an infinitive stands before any comma.

    It is what is asked, whatever clause follows it.
    """
    for step in range(index + 1, len(tree)):
        if tree.is_infinitive(step):
            return True
        if tree.lower_at(step) in (",", ":", ";") or tree.is_finite(step):
            return False
    return False


def _is_predicative(tree: SyntaxTree, index: int) -> bool:
    return tree.is_verb(index) or tree.words[index].pos in ("ADJ", "ADV")


def _has_infinitive(tree: SyntaxTree, index: int) -> bool:
    """Tell «следует отметить» from «из доклада следует»."""
    return any(tree.is_infinitive(child) for child in tree.children(index))


def _takes_words(tree: SyntaxTree, index: int) -> bool:
    """Say whether a verb has somebody's words for its object.

    Example: «приводит слова министра».
    """
    return any(tree.words[child].lemma in QUOTED_NOUNS for child in tree.children(index, "obj", "nsubj"))


def _is_said(tree: SyntaxTree, index: int) -> bool:
    """Say whether an infinitive tells what was said.

    Example: «хотел подчеркнуть», not «решили попросить».
    """
    head = tree.words[index].head
    if head < 0:
        return False
    lets_know = tree.words[head].lemma in ("дать", "давать") and tree.lower_at(index) in ("понять", "знать")
    return lets_know or tree.words[head].lemma in _VERBS_BEFORE_SAYING
