"""Word files: what an editor sees in them, in its order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest

from tests.formats.documents.samples import make_word_parts, read

NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>черта</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>По данным акимата.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines_of(tmp_path: Path, body: str) -> list[str]:
    path = tmp_path / "a.docx"
    make_word_parts(path, f"<w:p>{run('Мост откроют')}</w:p>{body}")
    return read(path).text.split("\n")[1:]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<w:p>{run('Мост ')}<w:ins>{run('новый ')}</w:ins>{run('готов.')}</w:p>", ["Мост новый готов."]),
        (f"<w:p>{run('Мост ')}<w:del><w:r><w:delText>старый </w:delText></w:r></w:del>{run('готов.')}</w:p>", None),
        (f"<w:p>{run('Мост ')}<w:del>{run('старый ')}</w:del>{run('готов.')}</w:p>", None),
        (f"<w:p>{run('Мост ')}<w:moveFrom>{run('тот ')}</w:moveFrom>{run('готов.')}</w:p>", None),
        (f"<w:p>{run('Мост ')}<w:moveTo>{run('тот ')}</w:moveTo>{run('готов.')}</w:p>", ["Мост тот готов."]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Мост ')}</w:p><w:p>{run('готов.')}</w:p>", None),
        (f"<w:p><w:hyperlink>{run('Мост')}</w:hyperlink>{run(' готов.')}</w:p>", None),
        (f"<w:sdt><w:sdtContent><w:p>{run('Мост готов.')}</w:p></w:sdtContent></w:sdt>", None),
        (f"<w:p>{run('Мост ')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно </w:t></w:r>{run('готов.')}</w:p>", None),
        (
            f"<w:p>{run('Мост')}<w:r><w:tab/></w:r>{run('готов.')}</w:p>",
            None,
        ),
    ],
)
def test_a_paragraph_is_read_as_it_is_with_all_changes_accepted(
    tmp_path: Path, body: str, lines: list[str] | None
) -> None:
    assert lines_of(tmp_path, body) == (lines or ["Мост готов."])


def test_tables_stand_as_lines_where_they_are(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Цены на хлеб", 1)
    word.add_paragraph("Цены выросли.")
    table = word.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ["месяц", "цена", "июль", "155"], strict=True
    ):
        cell.text = text
    word.add_paragraph("Решение примут в сентябре.")
    word.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text.split("\n")[1:] == [
        "Цены выросли.",
        "месяц | цена",
        "июль | 155",
        "Решение примут в сентябре.",
    ]


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Цены на хлеб")
    table = word.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "итого 12"
    word.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text == "Цены на хлеб\nитого 12"


def test_a_text_box_follows_its_paragraph_once_and_notes_come_last(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('В рамке.')}</w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    drawn = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawn = f'<w:r><mc:AlternateContent xmlns:mc="{mc}">{drawn}</mc:AlternateContent></w:r>'
    assert lines_of(tmp_path, f"<w:p>{run('До.')}{drawn}</w:p><w:p>{run('После.')}</w:p>") == [
        "До.",
        "В рамке.",
        "После.",
    ]


def test_footnotes_come_last(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
        "</Relationships>"
    )
    parts = {"word/footnotes.xml": NOTES, "word/_rels/document.xml.rels": relations}
    make_word_parts(path, f"<w:p>{run('Мост откроют')}</w:p><w:p>{run('Срок назван.')}</w:p>", **parts)
    assert read(path).text.split("\n") == ["Мост откроют", "Срок назван.", "По данным акимата."]


@pytest.mark.parametrize(
    ("stated", "first", "title"),
    [
        ("Мост откроют", "Аким назвал срок открытия моста.", "Мост откроют"),
        ("Мост откроют", "В Кенжаре откроют мост", "В Кенжаре откроют мост"),
        ("Документ Microsoft Word", "Аким назвал срок открытия моста.", "Аким назвал срок открытия моста."),
        ("statya_final.doc", "Аким назвал срок открытия моста.", "Аким назвал срок открытия моста."),
    ],
)
def test_the_title_of_the_file_counts_where_the_text_has_none(
    tmp_path: Path, stated: str, first: str, title: str
) -> None:
    word = docx.Document()
    word.core_properties.title = stated
    word.add_paragraph(first)
    word.add_paragraph("Второй абзац.")
    word.save(str(tmp_path / "a.docx"))
    found = read(tmp_path / "a.docx")
    assert found.article.title == title
    assert found.text.split("\n")[0] == title


def test_the_day_the_file_was_made_counts_last_and_is_said(tmp_path: Path) -> None:
    word = docx.Document()
    word.core_properties.created = dt.datetime(2025, 9, 2, tzinfo=dt.UTC)
    word.core_properties.author = "Аналитик"
    word.add_paragraph("Мост откроют")
    word.save(str(tmp_path / "a.docx"))
    found = read(tmp_path / "a.docx")
    assert found.article.date == dt.date(2025, 9, 2)
    assert "the day on which the file was made, 2025-09-02, is used" in str(found.lost[0])
    word.add_paragraph("Опубликовано: 1 сентября 2025")
    word.save(str(tmp_path / "a.docx"))
    found = read(tmp_path / "a.docx")
    assert (found.article.date, found.lost) == (dt.date(2025, 9, 1), ())


def test_table_that_lays_out_the_page_is_read_by_paragraphs(tmp_path: Path) -> None:
    lines = [f"Абзац номер {number} говорит о ремонте школ и дорог подробно и долго. " * 3 for number in (1, 2)]
    cell = "".join(f"<w:p>{run(line)}</w:p>" for line in ("Заголовок", *lines))
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('Цех')}</w:p></w:tc><w:tc><w:p>{run('212')}</w:p></w:tc></w:tr></w:tbl>"
    tables = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr><w:tr><w:tc>{inner}{inner}</w:tc></w:tr></w:tbl>"
    assert lines_of(tmp_path, tables) == ["Заголовок", *map(str.strip, lines), "Цех | 212", "Цех | 212"]
