"""Labels that name who speaks: «Депутат Лаура Ким: …», «… — спасатели».

A topic, a place or who made the page is no speaker.
"""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.claims.draft import trim_span
from app.nlp.claims.rules.rule_kinds import UnparsedArticle
from app.nlp.claims.speakers.pronouns import guess_gender
from app.nlp.claims.speakers.speaking_places import cut_labelled_place
from app.nlp.claims.speech.speech_parts import WORD
from app.nlp.claims.syntax.tree import SyntaxTree

_SPEAKERS = re.compile(rf"(?:{read_alternatives('claims/headline_speakers')})\b", re.IGNORECASE)
_CREDITS = re.compile(rf"(?:{read_alternatives('claims/credit_words')})\b", re.IGNORECASE)
_HANDLE = re.compile(r"@\w+")
_SURNAME = re.compile(r"\w{3,}(?:[оеё]ва?|[иы]на?)")
_ADJECTIVES = ("ый", "ий", "ой", "ая", "яя", "ое", "ые", "ие")
_MAX_WORDS = 10
_MIN_CLAUSE_WORDS = 2
"""Words in lower case from which on a label can be a clause."""
_PERSONS = (EntityLabel.PER, EntityLabel.ROLE)


def find_labelled_speaker(source: UnparsedArticle, label: Span) -> Span | None:
    """Return the speaker whom a label names, None where it names none.

    Remarks and the place of speaking stay outside.
    """
    text = source.article.text
    if _HANDLE.fullmatch(text, label.start, label.stop):
        return label
    words = cut_labelled_place(text[label.start : label.stop])
    span = trim_span(text, Span(label.start, label.start + len(words)))
    if words.endswith(".") and span.stop < label.start + len(words):
        span = Span(span.start, span.stop + 1)  # an initial keeps its stop
    if not span.length or len(words.split()) > _MAX_WORDS or _CREDITS.match(text, span.start, span.stop):
        return None
    if any(source.lexicon.reports_speech(word) for word in words.split() if word[0].islower()):
        return None
    if not (_is_named(source, span) or _is_living(source, span)) or _tells(source, span):
        return None
    return span


def is_common_topic(source: UnparsedArticle, speaker: Span) -> bool:
    """Say whether a one-word speaker is a topic.

    It is a thing that cannot speak: «Бокс».
    """
    word = source.article.text[speaker.start : speaker.stop]
    if _SURNAME.fullmatch(word) and any(entity.span == speaker for entity in source.entities):
        return False  # «Смаилов» is a word of the dictionary, too
    return source.article.find_noun_kind(word) == "thing" and not word.isupper() and not _SPEAKERS.match(word)


def is_person(source: UnparsedArticle, span: Span) -> bool:
    """Say whether a label begins with a person.

    It is a person in the nominative, or a position.
    """
    text = source.article.text
    return any(
        entity.start <= span.start < entity.stop
        and (entity.label == EntityLabel.ROLE or entity.normal == entity.words(text))
        for entity in source.entities
        if entity.label in _PERSONS
    )


def is_body(source: UnparsedArticle, span: Span) -> bool:
    """Say whether a label is an organisation or a speaking noun.

    Examples are «— МЧС», «— районный штаб».
    """
    words = source.article.text[span.start : span.stop].split()
    is_named = _HANDLE.fullmatch(source.article.text, span.start, span.stop) is not None or any(
        entity.start <= span.start < entity.stop and entity.label == EntityLabel.ORG for entity in source.entities
    )
    return is_named or any(map(_SPEAKERS.match, words[:2]))


def _is_named(source: UnparsedArticle, span: Span) -> bool:
    """Say whether a label begins with a name.

    It is the name of a person or of an organisation.
    """
    near = [entity for entity in source.entities if entity.span.overlaps(span) and entity.start <= span.start]
    if any(entity.label == EntityLabel.LOC and entity.span.contains(span) for entity in near):
        return False
    return any(
        entity.label in _PERSONS or (entity.label == EntityLabel.ORG and 3 * entity.span.length > span.length)
        for entity in near
    )


def _tells(source: UnparsedArticle, span: Span) -> bool:
    """Say whether a long label is a clause.

    A clause has a predicate and names no speaker.
    """
    words = source.article.text[span.start : span.stop].split()
    if sum(word[0].islower() for word in words) < _MIN_CLAUSE_WORDS:
        return False
    trees = map(SyntaxTree, source.article.parse_sentences([span]))
    return any(tree.is_finite(index) for tree in trees for index in range(len(tree)))


def _is_living(source: UnparsedArticle, span: Span) -> bool:
    """Say whether the first noun of a label can speak.

    It is a noun for speakers, or a living being. Adjectives can stand before it.
    """
    words = WORD.findall(source.article.text[span.start : span.stop])
    for number, word in enumerate(words, start=1):
        if number < len(words) and word.lower().endswith(_ADJECTIVES) and not _SPEAKERS.match(word):
            continue  # «Экологический ад» is no name, «Районный аким» is no «Районный»
        kind = source.article.find_noun_kind(word)
        return _SPEAKERS.match(word) is not None or kind == "living" or _is_given_name(word, kind)
    return False


def _is_given_name(word: str, kind: str) -> bool:
    return not kind and word.istitle() and guess_gender(word) != ""
