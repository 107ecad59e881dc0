"""Names as natasha's tagger sees them, with probabilities.

No name crosses a line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from app.core.span import Span
from app.core.vocabulary import EntityLabel
from app.nlp.backend import crf
from app.nlp.backend.models import Models
from app.nlp.names.capital_lines import IsName, spell_as_usual
from app.nlp.names.name import Name
from app.nlp.text.tokens import EMOJI, Token, iter_tokens

LABELS = (EntityLabel.PER, EntityLabel.LOC, EntityLabel.ORG)

_NO_NAME = "O"
_TAGS = ("<pad>", _NO_NAME, "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
_EMOJI = re.compile(f"[{EMOJI}]")
"""What the network does not read, for it was trained on papers."""
_ENDS = frozenset(".!?…")
_BATCH_TOKENS = 2_000
"""Tokens that go through the network together: longer texts are cut between sentences, to bound the memory."""


@dataclass(frozen=True)
class TaggedTokens:
    """The tokens of sentences with the tagger's tags and probabilities.

    `cuts` are the indices at which sentences start, and the end; `tags` the tag of each token ("B-PER" or "O");
    `odds` has a row for each token: the probabilities of no name, PER, LOC and ORG.
    """

    tokens: tuple[Token, ...]
    cuts: tuple[int, ...]
    tags: tuple[str, ...]
    odds: crf.Floats

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The first token of each sentence."""
        return frozenset(self.cuts[:-1])

    @cached_property
    def probability_rows(self) -> list[list[float]]:
        """The rows of `odds` as plain numbers.

        A name has few, and numpy is slow with few.
        """
        rows: list[list[float]] = self.odds.tolist()
        return rows

    def mean_probability(self, name: Name, label: int) -> float:
        """Return the mean probability of a label over a name's tokens.

        `label` is its place in `LABELS`.
        """
        return sum(row[label + 1] for row in self.probability_rows[name.first : name.stop]) / (name.stop - name.first)


def tag_names(text: str, sentences: Sequence[Span], models: Models, is_name: IsName) -> TaggedTokens:
    """Run the tagger over these sentences of `text`.

    `is_name` knows words of lines in capitals.
    """
    tokens: list[Token] = []
    cuts = [0]
    for sentence in sentences:
        here = iter_tokens(text, sentence)
        is_capital = text[sentence.start : sentence.stop].isupper()
        tokens += spell_as_usual(list(here), models.vocabulary, is_name) if is_capital else here
        cuts.append(len(tokens))
    parts = [_tag_batch(text, tokens, block, models) for block in _batch_sentences(cuts)]
    tags = tuple(tag for part, _ in parts for tag in part)
    odds = np.concatenate([part for _, part in parts]) if parts else np.zeros((0, len(LABELS) + 1))
    return TaggedTokens(tuple(tokens), tuple(cuts), tags, odds)


def iter_tagged_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that the tags of a sentence spell.

    They are (first token, token after the last, label).
    """
    begin, label = 0, ""
    for index, tag in enumerate((*tags, "O")):
        if label and not tag.startswith("I-"):
            yield begin, index, label
            label = ""
        if tag != "O" and not label:
            begin, label = index, tag[2:]


def _batch_sentences(cuts: Sequence[int]) -> Iterator[list[int]]:
    """Cut the sentences into runs of some `_BATCH_TOKENS` tokens.

    Each run is a list like `cuts`.
    """
    block = [cuts[0]]
    for cut in cuts[1:]:
        block.append(cut)
        if cut - block[0] >= _BATCH_TOKENS:
            yield block
            block = [cut]
    if len(block) > 1:
        yield block


def _tag_batch(
    text: str, tokens: Sequence[Token], block: Sequence[int], models: Models
) -> tuple[list[str], crf.Floats]:
    words: list[str] = []
    rows: list[int] = []
    real: list[int] = []
    cuts = [0]
    for start, stop in pairwise(block):
        read = [index for index in range(start, stop) if not _EMOJI.match(tokens[index].text)]
        real += (index - block[0] for index in read)
        rows += range(len(words), len(words) + len(read))
        words += [tokens[index].text for index in read]
        if _lacks_full_stop(text, tokens[start:stop]):
            words.append(".")
        cuts.append(len(words))
    emissions, transitions = models.score_names(words)
    path, odds = crf.find_path_and_odds(emissions, transitions, cuts)
    tags, chances = [_NO_NAME] * (block[-1] - block[0]), np.zeros((block[-1] - block[0], len(LABELS) + 1))
    chances[:, 0] = 1
    chances[real] = _sum_by_label(odds[rows])
    for index, tag in zip(real, path[rows].tolist(), strict=True):
        tags[index] = _TAGS[tag]
    return tags, chances


def _lacks_full_stop(text: str, sentence: Sequence[Token]) -> bool:
    """Say whether a line ends here without a full stop.

    The tagger needs one: it was trained on sentences.
    """
    return bool(sentence) and not _ENDS.intersection(sentence[-1].text)


def _sum_by_label(odds: crf.Floats) -> crf.Floats:
    columns: Iterable[crf.Floats] = (odds[:, :2], *(odds[:, first : first + 2] for first in (2, 4, 6)))
    return np.stack([column.sum(1) for column in columns], axis=1)
