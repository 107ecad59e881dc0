"""From the tagger's guesses to names: the stages in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise

from app.core.span import Span
from app.core.text.stem import stem
from app.core.text.word_lists import read_words
from app.nlp.backend.models import Models
from app.nlp.backend.noun_phrases import NounPhrases
from app.nlp.names.corrections.context_rules import ContextRules
from app.nlp.names.corrections.false_positives import FalsePositiveFilter, drop_things
from app.nlp.names.corrections.place_rules import PlaceRules
from app.nlp.names.corrections.repair import close_quotations, repair_names
from app.nlp.names.known.known_names import apply_lexicon
from app.nlp.names.known.lexicon import Lexicon
from app.nlp.names.known.repeated_names import spread_names
from app.nlp.names.name import Name, group_by_sentence
from app.nlp.names.name_tagger import TaggedTokens, iter_tagged_spans, tag_names
from app.nlp.names.organisations.compound_words import label_compounds
from app.nlp.names.organisations.foreign_firms import settle_foreign_firms
from app.nlp.names.organisations.full_names import OrganisationRules, read_organisation_words
from app.nlp.names.organisations.quoted_organisations import QuotedOrganisations
from app.nlp.names.organisations.trade_names import settle_trade_names
from app.nlp.names.persons.given_names import GivenNames
from app.nlp.names.persons.latin_persons import LatinPersons
from app.nlp.names.persons.leading_persons import LeadingPersons
from app.nlp.names.persons.position_names import PositionNames
from app.nlp.names.persons.position_words import PositionWords
from app.nlp.text.tokens import Token

Stage = Callable[[Sequence[Name], Sequence[Token]], list[Name]]
"""One step from a sentence's names to better ones."""

COUNTRIES = "names/countries"
LEXICONS = ("names/kazakhstan", "names/settlements", "names/world", COUNTRIES)
"""The lists with the names of places and organisations."""

_THING = frozenset(("NOUN", "inan", "sing"))
_THINGS = read_words("names/things")
_GIVEN_NAMES = read_words("names/given_names")
_LATIN_ORGANISATIONS = read_words("names/latin_organisations")
_ORGANISATION_WORDS = read_organisation_words("names/organisation_words")
_HEAD_STEMS = frozenset(map(stem, _ORGANISATION_WORDS))


class NameFinder:
    """Finds persons, places and organisations in Russian text."""

    def __init__(
        self, models: Models, phrases: NounPhrases, words: PositionWords, lexicon: Lexicon, *, org_with_country: bool
    ) -> None:
        self._models, self._words, forms = models, words, words.forms
        self._lexicon = lexicon
        self._phrases = phrases
        self._filter = FalsePositiveFilter(forms, self._is_thing, _HEAD_STEMS, wide=org_with_country)
        self._context = ContextRules(phrases)
        self._places = PlaceRules(phrases)
        self._positions = PositionNames(words, forms, phrases, lexicon)
        self._given = GivenNames(forms)
        self._leading = LeadingPersons(forms, self._filter.is_common)
        self._quoted = QuotedOrganisations(forms)
        self._latin = LatinPersons(_GIVEN_NAMES, _LATIN_ORGANISATIONS, self._is_thing, words.is_position)
        self._organisations = OrganisationRules(_ORGANISATION_WORDS, phrases, wide=org_with_country)

    def find(self, text: str, sentences: Sequence[Span]) -> tuple[list[Name], TaggedTokens]:
        """Return the names in order, and the tagged tokens.

        They are those of these sentences of `text`.
        """
        reading = tag_names(text, sentences, self._models, self._is_name)
        names = [
            name.shifted_by(start)
            for start, stop in pairwise(reading.cuts)
            for name in self.find_in_sentence(reading.tokens[start:stop], reading.tags[start:stop])
        ]
        return self.drop_false_positives(
            spread_names(names, reading, self._filter.is_common, self._filter.is_act), reading
        ), reading

    def is_common(self, word: str) -> bool:
        """Say whether a capitalised word is in the dictionary as no name."""
        return self._filter.is_common(word)

    def _is_name(self, word: str) -> bool | None:
        """Say whether a word in lower case is a known name.

        A position is none; None where the lists do not tell: «семей» and «орал» are other words, too.
        """
        if self._words.is_position(word):
            return False
        known = self._lexicon.find_known((Token(0, len(word), word.capitalize()),))
        is_thing = all(_THING.issubset(re.split("[ ,]", marks)) for marks in self._words.forms.grammemes_of(word))
        return True if known is not None and known.is_sure and is_thing else None

    def _is_thing(self, word: str) -> bool:
        """Say whether a word is for a work, a vessel, a place."""
        return self._phrases.match_lemma(word.lower(), _THINGS) != ""

    def drop_false_positives(self, names: Sequence[Name], reading: TaggedTokens) -> list[Name]:
        """Return the names without false positives, sentence by sentence."""
        kept: list[Name] = []
        things: list[Name] = []
        acronyms: set[str] = set()
        for start, stop, here in group_by_sentence(names, reading.cuts):
            tokens = reading.tokens[start:stop]
            kept += [name.shifted_by(start) for name in self._filter.filter_names(here, tokens)]
            things += [name.shifted_by(start) for name in self._filter.find_things(tokens)]
            acronyms.update(self._organisations.find_other_acronyms(tokens))
        return self._filter.opening.drop_repeated(drop_things(kept, things, acronyms, reading.tokens), reading)

    @cached_property
    def stages(self) -> tuple[tuple[str, Stage], ...]:
        """The stages inside a sentence, in order, each with a title."""
        return (
            ("brackets, lists, signs, legal forms, titles", repair_names),
            ("what stands behind a position", self._positions.apply),
            ("persons in Latin letters", self._latin.apply),
            ("firms with foreign legal forms", settle_foreign_firms),
            ("lexicons", lambda names, tokens: apply_lexicon(names, tokens, self._lexicon)),
            ("given names with their surnames", self._given.apply),
            ("persons before a colon", self._leading.apply),
            ("false positives", self._filter.filter_names),
            ("words joined of two", label_compounds),
            ("the words before", self._context.apply),
            ("quoted organisations", self._quoted.apply),
            ("firms by their words", settle_trade_names),
            ("places", self._places.apply),
            ("organisations at their full length", self._organisations.extend),
            ("marks that close quotations", close_quotations),
        )

    def find_in_sentence(self, tokens: Sequence[Token], tags: Sequence[str]) -> list[Name]:
        """Return the names of one sentence, after every stage."""
        names = [Name(*span) for span in iter_tagged_spans(tags)]
        for _, stage in self.stages:
            names = stage(names, tokens)
        return names
