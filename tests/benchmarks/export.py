"""How fast the workbook is written: against raw XML and zip, the floor, and against stock openpyxl, in one run.

    python -m tests.benchmarks.export [ROWS]

Every way writes the same rows of entities. What counts is the ratio; the processor's seconds are printed with it.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch
from xml.sax.saxutils import escape

from app.core.model import Annotation, Article, Document, Kind, Origin, Status
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.xlsx import table_sheet, workbook
from app.formats.xlsx.columns import entity_columns
from app.formats.xlsx.rows import DocumentRows

_SENTENCE = "Глава государства Касым-Жомарт Токаев сообщил, что город Алатау получит особый статус & новые права. "
_PER_ARTICLE = 50
_SCHEME = Scheme((Label("PER"), Label("LOC"), Label("ORG"), Label("statement", "claim")))
_CONTEXT = ExportContext(_SCHEME)
_COLUMNS = entity_columns(_SCHEME)


def main(arguments: list[str]) -> None:
    """Measure every way and print the table."""
    count = int(arguments[0]) if arguments else 20_000
    documents = list(_documents(count))
    rows = [row for document in documents for row in _rows_of(document)]
    ways: dict[str, Callable[[Path], object]] = {
        "raw XML and zip": lambda path: _write_raw(rows, path),
        "the workbook": lambda path: workbook.write_workbook(documents, path, _CONTEXT),
        "the workbook by stock openpyxl": lambda path: _write_stock(documents, path),
    }
    with tempfile.TemporaryDirectory() as folder:
        seconds = {name: _cpu_seconds(way, Path(folder, "out.xlsx")) for name, way in ways.items()}
        peak = _peak_memory(lambda: workbook.write_workbook(_documents(count), Path(folder, "out.xlsx"), _CONTEXT))
    floor = seconds["raw XML and zip"]
    print(f"{count:,} rows of {len(rows[0])} columns, processor time\n")
    print("| way | rows/s | µs/row | × floor |\n| --- | ---: | ---: | ---: |")
    for name, spent in seconds.items():
        print(f"| {name} | {count / spent:,.0f} | {spent / count * 1e6:.0f} | {spent / floor:.1f} |")
    print(f"\nPython's memory at its height, documents streamed: {peak / 2**20:.1f} MB")


def _documents(count: int) -> Iterator[Document]:
    text = _SENTENCE * _PER_ARTICLE
    now = datetime(2025, 9, 2, 12, 0, tzinfo=UTC)
    for article_id in range(1, count // _PER_ARTICLE + 1):
        url = f"https://www.nur.kz/politics/universe/{article_id}-novyy-gorod-alatau/"
        article = Article(article_id, "Новый город Алатау получит особый статус", date(2025, 9, 2), "nur.kz", url)
        annotations = tuple(
            Annotation(
                id=article_id * 1000 + index,
                article_id=article_id,
                kind=Kind.ENTITY,
                label="PER",
                pieces=(Span(index * len(_SENTENCE) + 18, index * len(_SENTENCE) + 37),),
                status=Status.ACCEPTED,
                origin=Origin.PRETAG,
                rule="ner/1",
                confidence=0.93,
                normal="Касым-Жомарт Токаев",
                author="Аналитик",
                changed=now,
            )
            for index in range(_PER_ARTICLE)
        )
        yield Document(article, text, annotations)


def _rows_of(document: Document) -> list[tuple[object, ...]]:
    rows = DocumentRows(document, ExportOptions(include_rejected=True)).entities()
    return [tuple(column.value(row) for column in _COLUMNS) for row in rows]


def _write_raw(rows: list[tuple[object, ...]], path: Path) -> None:
    """Write rows as an inline string or a number a cell, and nothing else: less cannot be done."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("sheet1.xml", "w") as file:
        for row in rows:
            cells = (
                f"<c><v>{value}</v></c>"
                if isinstance(value, int | float)
                else f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
                for value in row
                if value is not None
            )
            file.write(f"<row>{''.join(cells)}</row>".encode())


def _write_stock(documents: list[Document], path: Path) -> None:
    with ExitStack() as stack:
        stack.enter_context(patch.object(table_sheet, "has_private_parts", lambda _: False))
        workbook.write_workbook(documents, path, _CONTEXT)


def _cpu_seconds(way: Callable[[Path], object], path: Path) -> float:
    start = time.process_time()
    way(path)
    return time.process_time() - start


def _peak_memory(way: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        way()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
