"""Printing an article with its annotations.

They are highlights, claims and notes: on paper as in a PDF file, page by page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QPageLayout, QPalette
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from app.core.message import UserError
from app.core.model import Annotation, Role
from app.core.span import Span
from app.service.commands.registry import by_id
from app.service.project.export_presets import LAST
from app.ui.base.i18n import shown
from app.ui.dialogs.export.export_dialog import ExportDialog
from app.ui.printing.print_task import Printing
from tests.service.samples import claim, entity, opened, span
from tests.ui.desktop import Desktop, started, wait_until

MARGIN_POINTS = 50
SPOKEN = "Аким Ерлан Сейтов пришёл.\n«Мост готов & <b>проверен</b> 😀», — сказал аким.\nМост закроют весной."
MARKED = (
    entity(SPOKEN, "Ерлан Сейтов", "PER"),
    claim(SPOKEN, "Мост готов", roles=(Role("speaker", span(SPOKEN, "Ерлан Сейтов")),)),
    claim(SPOKEN, "Мост закроют весной", "forecast"),
)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Принтер редакции"]))
    made = started(tmp_path / "p.pometka")
    wait_until(lambda: not made.program.background_tasks.tasks.is_busy)
    yield made
    made.close()


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageMargins(QMarginsF(*[MARGIN_POINTS] * 4), QPageLayout.Unit.Point)
    return printer


def pages_of(path: Path) -> list[str]:
    """Return the text of each page below its margin.

    Qt writes lines in the upper margin too that it clips.
    """
    with pypdfium2.PdfDocument(path) as pdf:
        top = pdf[0].get_height() - MARGIN_POINTS
        return [" ".join(page.get_textpage().get_text_bounded(top=top).split()) for page in pdf]


def colours_of(path: Path) -> set[tuple[int, int, int]]:
    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[0].render(scale=2).to_pil().convert("RGB")
        return {colour for _, colour in image.getcolors(1 << 22)}


def print_text(
    printer: QPrinter, folder: Path, text: str, marks: Iterable[Annotation], part: Span | None = None
) -> int:
    """Print an article by the task alone.

    Return how many pages it painted.
    """
    session = opened(folder / "printed.pometka", text, marks)
    assert session.open_article is not None and session.project is not None
    task = Printing(session.project, session.open_article.article, printer, "en", part)
    try:
        task.run()
    finally:
        session.projects.close()
    return task.pages


def test_highlights_claims_and_speakers_are_printed_and_text_is_no_markup(tmp_path: Path) -> None:
    assert print_text(printer_to(tmp_path / "a.pdf"), tmp_path, SPOKEN, MARKED) == 1
    (page,) = pages_of(tmp_path / "a.pdf")
    for words in ("Статья", "Ерлан Сейтов", "& <b>проверен</b>", "[1] Statement · Ерлан Сейтов", "[2] Forecast"):
        assert words in page
    coloured = [rgb for rgb in colours_of(tmp_path / "a.pdf") if max(rgb) - min(rgb) > 40]
    assert len(coloured) > 10, "highlights and underlines have colours"


def test_a_dark_window_prints_dark_letters_on_white(tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    usual, dark = application.palette(), QPalette(QColor("#101010"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    application.setPalette(dark)
    try:
        print_text(printer_to(tmp_path / "a.pdf"), tmp_path, SPOKEN, ())
    finally:
        application.setPalette(usual)
    colours = colours_of(tmp_path / "a.pdf")
    assert (255, 255, 255) in colours and min(map(max, colours)) < 60


def test_the_selection_alone_is_printed_with_what_lies_in_it(tmp_path: Path) -> None:
    part = span(SPOKEN, "«Мост готов & <b>проверен</b> 😀», — сказал аким.")
    print_text(printer_to(tmp_path / "a.pdf"), tmp_path, SPOKEN, MARKED, part)
    (page,) = pages_of(tmp_path / "a.pdf")
    assert "Мост готов" in page and "[1] Statement · Ерлан Сейтов" in page
    assert "пришёл" not in page and "весной" not in page


@pytest.mark.parametrize("paragraph", ["Мост номер {n} готов. " * 4, "Слово{n} " * 900])
def test_no_line_of_a_long_article_is_lost_or_printed_twice(tmp_path: Path, paragraph: str) -> None:
    text = "\n".join(paragraph.replace("{n}", f"<{number}>") for number in range(120))
    text = text[:200_000]
    pages = print_text(printer_to(tmp_path / "a.pdf"), tmp_path, text, ())
    found = pages_of(tmp_path / "a.pdf")
    assert len(found) == pages > 3
    shown = "".join(page.partition(" ")[2].replace(" ", "") for page in found)
    assert shown.endswith("".join(text.split()))
    assert [page.partition(" ")[0] for page in found] == [str(number) for number in range(1, pages + 1)]
    assert min(map(len, found[:-1])) > 0.6 * max(map(len, found)), "a page is left half empty"


def test_the_pages_that_were_asked_for_are_printed_with_their_numbers(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    text = "\n".join(f"Строка {number}. " + "Мост готов. " * 20 for number in range(200))
    assert print_text(printer, tmp_path, text, ()) == 2
    found = pages_of(tmp_path / "a.pdf")
    assert [page.partition(" ")[0] for page in found] == ["2", "3"]
    assert "Строка 0." not in found[0]


def test_a_printer_that_refuses_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        print_text(printer_to(tmp_path / "missing" / "a.pdf"), tmp_path, SPOKEN, MARKED)
    assert "PDF" in caught.value.hint.template


def test_the_key_opens_the_print_dialog_of_the_system_and_prints(desktop: Desktop, tmp_path: Path) -> None:
    desktop.session.cursor.select(Span(0, 20), snap=False)
    desktop.keyboard.press("Ctrl+Alt+P")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    assert dialog.testOption(QPrintDialog.PrintDialogOption.PrintSelection)
    for field in dialog.findChildren(QLineEdit, "filename"):
        field.setText(str(tmp_path / "a.pdf"))
    said: list[str] = []
    desktop.session.notified.connect(lambda message: said.append(shown(message)))
    dialog.accept()
    wait_until(lambda: bool(said))
    assert said[-1].startswith("1 page printed")
    assert "Алматы" in pages_of(tmp_path / "a.pdf")[0]


def test_without_a_printer_the_article_is_offered_as_pdf(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    desktop.program.run(by_id("article.print"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog) and not isinstance(dialog, QPrintDialog)
    dialog.accept()
    export = QApplication.activeModalWidget()
    assert isinstance(export, ExportDialog)
    open_article = desktop.session.open_article
    assert open_article is not None
    chosen = export.options
    assert (chosen.format_name, chosen.content, chosen.article_ids) == ("pdf", "articles", (open_article.article.id,))
    written = tmp_path / "a.pdf"
    export.accept()
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    files.selectFile(str(written))
    files.accept()
    wait_until(written.exists)
    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy)
    assert LAST not in desktop.program.store.settings.export_presets, "the next export has its own choices"
