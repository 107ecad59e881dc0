"""Saved pages give the fields and text that readers see.

It does not matter what the page is made of.
"""

from __future__ import annotations

import socket
from datetime import date
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Document
from app.formats import registry

DATA = Path(__file__).resolve().parents[2] / "data" / "html"
PAGES = sorted(DATA.glob("*.html"))
BODY = (
    "<p>Аким Кенжара Серик Бейсенов открыл мост через Сырбай и поблагодарил строителей за работу.</p>"
    "<p>Мост прослужит сто лет, уверен подрядчик. Ограждение окрасят весной.</p>"
)


def read(path: Path) -> Document:
    (document,) = registry.read_file(path)
    return document


def read_page(tmp_path: Path, head: str, body: str, encoding: str = "utf-8") -> Document:
    path = tmp_path / "page.html"
    path.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read(path)


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_gives_the_same_article_as_its_text(page: Path) -> None:
    found, wanted = read(page), read(page.with_suffix(".txt"))
    assert found.text == wanted.text
    assert found.article.title == wanted.article.title
    assert (found.article.date, found.article.url) == (wanted.article.date, wanted.article.url)
    assert found.lost == ()


def test_the_analysts_own_article_as_a_page_is_the_same(shared: Path, tmp_path: Path) -> None:
    path = next((shared / "seeds").glob("*.txt"))
    wanted = read(path)
    title, *paragraphs = wanted.text.split("\n")
    head = f'<meta charset="utf-8"><title>{title} - NUR.KZ</title><link rel="canonical" href="{wanted.article.url}">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    found = read_page(tmp_path, head, f"<h1>{title}</h1><p>Опубликовано: 2 сентября 2025, 14:05</p><div>{body}</div>")
    assert (found.text, found.article.title) == (wanted.text, wanted.article.title)
    assert (found.article.date, found.article.url) == (wanted.article.date, wanted.article.url)
    assert (found.article.digest, found.article.source) == (wanted.article.digest, wanted.article.source)


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        ("Мост — это надолго - Вести", "Мост — это надолго", "Мост — это надолго"),
        ("Мост - Сырбай - Вести", "", "Мост - Сырбай - Вести"),
        ("Мост через Сырбай | Вести Кенжара", "", "Мост через Сырбай"),
        ("Вести Кенжара: Мост через Сырбай", "Мост через Сырбай", "Мост через Сырбай"),
        ("Мост через Сырбай - vesti.kz", "", "Мост через Сырбай"),
        ("Мост через Сырбай", "Вести Кенжара", "Мост через Сырбай"),
        ("", "Мост через Сырбай", "Мост через Сырбай"),
    ],
)
def test_a_title_is_cut_at_a_sites_name_and_nowhere_else(tmp_path: Path, window: str, heading: str, title: str) -> None:
    head = f"<title>{window}</title><meta property='og:site_name' content='Вести Кенжара'>"
    found = read_page(tmp_path, head, f"<h1>{heading}</h1>{BODY}" if heading else BODY)
    assert found.article.title == title
    assert found.text.split("\n")[0] == title


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        ('<meta property="article:published_time" content="2025-09-05">', "Опубликовано: 02.09.2025 14:05", 2),
        ('<meta property="article:published_time" content="2025-09-01T20:00:00Z">', "2 сентября 2025, 01:00", 2),
        ('<meta property="article:published_time" content="2025-09-05T10:00:00Z">', "12 июня 2019", 5),
        ('<meta property="article:modified_time" content="2025-09-05T10:00:00Z">', "2 сен 2025", 2),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-09-02"}</script>', "", 2),
        ('<link rel="canonical" href="https://vesti.kz/2025/09/02/most">', "", 2),
        ("", "Жарияланған күні: 2025 ж. 2 қыркүйек", 2),
    ],
)
def test_the_day_that_is_shown_wins_over_one_that_is_stated_or_guessed(
    tmp_path: Path, head: str, line: str, day: int
) -> None:
    body = f"<h1>Мост открыли</h1><p class='x'>{line}</p>{BODY}<p>© 2014 Вести, с 01.02.2014</p>"
    found = read_page(tmp_path, head, body)
    assert found.article.date == date(2025, 9, day)
    assert line == "" or line not in found.text


def test_control_characters_and_comments_in_a_page_are_survived(tmp_path: Path) -> None:
    hidden = "<div hidden>нет</div>\x01хвост<div class='ad'>реклама</div>\x02"
    body = f"<h1>Мост открыли</h1><p>Аким<!-- нет --> города <!-- нет -->открыл мост через Сырбай вчера.</p>{hidden}"
    found = read_page(tmp_path, "", f"{body}{BODY}")
    assert "Аким города открыл мост через Сырбай вчера." in found.text
    assert "реклама" not in found.text


def test_a_page_without_a_day_has_none(tmp_path: Path) -> None:
    found = read_page(tmp_path, "", f"<h1>Мост открыли</h1>{BODY}<footer>© 2014–2024, с 01.02.2014</footer>")
    assert found.article.date is None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("windows-1251", "utf-8"),
        ("utf-8", "cp1251"),
        ("", "cp1251"),
        ("", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("nonsense", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_declares(tmp_path: Path, declared: str, encoding: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><title>Мост открыли</title>'
    found = read_page(tmp_path, head, f"<h1>Мост открыли</h1>{BODY}", encoding)
    assert found.article.title == "Мост открыли"
    assert found.text.count("Сырбай") == 1


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"<!DOCTYPE html><html><body><h1>Мост открыли</h1>{BODY}</body></html>", "utf-8")
    assert read(path).text.startswith("Мост открыли\nАким Кенжара")


def test_scripts_and_addresses_of_a_page_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    head = '<!ENTITY x SYSTEM "file:///etc/passwd"><script src="http://localhost:9/x.js"></script>'
    found = read_page(tmp_path, head, f"<h1>Мост открыли</h1>{BODY}<img src='http://localhost:9/x.png'>&x;")
    assert "root:" not in found.text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * 100_000, "nests its tags too deeply"),
        ("<script>x()</script>", "holds no text"),
        ("", "holds no text"),
    ],
)
def test_a_page_that_gives_no_article_says_why(tmp_path: Path, body: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason) as caught:
        read_page(tmp_path, "", body)
    assert "page.html" in str(caught.value)


def test_a_paragraph_of_a_million_characters_is_read(tmp_path: Path) -> None:
    found = read_page(tmp_path, "", f"<h1>Мост</h1><p>{'Слово и дело. ' * 72_000}</p>")
    assert len(found.text) > 1_000_000


def test_a_comment_in_a_paragraph_is_left_out_and_costs_nothing(tmp_path: Path) -> None:
    lines = "".join(
        f"<p>Мост <!-- скрыто --> откроют<!----> в {year} году, сказали в акимате.</p>" for year in (1, 2, 3)
    )
    text = read_page(tmp_path, "<title>Мост</title>", f"<article><h1>Мост</h1>{lines}</article>").text
    assert "откроют в 2 году" in text and "скрыто" not in text


@pytest.mark.parametrize(
    "line",
    [
        "Читайте также: Автобусы пойдут чаще",
        "Тағы оқыңыз: Мектеп жөнделді",
        "Подписывайтесь на наш Telegram-канал!",
        "Больше новостей — в нашем канале в WhatsApp",
        "Нашли ошибку? Выделите текст и нажмите Ctrl+Enter",
        "Фото: Айдос Ким",
        "Поделиться",
        "Теги: мост, город",
        "Реклама",
        "© 2025 Караозек Инфо",
    ],
)
def test_a_line_of_the_site_is_no_line_of_the_article(tmp_path: Path, line: str) -> None:
    first, second = BODY.split("</p>", 1)
    found = read_page(tmp_path, "<title>Мост открыли</title>", f"<h1>Мост открыли</h1>{first}</p><p>{line}</p>{second}")
    assert line not in found.text and len(found.text.splitlines()) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Читайте договор до подписи, советует юрист.",
        "Поделиться опытом приехали строители из Сырбая.",
        "Реклама подорожала на треть.",
        "Фото с открытия моста показали жителям.",
        "Подписали акт в тот же день.",
        "Смотрите, что делается, — говорит подрядчик.",
        "Комментарии эксперта появятся позже.",
    ],
)
def test_a_sentence_that_only_begins_so_stays(tmp_path: Path, line: str) -> None:
    first, second = BODY.split("</p>", 1)
    found = read_page(tmp_path, "<title>Мост открыли</title>", f"<h1>Мост открыли</h1>{first}</p><p>{line}</p>{second}")
    assert line in found.text.splitlines()
