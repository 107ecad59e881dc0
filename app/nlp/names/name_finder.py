"""From the tagger's guesses to names: the stages in their order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.core.resources import resource
from app.core.span import Span
from app.nlp.backend.models import Models
from app.nlp.backend.noun_phrases import Phrases
from app.nlp.backend.word_forms import Forms
from app.nlp.names.context import ContextRules
from app.nlp.names.false_positives import Weeding, read_things, without_things
from app.nlp.names.known_names import with_known
from app.nlp.names.latin_persons import LatinPersons, read_words
from app.nlp.names.lexicon import Lexicon
from app.nlp.names.name import Name, by_sentence
from app.nlp.names.name_tagger import Reading, read_names, spans_of
from app.nlp.names.organisations import BodyRules, read_bodies
from app.nlp.names.places import PlaceRules
from app.nlp.names.repair import repaired
from app.nlp.names.repeated_names import spread
from app.nlp.text.tokens import Token

COUNTRIES = "countries.txt"
LEXICONS = ("kazakhstan.txt", "world.txt", COUNTRIES)
"""The files of `resources/lexicons` with the names of places and bodies."""


GIVEN, ENDINGS = "given.txt", "latin_bodies.txt"
"""The files there with words in Latin letters: given names, and what bodies end in."""


class NameFinder:
    """Finds persons, places and bodies in Russian text."""

    def __init__(
        self, models: Models, forms: Forms, phrases: Phrases, lexicon: Lexicon, *, org_with_country: bool
    ) -> None:
        self._models = models
        self._lexicon = lexicon
        things = read_things(resource("lexicons", "things.txt"))
        self._weeding = Weeding(forms, things, wide=org_with_country)
        self._context = ContextRules(phrases)
        self._places = PlaceRules(phrases)
        self._latin = LatinPersons(
            read_words(resource("lexicons", GIVEN)), read_words(resource("lexicons", ENDINGS)), things
        )
        heads = read_bodies(resource("lexicons", "bodies.txt"))
        self._bodies = BodyRules(heads, phrases, wide=org_with_country)

    def find(self, text: str, sentences: Sequence[Span]) -> tuple[list[Name], Reading]:
        """Return the names in these sentences of `text`, in order, and what the tagger thought of each word."""
        reading = read_names(text, sentences, self._models)
        names = [
            name.shifted(start)
            for start, stop in pairwise(reading.cuts)
            for name in self._in_sentence(reading.tokens[start:stop], reading.tags[start:stop])
        ]
        return self._weeded(spread(names, reading, self._weeding.is_common), reading), reading

    def is_common(self, word: str) -> bool:
        """Say whether the dictionary knows a capitalised word, and not as anybody's name."""
        return self._weeding.is_common(word)

    def _weeded(self, names: Sequence[Name], reading: Reading) -> list[Name]:
        """Return the names without those that are none where they stand, sentence by sentence."""
        kept: list[Name] = []
        things: list[Name] = []
        for start, stop, here in by_sentence(names, reading.cuts):
            tokens = reading.tokens[start:stop]
            kept += [name.shifted(start) for name in self._weeding.kept(here, tokens)]
            things += [name.shifted(start) for name in self._weeding.things(here, tokens)]
        return without_things(kept, things, reading.tokens)

    def _in_sentence(self, tokens: Sequence[Token], tags: Sequence[str]) -> list[Name]:
        names = self._latin.applied(repaired([Name(*span) for span in spans_of(tags)], tokens), tokens)
        names = self._weeding.kept(with_known(names, tokens, self._lexicon), tokens)
        names = self._places.applied(self._context.applied(names, tokens), tokens)
        return self._bodies.grown(names, tokens)
