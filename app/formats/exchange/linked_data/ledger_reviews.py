"""Write verdicts of a ledger as ClaimReview of schema.org.

It holds ratings of truth on public pages alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.formats.atomic_file import replace_file
from app.formats.exchange.linked_data.claim_authors import make_author
from app.formats.exchange.shared.json_texts import Tree

_CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A public page that makes a claim.

    `day` is an ISO date or "".
    """

    url: str
    title: str = ""
    source: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRating:
    """A claim with its verdict.

    `number` is the rating from 1, the worst, to `best`, None where it is no degree. `speaker_label` says what the
    speaker is, "" where that is not known.
    """

    claim: str
    speaker: str
    speaker_label: str
    appearances: tuple[Appearance, ...]
    rating: str
    number: int | None
    best: int
    reviewed: date | None
    reviewer: str
    explanation: str


def write_ratings(ratings: Iterable[ClaimRating], path: Path) -> Path:
    """Write a list of reviews, and return the path.

    An old file stays until the new one is whole.
    """
    with replace_file(path) as pending:
        reviews = [_make_review(rating) for rating in ratings]
        pending.draft.write_text(json.dumps(reviews, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return pending.written


def _make_review(rating: ClaimRating) -> dict[str, Tree]:
    pages = [_make_appearance(one) for one in rating.appearances]
    first = rating.appearances[0]
    number = {"ratingValue": rating.number, "bestRating": rating.best, "worstRating": 1} if rating.number else {}
    return _drop_empty(
        {
            "@context": _CONTEXT,
            "@type": "ClaimReview",
            "claimReviewed": rating.claim,
            "url": first.url,
            "datePublished": rating.reviewed.isoformat() if rating.reviewed else "",
            "author": {"@type": "Person", "name": rating.reviewer} if rating.reviewer else None,
            "itemReviewed": _drop_empty(
                {
                    "@type": "Claim",
                    "author": make_author(rating.speaker, rating.speaker_label),
                    "datePublished": first.day,
                    "firstAppearance": pages[0],
                    "appearance": pages,
                }
            ),
            "reviewRating": {"@type": "Rating", **number, "alternateName": rating.rating},
            "reviewBody": rating.explanation,
        }
    )


def _make_appearance(page: Appearance) -> dict[str, Tree]:
    publisher = {"@type": "Organization", "name": page.source} if page.source else None
    fields = {"headline": page.title, "url": page.url, "datePublished": page.day, "publisher": publisher}
    return _drop_empty({"@type": "NewsArticle", **fields})


def _drop_empty(tree: dict[str, Tree]) -> dict[str, Tree]:
    return {name: value for name, value in tree.items() if value not in ("", None, [], {})}
