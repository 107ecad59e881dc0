"""Sample and sort the hits of a search."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from app.core.query.terms import Drawing, HitOrder, Query
from app.core.query.words import split_words
from app.core.vocabulary import RoleName
from app.service.concordance.hits import Hit

_Key = Callable[[Hit], tuple[object, ...]]


def arrange_hits(hits: Sequence[Hit], query: Query, speaker_called: Callable[[str], str]) -> list[Hit]:
    """Return hits as the steps of a query leave them.

    They are sampled first and then sorted. Without an order they come as articles are dated, the newest first.
    `speaker_called` says what the register calls a speaker.
    """
    found = list(hits)
    if query.drawing is not None:
        found = _draw(found, query.drawing)
        found.sort(key=_date_key, reverse=True)
    if query.sorting is not None:
        is_by_speaker = query.sorting.order is HitOrder.SPEAKER
        key = partial(_speaker_key, speaker_called) if is_by_speaker else _KEYS[query.sorting.order]
        found.sort(key=key, reverse=query.sorting.is_descending)
    return found


def shuffle_articles(ids: Iterable[int], drawing: Drawing) -> list[int]:
    """Return articles in the random order of a sample.

    Whatever order they come in, the same ones are shuffled in the same way.
    """
    shuffled = sorted(ids)
    random.Random(drawing.seed).shuffle(shuffled)  # noqa: S311  # a sample that can be drawn again
    return shuffled


def _draw(hits: list[Hit], drawing: Drawing) -> list[Hit]:
    if len(hits) <= drawing.size:
        return hits
    return random.Random(drawing.seed).sample(hits, drawing.size)  # noqa: S311  # as above


def _date_key(hit: Hit) -> tuple[object, ...]:
    return (hit.article.date.isoformat() if hit.article.date else "",)


def _words_beside(is_left: bool, first: int) -> _Key:
    """Return a key of the words beside the hit.

    They begin with the one at place `first`; what has none comes first.
    """

    def key(hit: Hit) -> tuple[object, ...]:
        words = split_words(hit.line[0])[::-1] if is_left else split_words(hit.line[2])
        return tuple(words[first - 1 :])

    return key


def _speaker_key(speaker_called: Callable[[str], str], hit: Hit) -> tuple[object, ...]:
    roles = hit.before.roles if hit.before is not None else ()
    name = next((role.normal for role in roles if role.name == RoleName.SPEAKER), "")
    return not name, speaker_called(name).casefold()


def _uncertainty_key(hit: Hit) -> tuple[object, ...]:
    """Return the key by which the least certain come first."""
    confidence = hit.before.confidence if hit.before is not None else None
    return (2.0 if confidence is None else confidence,)


_KEYS: dict[HitOrder, _Key] = {
    HitOrder.HIT: lambda hit: tuple(split_words(hit.line[1])),
    HitOrder.LEFT: _words_beside(True, 1),
    HitOrder.LEFT_2: _words_beside(True, 2),
    HitOrder.LEFT_3: _words_beside(True, 3),
    HitOrder.RIGHT: _words_beside(False, 1),
    HitOrder.RIGHT_2: _words_beside(False, 2),
    HitOrder.RIGHT_3: _words_beside(False, 3),
    HitOrder.DATE: _date_key,
    HitOrder.SOURCE: lambda hit: (not hit.article.source, hit.article.source.casefold()),
    HitOrder.LABEL: lambda hit: (hit.before is None, hit.before.label if hit.before is not None else ""),
    HitOrder.UNCERTAINTY: _uncertainty_key,
}
