"""A parsed stretch of an article, and which of its words report."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.span import Span
from app.nlp.claims.cues.reporting_lexicon import Cue, Lexicon
from app.nlp.claims.syntax.tree import Tree

_CONVINCED = ("уверен", "убежд")
_SAYING_ON = ("хотеть", "продолжать", "продолжить", "начать", "стать", "поспешить", "спешить", "успеть", "любить")
_QUOTING = ("приводить", "привести", "передавать", "передать")
QUOTED = ("слово", "цитата", "комментарий", "высказывание")
"""What an outlet gives of somebody's speech."""
_IMPERSONAL = Cue("statement", frozenset(("that",)))
_STATE = Cue("statement", frozenset(("that", "speech")))


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed stretch of an article with what the rules need: `asides` are the words set in that report it."""

    text: str
    tree: Tree
    lexicon: Lexicon
    asides: tuple[Span, ...] = ()


def cue_at(reading: Reading, index: int) -> Cue | None:
    """Return how the word at `index` reports, if it does."""
    word, lexicon = reading.tree.words[index], reading.lexicon
    if word.feat("Person") in ("1", "2") or not _is_predicative(reading.tree, index):
        return None  # «Напомним», «Отметим»: the paper clears its throat
    if word.pos == "ADJ" and word.feat("Case"):
        return None  # «известный врач»: what reports is short, «известно, что»; its lemma need not be looked up
    if word.lemma in lexicon.states or (word.pos == "ADJ" and word.text.lower().startswith(_CONVINCED)):
        return None if word.feat("Case") else _STATE
    if _is_not_said(reading.tree, index):
        return None
    gives_words = word.lemma in _QUOTING and _takes_words(reading.tree, index)
    return _STATE if gives_words else _by_lemma(lexicon, word.lemma)


def _is_not_said(tree: Tree, index: int) -> bool:
    """Say whether a verb only tells what could be said: «решили попросить», «следует отметить»."""
    word = tree.words[index]
    if word.lemma == "следовать":
        return _has_infinitive(tree, index)
    return word.feat("VerbForm") == "Inf" and not _is_said(tree, index)


def _by_lemma(lexicon: Lexicon, lemma: str) -> Cue | None:
    known = lexicon.verbs.get(lemma)
    if lemma in lexicon.light:
        return Cue(known.kind, known.frames | {"noun"}) if known else Cue("statement", frozenset(("noun",)))
    return known or (_IMPERSONAL if lemma in lexicon.impersonal else None)


def is_denied(tree: Tree, index: int) -> bool:
    """Say whether «не» stands at a verb."""
    return any(tree.lower(child) == "не" for child in tree.children(index, "advmod"))


def _is_predicative(tree: Tree, index: int) -> bool:
    return tree.is_verb(index) or tree.words[index].pos in ("ADJ", "ADV")


def _has_infinitive(tree: Tree, index: int) -> bool:
    """Tell «следует отметить» from «из доклада следует»."""
    return any(tree.is_infinitive(child) for child in tree.children(index))


def _takes_words(tree: Tree, index: int) -> bool:
    """Say whether a verb has somebody's words for its object: «приводит слова министра»."""
    return any(tree.words[child].lemma in QUOTED for child in tree.children(index, "obj"))


def _is_said(tree: Tree, index: int) -> bool:
    """Say whether an infinitive tells what was said: «хотел подчеркнуть», not «решили попросить»."""
    head = tree.words[index].head
    return head >= 0 and tree.words[head].lemma in _SAYING_ON
