"""All entities of an article, with normal forms and links.

They are persons, places, organisations, positions, laws and events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.model import Candidate
from app.core.span import Span, outer_span, reading_order
from app.core.vocabulary import EntityLabel, LanguageCode
from app.nlp.article_text import ArticleText
from app.nlp.backend.models import Models
from app.nlp.backend.noun_phrases import NounPhrases
from app.nlp.backend.word_forms import WordForms
from app.nlp.entities.entity_linking import EntityLinker
from app.nlp.entities.event_phrases import LATIN_RULE, EventPhrases
from app.nlp.entities.kazakh_names import find_kazakh_names
from app.nlp.entities.law_articles import LawPhrases, find_laws, normalise_law
from app.nlp.entities.normal_forms import NormalForms
from app.nlp.entities.position_holders import PositionHolders
from app.nlp.entities.positions import PositionRules
from app.nlp.mention import Mention
from app.nlp.names.known.lexicon import read_lexicons, read_main_names
from app.nlp.names.name import Name, drop_overlapping, group_by_sentence, sort_names
from app.nlp.names.name_finder import COUNTRIES, LEXICONS, NameFinder
from app.nlp.names.name_tagger import TaggedTokens
from app.nlp.names.persons.position_words import PositionWords
from app.nlp.options import TagOptions
from app.nlp.text.kazakh_grammar import stem_name
from app.nlp.uncertainty.candidates import find_candidates
from app.nlp.uncertainty.confidence_model import ConfidenceModel
from app.nlp.uncertainty.name_features import name_features

_EVENTS = "entities/events"
_MIN_SCORE = 0.02
"""Candidates that are less likely than this are not offered."""


class EntityFinder:
    """The rules for entities in both languages, made once.

    They depend on a project's options. Names alone get a confidence.
    """

    def __init__(self, models: Models, forms: WordForms, options: TagOptions, confidence: ConfidenceModel) -> None:
        phrases, words = NounPhrases(forms), PositionWords(forms)
        lexicon = read_lexicons(LEXICONS, options.lexicon)
        self._kazakh = read_lexicons([*LEXICONS, _EVENTS], options.lexicon, stem_name, adds_endings=True)
        self._event_phrases = EventPhrases(phrases)
        self._events = read_lexicons([_EVENTS], {})
        self._law_phrases = LawPhrases(phrases)
        self._names = NameFinder(models, phrases, words, lexicon, org_with_country=options.org_with_country)
        self._positions = PositionRules(words, phrases)
        self._normals = NormalForms(models, lexicon, words)
        self._inflection = models.inflection
        self._linker = EntityLinker(lexicon, models.inflection.is_town)
        self._countries = read_main_names(COUNTRIES)
        self._confidence = confidence
        self._convention = "wide" if options.org_with_country else "narrow"

    def find(self, article: ArticleText) -> tuple[list[Mention], list[Candidate]]:
        """Return the mentions in order, and the candidates, the likeliest first."""
        text, blocks = article.text, article.readable_blocks
        read = [span for span, language in blocks if language != LanguageCode.KK]
        kazakh = [span for span, language in blocks if language == LanguageCode.KK]
        sentences = list(_select_within(article.sentences, read))
        names, reading = self._names.find(text, sentences)
        found = [*self._make_mentions(names, reading), *find_kazakh_names(text, kazakh, self._kazakh)]
        laws = [law for span in read for law in find_laws(text, span)]
        found = self._join_laws(text, list(_drop_titles(text, found, laws)), laws)
        return sorted(found, key=lambda mention: reading_order(mention.span)), self.score_candidates(names, reading)

    def _join_laws(self, text: str, found: Sequence[Mention], laws: Sequence[Mention]) -> list[Mention]:
        """Return the mentions with `laws`, joined where they overlap.

        Example: «статья 5 | закона о такси».
        """
        phrases = [mention for mention in found if mention.label == EntityLabel.LAW]
        across = {phrase: law for phrase in phrases for law in laws if phrase.span.overlaps(law.span)}
        joined = {law: replace(law, span=outer_span((law.span, phrase.span))) for phrase, law in across.items()}
        named = [self._name_law(text, joined.get(law, law)) for law in laws]
        return [*(mention for mention in found if mention not in across), *named]

    def _name_law(self, text: str, law: Mention) -> Mention:
        """Return a law with its normal form, which is its entity too."""
        normal = normalise_law(text[law.span.start : law.span.stop], self._inflection)
        return replace(law, normal=normal, entity=normal)

    def score_candidates(self, names: Sequence[Name], reading: TaggedTokens) -> list[Candidate]:
        """Return likely missed mentions, the likeliest first."""
        predict = self._confidence.candidates.predict_probability
        scored = (
            Candidate(0, 0, name.span(reading), name.label, round(predict(features), 4))
            for name, features in find_candidates(names, reading, self._names.is_common)
        )
        return sorted((one for one in scored if one.score >= _MIN_SCORE), key=lambda one: -one.score)

    def find_phrases(self, names: Sequence[Name], reading: TaggedTokens) -> Iterator[Name]:
        """Yield positions, events and laws.

        They may hold names or lie across them.
        """
        for start, stop, here in group_by_sentence(names, reading.cuts):
            tokens = reading.tokens[start:stop]
            for position in self._positions.find(here, tokens):
                yield position.shifted_by(start)
            phrases = list(self._event_phrases.find(here, tokens))
            known = [
                Name(hit.first, hit.stop, hit.known.label, "event/1")
                for hit in self._events.find(tokens)
                if not self._event_phrases.is_title_of_other(hit.first, hit.stop, tokens)
            ]
            laws = self._law_phrases.find(here, tokens)
            for phrase in (*phrases, *drop_overlapping(known, phrases), *laws):
                yield phrase.shifted_by(start)

    def _make_mentions(self, names: Sequence[Name], reading: TaggedTokens) -> list[Mention]:
        """Turn names, positions and events into mentions with their attributes."""
        found = list(self.find_phrases(names, reading))
        phrases = [phrase for phrase in found if phrase.label != EntityLabel.ROLE]
        names = [name for name in names if not any(_is_of_phrase(name, phrase) for phrase in phrases)]
        roles = [one for one in found if one.label == EntityLabel.ROLE and not any(map(one.lies_in, phrases))]
        every = sort_names([*names, *roles, *phrases])
        normals = self._normals.normalise(every, reading)
        linked = self._linker.link_names(every, normals, reading.tokens)
        linked = PositionHolders(every, normals, reading.tokens, self._countries).link_positions(linked)
        rows = name_features(names, reading, self._names.is_common)
        weights = self._confidence.names[self._convention]
        sure = {name: round(weights.predict_probability(row), 4) for name, row in zip(names, rows, strict=True)}
        return [
            replace(name.to_mention(reading.tokens), normal=normal, entity=entity, confidence=sure.get(name))
            for name, normal, entity in zip(every, normals, linked, strict=True)
        ]


def _is_of_phrase(name: Name, phrase: Name) -> bool:
    """Say whether a name is an event's or a law's alone.

    It is the phrase itself, a part of a Latin name, a person that the tagger saw in it («Азии-2026»), or an
    organisation that it saw in a title or the noun of a law.
    """
    is_within = name.lies_in(phrase)
    is_same = (name.first, name.stop) == (phrase.first, phrase.stop)
    touches = name.first < phrase.stop and phrase.first < name.stop
    is_of_noun = phrase.label == EntityLabel.LAW and name.first <= phrase.first < name.stop
    is_title = is_within and name.label == EntityLabel.ORG and name.stop == phrase.stop - 1
    return (
        is_same
        or is_of_noun
        or is_title
        or (phrase.rule == LATIN_RULE and touches)
        or (is_within and name.label == EntityLabel.PER)
    )


def _drop_titles(text: str, found: Sequence[Mention], laws: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions without titles of laws and programmes."""
    for mention in found:
        is_quoted = mention.label == EntityLabel.ORG and text[mention.span.start - 1 : mention.span.start] in ("«", '"')
        if not (is_quoted and any(law.span.contains(mention.span) for law in laws)):
            yield mention


def _select_within(sentences: Sequence[Span], blocks: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences that lie in blocks; both are in order."""
    rest = iter(blocks)
    block = next(rest, None)
    for sentence in sentences:
        while block is not None and block.stop <= sentence.start:
            block = next(rest, None)
        if block is not None and block.contains(sentence):
            yield sentence
