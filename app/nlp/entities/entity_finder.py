"""All that is named in an article: persons, places, bodies, posts, laws and events, with normal forms and referents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.model import Hint
from app.core.resources import resource
from app.core.span import Span
from app.core.stem import kazakh_stem
from app.nlp.backend.models import Models
from app.nlp.backend.noun_phrases import Phrases
from app.nlp.backend.parse import Parse
from app.nlp.backend.word_forms import Forms
from app.nlp.entities.kazakh_names import find_kazakh_names
from app.nlp.entities.laws import find_laws
from app.nlp.entities.linking import Referents
from app.nlp.entities.normal_forms import NormalForms
from app.nlp.entities.position_holders import Offices
from app.nlp.entities.positions import RoleRules, read_roles
from app.nlp.mention import Mention
from app.nlp.names.lexicon import main_names, read_lexicons
from app.nlp.names.name import Name, by_sentence, in_order
from app.nlp.names.name_finder import COUNTRIES, LEXICONS, NameFinder
from app.nlp.names.name_tagger import Reading
from app.nlp.options import TagOptions
from app.nlp.uncertainty import Doubt, likely_misses, name_features

_EVENTS = "events.txt"
_LEAST_HINT = 0.02
"""Likely misses that are less likely than this are not offered."""


class EntityFinder:
    """The rules for names in their two languages, made once for a project's options; names alone get a confidence."""

    def __init__(self, models: Models, forms: Forms, options: TagOptions, doubt: Doubt) -> None:
        phrases = Phrases(forms)
        paths = [resource("lexicons", name) for name in LEXICONS]
        lexicon = read_lexicons(paths, options.lexicon)
        self._kazakh = read_lexicons([*paths, resource("lexicons", _EVENTS)], options.lexicon, kazakh_stem)
        self._events = read_lexicons([resource("lexicons", _EVENTS)], {})
        self._names = NameFinder(models, forms, phrases, lexicon, org_with_country=options.org_with_country)
        self._roles = RoleRules(read_roles(resource("lexicons", "roles.txt")), phrases)
        self._normals = NormalForms(models, lexicon)
        self._referents = Referents(lexicon)
        self._lands = main_names(resource("lexicons", COUNTRIES))
        self._doubt = doubt
        self._convention = "wide" if options.org_with_country else "narrow"

    def find(self, parse: Parse, blocks: Sequence[tuple[Span, str]]) -> tuple[list[Mention], list[Hint]]:
        """Return the mentions in these blocks of a text, in order, and the likely misses, the likeliest first."""
        text = parse.text
        read = [span for span, language in blocks if language != "kk"]
        kazakh = [span for span, language in blocks if language == "kk"]
        sentences = list(_within(parse.sentences, read))
        names, reading = self._names.find(text, sentences)
        found = [*self._told(names, reading), *find_kazakh_names(text, kazakh, self._kazakh)]
        found += [law for span in read for law in find_laws(text, span)]
        return sorted(found, key=lambda mention: (mention.span.start, -mention.span.stop)), self._hints(names, reading)

    def _hints(self, names: Sequence[Name], reading: Reading) -> list[Hint]:
        hints = [
            Hint(0, 0, miss.span(reading), miss.label, round(self._doubt.misses.probability(features), 4))
            for miss, features in likely_misses(names, reading, self._names.is_common)
        ]
        return sorted((hint for hint in hints if hint.score >= _LEAST_HINT), key=lambda hint: -hint.score)

    def _in_sentences(self, names: Sequence[Name], reading: Reading) -> Iterator[Name]:
        """Yield posts and events, which may hold names or lie across them."""
        for start, stop, here in by_sentence(names, reading.cuts):
            tokens = reading.tokens[start:stop]
            for role in self._roles.find(here, tokens):
                yield role.shifted(start)
            for hit in self._events.find(tokens):
                yield Name(start + hit.first, start + hit.stop, hit.known.label, "event/1")

    def _told(self, names: Sequence[Name], reading: Reading) -> list[Mention]:
        """Turn names, and the posts and events beside them, into mentions with all that is told of them."""
        every = in_order([*names, *self._in_sentences(names, reading)])
        normals = self._normals.of(every, reading)
        referents = self._referents.of(every, normals, reading.tokens)
        referents = Offices(every, normals, reading.tokens, self._lands).told(referents)
        rows = name_features(names, reading, self._names.is_common)
        weights = self._doubt.names[self._convention]
        sure = {name: round(weights.probability(row), 4) for name, row in zip(names, rows, strict=True)}
        return [
            replace(name.mention(reading.tokens), normal=normal, referent=referent, confidence=sure.get(name))
            for name, normal, referent in zip(every, normals, referents, strict=True)
        ]


def _within(sentences: Sequence[Span], blocks: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences that lie in blocks; both are in order."""
    rest = iter(blocks)
    block = next(rest, None)
    for sentence in sentences:
        while block is not None and block.stop <= sentence.start:
            block = next(rest, None)
        if block is not None and block.contains(sentence):
            yield sentence
