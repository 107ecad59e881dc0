"""Counts over documents, for the summary sheet and `pometka stats`."""

from __future__ import annotations

from collections import Counter
from datetime import date

from app.core.model import Annotation, Document, Kind, Progress, Status
from app.core.vocabulary import AttributeName


class Tally:
    """Count articles, annotations, notes, names and speakers."""

    def __init__(self) -> None:
        self.articles = 0
        self.done = 0
        self.notes = 0
        self.first: date | None = None
        self.last: date | None = None
        self.sources: Counter[str] = Counter()
        self.labels: Counter[tuple[str, Status]] = Counter()
        self.kinds: Counter[tuple[str, str]] = Counter()
        self.claim_status: Counter[tuple[str, Status]] = Counter()
        self.speakers: Counter[str] = Counter()
        self.names: Counter[tuple[str, str]] = Counter()

    def add(self, document: Document) -> None:
        """Count one document."""
        article = document.article
        self.articles += 1
        self.done += article.progress is Progress.DONE
        self.notes += len(document.notes)
        self.sources[article.source] += 1
        if article.date is not None:
            self.first = min(self.first or article.date, article.date)
            self.last = max(self.last or article.date, article.date)
        for annotation in document.annotations:
            add = self._add_entity if annotation.kind is Kind.ENTITY else self._add_claim
            add(annotation, document.text)

    def _add_entity(self, entity: Annotation, text: str) -> None:
        self.labels[entity.label, entity.status] += 1
        is_figure = bool(entity.attribute(AttributeName.VALUE))
        if entity.is_live and not is_figure:
            self.names[entity.shown_name(text), entity.label] += 1

    def _add_claim(self, claim: Annotation, text: str) -> None:
        self.claim_status[claim.label, claim.status] += 1
        if not claim.is_live:
            return
        self.kinds[claim.label, claim.attribute(AttributeName.FORM)] += 1
        if claim.speaker is not None:
            self.speakers[claim.speaker.shown_name(text)] += 1
