"""The words of pictures in the window's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from app.core.colours.hues import UNKNOWN_HUE
from app.core.model import Kind, Progress
from app.core.records import Sample, SampleUnit
from app.core.scheme import Scheme
from app.service.corpus.overview.periods import Period
from app.service.corpus.overview.pictures import Pace, Picture, PictureKind
from app.service.samples.precision import Measured, Rate
from app.ui.base.i18n import number_words, tr
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import day, moment
from app.ui.base.texts.empty_words import filter_words
from app.ui.theme.label_colours import ColourScheme, Tint

_MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Says what pictures show, and in which colours."""

    scheme: Scheme
    language: str
    colours: ColourScheme

    def title(self, kind: PictureKind) -> str:
        """Return the title of a picture."""
        return {
            PictureKind.PROGRESS: tr("Progress and pace"),
            PictureKind.LABELS: tr("Labels over time"),
            PictureKind.CLAIMS: tr("Claims over time"),
            PictureKind.SOURCES: tr("By source"),
            PictureKind.NAMES: tr("Who is named with whom"),
            PictureKind.PRECISION: tr("Precision of the tagger"),
        }[kind]

    def empty(self, picture: Picture, *, is_filtered: bool) -> str:
        """Say why a picture is empty, and what would fill it."""
        pace, measured = picture.pace, picture.measured
        if measured is not None and measured.fitting:
            return tr(
                "Nothing of this sample counts yet: it is decided in the order of drawing. W opens its next, "
                "Ctrl+] the one after."
            )
        if is_filtered and pace is not None and pace.total:
            return tr("None of the articles that fit this filter is finished yet.")
        if is_filtered and (measured is not None or picture.kind is not PictureKind.PRECISION):
            return filter_words()
        return self._empty_words(picture.kind)

    def _empty_words(self, kind: PictureKind) -> str:
        """Say what would fill a picture of a project."""
        return {
            PictureKind.PROGRESS: tr("No article was finished yet. Ctrl+Enter finishes the open article."),
            PictureKind.LABELS: tr("No entities here yet. Importing an article tags it."),
            PictureKind.CLAIMS: tr("No claims here yet. Shift+1 to Shift+4 make one of the selection."),
            PictureKind.SOURCES: tr("No articles here."),
            PictureKind.NAMES: tr("Nothing of the register is named here yet."),
            PictureKind.PRECISION: tr(
                "No decided sample yet. R draws articles or tags at random; their decisions tell how precise the "
                "tagger is. What is decided in other orders, such as the most doubtful first, would mislead."
            ),
        }[kind]

    def row_name(self, picture: Picture, row: int) -> str:
        """Return what a row is called."""
        heading = picture.rows[row]
        match picture.kind:
            case PictureKind.LABELS:
                return self._label_title(Kind.ENTITY, heading.name)
            case PictureKind.CLAIMS:
                return self._label_title(Kind.CLAIM, heading.name)
            case PictureKind.PRECISION if picture.measured is not None:
                return self._label_title(Kind(picture.measured.rates[row].kind), heading.name)
            case PictureKind.PROGRESS | PictureKind.SOURCES:
                return progress_name(Progress(heading.name))
        return one_line(heading.name)

    def column_name(self, picture: Picture, column: int) -> str:
        """Return what a column is called."""
        heading = picture.columns[column]
        if heading.period is not None:
            return period_name(heading.period)
        if picture.kind in (PictureKind.LABELS, PictureKind.CLAIMS):
            return tr("no date")
        if picture.kind is PictureKind.SOURCES:
            return tr("Other sources") if heading.name == "…" else one_line(heading.name) or tr("no source")
        return one_line(heading.name)

    def short_period(self, picture: Picture, column: int) -> str:
        """Return a column's period for the axis."""
        period = picture.columns[column].period
        if period is None:
            return tr("no date")
        if (period.last - period.first).days < _MONTHS_OF_YEAR:
            return QLocale().toString(period.first, "d MMM")  # type: ignore[call-overload, no-any-return]
        if (period.last - period.first).days > 360:
            return str(period.first.year)
        return f"{_month(period.first, QLocale.FormatType.ShortFormat)} {period.first.year}"

    def colour(self, picture: Picture, row: int) -> str:
        """Return the colour of a row, which stands out from the paper."""
        if picture.kind in (PictureKind.PROGRESS, PictureKind.SOURCES):
            return self.colours.muted if picture.rows[row].name == Progress.SKIPPED else self.colours.link
        return self.tint(picture.rows[row].hue or UNKNOWN_HUE).edge

    def tint(self, hue: str) -> Tint:
        """Return the colours made of a hue."""
        return self.colours.tint_of(hue)

    def cell(self, picture: Picture, row: int, column: int) -> str:
        """Say what is marked, with its count."""
        count = picture.values[row][column]
        names = (self.row_name(picture, row), self.column_name(picture, column))
        if picture.measured is not None:
            return f"{names[0]} · {self.rate(picture.measured.rates[row])}"
        if picture.kind is PictureKind.NAMES:
            shown_names = names[0] if row == column else f"{names[0]} + {names[1]}"
            return f"{shown_names} · {tr('{n} articles', n=count)}"
        counted = {
            PictureKind.PROGRESS: (names[1], tr("{n} articles done", n=count)),
            PictureKind.LABELS: (*names, tr("{n} entities", n=count)),
            PictureKind.CLAIMS: (*names, tr("{n} claims", n=count)),
            PictureKind.SOURCES: (*names[::-1], tr("{n} articles", n=count)),
        }
        return " · ".join(counted.get(picture.kind, names))

    def total_and_peak(self, total: int, peak: int) -> str:
        """Return the sum of a strip and its highest bar."""
        return tr("{total}, at most {peak}", total=number_words(total), peak=number_words(peak))

    def rate(self, rate: Rate) -> str:
        """Return a rate with its interval, or that it says too little."""
        counts = tr("{right} of {judged}", right=number_words(rate.right), judged=number_words(rate.judged))
        interval = f"{round(100 * rate.low)}–{_percent(rate.high)}"
        if not rate.is_enough:
            return f"{counts} · {interval} · {tr('not enough yet')}"
        return f"{_percent(rate.share)} ({interval}) · {counts}"

    def headline(self, picture: Picture) -> str:
        """Return a picture in a line, for the list of all."""
        if picture.pace is not None:
            done, total = picture.pace.done, picture.pace.total
            counts = tr("{done} of {all} done", done=number_words(done), all=number_words(total))
            return f"{counts} · {_percent(done / total if total else 0.0)}"
        if picture.kind is PictureKind.PRECISION:
            measured = picture.measured
            return tr("{n} decided", n=measured.decided) if measured is not None else tr("no sample yet")
        return {
            PictureKind.LABELS: tr("{n} entities", n=picture.total),
            PictureKind.CLAIMS: tr("{n} claims", n=picture.total),
            PictureKind.SOURCES: tr("{n} sources", n=sum(heading.name != "…" for heading in picture.columns)),
            PictureKind.NAMES: tr("{n} names", n=len(picture.rows)),
        }[picture.kind]

    def facts(self, picture: Picture) -> str:
        """Return what is said above a picture."""
        if picture.pace is not None:
            return self._pace_facts(picture.pace)
        if picture.measured is not None:
            return self._sample_facts(picture.measured)
        if picture.kind is PictureKind.NAMES and picture.rows:
            return tr(
                "The names in most articles; joined names of the register count as one. The numbers are articles."
            )
        return ""

    def _pace_facts(self, pace: Pace) -> str:
        parts = [
            tr("{n} articles done", n=pace.done),
            tr("{n} open", n=pace.open),
            tr("{n} skipped", n=pace.skipped) if pace.skipped else "",
        ]
        if pace.per_day is not None:
            rate = QLocale().toString(pace.per_day, "f", 1)
            parts.append(tr("{rate} a day in the last {n} days", rate=rate, n=pace.days))
        if pace.expected is not None:
            parts.append(tr("all done on {date} at this pace", date=day(pace.expected)))
        if pace.done > pace.dated:
            parts.append(tr("{n} done without a known day", n=pace.done - pace.dated))
        return " · ".join(filter(None, parts))

    def _sample_facts(self, measured: Measured) -> str:
        sample, drawn = measured.sample, len(measured.sample.member_ids)
        parts = [
            f"{tr('Sample {number}', number=measured.number)}: {unit_name(sample)}",
            tr("{n} drawn of {all}", n=drawn, all=number_words(sample.population)),
            tr("{n} of them fit the filter", n=measured.fitting) if measured.fitting < drawn else "",
            tr("seed {seed}", seed=str(sample.seed)),
            tr("filter: {query}", query=sample.query) if sample.query else "",
            moment(sample.made) if sample.made else "",
            sample.author,
            tr("{n} decided", n=measured.decided),
            tr("{n} count, without a gap from the first drawn", n=measured.counted),
            tr("{n} gone or skipped", n=measured.gone) if measured.gone else "",
        ]
        return " · ".join(filter(None, parts)) + ". " + tr("Intervals: Wilson, 95 %.")

    def _label_title(self, kind: Kind, name: str) -> str:
        label = self.scheme.find(kind, name)
        return one_line(label.title(self.language) if label is not None else name)


def unit_name(sample: Sample) -> str:
    """Return what a sample was drawn from."""
    if sample.unit is SampleUnit.ANNOTATIONS:
        return tr("tags")
    return tr("articles with hidden pre-tags") if sample.is_hidden else tr("articles")


def progress_name(progress: Progress) -> str:
    """Return how far an article has come, in a word."""
    return {Progress.OPEN: tr("open"), Progress.DONE: tr("done"), Progress.SKIPPED: tr("skipped")}[progress]


def period_name(period: Period) -> str:
    """Return a period in words.

    It is a day, a month, or from the first to the last.
    """
    if period.first == period.last:
        return day(period.first)
    is_whole = period.first.day == 1 and period.last.day > 27
    if not is_whole:
        return f"{day(period.first)} – {day(period.last)}"
    first = f"{_month(period.first, QLocale.FormatType.LongFormat)} {period.first.year}"
    if (period.first.year, period.first.month) == (period.last.year, period.last.month):
        return first
    if (period.first.month, period.last.month) == (1, _MONTHS_OF_YEAR):
        years = (period.first.year, period.last.year)
        return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
    return f"{first} – {_month(period.last, QLocale.FormatType.LongFormat)} {period.last.year}"


def _percent(share: float) -> str:
    return f"{round(100 * share)}\u00a0%"


def _month(of: date, form: QLocale.FormatType) -> str:
    return QLocale().standaloneMonthName(of.month, form)
