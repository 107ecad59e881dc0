"""Export a ledger as it stands.

It is exported as a sheet, and as ClaimReview, which cannot hold all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.core.message import Message
from app.core.model import Article
from app.core.records import Evidence, Verdict
from app.core.verdict_scales import default_scales, scale_for, scale_of_version
from app.core.vocabulary import ClaimLabel
from app.formats.exchange.linked_data.ledger_reviews import Appearance, ClaimRating, write_ratings
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import LedgerRow

FindArticle = Callable[[int], Article | None]
SayVerdict = Callable[[Verdict], str]

_AT_ONCE = 200
_DEGREES = {"false": 1, "mostly_false": 2, "half_true": 3, "mostly_true": 4, "true": 5}
_BEST = max(_DEGREES.values())


@dataclass(slots=True)
class ReviewReport:
    """How many claims were written as ClaimReview.

    It also holds how many ClaimReview cannot hold, by the reason.
    """

    written: int = 0
    unjudged: int = 0
    untrue_scale: int = 0
    without_page: int = 0

    def messages(self) -> list[Message]:
        """Return what could not be written, in words."""
        found = (
            (self.unjudged, Message("{n} claims without a verdict", {"n": str(self.unjudged)})),
            (self.untrue_scale, Message("{n} promises, forecasts and demands", {"n": str(self.untrue_scale)})),
            (self.without_page, Message("{n} claims without a public page", {"n": str(self.without_page)})),
        )
        return [message for count, message in found if count]


def read_rows(ledger: Ledger, ids: Sequence[int], progress: Callable[[int], object]) -> Iterator[LedgerRow]:
    """Yield claims in their order, and tell how many came."""
    for start in range(0, len(ids), _AT_ONCE):
        yield from ledger.rows(ids[start : start + _AT_ONCE])
        progress(min(start + _AT_ONCE, len(ids)))


@dataclass(slots=True)
class ReviewExport:
    """Writes the verdicts of statements as ClaimReview.

    A record is one review with all its public pages.
    """

    ledger: Ledger
    find_article: FindArticle
    say_verdict: SayVerdict
    say_evidence: Callable[[Evidence], str]
    report: ReviewReport = field(default_factory=ReviewReport)

    def count(self, rows: Iterator[LedgerRow]) -> ReviewReport:
        """Return what ClaimReview can hold of some claims, before writing."""
        self.report = ReviewReport()
        for _ in self._make_ratings(rows):
            pass
        return self.report

    def write(self, rows: Iterator[LedgerRow], path: Path) -> Path:
        """Write what ClaimReview can hold of some claims, and count the rest."""
        self.report = ReviewReport()
        return write_ratings(self._make_ratings(rows), path)

    def _make_ratings(self, rows: Iterator[LedgerRow]) -> Iterator[ClaimRating]:
        seen = set[int]()
        for row in rows:
            if row.record is not None:
                if row.record.id in seen:
                    continue
                seen.add(row.record.id)
            rating = self._make_rating(row)
            if rating is not None:
                self.report.written += 1
                yield rating

    def _make_rating(self, row: LedgerRow) -> ClaimRating | None:
        """Return the rating of a claim.

        If ClaimReview has no place for it, count it and return None.
        """
        verdict = row.verdict
        if row.entry.label != ClaimLabel.STATEMENT:
            self.report.untrue_scale += 1
            return None
        if verdict is None:
            self.report.unjudged += 1
            return None
        pages = self._find_pages(row)
        if not pages:
            self.report.without_page += 1
            return None
        explanation = [verdict.note, *map(self.say_evidence, self.ledger.records.evidence_of(verdict))]
        return ClaimRating(
            row.entry.said,
            row.entry.speaker,
            self.ledger.find_speaker_label(row),
            pages,
            self.say_verdict(verdict),
            self._find_degree(verdict),
            _BEST,
            verdict.day,
            verdict.author,
            "\n".join(filter(None, explanation)),
        )

    def _find_degree(self, verdict: Verdict) -> int | None:
        """Return the degree of truth that a value stands for.

        None for what is no degree, and where the project calls the value otherwise: its key outlives its name.
        """
        own = scale_of_version(self.ledger.scheme, verdict.scale, verdict.scale_version)
        supplied = scale_for(ClaimLabel.STATEMENT, default_scales())
        is_renamed = own is not None and own.value(verdict.value).titles != supplied.value(verdict.value).titles
        return None if is_renamed else _DEGREES.get(verdict.value)

    def _find_pages(self, row: LedgerRow) -> tuple[Appearance, ...]:
        """Return the public pages that make a claim, the oldest first."""
        places = self.ledger.records.places_of(row.record) if row.record is not None else ()
        entries = [one.entry for one in self.ledger.rows([place.annotation_id for place in places] or [row.entry.id])]
        found = []
        for entry in sorted(entries, key=lambda entry: (entry.date, entry.id)):
            article = self.find_article(entry.article_id)
            if article is not None and article.url.startswith(("http://", "https://")):
                found.append(Appearance(article.url, article.title, article.source, entry.date))
        return tuple(found)
