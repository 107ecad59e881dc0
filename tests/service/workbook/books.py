"""Export a project, edit the workbook, and compare it.

It is edited as a colleague would.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Document, Kind, Note, Role, Status
from app.core.records import Judgement, RegisterRecord
from app.formats.export_context import ExportContext, HistoryPoint
from app.formats.export_options import ExportOptions
from app.formats.xlsx.reading.book_reader import Book, read_book_parts, read_rows
from app.formats.xlsx.workbook import write_workbook
from app.service.article.joined_names import join_names
from app.service.edits.steps.step_builders import EditContext
from app.service.history.exported_steps import read_steps
from app.service.jobs.workbook.take_task import TakeWorkbook
from app.service.project.schemes import default_scheme
from app.service.workbook.comparing import BookComparing
from app.service.workbook.items import Comparison, Item, Taken
from app.service.workbook.sides import Past
from app.store import Project
from tests.formats.xlsx.books import keys, sheet
from tests.service.samples import claim, entity

LATER = EditContext("Ая", datetime(2025, 9, 3, 12, tzinfo=UTC))
TEXT = (
    "Министр Ильдар Юнусов приехал в Алматы 👩‍🚀 вчера. Глава ведомства Юнусов доволен.\n"
    "«Завод в\u00a0Таразе откроют осенью», — сказал Ильдар Юнусов. Компания Tesla не ответила.\n"
    "По словам Айгуль Сериковой, дорога будет готова к 2027 году. Аким Серикова обещала ремонт.\n"
    "=cmd и +1 — так назвали себя участники; 00123, #N/A и _x0041_ тоже их знаки.\n"
)
SECOND = "Вторая статья: Серикова и Юнусов были в Астане. Юнусов уехал, Серикова осталась.\n"


def make_project(path: Path) -> Project:
    """Return a project with two articles.

    They have entities, claims and notes of every kind.
    """
    project = Project.create(path, default_scheme())
    number = project.next_id
    article = Article(number(), "Завод и дорога", source="Вестник", url="https://example.org/1", length=len(TEXT))
    speaker = Role("speaker", _at("Ильдар Юнусов", 1), "Ильдар Юнусов")
    cue = Role("cue", _at("сказал"))
    rows = [
        entity(TEXT, "Ильдар Юнусов", "PER", normal="Ильдар Юнусов"),
        entity(TEXT, "Алматы", "LOC", status=Status.ACCEPTED),
        entity(TEXT, "Юнусов", "PER", 1),
        entity(TEXT, "Таразе", "LOC", normal="Тараз"),
        entity(TEXT, "Ильдар Юнусов", "PER", 1, attributes=(("referent", "Ильдар Юнусов"),)),
        entity(TEXT, "Tesla", "ORG"),
        entity(TEXT, "Айгуль Сериковой", "PER", normal="Айгуль Серикова"),
        entity(TEXT, "Аким Серикова", "PER"),
        entity(TEXT, "=cmd", "OTHER"),
        entity(TEXT, "00123", "OTHER"),
        claim(TEXT, "«Завод в\u00a0Таразе откроют осенью»", "forecast", roles=(cue, speaker)),
        claim(TEXT, "дорога будет готова к 2027 году", "promise", attributes=(("due", "2027"), ("form", "reported"))),
    ]
    placed = [replace(row, id=number(), article_id=article.id) for row in rows]
    notes = [
        Note(number(), "проверить по записи", article.id, placed[0].id, "Ая"),
        Note(number(), "первая", article.id, placed[1].id, "Ая"),
        Note(number(), "вторая\nв две строки", article.id, placed[1].id, "Ая"),
        Note(number(), "о статье =1+1", article.id, None, "Ая"),
        Note(number(), "к проекту", None, None, "Ая"),
    ]
    second = Article(number(), "Вторая", length=len(SECOND))
    more = [
        entity(SECOND, "Серикова", "PER"),
        entity(SECOND, "Юнусов", "PER"),
        entity(SECOND, "Астане", "LOC"),
        entity(SECOND, "Юнусов", "PER", 1),
        entity(SECOND, "Серикова", "PER", 1),
    ]
    moved = [replace(row, id=number(), article_id=second.id) for row in more]
    everything = (article, Body(article.id, TEXT), *placed, *notes, second, Body(second.id, SECOND), *moved)
    project.apply(Step(Message("import"), tuple(Change(None, row) for row in everything)))
    return project


def _at(words: str, nth: int = 0) -> Any:
    return entity(TEXT, words, "PER", nth).span


def export(project: Project, path: Path, options: ExportOptions = ExportOptions(language="ru")) -> Path:  # noqa: B008
    """Write a workbook of a project as the export does."""
    project.flush()
    context = ExportContext(
        project.scheme(),
        project.path.stem,
        tuple(project.notes(None)),
        options,
        steps=tuple(read_steps(project, options.language)) if "changes" in options.sheets else (),
        point=HistoryPoint(*project.history().present()),
        joined=join_names(project.rows(Judgement), project.rows(RegisterRecord)),
    )
    chosen = (one for one in project.documents() if options.includes_article(one.article))
    return write_workbook(chosen, path, context)


def compare(project: Project, path: Path) -> Comparison:
    """Compare a workbook with its project."""
    project.flush()
    parts, stamp = read_book_parts(path)
    book, past = Book(stamp), Past(project, stamp)
    list(read_rows(path, book, parts, (project.scheme(), past.scheme)))
    comparing = BookComparing(project, book, past)
    list(comparing.run())
    return comparing.comparison


def take(project: Project, *items: Item) -> Taken:
    """Take items in as one step."""
    task = TakeWorkbook(project, "книга.xlsx", items, LATER)
    task.run()
    project.flush()
    assert task.taken is not None
    return task.taken


class Editing:
    """A workbook that is edited by column keys.

    openpyxl saves it again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path, rich_text=True)

    def sheet(self, key: str) -> Worksheet:
        """Return a sheet."""
        return sheet(self.book, key)

    def row(self, key: str, column: str, value: str, nth: int = 0) -> int:
        """Return the number of the nth row with a value.

        The value is in a column.
        """
        worksheet = self.sheet(key)
        place = keys(worksheet).index(column) + 1
        found = [n for n in range(2, worksheet.max_row + 1) if worksheet.cell(n, place).value == value]
        return found[nth]

    def set(self, sheet_key: str, row: int, /, **cells: Any) -> None:
        """Write cells of a row."""
        worksheet = self.sheet(sheet_key)
        names = keys(worksheet)
        for column, value in cells.items():
            cell = worksheet.cell(row, names.index(column) + 1)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # "=cmd" is no formula

    def get(self, key: str, row: int, column: str) -> Any:
        """Return the value of a cell."""
        worksheet = self.sheet(key)
        return worksheet.cell(row, keys(worksheet).index(column) + 1).value

    def add(self, sheet_key: str, /, **cells: Any) -> int:
        """Write a row below the last one; return its number."""
        number = self.sheet(sheet_key).max_row + 1
        self.set(sheet_key, number, **cells)
        return number

    def copy_row(self, key: str, row: int) -> int:
        """Copy a row below the last one; return its number."""
        worksheet = self.sheet(key)
        number = worksheet.max_row + 1
        for column in range(1, len(keys(worksheet)) + 1):
            worksheet.cell(number, column).value = worksheet.cell(row, column).value
        return number

    def save(self) -> Path:
        """Save the workbook."""
        self.book.save(self.path)
        return self.path


def edited(path: Path, edit: Callable[[Editing], object]) -> Path:
    """Edit a workbook and save it."""
    editing = Editing(path)
    edit(editing)
    return editing.save()


def annotation(project: Project, words: str, kind: Kind = Kind.ENTITY, nth: int = 0) -> Annotation:
    """Return the nth annotation over words in the first article."""
    return annotations_over(project.documents(), words, kind)[nth]


def annotations_over(documents: Any, words: str, kind: Kind = Kind.ENTITY) -> list[Annotation]:
    """Return the annotations over words."""
    found: list[Annotation] = []
    document: Document
    for document in documents:
        found += [one for one in document.annotations if one.kind is kind and one.words(document.text) == words]
    return found


def said(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    """Return all changes as (kind, column, now, wanted)."""
    return [
        (str(item.kind), change.column, change.present, change.wanted)
        for item in comparison.items
        for change in item.fields
    ]
