"""PDF files give the paragraphs that a reader sees.

What recurs on the pages is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.core.message import UserError
from app.core.model import Document
from app.formats import registry
from tests.formats.documents.pdf_samples import FONT, load_font, make_pdf
from tests.formats.documents.samples import framed_lines, read

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
NAMES = ["001_naberezhnaya", "002_rech-na-forume", "004_sud", "006_zhana-mektep", "009_bolshaya-voda"]
WIDTH, HEIGHT = A4


def seed(name: str) -> Document:
    return read(SEEDS / f"{name}.txt")


def draw_heads(canvas: Any, number: int) -> None:
    """Draw a running head and a page number on pages.

    A line that is the same on each page is drawn too.
    """
    canvas.setFont(FONT, 8)
    canvas.drawString(70, HEIGHT - 50, f"Вести Кенжара · № 36 · {number}")
    canvas.drawCentredString(WIDTH / 2, 40, str(number))
    canvas.drawString(70, 52, "Газета выходит по средам. Тираж 5 000.")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "look",
    [
        {},
        {"size": 9},
        {"size": 14, "space": 0, "indent": 20},
        {"justified": True, "space": 0, "indent": 14},
        {"columns": 2, "size": 9},
    ],
    ids=["plain", "small", "large indented", "justified", "columns"],
)
def test_paragraphs_come_back_from_any_lay_out(tmp_path: Path, name: str, look: dict[str, Any]) -> None:
    wanted = seed(name)
    title, *paragraphs = [" ".join(line.split(" ")).strip() for line in wanted.text.split("\n") if line.strip()]
    path = tmp_path / "a.pdf"
    make_pdf(path, escape(title), [escape(text) for text in paragraphs], **look)
    found = read(path).text.split("\n")
    assert found[0] == title
    missing = [text for text in paragraphs if text not in found]
    # Nothing shows that a paragraph ends at the very edge of its column, or of its page.
    assert len(missing) <= max(1, 0.05 * len(paragraphs)), missing[:3]


def test_what_recurs_on_pages_and_their_numbers_are_left_out(tmp_path: Path) -> None:
    paragraphs = [f"Абзац {number}: мост через Сырбай откроют в октябре, сообщил аким." for number in range(90)]
    make_pdf(tmp_path / "a.pdf", "Мост откроют", paragraphs, draw=draw_heads)
    assert read(tmp_path / "a.pdf").text.split("\n") == ["Мост откроют", *paragraphs]


def test_a_lone_page_number_is_left_out_and_a_figure_in_the_text_stays(tmp_path: Path) -> None:
    def draw(canvas: Any, number: int) -> None:
        canvas.setFont(FONT, 8)
        canvas.drawCentredString(WIDTH / 2, 40, f"Стр. {number} из 1")

    make_pdf(tmp_path / "a.pdf", "Мост откроют", ["Срок назвал аким города.", "2026"], draw=draw)
    assert read(tmp_path / "a.pdf").text == "Мост откроют\nСрок назвал аким города.\n2026"


def test_the_analysts_own_article_as_a_pdf_is_the_same(shared: Path, tmp_path: Path) -> None:
    wanted = read(next((shared / "seeds").glob("*.txt")))
    make_pdf(tmp_path / "a.pdf", "", [escape(line) for line in framed_lines(wanted)])
    found = read(tmp_path / "a.pdf")
    assert found.text == wanted.text
    assert (found.article.title, found.article.date) == (wanted.article.title, wanted.article.date)
    assert (found.article.url, found.article.digest) == (wanted.article.url, wanted.article.digest)


def test_a_heading_and_a_line_of_publication_give_title_and_day(shared: Path, tmp_path: Path) -> None:
    wanted = read(next((shared / "seeds").glob("*.txt")))
    title, *paragraphs = wanted.text.split("\n")
    lines = ["Опубликовано: 2 сентября 2025, 14:05", *paragraphs, f"Оригинал статьи: {wanted.article.url}"]
    make_pdf(tmp_path / "a.pdf", title, [escape(line) for line in lines], about="Microsoft Word - a.doc")
    found = read(tmp_path / "a.pdf")
    assert (found.text, found.article.date, found.article.url) == (wanted.text, wanted.article.date, wanted.article.url)


def test_hyphens_at_line_ends_go_and_hyphens_of_words_stay(tmp_path: Path) -> None:
    load_font()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont(FONT, 12)
    lines = ["Мост построили быстро, и жители благо-", "дарили строителей. Касым-Жомарт и Абай-"]
    for place, line in enumerate([*lines, "хан приехали из северо-западных рай-", "онов."]):
        canvas.drawString(70, 700 - 15 * place, line)
    canvas.save()
    assert read(tmp_path / "a.pdf").text == (
        "Мост построили быстро, и жители благодарили строителей. "
        "Касым-Жомарт и Абайхан приехали из северо-западных районов."
    )


def test_a_page_printed_by_a_browser_gives_its_address(tmp_path: Path) -> None:
    def draw(canvas: Any, number: int) -> None:
        canvas.setFont(FONT, 8)
        canvas.drawString(24, HEIGHT - 24, "05.09.2025, 09:12 Мост откроют - Вести")
        canvas.drawString(24, 18, f"https://x.kz/news/most/ {number}/1")

    make_pdf(tmp_path / "a.pdf", "Мост откроют", ["Срок назвал аким города Серик Бейсенов."], draw=draw)
    found = read(tmp_path / "a.pdf")
    assert found.text == "Мост откроют\nСрок назвал аким города Серик Бейсенов."
    assert found.article.url == "https://x.kz/news/most/"


def test_the_day_of_the_file_counts_last_and_is_said(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", "Мост откроют", ["Срок назвал аким."])
    found = read(tmp_path / "a.pdf")
    assert found.article.date is not None
    assert "the day on which the file was made" in str(found.lost[0])


def test_a_scanned_file_is_named_as_such(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    canvas.drawInlineImage(Image.new("RGB", (40, 60), "white"), 0, 0, WIDTH, HEIGHT)
    canvas.save()
    with pytest.raises(UserError, match=r"“scan\.pdf” is scanned"):
        read(tmp_path / "scan.pdf")


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00" * 5000, b"%PDF-1.4\ntrailer<</Root 1 0 R>>"]
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(UserError, match=r"“a\.pdf” cannot be read as PDF"):
        list(registry.read_file(tmp_path / "a.pdf"))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_off_is_named_or_read_so_far(tmp_path: Path, share: float) -> None:
    make_pdf(tmp_path / "a.pdf", "Мост откроют", ["Срок назвал аким."] * 50)
    raw = (tmp_path / "a.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(UserError, match=r"a\.pdf"):
        list(registry.read_file(tmp_path / "a.pdf"))


def test_a_file_with_a_password_says_so(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt="тайна".encode().hex())
    canvas.drawString(70, 700, "Most")
    canvas.save()
    with pytest.raises(UserError, match="protected by a password"):
        read(tmp_path / "a.pdf")


def test_head_of_one_page_gives_the_day_of_the_issue(tmp_path: Path) -> None:
    def draw_head(canvas: Any, number: int) -> None:
        canvas.setFont(load_font(), 8)
        canvas.drawString(40, 815, f"Иртыш · 14 марта 2025 · № 9 · {number}")

    article = seed("001_naberezhnaya")
    title, *paragraphs = article.text.split("\n")
    make_pdf(tmp_path / "a.pdf", title, paragraphs[:3], draw=draw_head)
    found = read(tmp_path / "a.pdf")
    assert (str(found.article.date), found.text.split("\n")) == ("2025-03-14", [title, *paragraphs[:3]])


def draw_lines(path: Path, lines: Sequence[str]) -> None:
    """Write tight lines, as a plain text is printed."""
    canvas = Canvas(str(path), A4)
    canvas.setFont(load_font(), 10)
    for place, line in enumerate(lines):
        canvas.drawString(60, HEIGHT - 60 - 12 * place, line)
    canvas.save()


def test_a_frame_line_and_a_heading_stand_alone_in_a_plain_print(tmp_path: Path) -> None:
    draw_lines(
        tmp_path / "a.pdf",
        [
            "date 2025-09-02 В Кенжаре построят новый большой мост через реку",
            "Опубликовано:",
            "Аким города Серик Алимов сообщил журналистам, что новый мост начнут строить",
            "весной, а деньги выделит область, и что проект готов, - сказал Серик Алимов.",
            "Строительство моста",
            "Напомним, старый мост закрыли в мае. Жители ездят в объезд и теряют около часа",
            "каждый день.",
            "Оригинал статьи: https://example.kz/most",
        ],
    )
    found = read(tmp_path / "a.pdf")
    assert found.article.title == "В Кенжаре построят новый большой мост через реку"
    assert str(found.article.date) == "2025-09-02" and found.article.url == "https://example.kz/most"
    lines = found.text.split("\n")
    assert [line[:13] for line in lines] == ["В Кенжаре пос", "Аким города С", "Строительство", "Напомним, ста"]
