"""The analyst's article format is read.

Fields come out of the frame, the text is untouched, and any part may be missing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Document
from app.formats import registry
from app.formats.text.news_article import is_news_article, parse_news_article, parse_text

TITLE = "Новый город Алатау получит особый статус"
BODY = "Глава государства сообщил об этом 😀.\n\n«Считаю\u00a0необходимым», - заявил он.  "
URL = "https://www.nur.kz/politics/2281341-novyy/"
DAY = date(2025, 9, 2)


def article(dateline: str = f" date 2025-09-02 {TITLE}", published: str = "Опубликовано:", end: str = URL) -> str:
    return f"{dateline}\n{published}\n{BODY}\nОригинал статьи: {end}\n"


def fields(document: Document) -> tuple[str, date | None, str, str]:
    found = document.article
    return found.title, found.date, found.url, found.source


def test_the_frame_becomes_fields_and_leaves_the_text() -> None:
    document = parse_news_article(article())
    assert fields(document) == (TITLE, DAY, URL, "nur.kz")
    assert document.text == f"{TITLE}\n{BODY}"
    assert document.lost == ()


@pytest.mark.parametrize(
    "dateline",
    [
        f"date 2025-09-02 {TITLE}",
        f"\u00a0date\u00a02025-09-02\u00a0{TITLE} ",
        f"   Date: 2025-09-02  {TITLE}",
        f"\tdate 02.09.2025 {TITLE}",
        f" дата 2 сентября 2025 {TITLE}",
        f"Дата: 2025/09/02 {TITLE}",
        f" date 2025-09-02\n{TITLE}",
        f"\n\n date 2025-09-02 {TITLE}",
    ],
)
def test_datelines_in_other_spellings_are_understood(dateline: str) -> None:
    document = parse_news_article(article(dateline))
    assert fields(document) == (TITLE, DAY, URL, "nur.kz")
    assert document.text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    "value", [" 2025-09-02 14:05", "\u00a002.09.2025", " 2 сентября 2025, 14:05", " 2 қыркүйек 2025"]
)
def test_the_line_of_publication_gives_the_date_where_the_dateline_has_none(value: str) -> None:
    assert parse_news_article(article(f" date {TITLE}", f"Опубликовано:{value}")).article.date == DAY
    assert parse_news_article(article(TITLE, f" опубликовано :{value} ")).article.date == DAY


def test_the_dateline_wins_over_the_line_of_publication() -> None:
    document = parse_news_article(article(published="Опубликовано: 2024-01-01"))
    assert document.article.date == DAY
    assert "Опубликовано" not in document.text


STAMPS = ["2025-09-02T14:05:00+05:00", "2025-09-02 14:05", "2 сентября 2025 года", "2 сен 2025", "02.09.25"]
STAMPS += ["вторник, 2 сентября 2025, 14:05", "2025 жылғы 2 қыркүйек", "14:05, 2 сентября 2025"]


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize(
    "head",
    [
        " date {stamp} {title}\nОпубликовано:",
        " date {stamp}\n{title}\nОпубликовано:",
        " date\n{stamp}\n{title}",
        " date {title}\n{stamp}",
        "{title}\n\n{stamp}",
        "{stamp}\n{title}",
        "{title}\nОпубликовано: {stamp}",
        "{title}\nОпубликовано:\n{stamp}",
        "{title}\nОпубликовано {stamp}",
        "{title}\nЖарияланды: {stamp}",
        "{title}\nДата публикации: {stamp}",
    ],
)
def test_what_belongs_to_the_date_never_lands_in_title_or_text(head: str, stamp: str) -> None:
    document = parse_news_article(f"{head.format(stamp=stamp, title=TITLE)}\n{BODY}")
    assert (document.article.title, document.article.date) == (TITLE, DAY)
    assert document.text.replace("\n\n", "\n") == f"{TITLE}\n{BODY}".replace("\n\n", "\n")
    assert document.lost == ()


@pytest.mark.parametrize("stamp", ["Сегодня, 14:05", "2 сентября, 14:05", "Кеше, 14:05"])
@pytest.mark.parametrize(
    "head",
    [
        " date {stamp} {title}\nОпубликовано:",
        " date {stamp}\n{title}",
        "{title}\n{stamp}",
        "{stamp}\n{title}",
        "{title}\nОпубликовано: {stamp}",
        "{title}\nОпубликовано:\n{stamp}",
    ],
)
def test_a_date_without_year_or_day_leaves_the_text_and_is_told(head: str, stamp: str) -> None:
    document = parse_news_article(f"{head.format(stamp=stamp, title=TITLE)}\n{BODY}")
    assert (document.article.title, document.article.date) == (TITLE, None)
    assert document.text == f"{TITLE}\n{BODY}"
    assert [message.args["value"] for message in document.lost] == [stamp]


@pytest.mark.parametrize("head", ["{title}\n14:05\n2 сентября 2025", " date 2025-09-02 {title}\nОбновлено: 03.09.2025"])
def test_the_whole_date_counts_and_the_last_change_does_not(head: str) -> None:
    document = parse_news_article(f"{head.format(title=TITLE)}\n{BODY}")
    assert (document.article.title, document.article.date, document.lost) == (TITLE, DAY, ())
    assert "Обновлено" not in document.text


@pytest.mark.parametrize("stamp", ["2025-09-02T14:05", "02.09.2025", "02.09.25 14:05 |", "2025/09/02 —"])
def test_a_date_of_figures_before_the_title_needs_no_word(stamp: str) -> None:
    document = parse_news_article(f"{stamp} {TITLE}\n{BODY}")
    assert (document.article.title, document.article.date, document.text) == (TITLE, DAY, f"{TITLE}\n{BODY}")


def test_a_date_of_words_before_the_title_leaves_it_where_the_text_has_a_frame() -> None:
    document = parse_news_article(article(f"2 сентября 2025 года {TITLE}"))
    assert (document.article.title, document.article.date) == (TITLE, DAY)


def test_the_dateline_wins_over_a_date_on_a_line_of_its_own() -> None:
    document = parse_news_article(f" date 2025-09-02 {TITLE}\n3 сентября 2025\n{BODY}")
    assert (document.article.date, document.text) == (DAY, f"{TITLE}\n{BODY}")


@pytest.mark.parametrize("case", ["a", "b", "c"])
def test_the_rest_of_the_date_stays_out_of_the_title(shared: Path, case: str) -> None:
    (document,) = registry.read_file(shared / "cases" / "17-rest-of-the-date-in-the-title" / f"{case}.txt")
    assert (document.article.title, document.article.date) == ("Мост откроют", DAY)
    assert document.text.startswith("Мост откроют\n")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f" date 2025-09-02 {TITLE}", TITLE),
        (f"{TITLE}\nОпубликовано:\n{BODY}", f"{TITLE}\n{BODY}"),
        (f"{TITLE}\n{BODY}\nОригинал статьи: {URL}", f"{TITLE}\n{BODY}"),
        (f"{TITLE}\n{BODY}\nОригинал статьи:\n{URL}\n\n", f"{TITLE}\n{BODY}"),
        (f"{TITLE}\n{BODY}\nОригинал статьи:", f"{TITLE}\n{BODY}"),
        (f"date 2025-09-02\n{BODY}", BODY),
    ],
)
def test_any_part_may_be_missing(text: str, kept: str) -> None:
    assert is_news_article(text)
    assert parse_news_article(text).text == kept


@pytest.mark.parametrize(
    ("day", "told"), [("2025-13-45", "2025-13-45"), ("31.02.2025", "31.02.2025"), ("0000-00-00", "0000-00-00")]
)
def test_a_day_that_no_calendar_has_is_kept_out_and_told(day: str, told: str) -> None:
    document = parse_news_article(article(f" date {day} {TITLE}"))
    assert fields(document)[:2] == (TITLE, None)
    assert told in str(document.lost[0])


def test_an_address_that_is_none_is_kept_out_and_told() -> None:
    document = parse_news_article(article(end="в редакции"))
    assert document.article.url == ""
    assert "в редакции" in str(document.lost[0])


@pytest.mark.parametrize("line", [URL, f"Источник: {URL}", f"  {URL}  "])
@pytest.mark.parametrize(
    "form",
    [
        "{title}\n{line}\n{body}",
        "{title}\n\n2 сентября 2025\n{line}\n\n{body}",
        "{line}\n{title}\n{body}",
        "{title}\n{body}\n{line}",
    ],
)
def test_an_address_alone_near_the_top_or_last_is_the_articles(form: str, line: str) -> None:
    document = parse_text(form.format(title=TITLE, line=line, body=BODY))
    assert document.article.url == URL
    assert [line for line in document.text.split("\n") if line] == [TITLE, *filter(None, BODY.split("\n"))]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.nur.kz/a?b=c#d", "nur.kz"),
        ("http://TENGRINEWS.kz:80/x", "tengrinews.kz"),
        ("www.zakon.kz/1", "zakon.kz"),
        ("kaz.inform.kz/ru/1", "kaz.inform.kz"),
        ("https://пример.рф/статья", "пример.рф"),
        ("https://[bad/", ""),
    ],
)
def test_the_site_is_the_source(url: str, site: str) -> None:
    document = parse_news_article(article(end=url))
    assert (document.article.url, document.article.source) == (url, site)


@pytest.mark.parametrize(
    "text",
    [
        "Обычный текст без рамки.\nВторая строка.",
        "date palms grow in the south of the country",
        "Дата выборов пока не названа\nЦИК обещает объявить её позже.",
        "Первое.\n" * 10 + "Опубликовано: вчера",
        "Опубликовано: министерство раскрыло подробности сделки, о которой говорили весь прошлый год на рынке",
        "Смотрите\nОригинал статьи: ниже\nКонец.",
        "Хроника\n2 сентября 2025\nОткрыли мост.\n5 сентября 2025\nОткрыли школу.",
        "2 сентября 2025 года в Астане открыли мост.\nТекст.",
        "Опубликовано исследование о ценах\nТекст.",
        "Первое.\nВторое.\nТретье.\n2 сентября 2025\nЧетвёртое.",
        "2 сентября 2025 года Казахстан открыл мост.\nТекст.",
        "2 сентября 2025 года Казахстан откроет мост\nТекст.",
        "Онлайн\n14:05\nОткрыли мост.\n14:20\nОткрыли школу.",
        "Сегодня\nоткрыли мост.",
        "Первое.\nВторое.\nТретье.\nhttps://a.kz/1\nЧетвёртое.",
        "Что читать\nhttps://a.kz/1\nhttps://a.kz/2",
        "Подробности: https://a.kz/1\nТекст.",
        "https://a.kz/1",
    ],
)
def test_words_that_only_look_like_the_frame_stay(text: str) -> None:
    assert not is_news_article(text)
    assert parse_news_article(text).text == text


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n\r\x00")), max_size=6))
def test_paragraphs_inside_the_frame_are_never_touched(paragraphs: list[str]) -> None:
    body = "\n".join(["Начало.", *paragraphs, "Конец."])
    text = f" date 2025-09-02 {TITLE}\nОпубликовано:\n{body}\nОригинал статьи: {URL}"
    assert parse_news_article(text).text == f"{TITLE}\n{body}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866", "mac-cyrillic"])
def test_a_file_is_read_in_any_encoding_with_either_line_end(tmp_path: Path, encoding: str) -> None:
    text = article().replace("😀", "!").replace("\n", "\r\n")
    path = tmp_path / "статья.txt"
    path.write_bytes(text.encode(encoding, "ignore"))
    (document,) = registry.read_file(path)
    assert fields(document) == (TITLE, DAY, URL, "nur.kz")
    assert document.article.key == "статья"
    assert "\r" not in document.text


def test_the_analysts_own_article_is_taken_apart(shared: Path) -> None:
    (document,) = registry.read_file(next((shared / "seeds").glob("*.txt")))
    title, day, url, source = fields(document)
    assert title == "Новый казахстанский город Алатау получит особый статус"
    assert (day, source) == (DAY, "nur.kz")
    assert url.startswith("https://www.nur.kz/politics/") and url.endswith("osobyy-status/")
    lines = document.text.split("\n")
    assert lines[0] == title
    assert lines[1].startswith("Глава государства Касым-Жомарт Токаев")
    assert lines[-1].endswith("в строящемся городе Алатау.")


@pytest.mark.parametrize(("lines", "is_frame"), [(6, True), (7, False)])
def test_the_line_of_publication_stands_under_six_lines_at_most(lines: int, is_frame: bool) -> None:
    text = "\n\n".join(f"Строка {number}." for number in range(lines)) + "\nОпубликовано: 2025-09-02\nТекст."
    assert is_news_article(text) is is_frame


@pytest.mark.parametrize(("length", "is_frame"), [(60, True), (61, False)])
def test_a_value_of_publication_has_60_characters_at_most(length: int, is_frame: bool) -> None:
    assert is_news_article(f"Заголовок\nОпубликовано: {'я' * length}\nТекст.") is is_frame


def test_day_in_the_last_line_counts_where_no_other_is_given() -> None:
    document = parse_news_article("Заголовок\nПервая фраза.\n14.03.2025\nСсылка: https://www.example.kz/a")
    assert (document.article.date, document.article.url) == (date(2025, 3, 14), "https://www.example.kz/a")
    assert document.text == "Заголовок\nПервая фраза."


def test_source_is_an_address_only_where_one_follows() -> None:
    document = parse_news_article("Заголовок\nПервая фраза.\nИсточник: пресс-служба акимата")
    assert document.text.endswith("Источник: пресс-служба акимата")


@pytest.mark.parametrize("line", ["20 ноября 2025, 10:15", "Опубликовано: 20 ноября 2025"])
def test_a_line_that_leaves_the_text_takes_a_blank_line_along(line: str) -> None:
    assert parse_text(f"{TITLE}\n\n{line}\n\n{BODY}\n").text == f"{TITLE}\n\n{BODY}"
