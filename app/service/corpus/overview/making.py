"""Make the pictures of a project from what its index counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations

from app.core.colours.hues import find_hue
from app.core.labelled_names import join_label, split_label
from app.core.model import Kind, Progress
from app.core.name_clusters import Clusters
from app.core.query.terms import FieldName, Query
from app.core.records import Judgement, JudgementKind, Sample
from app.core.scheme import Scheme
from app.service.corpus.overview.periods import Period, day_periods, month_periods
from app.service.corpus.overview.pictures import Heading, Pace, Picture, PictureKind, field_terms, written
from app.service.samples.precision import measure_sample
from app.store import Project
from app.store.index.overview_counts import OverviewCounts

MAX_NAMES = 30
_MAX_PERIODS, _MAX_SOURCES = 36, 20
_PACE_DAYS = 28
"""The pace is that of so many days up to today."""
_NAMES_EACH = 3
"""So many times as many names are read as are shown, for those that are joined."""
_UNDATED = f"-{FieldName.DATE}:0001..9999"
_NOT_REJECTED = "-status:rejected"


@dataclass(frozen=True, slots=True)
class Scope:
    """The articles of pictures: those that fit a query, on a day.

    `typed` is the query as it was written. `sample` is the id of the one to measure, 0 for the newest.
    """

    today: date
    query: Query = field(default_factory=Query)
    typed: str = ""
    sample: int = 0


class PictureMaker:
    """Makes pictures; one thread at a time may ask."""

    def __init__(self, project: Project, counts: OverviewCounts, scope: Scope) -> None:
        self._project, self._counts, self._scope = project, counts, scope
        self._scheme = project.scheme()

    def make(self, kind: PictureKind) -> Picture:
        """Return a picture."""
        makers: Mapping[PictureKind, Callable[[], Picture]] = {
            PictureKind.PROGRESS: self._make_progress,
            PictureKind.LABELS: lambda: self._make_months(PictureKind.LABELS, Kind.ENTITY),
            PictureKind.CLAIMS: lambda: self._make_months(PictureKind.CLAIMS, Kind.CLAIM),
            PictureKind.SOURCES: self._make_sources,
            PictureKind.NAMES: self._make_names,
            PictureKind.PRECISION: self._make_precision,
        }
        return makers[kind]()

    def make_all(self, kinds: Sequence[PictureKind]) -> Iterator[Picture]:
        """Yield some pictures, each as soon as it is made."""
        return map(self.make, kinds)

    def _make_progress(self) -> Picture:
        states = self._counts.progress(self._scope.query)
        days = {
            day: count for said, count in self._counts.finished_days(self._scope.query).items() if (day := _day(said))
        }
        pace = make_pace(states, days, self._scope.today)
        periods = day_periods(min(days), max(self._scope.today, *days), _MAX_PERIODS) if days else []
        columns = tuple(_period_heading(FieldName.FINISHED, one) for one in periods)
        counts = tuple(sum(count for day, count in days.items() if one.holds(day)) for one in periods)
        rows = (Heading(Progress.DONE, field_terms(FieldName.PROGRESS, Progress.DONE)),)
        return Picture(PictureKind.PROGRESS, rows, columns, (counts,), self._scope.typed, pace)

    def _make_months(self, picture: PictureKind, kind: Kind) -> Picture:
        ask = self._counts.claim_months if kind is Kind.CLAIM else self._counts.entity_months
        counts = ask(self._scope.query)
        labels = order_labels(self._scheme, kind, {label for label, _ in counts})
        rows = tuple(self._label_heading(kind, label) for label in labels)
        periods = month_periods({month for _, month in counts}, _MAX_PERIODS)
        columns = [_period_heading(FieldName.DATE, period) for period in periods]
        place_of = _place_months(periods, {month for _, month in counts})
        if any(place == len(periods) for place in place_of.values()):
            columns.append(Heading("", _UNDATED))
        values = {label: [0] * len(columns) for label in labels}
        for (label, month), count in counts.items():
            values[label][place_of[month]] += count
        return Picture(
            picture, rows, tuple(columns), tuple(tuple(values[label]) for label in labels), self._scope.typed
        )

    def _make_sources(self) -> Picture:
        counts = self._counts.sources(self._scope.query)
        totals = Counter[str]()
        for (source, _), count in counts.items():
            totals[source] += count
        ranked = [source for source, _ in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))]
        shown, rest = ranked[:_MAX_SOURCES], ranked[_MAX_SOURCES:]
        columns = [Heading(source, field_terms(FieldName.SOURCE, written(source))) for source in shown]
        groups = [[source] for source in shown]
        if rest:
            others = field_terms(FieldName.SOURCE, *map(written, shown), is_excluded=True)
            columns.append(Heading("…", others))
            groups.append(rest)
        rows = tuple(Heading(one, field_terms(FieldName.PROGRESS, one)) for one in Progress)
        values = tuple(
            tuple(sum(counts.get((source, one), 0) for source in group) for group in groups) for one in Progress
        )
        return Picture(PictureKind.SOURCES, rows, tuple(columns), values, self._scope.typed)

    def _make_names(self) -> Picture:
        named = self._find_names()
        headings = tuple(
            Heading(
                names[0],
                field_terms(FieldName.NAMED, *map(written, names)),
                find_hue(self._scheme.find(Kind.ENTITY, label), 0),
            )
            for names, label, _ in named
        )
        sets = [articles for _, _, articles in named]
        values = [[len(one) if one is other else 0 for other in sets] for one in sets]
        for left, right in combinations(range(len(sets)), 2):
            values[left][right] = values[right][left] = len(sets[left] & sets[right])
        rows = tuple(map(tuple, values))
        return Picture(PictureKind.NAMES, headings, headings, rows, self._scope.typed)

    def _find_names(self) -> list[tuple[list[str], str, frozenset[int]]]:
        """Return the most frequent names with their label and articles.

        Names that were judged the same are one, the best known first.
        """
        query = self._scope.query
        clusters = Clusters(row for row in self._project.rows(Judgement) if row.kind is JudgementKind.ENTITY)
        labels = self._scheme.names_of(Kind.ENTITY)
        groups: dict[str, list[str]] = {}
        label_of: dict[str, str] = {}
        used = set[str]()
        for key, label in self._counts.names_in(query, self._scheme.registered, MAX_NAMES * _NAMES_EACH):
            record = join_label(label, key)
            head = clusters.head(record)
            if head in groups or key in used:
                continue
            members = [split_label(member, labels)[1] for member in clusters.members(record)]
            groups[head] = list(dict.fromkeys([key, *members]))
            label_of[head] = label
            used.update(groups[head])
        shown = self._counts.shown_names(used)
        found = [
            ([shown[key] for key in keys if key in shown], label_of[head], self._counts.articles_naming(keys, query))
            for head, keys in groups.items()
        ]
        return sorted(found, key=lambda one: (-len(one[2]), one[0]))[:MAX_NAMES]

    def _make_precision(self) -> Picture:
        samples = self._project.rows(Sample)
        sample = next((one for one in samples if one.id == self._scope.sample), samples[-1] if samples else None)
        if sample is None:
            return Picture(PictureKind.PRECISION)
        number = 1 + samples.index(sample)
        query = self._scope.query
        within = self._counts.fitting_articles(query) if query.terms else None
        measured = measure_sample(self._project, sample, number, within)
        rates = tuple(rate for rate in measured.rates if query.allows_label(rate.kind, rate.label))
        measured = replace(measured, rates=rates)
        rows = tuple(
            Heading(rate.label, self._label_terms(Kind(rate.kind), rate.label), self._hue(Kind(rate.kind), rate.label))
            for rate in rates
        )
        column = Heading(str(number), field_terms(FieldName.DRAWN, str(number)))
        values = tuple((rate.judged,) for rate in rates)
        return Picture(PictureKind.PRECISION, rows, (column,), values, self._scope.typed, measured=measured)

    def _label_heading(self, kind: Kind, label: str) -> Heading:
        terms = f"{self._label_terms(kind, label)} {_NOT_REJECTED}"
        return Heading(label, terms, self._hue(kind, label))

    def _label_terms(self, kind: Kind, label: str) -> str:
        """Return the terms for a label.

        The kind is named where both kinds have such a label.
        """
        other = Kind.ENTITY if kind is Kind.CLAIM else Kind.CLAIM
        terms = field_terms(FieldName.LABEL, label)
        is_shared = self._scheme.find(other, label) is not None
        return f"{field_terms(FieldName.KIND, kind)} {terms}" if is_shared else terms

    def _hue(self, kind: Kind, label: str) -> str:
        places = {(one.kind, one.name): place for place, one in enumerate(self._scheme.labels)}
        return find_hue(self._scheme.find(kind, label), places.get((kind, label), 0))


def make_pace(states: Mapping[Progress, int], days: Mapping[date, int], today: date) -> Pace:
    """Return how far and how fast a project goes.

    Read from articles by progress and by day of finishing.
    """
    done, left = states.get(Progress.DONE, 0), states.get(Progress.OPEN, 0)
    skipped, dated = states.get(Progress.SKIPPED, 0), sum(days.values())
    since = today - timedelta(_PACE_DAYS - 1)
    recent = sum(count for day, count in days.items() if since <= day <= today)
    pace = Pace(done + left + skipped, done, left, skipped, dated)
    if not recent:
        return pace
    length = (today - max(since, min(day for day in days if day <= today))).days + 1
    per_day = recent / length
    expected = today + timedelta(min(-(-left // per_day), (date.max - today).days)) if left else None
    return Pace(pace.total, done, left, skipped, dated, length, per_day, expected)


def order_labels(scheme: Scheme, kind: Kind, seen: set[str]) -> list[str]:
    """Return the labels that occur, in the order of the scheme.

    Those that it does not have come last.
    """
    known = [label.name for label in scheme.of_kind(kind) if label.name in seen]
    return known + sorted(seen - set(known))


def _period_heading(field: FieldName, period: Period) -> Heading:
    return Heading(period.range, f"{field}:{period.range}", period=period)


def _place_months(periods: Sequence[Period], months: set[str]) -> dict[str, int]:
    """Return the period of each month.

    What is no month has a place behind them.
    """
    found = {}
    for month in months:
        day = _day(f"{month}-01")
        places = (place for place, period in enumerate(periods) if day is not None and period.holds(day))
        found[month] = next(places, len(periods))
    return found


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
