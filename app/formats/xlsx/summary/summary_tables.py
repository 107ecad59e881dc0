"""Make the tables of the summary as plain rows.

They are put on the sheet afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app import __version__
from app.core.colours.hues import find_hue
from app.core.due_days import last_due_day
from app.core.model import Kind, Status
from app.core.scheme import Scheme
from app.core.values.period_words import say_short_month
from app.formats.export_context import ExportContext, LabelRate
from app.formats.export_options import ExportOptions
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.rows.summary_tally import SummaryTally
from app.formats.xlsx.values.cells import Value, to_local_time
from app.formats.xlsx.values.due_dates import say_due
from app.formats.xlsx.values.words import Vocabulary, Words

FORMAT_VERSION = 1
"""Of the workbook: keys, columns and names. It grows when an older program could not read it back."""
_MAX_RANKED, _MAX_DUE, _MAX_MONTHS, _MAX_NAMES = 15, 40, 12, 30
_MAX_CLAIM_CHARS = 110
"""So much of a claim has room in the lines of a row."""
_DONE_HUE = "#0072b2"

Header = tuple[Words | str, ...]


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """A small table: its name, its header and its rows.

    `places` are where the rows lead to, one for each where there are any. One that `is_wide` has no room for charts at
    its right. `colours` are those of its columns, or of its rows where the columns are months. A chart shows the first
    `charted` columns of numbers, all but the first and last one where that is 0.
    """

    key: str
    title: Words
    header: Header
    rows: list[tuple[Value, ...]] = field(default_factory=list)
    places: tuple[str, ...] = ()
    is_wide: bool = False
    colours: tuple[str, ...] = ()
    charted: int = 0


def make_tables(tally: SummaryTally, context: ExportContext, naming: Naming, now: datetime) -> list[SummaryTable]:
    """Return all tables of the summary in their order.

    Empty ones are left out.
    """
    words, scheme = naming.words, context.scheme
    tables = [
        _about_table(context, naming, now),
        _progress_table(tally, context),
        _status_table("claims", _CLAIMS, tally.claims, words.claim_labels, words),
        _status_table("entities", _ENTITIES, tally.entities, words.entity_labels, words),
        _speaker_table(tally, words, scheme),
        _month_table(_CLAIM_MONTHS, tally.claim_months, tally, words, scheme),
        _month_table(_ENTITY_MONTHS, tally.entity_months, tally, words, scheme),
        _due_table(tally, words),
        _form_table(tally, words),
        _source_table(tally, words),
        _pair_table(tally),
        _done_table(tally, words),
        _precision_table(context.read_rates(), words, scheme),
    ]
    return [table for table in tables if table.rows]


_EXPORTED, _EXPORTED_BY = Words("Exported", "Выгружено"), Words("Exported by", "Кто выгрузил")
_PROGRAM = Words("Program", "Программа")
OF_THE_EXPORT = (_EXPORTED, _EXPORTED_BY, _PROGRAM)
"""The titles of rows that say when, by whom and by what the workbook was written."""
_ENTITIES = Words("Entities by label and status", "Имена по меткам и решениям")
_CLAIMS = Words("Claims by kind and status", "Утверждения по видам и решениям")
_ENTITY_MONTHS = Words("Entities by label and month", "Имена по меткам и месяцам")
_CLAIM_MONTHS = Words("Claims by kind and month", "Утверждения по видам и месяцам")
_LABEL, _KIND, _TOTAL = Words("Label", "Метка"), Words("Kind", "Вид"), Words("Total", "Всего")
_STATUS_HUES = {
    Status.PROPOSED: "#b7c4d4",
    Status.ACCEPTED: "#009e73",
    Status.CORRECTED: "#0072b2",
    Status.REJECTED: "#c44f00",
}
_PRECISION = Words("Precision", "Точность")
_LOW, _HIGH = Words("From (95 %)", "От (95 %)"), Words("To (95 %)", "До (95 %)")
_NO_DATE, _NO_SOURCE = Words("no date", "без даты"), Words("(none)", "(нет)")
_EARLIER = Words("earlier", "раньше")


def _about_table(context: ExportContext, naming: Naming, now: datetime) -> SummaryTable:
    say = naming.words.language
    options = context.options
    rows: list[tuple[Value, ...]] = [
        (Words("Project", "Проект").say(say), context.project or "Pometka"),
        (_EXPORTED.say(say), to_local_time(now)),
        (_EXPORTED_BY.say(say), options.author if options.with_authors else None),
        (Words("Row keys begin", "Ключи строк").say(say), f"…-{naming.tag}-…"),
        (_PROGRAM.say(say), f"Pometka {__version__}"),
        (Words("Version of the workbook", "Версия книги").say(say), str(FORMAT_VERSION)),
        *((words.say(say), value) for words, value in list_filters(options, naming.words)),
    ]
    return SummaryTable("about", Words("About", "О книге"), (), [row for row in rows if row[1]])


def list_filters(options: ExportOptions, words: Vocabulary) -> list[tuple[Words, Value]]:
    """Return what was chosen, in words.

    The value is empty if nothing was chosen.
    """
    titles = {**words.entity_labels, **words.claim_labels}
    yes = Words("yes", "да").say(words.language)
    statuses = [words.statuses[status] for status in options.statuses]
    if not statuses:
        statuses = [text for status, text in words.statuses.items() if options.include_rejected or status.is_live]
    return [
        (Words("Filter: status", "Отбор: решение"), ", ".join(statuses)),
        (Words("Filter: labels", "Отбор: метки"), ", ".join(titles.get(name, name) for name in options.labels)),
        (Words("Filter: from", "Отбор: с"), options.since),
        (Words("Filter: to", "Отбор: по"), options.until),
        (Words("Filter: done articles only", "Отбор: только готовые статьи"), yes if options.done_only else None),
        (
            Words("Filter: chosen articles", "Отбор: выбранные статьи"),
            None if options.article_ids is None else len(options.article_ids),
        ),
        (Words("Names of authors left out", "Имена авторов не указаны"), None if options.with_authors else yes),
    ]


def _progress_table(tally: SummaryTally, context: ExportContext) -> SummaryTable:
    language = context.options.language
    annotated = tally.entities + tally.claims
    total = sum(annotated.values())
    decided = sum(count for (_, status), count in annotated.items() if status is not Status.PROPOSED)
    rows: list[tuple[Value, ...]] = [
        (Words("Articles", "Статьи").say(language), tally.articles),
        (Words("Articles done", "Готовые статьи").say(language), tally.done, _share(tally.done, tally.articles)),
        (Words("Entities", "Имена").say(language), sum(tally.entities.values())),
        (Words("Claims", "Утверждения").say(language), sum(tally.claims.values())),
        (Words("Decided", "Решено").say(language), decided, _share(decided, total)),
        (Words("Notes", "Заметки").say(language), tally.notes + len(context.project_notes)),
    ]
    if tally.first and tally.last:
        rows.append((Words("First article", "Первая статья").say(language), tally.first))
        rows.append((Words("Last article", "Последняя статья").say(language), tally.last))
    return SummaryTable("progress", Words("Progress", "Ход работы"), (), rows)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _status_table(
    key: str, title: Words, counts: Counter[tuple[str, Status]], titles: dict[str, str], words: Vocabulary
) -> SummaryTable:
    shown = [status for status in Status if any(counts[label, status] for label, _ in list(counts))]
    rows: list[tuple[Value, ...]] = []
    for label in _order(counts, titles):
        row = [counts[label, status] for status in shown]
        rows.append((titles.get(label, label), *row, sum(row)))
    first = _KIND if key == "claims" else _LABEL
    header: Header = (first, *(words.statuses[status] for status in shown), _TOTAL)
    return SummaryTable(key, title, header, rows, colours=tuple(_STATUS_HUES[status] for status in shown))


def _month_table(
    title: Words, counts: Counter[tuple[str, str]], tally: SummaryTally, words: Vocabulary, scheme: Scheme
) -> SummaryTable:
    """Return the table of labels by month.

    It has the last months. What came before them is in one column.
    """
    kind = Kind.CLAIM if title is _CLAIM_MONTHS else Kind.ENTITY
    titles = words.claim_labels if kind is Kind.CLAIM else words.entity_labels
    months = sorted(tally.article_months)
    shown = [month for month in months if month][-_MAX_MONTHS:]
    earlier = [month for month in months if month and month not in shown]
    columns = [*([earlier] if earlier else []), *([month] for month in shown), *([[""]] if "" in months else [])]
    names = [say_short_month(month, words.language) for month in shown]
    heads: list[Words | str] = [
        *([_EARLIER] if earlier else []),
        *names,
        *([_NO_DATE] if "" in months else []),
    ]
    rows: list[tuple[Value, ...]] = [
        (titles.get(label, label), *(sum(counts[label, month] for month in column) for column in columns))
        for label in _order(counts, titles)
    ]
    colours = tuple(_hue(scheme, kind, label) for label in _order(counts, titles))
    return SummaryTable(
        f"{kind}_months", title, (_KIND if kind is Kind.CLAIM else _LABEL, *heads), rows, is_wide=True, colours=colours
    )


def _speaker_table(tally: SummaryTally, words: Vocabulary, scheme: Scheme) -> SummaryTable:
    kinds = [label.name for label in scheme.of_kind(Kind.CLAIM)]
    totals: Counter[str] = Counter()
    for (speaker, _), count in tally.speakers.items():
        totals[speaker] += count
    rows: list[tuple[Value, ...]] = [
        (speaker, *(tally.speakers[speaker, kind] for kind in kinds), total) for speaker, total in _rank(totals)
    ]
    header: Header = (Words("Speaker", "Говорящий"), *(words.claim_labels[kind] for kind in kinds), _TOTAL)
    colours = tuple(_hue(scheme, Kind.CLAIM, kind) for kind in kinds)
    return SummaryTable("speakers", Words("Who speaks most", "Кто говорит чаще всех"), header, rows, colours=colours)


def _due_table(tally: SummaryTally, words: Vocabulary) -> SummaryTable:
    found = sorted(tally.due, key=lambda claim: (last_due_day(claim.due), claim.place))[:_MAX_DUE]
    rows: list[tuple[Value, ...]] = [
        (
            _cut(claim.text),
            say_due(claim.due, words.language),
            words.claim_labels.get(claim.kind, claim.kind),
            claim.speaker,
        )
        for claim in found
    ]
    header = (Words("Claim", "Утверждение"), Words("Due", "Срок"), _KIND, Words("Speaker", "Говорящий"))
    title = Words("Claims with a due date", "Утверждения со сроком")
    return SummaryTable("due", title, header, rows, tuple(claim.place for claim in found), is_wide=True)


def _cut(text: str) -> str:
    """Return the start of a claim, cut behind a word."""
    if len(text) <= _MAX_CLAIM_CHARS:
        return text
    return f"{text[:_MAX_CLAIM_CHARS].rsplit(None, 1)[0].rstrip(' ,;:')}…"


def _form_table(tally: SummaryTally, words: Vocabulary) -> SummaryTable:
    forms = [*words.forms, *(("",) if any(not form for _, form in tally.forms) else ())]
    rows: list[tuple[Value, ...]] = [
        (words.claim_labels.get(kind, kind), *(tally.forms[kind, form] for form in forms))
        for kind in _order(tally.forms, words.claim_labels)
    ]
    header: Header = (_KIND, *(words.forms.get(form, "–") for form in forms))
    return SummaryTable("forms", Words("Claims by form", "Утверждения по виду речи"), header, rows, is_wide=True)


def _source_table(tally: SummaryTally, words: Vocabulary) -> SummaryTable:
    none = _NO_SOURCE.say(words.language)
    rows: list[tuple[Value, ...]] = [(source or none, count) for source, count in _rank(tally.sources)]
    header = (Words("Source", "Источник"), Words("Articles", "Статей"))
    return SummaryTable("sources", Words("Sources", "Источники"), header, rows, is_wide=True, colours=(_DONE_HUE,))


def _pair_table(tally: SummaryTally) -> SummaryTable:
    rows: list[tuple[Value, ...]] = [*tally.pairs(_MAX_NAMES, _MAX_RANKED)]
    header = (Words("Name", "Имя"), Words("Named with", "Вместе с"), Words("Articles", "Статей"))
    return SummaryTable(
        "pairs", Words("Who is named with whom", "Кто упомянут вместе с кем"), header, rows, is_wide=True
    )


def _done_table(tally: SummaryTally, words: Vocabulary) -> SummaryTable:
    months = sorted(tally.done_months)[-_MAX_MONTHS:]
    title = Words("Articles done by month", "Готовые статьи по месяцам")
    rows: list[tuple[Value, ...]] = []
    if months:
        articles = Words("Articles done", "Готовые статьи").say(words.language)
        rows.append((articles, *(tally.done_months[month] for month in months)))
    return SummaryTable(
        "done_months",
        title,
        (Words("Done", "Готово"), *(say_short_month(month, words.language) for month in months)),
        rows,
        is_wide=True,
        colours=(_DONE_HUE,),
    )


def _precision_table(rates: Iterable[LabelRate], words: Vocabulary, scheme: Scheme) -> SummaryTable:
    """Return what a random sample tells of each label."""
    few = Words("not enough yet", "пока мало").say(words.language)
    titles = {Kind.ENTITY: words.entity_labels, Kind.CLAIM: words.claim_labels}
    rows: list[tuple[Value, ...]] = [
        (
            titles[Kind(rate.kind)].get(rate.label, rate.label),
            rate.right / rate.judged if rate.is_enough else few,
            rate.low,
            rate.high,
            rate.right,
            rate.judged,
        )
        for rate in rates
    ]
    header: Header = (_LABEL, _PRECISION, _LOW, _HIGH, Words("Right", "Верно"), Words("Judged", "Решено"))
    title = Words("Precision by label (random sample)", "Точность по меткам (случайная выборка)")
    return SummaryTable("precision", title, header, rows, is_wide=True, colours=(_DONE_HUE,), charted=1)


def _hue(scheme: Scheme, kind: str, name: str) -> str:
    places = {(label.kind, label.name): index for index, label in enumerate(scheme.labels)}
    return find_hue(scheme.find(kind, name), places.get((kind, name), 0))


def _order(counts: Iterable[tuple[str, object]], titles: dict[str, str]) -> list[str]:
    """Return the labels that occur, in the order of the scheme.

    Labels that the scheme does not have come last.
    """
    seen = {label for label, _ in counts}
    return [label for label in titles if label in seen] + sorted(seen - set(titles))


def _rank(counts: Counter[str]) -> Sequence[tuple[str, int]]:
    """Return the most frequent words, equal ones by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MAX_RANKED]


def is_date(value: Value) -> bool:
    """Say whether a value is a day without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)
