"""Write a ledger of claims as a workbook.

It has one sheet, in the order of the ledger's lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.core.scheme import Scheme
from app.formats.atomic_file import replace_file
from app.formats.xlsx.columns.column import Column, Look, SheetColumns
from app.formats.xlsx.parts.package import Package
from app.formats.xlsx.sheets.sheet_layout import TableLook
from app.formats.xlsx.sheets.table_sheet import TablePlace, TableSheet
from app.formats.xlsx.values.cells import clean_text
from app.formats.xlsx.values.due_dates import say_due
from app.formats.xlsx.values.value_figures import say_figures
from app.formats.xlsx.values.words import Vocabulary, Words


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A claim with what was found of it.

    Words are in the language of the workbook.

    `due` and `day` are ISO dates or "", `figures` is as in the attribute of a claim, `as_of` the day of the verdict,
    `watched` the day when somebody last found nothing new. `scale` is the scale of the verdict with its version, and
    `author` who gave it.
    """

    speaker: str = ""
    claim: str = ""
    kind: str = ""
    topic: str = ""
    figures: str = ""
    due: str = ""
    disagreement: str = ""
    state: str = ""
    watched: date | None = None
    verdict: str = ""
    certainty: str = ""
    as_of: date | None = None
    scale: str = ""
    author: str = ""
    note: str = ""
    evidence: str = ""
    places: int = 1
    day: str = ""
    source: str = ""
    title: str = ""
    url: str = ""


def write_ledger(lines: Iterable[LedgerLine], path: Path, scheme: Scheme, language: str, project: str) -> Path:
    """Write lines in their order, and return the path.

    An old file stays until the new one is whole.
    """
    words = Vocabulary.of(scheme, language)
    with replace_file(path) as pending, ExitStack() as stack:
        package = Package(stack, language)
        package.workbook.properties.title = clean_text(project)
        place = TablePlace(package, words, TableLook(language, frozenset(), {}))
        table: TableSheet[LedgerLine] = TableSheet(place, SheetColumns("ledger", make_ledger_columns(language)))
        table.extend(lines)
        table.close()
        package.save(pending.draft)
    return pending.written


def make_ledger_columns(language: str) -> tuple[Column[LedgerLine], ...]:
    """Return the columns of a ledger."""
    return (
        Column("speaker", Words("Speaker", "Говорящий"), 26, Look.WRAPPED, value=lambda line: line.speaker or None),
        Column("text", Words("Claim", "Утверждение"), 70, Look.WRAPPED, value=lambda line: line.claim, repeats=False),
        Column("kind", Words("Kind", "Вид"), 14, value=lambda line: line.kind),
        Column("topic", Words("Topic", "Тема"), 18, value=lambda line: line.topic or None),
        Column(
            "figures",
            Words("Figures", "Цифры"),
            22,
            Look.FIGURES,
            value=lambda line: say_figures(line.figures, language),
        ),
        Column(
            "disagreement",
            Words("Figures disagree", "Расхождение цифр"),
            18,
            value=lambda line: line.disagreement or None,
        ),
        Column("due", Words("Due", "Срок"), 14, Look.DUE, value=lambda line: _say_day(line.due, language)),
        Column("state", Words("State", "Состояние"), 20, value=lambda line: line.state),
        Column("watched", Words("Looked at", "Просмотрено"), 13, Look.DATE, value=lambda line: line.watched),
        Column("verdict", Words("Verdict", "Вердикт"), 24, value=lambda line: line.verdict or None),
        Column("certainty", Words("Certainty", "Уверенность"), 14, value=lambda line: line.certainty or None),
        Column("as_of", Words("As of", "На дату"), 12, Look.DATE, value=lambda line: line.as_of),
        Column("scale", Words("Scale", "Шкала"), 26, value=lambda line: line.scale or None),
        Column("author", Words("Verdict by", "Кто вынес"), 18, value=lambda line: line.author or None),
        Column("note", Words("Note", "Заметка"), 40, Look.WRAPPED, value=lambda line: line.note or None),
        Column(
            "evidence", Words("Evidence", "Доказательства"), 60, Look.WRAPPED, value=lambda line: line.evidence or None
        ),
        Column("places", Words("Places", "Мест"), 10, Look.NUMBER, value=lambda line: line.places),
        Column("date", Words("Date", "Дата"), 12, Look.DUE, value=lambda line: _say_day(line.day, language)),
        Column("source", Words("Source", "Источник"), 18, value=lambda line: line.source or None),
        Column("title", Words("Article", "Статья"), 36, value=lambda line: line.title or None),
        Column(
            "url",
            Words("Link", "Ссылка"),
            30,
            Look.LINK,
            value=lambda line: line.url or None,
            link=lambda line: line.url,
        ),
    )


def _say_day(iso: str, language: str) -> date | str | None:
    return say_due(iso, language) if iso else None
