"""Every Russian and Kazakh encoding is recognised by text.

A headline is long enough.
"""

from __future__ import annotations

import codecs
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.source.encodings import NotTextError, decode_bytes, find_encoding

RUSSIAN = (
    "Новый казахстанский город Алатау получит особый статус",
    "Глава государства Касым-Жомарт Токаев сообщил, что объём рынка может достигнуть 5 триллионов долларов.",
    "Пожар на складе в Алматы потушили за три часа",
    "«Ничья» — это тоже результат, заявил тренер сборной",
    "Ещё в июне цены выросли на 7,5 %, отмечает ведомство",
    "Суд отправил под стражу бывшего акима",
    "В Шымкенте откроют школу на 1200 мест",
    "Япония и Эстония подписали соглашение",
    "ВЕРХОВНЫЙ СУД ОТКАЗАЛ В ПЕРЕСМОТРЕ ДЕЛА",
)
KAZAKH = (
    "Қазақстан Президенті жаңа заңға қол қойды",
    "Алматы қаласының тұрғындары үшін жаңа метро бекеті ашылды",
    "Ғалымдар өңірдегі су деңгейінің төмендегенін айтты",
    "Үкімет биыл ауыл шаруашылығына көмек көрсетеді",
)
RUSSIAN_ENCODINGS = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5", "kz1048", "ptcp154")
KAZAKH_ENCODINGS = ("kz1048", "ptcp154")
ANY = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def encoded(text: str, encoding: str) -> tuple[bytes, str]:
    """Return the bytes of a text, and the text they hold.

    The text is what the encoding can hold of it.
    """
    raw = text.encode(encoding, "ignore")
    return raw, raw.decode(encoding)


@pytest.mark.parametrize("encoding", RUSSIAN_ENCODINGS + ANY)
@pytest.mark.parametrize("text", RUSSIAN)
def test_a_russian_headline_is_read_in_any_encoding(text: str, encoding: str) -> None:
    raw, kept = encoded(text, encoding)
    assert decode_bytes(raw).text == kept


@pytest.mark.parametrize("encoding", KAZAKH_ENCODINGS + ANY)
@pytest.mark.parametrize("text", KAZAKH)
def test_a_kazakh_headline_is_read_in_any_encoding(text: str, encoding: str) -> None:
    raw, kept = encoded(text, encoding)
    assert decode_bytes(raw).text == kept


@pytest.mark.parametrize("encoding", RUSSIAN_ENCODINGS + ANY)
def test_a_whole_article_is_read_in_any_encoding(encoding: str) -> None:
    raw, kept = encoded("\r\n".join(RUSSIAN) * 5, encoding)
    assert decode_bytes(raw).text == kept


@given(st.text(st.characters(exclude_categories=("Cs",))).filter(lambda text: "\ufeff" not in text))
def test_any_text_in_utf8_with_its_mark_is_itself(text: str) -> None:
    assert decode_bytes(codecs.BOM_UTF8 + text.encode()).text == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")))
def test_any_text_in_utf8_is_itself(text: str) -> None:
    assert decode_bytes(text.encode()).text == text


@pytest.mark.parametrize("damage", [b"\xff", b"\xd0", b"\xe2\x80", b"\x80\x81"])
def test_a_broken_character_costs_itself_and_is_counted(damage: bytes) -> None:
    text = " ".join(RUSSIAN)
    decoded = decode_bytes(text.encode() + damage + text.encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text.replace("\ufffd", "") == text + text
    assert decoded.broken == decoded.text.count("\ufffd") > 0


def test_a_file_cut_inside_a_character_keeps_the_rest() -> None:
    whole = " ".join(RUSSIAN)
    assert decode_bytes(whole.encode()[:-1]).text == whole[:-1] + "\ufffd"


def test_a_part_of_utf8_may_end_inside_a_character() -> None:
    head = "Алматы".encode()[:-1]
    assert find_encoding(head, is_whole=False) == "utf-8"


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + bytes(range(256)),
        b"PK\x03\x04\x14\x00\x08\x08\x08\x00" + bytes(range(200, 256)) * 4,
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8,
        os.urandom(4096) + b"\x00\xff",
        b"\xff\xfe\x00\xd8",
        b"\x00\x01\x02" * 99,
    ],
    ids=["png", "zip", "pdf", "noise", "half a pair", "controls"],
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(NotTextError):
        decode_bytes(raw)
