"""The card of a record, read part by part.

It shows what articles say of a person, organisation or place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from app.core.model import Annotation, Article
from app.core.vocabulary import EntityLabel
from app.service.article.mentions import mention_key
from app.service.concordance.hits import line_of
from app.service.corpus.register.positions import find_roles
from app.service.corpus.register.register import RegisterEntry
from app.store import Project
from app.store.index.index_reader import IndexReader
from app.store.index.name_reader import NameEntry

MAX_COMPANY = 50
MAX_ROLE_ARTICLES = 500
"""The newest articles in which positions are looked for."""
_ARTICLES_AT_ONCE = 20


class CardSection(StrEnum):
    """A part of a card."""

    MENTIONS = "mentions"
    NAMES = "names"
    CLAIMS_BY = "claims by"
    CLAIMS_ABOUT = "claims about"
    COMPANY = "company"
    POSITIONS = "positions"


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """Where a mention stands: its text is read when it is shown."""

    article_id: int
    annotation_id: int


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A claim by its number in the index."""

    claim_id: int


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody or something that is named in the same articles."""

    name: str
    label: str
    articles: int


@dataclass(frozen=True, slots=True)
class Position:
    """A position that articles give a person.

    `first` and `last` are ISO dates or "". `place` is its last mention.
    """

    words: str
    articles: int
    first: str
    last: str
    place: MentionPlace


CardItem = MentionPlace | NameEntry | ClaimPlace | Company | Position


@dataclass(frozen=True, slots=True)
class CardPart:
    """One section of a card, as far as it is read."""

    section: CardSection
    items: Sequence[CardItem]


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A mention in its line."""

    article: Article
    annotation: Annotation
    line: tuple[str, str, str]


def read_card(project: Project, reader: IndexReader, entry: RegisterEntry) -> Iterator[CardPart]:
    """Yield the parts of a card.

    Those that are found at once come first.
    """
    yield CardPart(CardSection.NAMES, entry.names)
    mentions = [MentionPlace(*place) for place in reader.names.mentions_of(entry.labelled_keys)]
    yield CardPart(CardSection.MENTIONS, mentions)
    yield CardPart(CardSection.CLAIMS_BY, [ClaimPlace(number) for number in reader.claims.made_by(entry.keys)])
    if EntityLabel.PER in (entry.label, *(name.label for name in entry.names)):
        yield from _find_positions(project, mentions)
    yield CardPart(CardSection.CLAIMS_ABOUT, [ClaimPlace(number) for number in reader.claims.about(entry.keys)])
    company = reader.names.named_with(entry.keys, project.scheme().registered, MAX_COMPANY)
    yield CardPart(CardSection.COMPANY, [Company(*one) for one in company])


def read_line(project: Project, place: MentionPlace) -> MentionLine | None:
    """Return a mention in its line, None where it is gone."""
    article = project.article(place.article_id)
    rows = project.annotations(place.article_id) if article is not None else []
    row = next((row for row in rows if row.id == place.annotation_id), None)
    if article is None or row is None:
        return None
    return MentionLine(article, row, line_of(project.text(article.id), row.span))


def _find_positions(project: Project, mentions: Sequence[MentionPlace]) -> Iterator[CardPart]:
    """Yield the positions in the newest articles, as they are found.

    Those that were held last come first.
    """
    by_article = {number: frozenset(one.annotation_id for one in places) for number, places in _grouped(mentions)}
    newest = list(by_article)[:MAX_ROLE_ARTICLES]
    found: dict[str, list[tuple[str, str, MentionPlace]]] = defaultdict(list)
    for start in range(0, max(1, len(newest)), _ARTICLES_AT_ONCE):
        for document in project.documents(newest[start : start + _ARTICLES_AT_ONCE]):
            article = document.article
            day = article.date.isoformat() if article.date else ""
            for role in find_roles(document.text, document.annotations, by_article[article.id]):
                words = role.normal or role.words(document.text)  # a role is linked to who holds it
                found[mention_key(words)].append((day, words, MentionPlace(article.id, role.id)))
        positions = [_position(places) for places in found.values()]
        positions.sort(key=lambda one: (one.last, one.articles), reverse=True)
        yield CardPart(CardSection.POSITIONS, positions)


def _position(places: Sequence[tuple[str, str, MentionPlace]]) -> Position:
    days = sorted(day for day, _, _ in places if day)
    _, words, place = max(places, key=lambda one: one[0])
    articles = len({one.article_id for _, _, one in places})
    return Position(words, articles, days[0] if days else "", days[-1] if days else "", place)


def _grouped(mentions: Sequence[MentionPlace]) -> Iterator[tuple[int, list[MentionPlace]]]:
    return ((number, list(places)) for number, places in groupby(mentions, lambda one: one.article_id))
