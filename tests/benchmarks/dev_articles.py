"""The development articles with gold annotations.

A careful annotator marked them. The names of the labels are ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.core.span import Span
from app.core.text.plain_view import PlainView
from app.nlp.backend.models import Models
from app.nlp.backend.noun_phrases import NounPhrases
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.known.lexicon import read_lexicons
from app.nlp.names.name import Name
from app.nlp.names.name_finder import LEXICONS, NameFinder
from app.nlp.names.name_tagger import LABELS, TaggedTokens
from app.nlp.names.persons.position_words import PositionWords

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA, SCORE = SHARED / "data", SHARED / "score"
CORPORA = {"factru": False, "nerel": True}
"""The corpora, and whether their organisations take their country with them."""

Gold = set[tuple[int, int, str]]
_QUOTES = "\"'”«„ʼ»“ʻ "


@dataclass(frozen=True)
class Tagged:
    """An article with its true names and ours."""

    corpus: str
    text: str
    gold: Gold
    names: list[Name]
    reading: TaggedTokens

    def span(self, name: Name) -> tuple[int, int, str]:
        """Return where a name stands, and its label.

        Quotation marks at its ends are left out.
        """
        tokens = self.reading.tokens
        return stripped(self.text, tokens[name.first].start, tokens[name.stop - 1].stop, name.label)


def rows(corpus: str) -> list[dict]:
    with (DATA / f"{corpus}_dev.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def stripped(text: str, start: int, stop: int, label: str) -> tuple[int, int, str]:
    while start < stop and text[start] in _QUOTES:
        start += 1
    while stop > start and text[stop - 1] in _QUOTES:
        stop -= 1
    return start, stop, label


@cache
def finder(*, wide: bool) -> tuple[NameFinder, Models]:
    models = _models()
    forms = WordForms(models.vocabulary)
    lexicon = read_lexicons(LEXICONS, {})
    words = PositionWords(forms)
    return NameFinder(models, NounPhrases(forms), words, lexicon, org_with_country=wide), models


@cache
def _models() -> Models:
    return Models()


def tagged(corpus: str) -> Iterator[Tagged]:
    names, models = finder(wide=CORPORA[corpus])
    for row in rows(corpus):
        view = PlainView(row["text"])
        text = view.plain
        places = {view.to_source(Span(at, at + 1)): at for at in range(len(text))}
        starts, stops = ({span[end]: at + end for span, at in places.items()} for end in (0, 1))
        gold = {
            stripped(text, starts[entity["start"]], stops[entity["end"]], entity["label"])
            for entity in row["entities"]
            if entity["label"] in LABELS
        }
        yield Tagged(corpus, text, gold, *names.find(text, models.split_sentences(text)))
