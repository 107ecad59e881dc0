"""From the tagger's guesses to names: the stages in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.resources import resource
from app.core.span import Span
from app.nlp.bodies import BodyRules, read_bodies
from app.nlp.forms import Forms
from app.nlp.known import with_known
from app.nlp.lexicon import read_lexicons
from app.nlp.models import Models
from app.nlp.name import Name
from app.nlp.ner import Reading, read_names, spans_of
from app.nlp.phrase import Phrases
from app.nlp.repair import repaired

LEXICONS = ("kazakhstan.txt", "world.txt")


class NameFinder:
    """Finds persons, places and bodies in Russian text."""

    def __init__(self, models: Models, forms: Forms, own: Mapping[str, str], *, org_with_country: bool) -> None:
        self._models = models
        self._lexicon = read_lexicons([resource("lexicons", name) for name in LEXICONS], own)
        heads = read_bodies(resource("lexicons", "bodies.txt"))
        self._bodies = BodyRules(heads, Phrases(forms), wide=org_with_country)

    def find(self, text: str, sentences: Sequence[Span]) -> tuple[list[Name], Reading]:
        """Return the names in these sentences of `text`, in order, and what the tagger thought of each word."""
        reading = read_names(text, sentences, self._models)
        names = [Name(*span) for span in spans_of(reading)]
        names = repaired(names, reading.tokens)
        names = with_known(names, reading.tokens, self._lexicon)
        return self._bodies.grown(names, reading.tokens, reading.cuts), reading
