"""Saved letters are read as they were written.

They give subject, day and sender, and the text in paragraphs.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from email.message import EmailMessage
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Document
from app.formats import registry
from tests.formats.documents.samples import read

BODY = "Аким Кенжара Серик Бейсенов открыл мост через Сырбай\nи поблагодарил строителей.\n\nМост прослужит сто лет.\n"
LINES = ["Аким Кенжара Серик Бейсенов открыл мост через Сырбай и поблагодарил строителей.", "Мост прослужит сто лет."]


def read_letter(tmp_path: Path, message: EmailMessage | MIMEText) -> Document:
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    return read(path)


def letter(body: str = BODY) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Мост открыли", "Пресс-служба <press@example.kz>"
    message["Date"] = "Tue, 02 Sep 2025 00:30:00 +0500"
    message.set_content(body)
    return message


def test_a_letter_gives_its_subject_day_and_sender(tmp_path: Path) -> None:
    found = read_letter(tmp_path, letter())
    assert found.text.split("\n") == ["Мост открыли", *LINES]
    assert (found.article.date, found.article.source) == (dt.date(2025, 9, 2), "Пресс-служба")
    assert found.lost == ()


def test_the_text_of_a_page_is_taken_where_there_is_no_plain_one(tmp_path: Path) -> None:
    message = letter()
    message.set_content("<p>Аким открыл <b>мост</b>.</p><style>p{}</style><p>Всё.</p>", subtype="html")
    assert read_letter(tmp_path, message).text == "Мост открыли\nАким открыл мост.\nВсё."


def test_attachments_are_named_and_signatures_left_out(tmp_path: Path) -> None:
    message = letter(f"{BODY}-- \nАйгуль, тел. 5-15\n")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="план.pdf")
    found = read_letter(tmp_path, message)
    assert found.text.split("\n") == ["Мост открыли", *LINES]
    assert [str(lost) for lost in found.lost] == ["The attachment “план.pdf” is left out."]


@pytest.mark.parametrize("subject", ["Fwd: Мост открыли", "RE: FW: Мост открыли", "Пересл: Мост открыли"])
def test_signs_of_forwarding_are_no_part_of_the_title(tmp_path: Path, subject: str) -> None:
    message = letter()
    message.replace_header("Subject", subject)
    assert read_letter(tmp_path, message).article.title == "Мост открыли"


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8"])
def test_a_letter_is_read_in_its_encoding(tmp_path: Path, charset: str) -> None:
    message = MIMEText(BODY, "plain", charset)
    message["Subject"], message["From"] = "Most", "a@example.kz"
    found = read_letter(tmp_path, message)
    assert found.text.split("\n")[1:] == LINES
    assert found.article.source == "example.kz"


def test_a_frame_in_the_letter_wins_over_its_header(tmp_path: Path) -> None:
    found = read_letter(tmp_path, letter(f"Опубликовано: 1 сентября 2025\n{BODY}\nОригинал статьи: https://x.kz/1"))
    assert (found.article.date, found.article.url) == (dt.date(2025, 9, 1), "https://x.kz/1")
    assert found.text.split("\n") == ["Мост открыли", *LINES]


def test_a_page_saved_as_one_file_is_a_page(tmp_path: Path) -> None:
    page = f"<html><head><title>Мост | Вести</title></head><body><h1>Мост открыли</h1><p>{LINES[0]}</p></body></html>"
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.kz/1\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    (tmp_path / "a.mhtml").write_bytes(f"{head}{page}\n--b--\n".encode())
    found = read(tmp_path / "a.mhtml")
    assert (found.text, found.article.url) == (f"Мост открыли\n{LINES[0]}", "https://x.kz/1")


@pytest.mark.parametrize("name", ["Subject", "From", "Date", "Content-Type", "Content-Disposition"])
@pytest.mark.parametrize("value", ["x ", "(", "=?utf-8?B?0Jw=?= ", '"', ";a=", "<b>", "a@b, ", "\\"])
def test_a_header_without_end_takes_little_time(tmp_path: Path, name: str, value: str) -> None:
    (tmp_path / "a.eml").write_text(f"X-A: 1\nTo: a@b\n{name}: {value * 100_000}\n\nМост открыт.\n", "utf-8")
    start = time.process_time()
    with contextlib.suppress(UserError, RecursionError):
        assert "Мост открыт." in next(iter(registry.read_file(tmp_path / "a.eml", "eml"))).text
    assert time.process_time() - start < 5


def test_a_signature_in_a_page_is_left_out_too(tmp_path: Path) -> None:
    page = f"<div>{LINES[0]}<br><br>{LINES[1]}</div><div>--<br>С уважением, пресс-служба</div>"
    found = read_letter(tmp_path, MIMEText(f"<html><body>{page}</body></html>", "html", "utf-8"))
    assert found.text.split("\n") == LINES


def test_plain_part_that_only_excuses_itself_gives_way_to_the_page(tmp_path: Path) -> None:
    lines = [f"Абзац номер {number} рассказывает о ремонте школ области." for number in range(4)]
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Школы", "a@b.example"
    letter.set_content("Ваша почта не показывает HTML.")
    letter.add_alternative("".join(f"<p>{line}</p>" for line in lines), subtype="html")
    (tmp_path / "a.eml").write_bytes(bytes(letter))
    assert read(tmp_path / "a.eml").text.split("\n") == ["Школы", *lines]


def test_page_saved_without_its_pictures_is_a_page(tmp_path: Path) -> None:
    page = EmailMessage()
    page["From"], page["Subject"] = "<Saved by Blink>", "Школы"
    page["Snapshot-Content-Location"] = "https://irtysh.example/news/81"
    page.set_content("<h1>Школы отремонтируют</h1><p>Работы начнутся 1 июня, сообщил акимат.</p>", subtype="html")
    (tmp_path / "a.mhtml").write_bytes(bytes(page))
    found = read(tmp_path / "a.mhtml")
    assert (found.article.title, found.article.url) == ("Школы отремонтируют", "https://irtysh.example/news/81")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8"])
def test_header_with_bare_letters_is_read_in_their_encoding(tmp_path: Path, encoding: str) -> None:
    head = "From: Пресс-служба <press@example.kz>\r\nSubject: Мост через Сырбай открыли\r\n"
    path = tmp_path / "a.eml"
    path.write_bytes(f"{head}Date: 2 Sep 2025 10:00:00 +0500\r\n\r\n{BODY}".encode(encoding))
    found = read(path)
    assert (found.article.title, found.article.source) == ("Мост через Сырбай открыли", "Пресс-служба")


@pytest.mark.parametrize("zone", ["+9999999999", "-99999999999999999999", "+9999"])
def test_day_with_a_zone_that_no_clock_has_costs_no_letter(tmp_path: Path, zone: str) -> None:
    path = tmp_path / "a.eml"
    path.write_text(f"From: a@example.kz\nSubject: Мост\nDate: Tue, 02 Sep 2025 00:30:00 {zone}\n\n{BODY}", "utf-8")
    assert read(path).article.title == "Мост"
