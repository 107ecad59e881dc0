"""Text from web pages and letters is mended.

It is said once, and nothing else is touched.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.text.hyphenation import join_lines
from app.formats import registry
from app.formats.text.html_remains import remove_tags, resolve_escapes
from app.formats.text.mending import mend_text
from app.formats.text.wrapped_lines import join_wrapped_lines
from app.formats.text.wrong_decoding import mend_decoding
from tests.formats.documents.samples import wrapped

SEEDS = sorted((Path(__file__).resolve().parents[3] / "seeds").glob("0*.txt"))
LONG = (
    "Аким города Ержан Куанышбаев сообщил, что на ремонт дорог в 2026 году выделят 5,3 млрд тенге, и назвал улицы, "
    "с которых начнут работы. Первой станет улица Абая: её закроют в апреле, а откроют уже к июню того же года."
)


def misread(text: str, written: str, reader: str) -> str:
    """Return a text as a misreading program shows it.

    The program takes its encoding for another one.
    """
    signs = []
    for byte in text.encode(written):
        try:
            signs.append(bytes((byte,)).decode(reader))
        except UnicodeDecodeError:
            signs.append(chr(byte))
    return "".join(signs)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Аким&nbsp;Ержан", "Аким\u00a0Ержан"),
        ("ТОО &laquo;Байтерек&raquo; &mdash; да", "ТОО «Байтерек» — да"),
        ("&#171;Да&#187;&#x2026;", "«Да»…"),
        ("&amp;laquo;Да&amp;raquo;", "«Да»"),
        ("Аким&nbsp Ержан", "Аким\u00a0 Ержан"),
        ("пере&shy;нос", "пере\u00adнос"),
        ("AT&T и P&G;", "AT&T и P&G;"),
        ("a&b;c", "a&b;c"),
        ("x&#0;y", "xy"),
        ("https://x.kz/?a=1&copy=2&reg=3", "https://x.kz/?a=1&copy=2&reg=3"),
    ],
)
def test_escapes_become_the_signs_that_they_stand_for(text: str, mended: str) -> None:
    assert resolve_escapes(text) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<p>Первый.</p><p>Второй.</p>", "Первый.\nВторой."),
        ("Первый.<br/>Второй.", "Первый.\nВторой."),
        ("Аким <b>Ержан</b> сказал", "Аким Ержан сказал"),
        ('<a href="https://x.kz">Вести</a> и <img src="a.png">', "Вести и "),
        ("<script>alert('<p>x</p>')</script>Текст<!-- нет -->", "Текст"),
        ("<ul><li>раз</li>\n<li>два</li></ul>", "раз\nдва"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("a <b и c> d", "a <b и c> d"),
        ("тег <b> нужен", "тег <b> нужен"),
        ("5 < 7 и 7 > 5", "5 < 7 и 7 > 5"),
        ("<имя> сказал", "<имя> сказал"),
        ("<3", "<3"),
    ],
)
def test_tags_go_and_leave_their_line_ends(text: str, mended: str) -> None:
    assert remove_tags(text) == mended


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapped_paragraphs_become_lines_again(width: int) -> None:
    paragraphs = [LONG, "Второй абзац короток, но и он не помещается на строку, если она узкая, как в письмах.", LONG]
    text = "\n\n".join(["Ремонт дорог", *(wrapped(paragraph, width) for paragraph in paragraphs)])
    assert join_wrapped_lines(text).split("\n\n") == ["Ремонт дорог", *paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        "Стихи\nМой дом стоит на берегу реки,\nИ в окна смотрят по утрам туманы,\nА ночью проплывают огни\nПароходов.",
        "Список\nВ список вошли:\nмолоко\nхлеб\nмасло",
        "Список\n- молоко и хлеб на каждый день недели и\n- масло по праздникам и воскресеньям\n- сыр",
        "Цены\nмолоко – 350 тенге за литр\nхлеб – 200 тенге за булку\nмасло – 900 тенге за пачку.",
        "Список\nмолоко для школы и сада,\nхлеб ржаной и белый,\nмасло сливочное,\nсыр.",
        "Смета\nмост        300 млн тенге на год\nшкола       200 млн тенге на год",
        "Смета\nмост | 300 млн\nшкола | 200 млн\nсад | 100 млн",
        "Город\nСтроительство города Алатау\nНапомним, в январе подписали указ о городе.\nЕщё один абзац.",
        "Первый короткий абзац.\nВторой абзац немного длиннее первого.\nТретий.",
        f"{LONG}\n{LONG}\nКороткая строка\n{LONG}",
    ],
)
def test_verse_lists_tables_and_single_lines_stay_as_they_are(text: str) -> None:
    assert join_wrapped_lines(text) == text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("который пере-", "носит", "который переносит"),
        ("как по-", "русски", "как по-русски"),
        ("какой-", "то", "какой-то"),
        ("Касым-", "Жомарт", "Касым-Жомарт"),
        ("северо-", "восток", "северо-восток"),
        ("в 2025-", "2026 годах", "в 2025-2026 годах"),
        ("пере\u00ad", "нос", "перенос"),
        ("адрес https://x.kz/novyy-", "gorod/1", "адрес https://x.kz/novyy-gorod/1"),
        ("выделят 5,3", "млрд тенге", "выделят 5,3 млрд тенге"),
        ("сказал он -", "и ушёл", "сказал он - и ушёл"),
    ],
)
def test_a_word_divided_at_the_line_end_is_whole_again(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined


@pytest.mark.parametrize("reader", ["cp1251", "cp1252", "latin-1", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", ["Токаев", "Из Иркутска приехал Иван: «Нет» — и всё.", "Қала әкімі мектеп ашты"])
def test_unicode_read_in_another_encoding_is_put_right(text: str, reader: str) -> None:
    assert mend_decoding(misread(text, "utf-8", reader)) == text


def test_a_no_break_space_that_became_a_blank_does_not_hide_a_letter() -> None:
    assert mend_decoding(misread("Россия и Рим", "utf-8", "cp1251").replace("\u00a0", " ")) == "Россия и Рим"


@pytest.mark.parametrize(
    ("reader", "written"), [("latin-1", "cp1251"), ("cp1252", "cp1251"), ("koi8-r", "cp1251"), ("cp1251", "koi8-r")]
)
def test_one_cyrillic_encoding_read_as_another_is_put_right(reader: str, written: str) -> None:
    text = LONG.replace("—", "-")
    assert mend_decoding(misread(text, written, reader)) == text


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_a_sound_article_is_not_touched(path: Path) -> None:
    text = path.read_text("utf-8")
    assert mend_text(text) == (text, ())


@pytest.mark.parametrize("text", ["Café été à Genève", "СССР и РФ", "H₂O, 5 °C, naïve", "Größe über Straße – schön"])
def test_other_languages_are_not_taken_for_wrong_encodings(text: str) -> None:
    assert mend_decoding(text) == text


def test_soft_hyphens_zero_widths_and_stress_marks_stay() -> None:
    text = "Аки\u0301м Алма\u00adты и\u200b Ержан\u2060.\nВторо\u0301й."
    assert mend_text(text) == (text, ())


def test_what_was_mended_is_said_once_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "title,text\nМост,Мост &laquo;Дружба&raquo; готов\nШкола,Школа &laquo;Свет&raquo; готова\n", "utf-8"
    )
    found = list(registry.read_file(path))
    assert [document.text for document in found] == ["Мост «Дружба» готов", "Школа «Свет» готова"]
    assert [str(lost) for document in found for lost in document.lost].count(
        "Escapes and tags of HTML were taken out of the text."
    ) == 1
    assert found[0].article.length == len(found[0].text)


def test_a_text_is_kept_as_it_is_on_request(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" date 2025-09-02 Тариф&nbsp;растёт\nОпубликовано:\nМост <b>готов</b>.", "utf-8")
    (mended,), (kept,) = registry.read_file(path), registry.read_file(path, mends=False)
    assert mended.text == "Тариф\u00a0растёт\nМост готов."
    assert kept.text == "Тариф&nbsp;растёт\nМост <b>готов</b>."
    assert (len(mended.lost), kept.lost) == (1, ())


def test_a_page_of_escapes_is_mended_before_it_is_tagged(shared: Path) -> None:
    (found,) = registry.read_file(shared / "cases" / "15-html-entities" / "input.txt")
    assert "&" not in found.text
    assert "Аким Алматы\u00a0Ержан Куанышбаев сообщил, что\u00a0ТОО «Байтерек Энерго»" in found.text


def test_a_wrapped_article_has_its_paragraphs_and_its_title(shared: Path) -> None:
    (found,) = registry.read_file(shared / "cases" / "18-hard-wrapped-lines" / "input.txt")
    assert [line for line in found.text.split("\n") if line] == [
        "Ремонт дорог",
        "Аким Алматы Ержан Куанышбаев сообщил, что на ремонт дорог города в 2026 году выделят 5,3 млрд тенге.",
        "Второй абзац: министр просвещения Казахстана Бауыржан Тлеуов поддержал его.",
    ]
    assert found.article.title == "Ремонт дорог"


def test_a_whole_frame_in_a_wrong_encoding_is_understood(tmp_path: Path) -> None:
    text = " date 2025-09-02 Мост откроют\nОпубликовано:\nЕго откроют в октябре.\nОригинал статьи: https://x.kz/1\n"
    path = tmp_path / "a.txt"
    path.write_text(misread(text, "utf-8", "cp1251"), "utf-8")
    (found,) = registry.read_file(path)
    assert (found.article.title, found.article.url) == ("Мост откроют", "https://x.kz/1")
    assert [str(lost) for lost in found.lost] == ["Text of a wrong encoding was put right."]


@pytest.mark.parametrize(
    "text", ["." * 3_000_000 + "x", "<" * 1_000_000, "&" * 1_000_000, "<p " * 500_000, "Р " * 500_000]
)
def test_odd_texts_of_millions_of_signs_are_mended_at_once(text: str) -> None:
    mend_text(text)
