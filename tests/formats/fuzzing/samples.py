"""Whole files of every format.

From the test data, from our writers, and small ones put together here.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl

from app.core.message import UserError
from app.core.model import Annotation, Article, Document, Kind, Role
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.file_format import FileFormat

_DATA = Path(__file__).resolve().parents[2] / "data"
_MAX_BYTES = 60_000
SAMPLE_TEXT = "Айгуль Сейтова заявила 👩‍🚀: «Мост откроют в 2027 году».\nСтоимость — 5 млрд тенге. 𝐀лматы.\n"
_SCHEME = Scheme((Label("PER"), Label("LOC"), Label("promise", "claim")))
_HTML = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Мост</title>
<meta property="article:published_time" content="2025-09-02"></head><body><article><h1>Мост</h1>
<p>{SAMPLE_TEXT * 3}</p><table><tr><td>длина</td><td>300 м</td></tr></table></article></body></html>"""


def make_samples(known: FileFormat, folder: Path) -> list[tuple[str, bytes]]:
    """Return the name endings and bytes of whole files of a format.

    None where nobody here can make one.
    """
    data = (path for path in sorted(_DATA.rglob("*")) if path.suffix.lower() in known.extensions)
    found = [(path.suffix, path.read_bytes()[:_MAX_BYTES]) for path in data]
    found += _write_samples(known, folder)
    made = [*_small_files(), *_document_files(folder), *_table_files(folder)]
    return found + [(end, raw) for end, raw in made if end in known.extensions]


def _write_samples(known: FileFormat, folder: Path) -> Iterator[tuple[str, bytes]]:
    if known.write is None:
        return
    options = ExportOptions(known.name)
    ending = known.extensions[0]
    path = folder / f"{known.name}{'' if known.many_files else ending}"
    try:
        written = registry.write_file(_documents(), path, ExportContext(_SCHEME, "проект", options=options))
    except UserError:  # a library that is not installed
        return
    paths = [written] if written.is_file() else sorted(one for one in written.rglob("*") if one.is_file())
    yield from ((one.suffix, one.read_bytes()) for one in paths if one.suffix in known.extensions)


def _documents() -> list[Document]:
    person = Annotation(1, 0, Kind.ENTITY, "PER", (Span(0, 14),), normal="Айгуль Сейтова")
    roles = (Role("speaker", Span(0, 14)), Role("cue", Span(15, 22)))
    claim = Annotation(2, 0, Kind.CLAIM, "promise", (Span(29, 52),), roles=roles, attributes=(("form", "direct"),))
    article = Article(0, "Мост", source="example.kz", url="https://example.kz/1", key="a1", length=len(SAMPLE_TEXT))
    return [
        Document(article, SAMPLE_TEXT, (person, claim)),
        Document(Article(0, "Пусто", key="a2", length=9), "Без меток"),
    ]


def _small_files() -> Iterator[tuple[str, bytes]]:
    yield ".html", _HTML.encode()
    yield ".html", _HTML.replace("utf-8", "windows-1251").encode("cp1251", "xmlcharrefreplace")
    yield ".csv", f'заголовок;дата;текст\nМост;02.09.2025;"{SAMPLE_TEXT}"\n'.encode()
    yield ".tsv", f"title\tdate\ttext\nМост\t2025-09-02\t{SAMPLE_TEXT.splitlines()[0]}\n".encode("utf-16")
    yield ".json", json.dumps([{"headline": "Мост", "published": "2025-09-02", "body": {"text": SAMPLE_TEXT}}]).encode()
    message = {
        "id": 1,
        "type": "message",
        "date": "2025-09-02T10:00:00",
        "text": [SAMPLE_TEXT, {"type": "bold", "text": "!"}],
    }
    yield ".json", json.dumps({"name": "Канал", "type": "public_channel", "id": 1, "messages": [message]}).encode()
    head = "From: a@example.kz\r\nSubject: =?utf-8?B?0JzQvtGB0YI=?=\r\nDate: Tue, 2 Sep 2025 10:00:00 +0500\r\n"
    yield ".eml", f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{SAMPLE_TEXT}".encode()
    yield (
        ".rtf",
        rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\pard \u1052?\u1086?\u1089?\u1090?.\par " + b"\\'cc\\'ee.}",
    )
    yield (
        ".txt",
        f" date 2025-09-02 Мост\nОпубликовано:\n{SAMPLE_TEXT}\nОригинал статьи: https://example.kz/1\n".encode(),
    )


def _document_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what word processors and mail programs write.

    Only files whose libraries are installed are made.
    """
    with contextlib.suppress(ImportError):
        from tests.formats.documents.samples import MAKERS  # noqa: PLC0415

        article = _documents()[0]
        article = replace(article, article=replace(article.article, date=dt.date(2025, 9, 2)))
        for name, make in MAKERS.items():
            make(folder / name, article)
            yield (folder / name).suffix, (folder / name).read_bytes()


def _table_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    rows = [
        ["заголовок", "дата", "текст"],
        ["Мост", "2025-09-02", SAMPLE_TEXT],
        ["Парк", "2025-09-03", "Парк закрыли."],
    ]
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "table.xlsx")
    yield ".xlsx", (folder / "table.xlsx").read_bytes()
    with contextlib.suppress(ImportError):
        import odfdo  # noqa: PLC0415  # an optional library

        sheet, table = odfdo.Document("spreadsheet"), odfdo.Table("articles")
        table.set_values(rows)
        sheet.body.clear()
        sheet.body.append(table)
        sheet.save(str(folder / "table.ods"))
        yield ".ods", (folder / "table.ods").read_bytes()
