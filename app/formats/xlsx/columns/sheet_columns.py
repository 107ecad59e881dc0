"""The columns of the sheets of articles, entities, claims and notes, in the order of reading.

A new column is one line in the list of its sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.core.model import Kind
from app.core.scheme import Scheme
from app.core.vocabulary import AttributeName
from app.formats.export_context import ExportedStep
from app.formats.export_options import ExportOptions
from app.formats.xlsx.columns.column import ChoiceList, Column, Look, SheetColumns
from app.formats.xlsx.rows.register import RegisterRow
from app.formats.xlsx.rows.sheet_rows import ArticleRow, ClaimRow, EntityRow, NoteRow
from app.formats.xlsx.values.due_dates import say_due
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.value_figures import say_figures
from app.formats.xlsx.values.words import STEP_STATES, Vocabulary, Words

AnyRow = ArticleRow | EntityRow | ClaimRow
Found = EntityRow | ClaimRow


@dataclass(frozen=True, slots=True)
class Naming:
    """What values are called in one workbook: its words, the project's tag, the options."""

    words: Vocabulary
    tag: str
    scheme: Scheme
    options: ExportOptions

    def key_of(self, kind: RowKind) -> Callable[[int], str]:
        """Return what makes the key of a row of a kind."""
        start = f"{kind.value}-{self.tag}-"
        return lambda number: f"{start}{number}"


def make_sheet_columns(naming: Naming) -> dict[str, SheetColumns]:
    """Return the columns of every sheet of rows, those that the options choose."""
    sheets: dict[str, list[Any]] = {
        "articles": _article_columns(naming),
        "entities": _entity_columns(naming),
        "claims": _claim_columns(naming),
        "register": _register_columns(naming),
        "notes": _note_columns(naming),
        "changes": _step_columns(naming),
    }
    return {key: SheetColumns(key, tuple(columns)).choose(naming.options.columns) for key, columns in sheets.items()}


def _date(title: Words = Words("Date", "Дата")) -> Column[AnyRow]:  # noqa: B008  # frozen
    return Column("date", title, 11, Look.DATE, value=lambda row: row.article.date)


_SOURCE: Column[AnyRow] = Column("source", Words("Source", "Источник"), 15, value=lambda row: row.article.source)
_URL: Column[AnyRow] = Column(
    "url",
    Words("Link", "Ссылка"),
    22,
    Look.LINK,
    value=lambda row: row.article.url,
    link=lambda row: row.article.url,
)


def _title(width: int) -> Column[Found]:
    return Column(
        "title",
        Words("Article", "Статья"),
        width,
        Look.LINK,
        value=lambda row: row.article.title,
        link=lambda row: row.article_place,
    )


def _note(width: int) -> Column[Found]:
    return Column(
        "note",
        Words("Note", "Заметка"),
        width,
        Look.WRAPPED,
        value=lambda row: row.notes,
        max_lines=4,
        comes_back=True,
        repeats=False,
    )


def _context(width: int) -> Column[Found]:
    return Column(
        "context",
        Words("Context", "Контекст"),
        width,
        Look.RICH,
        value=lambda row: row.context,
        max_lines=3,
        repeats=False,
    )


def _status(words: Vocabulary) -> Column[Found]:
    statuses = words.statuses
    return Column(
        "status",
        Words("Status", "Решение"),
        13,
        choices=ChoiceList.STATUSES,
        value=lambda row: statuses[row.annotation.status],
        comes_back=True,
    )


def _key(kind: RowKind, naming: Naming, number: Callable[[Any], int]) -> Column[Any]:
    make = naming.key_of(kind)
    return Column("key", Words("Key", "Ключ"), 16, value=lambda row: make(number(row)), repeats=False, is_plain=True)


def _attribute(name: str, title: Words, width: int = 16, **more: Any) -> Column[Found]:
    return Column(name, title, width, value=lambda row: row.attributes.get(name), **more)


def _bookkeeping(naming: Naming) -> list[Column[Found]]:
    """Return the columns at the right that are folded."""
    make_key, origins = naming.key_of(RowKind.ARTICLE), naming.words.origins
    columns: list[Column[Found]] = [
        Column("article", Words("Article key", "Ключ статьи"), 16, value=lambda row: make_key(row.article.id)),
        Column("start", Words("Start", "Начало"), 9, Look.NUMBER, value=lambda row: row.annotation.start),
        Column("stop", Words("Stop", "Конец"), 9, Look.NUMBER, value=lambda row: row.annotation.stop),
        Column("origin", Words("Origin", "Происхождение"), 18, value=lambda row: origins[row.annotation.origin]),
        Column(
            "confidence",
            Words("Confidence", "Уверенность"),
            14,
            Look.SHARE,
            value=lambda row: _round_share(row.annotation.confidence),
        ),
        Column("rule", Words("Rule", "Правило"), 16, value=lambda row: row.annotation.rule),
        Column(
            "changed",
            Words("Changed", "Изменено"),
            17,
            Look.TIME,
            value=lambda row: row.annotation.changed or row.annotation.created,
        ),
    ]
    if naming.options.with_authors:
        columns.append(Column("author", Words("Author", "Автор"), 16, value=lambda row: row.annotation.author))
    return [_fold(column) for column in columns]


def _amounts() -> list[Column[Found]]:
    return [
        Column("amount", Words("Amount", "Величина"), 18, Look.AMOUNT, value=lambda row: row.figures.amount),
        Column(
            "amount_to", Words("Amount to", "Величина до"), 18, Look.AMOUNT, value=lambda row: row.figures.amount_to
        ),
        Column("unit", Words("Unit", "Единица"), 10, value=lambda row: row.figures.unit),
    ]


def _label_flags(naming: Naming, titles: dict[str, str]) -> list[Column[Found]]:
    """Return a column of 0 and 1 for each label, for those who pivot."""
    if not naming.options.with_label_columns:
        return []
    return [_flag(name, title) for name, title in titles.items()]


def _flag(name: str, title: str) -> Column[Found]:
    return Column(
        f"is_{name}",
        Words(f"{title} 0/1", f"{title} 0/1"),
        12,
        Look.FLAG,
        value=_label_of,
        is_folded=True,
        flag=name,
    )


def _label_of(row: Found) -> str:
    return row.annotation.label


def _article_columns(naming: Naming) -> list[Column[ArticleRow]]:
    progress = naming.words.progress
    return [
        Column(
            "title",
            Words("Title", "Заголовок"),
            56,
            Look.WRAPPED,
            value=lambda row: row.article.title,
            max_lines=3,
            repeats=False,
        ),
        _date(),
        _SOURCE,
        Column(
            "url",
            Words("Link", "Ссылка"),
            34,
            Look.LINK,
            value=lambda row: row.article.url,
            link=lambda row: row.article.url,
            repeats=False,
        ),
        Column(
            "progress",
            Words("Progress", "Готовность"),
            13,
            choices=ChoiceList.PROGRESS,
            value=lambda row: progress[row.article.progress],
        ),
        Column(
            "entities",
            Words("Entities", "Сущностей"),
            13,
            Look.NUMBER_LINK,
            value=lambda row: row.entities,
            link=lambda row: row.entity_place,
        ),
        Column(
            "claims",
            Words("Claims", "Утверждений"),
            15,
            Look.NUMBER_LINK,
            value=lambda row: row.claims,
            link=lambda row: row.claim_place,
        ),
        Column("proposed", Words("Left to decide", "Не решено"), 15, Look.NUMBER, value=lambda row: row.proposed),
        Column(
            "note",
            Words("Note", "Заметка"),
            40,
            Look.WRAPPED,
            value=lambda row: row.notes,
            max_lines=4,
            comes_back=True,
            repeats=False,
        ),
        _key(RowKind.ARTICLE, naming, lambda row: row.article.id),
        Column("language", Words("Language", "Язык"), 10, value=lambda row: row.article.language, is_folded=True),
        Column(
            "length",
            Words("Characters", "Знаков"),
            12,
            Look.NUMBER,
            value=lambda row: row.article.length,
            is_folded=True,
        ),
        Column(
            "source_key",
            Words("Key at the source", "Ключ источника"),
            22,
            value=lambda row: row.article.key,
            is_folded=True,
            repeats=False,
        ),
    ]


def _entity_columns(naming: Naming) -> list[Column[EntityRow]]:
    """Return the columns of entities, with the attributes that the scheme defines."""
    words, scheme = naming.words, naming.scheme
    titles = words.entity_labels
    known: set[str] = {AttributeName.VALUE, AttributeName.REFERENT}
    return [
        Column(
            "text",
            Words("Text", "Текст"),
            28,
            Look.WRAPPED,
            value=lambda row: row.words,
            max_lines=3,
            comes_back=True,
            repeats=False,
        ),
        Column(
            "label",
            Words("Label", "Метка"),
            15,
            choices=ChoiceList.ENTITY_LABELS,
            value=lambda row: titles.get(row.annotation.label, row.annotation.label),
            comes_back=True,
        ),
        Column(
            "normal",
            Words("Normal form", "Начальная форма"),
            28,
            Look.WRAPPED,
            value=lambda row: row.annotation.normal or row.words,
            max_lines=3,
            comes_back=True,
        ),
        Column(
            "referent",
            Words("Who or what", "Кто или что"),
            24,
            Look.WRAPPED,
            value=lambda row: row.attributes.get(AttributeName.REFERENT),
            max_lines=2,
            comes_back=True,
        ),
        _context(70),
        _date(),
        _SOURCE,
        _URL,
        _note(30),
        _status(words),
        Column("day", Words("Day", "День"), 11, Look.DATE, value=lambda row: row.figures.day),
        *_amounts(),
        _title(36),
        _key(RowKind.ENTITY, naming, lambda row: row.annotation.id),
        _fold(_attribute("value", Words("Value", "Значение"), 20)),
        *(_fold(column) for column in _scheme_columns(scheme, Kind.ENTITY, known)),
        *_bookkeeping(naming),
        *_label_flags(naming, titles),
    ]


def _claim_columns(naming: Naming) -> list[Column[ClaimRow]]:
    """Return the columns of claims, with the attributes that the scheme defines."""
    words, scheme = naming.words, naming.scheme
    kinds, forms, language = words.claim_labels, words.forms, words.language
    known: set[str] = {AttributeName.FORM, AttributeName.DUE, AttributeName.FIGURES, "summary"}
    return [
        Column(
            "speaker",
            Words("Speaker", "Говорящий"),
            24,
            Look.WRAPPED,
            value=lambda row: row.speaker_name or None,
            max_lines=3,
            comes_back=True,
        ),
        Column(
            "text",
            Words("Claim", "Утверждение"),
            70,
            Look.WRAPPED,
            value=lambda row: row.words,
            comes_back=True,
            repeats=False,
        ),
        Column(
            "kind",
            Words("Kind", "Вид"),
            14,
            choices=ChoiceList.CLAIM_LABELS,
            value=lambda row: kinds.get(row.annotation.label, row.annotation.label),
            comes_back=True,
        ),
        Column(
            "due", Words("Due", "Срок"), 14, Look.DUE, value=lambda row: _due(row.attributes, language), comes_back=True
        ),
        Column(
            "figures",
            Words("Figures", "Цифры"),
            22,
            Look.FIGURES,
            value=lambda row: say_figures(row.attributes.get(AttributeName.FIGURES, "")),
            max_lines=3,
        ),
        _date(),
        _SOURCE,
        _URL,
        _note(34),
        _status(words),
        Column(
            "form",
            Words("Form", "Вид речи"),
            16,
            choices=ChoiceList.FORMS,
            value=lambda row: _form(row.attributes, forms),
        ),
        Column("cue", Words("Cue", "Вводящие слова"), 18, value=lambda row: row.cue_words, comes_back=True),
        _attribute("summary", Words("Summary", "Кратко"), 30, look=Look.WRAPPED, max_lines=4, repeats=False),
        *_scheme_columns(scheme, Kind.CLAIM, known),
        *_amounts(),
        _title(36),
        _key(RowKind.CLAIM, naming, lambda row: row.annotation.id),
        _fold(_context(70)),
        _fold(
            Column("speaker_words", Words("Speaker as named", "Как назван"), 24, value=lambda row: row.speaker_words)
        ),
        *_bookkeeping(naming),
        *_label_flags(naming, kinds),
    ]


def _register_columns(naming: Naming) -> list[Column[RegisterRow]]:
    titles = naming.words.entity_labels
    return [
        Column(
            "entity",
            Words("Entity", "Кто или что"),
            40,
            Look.WRAPPED_LINK,
            value=lambda row: row.name,
            link=lambda row: row.place,
            max_lines=3,
            repeats=False,
        ),
        Column(
            "label",
            Words("Type", "Тип"),
            16,
            choices=ChoiceList.ENTITY_LABELS,
            value=lambda row: titles.get(row.label, row.label),
        ),
        Column(
            "aliases",
            Words("Named as", "Как назван"),
            60,
            Look.WRAPPED,
            value=lambda row: row.aliases,
            max_lines=4,
            repeats=False,
        ),
        Column("mentions", Words("Mentions", "Упоминаний"), 14, Look.NUMBER, value=lambda row: row.mentions),
        Column("articles", Words("Articles", "Статей"), 12, Look.NUMBER, value=lambda row: row.articles),
        Column("first", Words("First", "Впервые"), 12, Look.DATE, value=lambda row: row.first),
        Column("last", Words("Last", "Последний раз"), 15, Look.DATE, value=lambda row: row.last),
        replace(_key(RowKind.REGISTER, naming, lambda row: row.number), width=20),
    ]


def _note_columns(naming: Naming) -> list[Column[NoteRow]]:
    places, words = naming.words.note_places, naming.words
    make_key = naming.key_of(RowKind.ARTICLE)
    columns: list[Column[NoteRow]] = [
        Column("on", Words("On", "К чему"), 14, value=lambda row: places[row.on]),
        Column(
            "text",
            Words("Text", "Текст"),
            50,
            Look.WRAPPED_LINK,
            value=lambda row: row.words,
            link=lambda row: row.place,
            max_lines=4,
            repeats=False,
        ),
        Column(
            "note",
            Words("Note", "Заметка"),
            70,
            Look.WRAPPED,
            value=lambda row: row.note.text,
            comes_back=True,
            repeats=False,
        ),
        Column("label", Words("Label", "Метка"), 16, value=lambda row: _title_of_label(row, words)),
        Column("changed", Words("Changed", "Изменена"), 17, Look.TIME, value=lambda row: row.note.changed),
        _key(RowKind.NOTE, naming, lambda row: row.note.id),
        Column(
            "article",
            Words("Article key", "Ключ статьи"),
            16,
            value=lambda row: make_key(row.article.id) if row.article else None,
            is_folded=True,
        ),
        Column(
            "annotation",
            Words("Annotation key", "Ключ пометки"),
            16,
            value=lambda row: _annotation_key(row, naming),
            is_folded=True,
            repeats=False,
        ),
        Column(
            "created",
            Words("Created", "Создана"),
            17,
            Look.TIME,
            value=lambda row: row.note.created,
            is_folded=True,
        ),
    ]
    if naming.options.with_authors:
        columns.insert(4, Column("author", Words("Author", "Автор"), 16, value=lambda row: row.note.author))
    return columns


def _step_columns(naming: Naming) -> list[Column[ExportedStep]]:
    states = {state: words.say(naming.words.language) for state, words in STEP_STATES.items()}
    columns: list[Column[ExportedStep]] = [
        Column("time", Words("Time", "Время"), 18, Look.TIME, value=lambda row: row.time),
        Column(
            "what", Words("What was done", "Что сделано"), 70, Look.WRAPPED, value=lambda row: row.title, repeats=False
        ),
        Column("title", Words("Article", "Статья"), 50, Look.WRAPPED, value=lambda row: row.article, max_lines=3),
        Column("annotations", Words("Annotations", "Пометок"), 13, Look.NUMBER, value=lambda row: row.annotations),
        Column("state", Words("State", "Состояние"), 16, value=lambda row: states.get(row.state, row.state)),
        _key(RowKind.STEP, naming, lambda row: row.number),
    ]
    if naming.options.with_authors:
        columns.insert(1, Column("author", Words("Author", "Автор"), 18, value=lambda row: row.author))
    return columns


def _scheme_columns(scheme: Scheme, kind: str, without: set[str]) -> list[Column[Found]]:
    """Return the columns of the attributes of the labels of a kind, each once.

    Attributes that the window has words for have the same in Russian.
    """
    found = {attribute.name: attribute for label in scheme.of_kind(kind) for attribute in label.attributes}
    return [
        _attribute(name, Words(attribute.title or name, _RUSSIAN.get(name, attribute.title or name)))
        for name, attribute in found.items()
        if name not in without
    ]


_RUSSIAN: dict[str, str] = {AttributeName.PRECISION.value: "Точность", "verdict": "Оценка"}


def _fold(column: Column[Any]) -> Column[Any]:
    return replace(column, is_folded=True)


def _form(attributes: dict[str, str], forms: dict[str, str]) -> str | None:
    value = attributes.get(AttributeName.FORM)
    return forms.get(value, value) if value else None


def _due(attributes: dict[str, str], language: str) -> date | str | None:
    value = attributes.get(AttributeName.DUE)
    return say_due(value, language) if value else None


def _title_of_label(row: NoteRow, words: Vocabulary) -> str | None:
    if row.annotation is None:
        return None
    name = row.annotation.label
    return words.entity_labels.get(name) or words.claim_labels.get(name) or name


def _annotation_key(row: NoteRow, naming: Naming) -> str | None:
    if row.annotation is None:
        return None
    kind = RowKind.ENTITY if row.annotation.kind is Kind.ENTITY else RowKind.CLAIM
    return naming.key_of(kind)(row.annotation.id)


def _round_share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
