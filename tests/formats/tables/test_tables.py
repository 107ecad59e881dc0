"""Tables of articles have one row an article.

It does not matter which program wrote them.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.core.message import UserError
from app.core.model import Document
from app.formats import registry
from app.formats.table_choices import (
    NO_CHOICES,
    ArticleField,
    RememberedTable,
    TableChoices,
    columns_key,
    parse_mapping,
    read_remembered,
    show_mapping,
)
from app.formats.tables import sheets
from app.formats.tables.cell_values import read_day

TEXT = "Аким Жанаталапа Серик Бейсенов заявил: «Дорогу откроют в мае».\nЦена — 3 млрд тенге 👩‍🚀."
TITLE = "Дорогу откроют в мае"
URL = "https://www.example.kz/doroga/"
SAME = (TITLE, date(2025, 9, 2), "example.kz", URL, f"{TITLE}\n{TEXT}")


def facts(document: Document) -> tuple[object, ...]:
    article = document.article
    return article.title, article.date, article.source, article.url, document.text


def read(path: Path, choices: TableChoices = NO_CHOICES, name: str | None = None) -> list[Document]:
    return list(registry.read_file(path, name, choices))


def fault_of(path: Path, choices: TableChoices = NO_CHOICES) -> UserError:
    with pytest.raises(UserError) as caught:
        read(path, choices)
    return caught.value


def write_csv(path: Path, rows: list[list[str]], encoding: str = "utf-8", separator: str = ",") -> Path:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator).writerows(rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, **named: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in named.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(
    "headers",
    [
        ("title", "text", "date", "url"),
        ("Заголовок", "Текст статьи", "Дата публикации", "Ссылка"),
        ("Тақырып", "Мәтін", "Жарияланған күні", "Сілтеме"),
        ("headline", "body_text", "publishedAt", "sourceUrl"),
        ("Название", "СОДЕРЖАНИЕ", "Опубликовано:", "Адрес (URL)"),
    ],
)
def test_columns_are_known_by_their_headers_in_three_languages(tmp_path: Path, headers: tuple[str, ...]) -> None:
    path = write_csv(tmp_path / "a.csv", [list(headers), [TITLE, TEXT, "2025-09-02", URL]])
    (document,) = read(path)
    assert facts(document) == SAME and document.lost == ()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8-r", "utf-16", "utf-16-le"])
def test_any_encoding_and_separator_gives_the_same_articles(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [["Заголовок", "Дата", "Текст", "Просмотры"]]
    body = 'Акимат сообщил, что дорогу, мост; и парк "Самал" откроют.\nВторой абзац | конец.'
    rows += [[f"Новость номер {number}", f"0{number}.09.2025", body, "12"] for number in range(1, 6)]
    documents = read(write_csv(tmp_path / "a.csv", rows, encoding, separator))
    assert [document.article.title for document in documents] == [f"Новость номер {number}" for number in range(1, 6)]
    assert [str(document.article.date) for document in documents] == [f"2025-09-0{number}" for number in range(1, 6)]
    assert all(document.text.partition("\n")[2] == body for document in documents)
    assert "Просмотры" in str(documents[-1].lost[-1])


@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r"), min_size=1), min_size=1)
)
def test_every_text_that_csv_can_hold_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    kept = [text for text in texts if text.strip()]
    path = write_csv(tmp_path_factory.mktemp("a") / "a.csv", [["id", "text"], *(["1", text] for text in [*kept, "я"])])
    found = read(path, TableChoices(encoding="utf-8", separator=","))
    assert [document.text for document in found] == [*(text.strip("\n") for text in kept), "я"]


def test_sheets_give_the_same_article_with_typed_and_with_written_dates(tmp_path: Path) -> None:
    head = ["Заголовок", "Текст", "Дата", "URL", "id"]
    days: list[object] = [datetime(2025, 9, 2, 14, 5), date(2025, 9, 2), "2 сентября 2025", "02.09.2025", 45902]  # noqa: DTZ001
    rows: list[list[object]] = [[TITLE, TEXT, day, URL, number] for number, day in enumerate(days, start=7)]
    documents = read(write_xlsx(tmp_path / "a.xlsx", Лист1=[head, *rows]))
    assert [facts(document) for document in documents] == [SAME] * len(days)
    assert [document.article.key for document in documents] == ["7", "8", "9", "10", "11"]


def test_the_sheet_with_texts_is_chosen_and_its_header_found_below_a_name(tmp_path: Path) -> None:
    table: list[list[object]] = [
        ["Выгрузка за сентябрь"],
        [],
        ["Заголовок", "Текст", "Дата"],
        [TITLE, TEXT, "2025-09-02"],
    ]
    path = write_xlsx(tmp_path / "a.xlsx", О_файле=[["Выгрузка", "2025"]], Пустой=[], Статьи=table)
    (document,) = read(path)
    assert document.text == f"{TITLE}\n{TEXT}" and document.article.key == "a-4"


def test_the_header_of_a_csv_file_is_found_below_a_name(tmp_path: Path) -> None:
    rows = [
        ["Мониторинг за сентябрь"],
        [],
        ["№", "Заголовок", "Дата", "Ссылка", "Текст"],
        ["1", TITLE, "02.09.2025", URL, TEXT],
    ]
    (document,) = read(write_csv(tmp_path / "a.csv", rows, "utf-8-sig", ";"))
    assert facts(document)[:4] == SAME[:4]


def test_a_value_that_is_like_a_header_does_not_make_its_row_one(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["x", "y"], ["Заголовок", f"{TEXT} {TEXT}"]])
    (document,) = read(path)
    assert document.text == f"{TEXT} {TEXT}"


def test_a_header_of_one_known_word_is_found_below_a_name(tmp_path: Path) -> None:
    (document,) = read(write_csv(tmp_path / "a.csv", [["Сентябрь"], ["№", "Текст", "Кто"], ["1", TEXT, "Анна"]]))
    assert document.text == TEXT


def test_a_list_of_texts_in_json_is_an_article_each(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([TEXT, TITLE]), encoding="utf-8")
    assert [document.text for document in read(tmp_path / "a.json")] == [TEXT, TITLE]


def test_an_address_that_is_none_is_left_out_and_named_with_its_row(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Заголовок", "Ссылка", "Текст"], [TITLE, "в архиве", TEXT]])
    (document,) = read(path)
    assert document.article.url == ""
    assert "2 — в архиве" in str(document.lost[0])


@pytest.mark.parametrize("linked", ["C2", "A2"])
def test_a_cell_that_leads_to_the_article_gives_its_address(tmp_path: Path, linked: str) -> None:
    headers = ["Заголовок", "Текст", "Ссылка"] if linked == "C2" else ["Заголовок", "Текст"]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(headers)
    sheet.append([TITLE, TEXT, "читать"][: len(headers)])
    sheet[linked].hyperlink = URL
    sheet["B2"].hyperlink = "mailto:a@example.kz"
    book.save(tmp_path / "a.xlsx")
    (document,) = read(tmp_path / "a.xlsx")
    assert (document.article.url, document.article.title, document.lost) == (URL, TITLE, ())


def test_a_sheet_can_be_named_and_a_wrong_name_lists_them(tmp_path: Path) -> None:
    first, second = ([["text"], [words]] for words in ("Первый.", "Второй."))
    path = write_xlsx(tmp_path / "a.xlsx", one=first, two=second)
    assert [read(path, TableChoices(sheet=name))[0].text for name in ("", "one", "two")] == [
        "Первый.",
        "Первый.",
        "Второй.",
    ]
    assert "one, two" in str(fault_of(path, TableChoices(sheet="three")))


def test_an_ods_file_is_read_like_a_workbook(tmp_path: Path) -> None:
    table = pytest.importorskip("odfdo")
    document = table.Document("spreadsheet")
    sheet = table.Table("Статьи")
    sheet.set_values([["Заголовок", "Текст", "Дата", "Ссылка"], [TITLE, TEXT, date(2025, 9, 2), URL]])
    document.body.clear()
    document.body.append(sheet)
    document.save(str(tmp_path / "a.ods"))
    assert [facts(found) for found in read(tmp_path / "a.ods")] == [SAME]


def test_rows_without_a_text_are_named_by_number_and_empty_ones_passed_over(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", [["title", "text"], ["А", "Раз."], ["", ""], ["Б", " "], ["В", "Два."], ["Г", ""]]
    )
    documents = read(path)
    assert [document.article.key for document in documents] == ["a-2", "a-5"]
    (said,) = map(str, documents[-1].lost)
    assert said == "2 rows without a text are left out: 4, 6."


def test_a_day_that_is_none_is_named_with_its_row(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["text", "date"], ["Раз.", "вчера"], ["Два.", "31.02.2025"], ["Три.", ""]])
    documents = read(path)
    assert [document.article.date for document in documents] == [None] * 3
    assert "2 — вчера, 3 — 31.02.2025" in str(documents[-1].lost[0])


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (
            '[{"headline": "%s", "body": {"text": "%s"}, "published_at": "2025-09-02T10:00:00+05:00", "link": "%s"}]',
            "a.json",
        ),
        (
            '{"status": "ok", "data": {"items": [{"title": "%s", "content": "%s", "date": 1756796400, "url": "%s"}]}}',
            "a.json",
        ),
        (
            '{"headline": "%s", "body": {"text": "%s"}, "pubDate": "Tue, 02 Sep 2025 14:05:00 +0500", "link": "%s"}\n',
            "a.jsonl",
        ),
        ('{"title": "%s", "content": "%s", "created_at": "02.09.2025 10:15", "url": "%s", "views": 3}\n', "a.txt"),
        ('{"17": {"name": "%s", "article": {"body": "%s"}, "day": 20250902, "href": "%s"}}', "a.json"),
    ],
)
def test_json_of_others_is_read_with_nested_fields(tmp_path: Path, content: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(content % (TITLE, TEXT.replace("\n", "\\n"), URL), "utf-8")
    assert [facts(document) for document in read(path)] == [SAME]


def test_objects_that_name_a_field_in_two_ways_both_give_it(tmp_path: Path) -> None:
    rows = [
        {"title": "Мост открыт", "text": "Акимат открыл мост.", "date": "2025-05-01"},
        {"Заголовок": "Школа сдана", "Текст": "Строители сдали школу.", "Дата": "02.05.2025"},
        {"title": "Дождь идёт", "Заголовок": "Другой", "text": "Синоптики ждут дождь."},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    found = read(path)
    assert [one.article.title for one in found] == ["Мост открыт", "Школа сдана", "Дождь идёт"]
    assert [one.article.date for one in found] == [date(2025, 5, 1), date(2025, 5, 2), None]
    assert [str(message) for message in found[-1].lost] == ["Columns that are not taken: Заголовок."]
    one_way = TableChoices(mapping=parse_mapping("text=text, title=title"))
    assert [one.article.title for one in read(path, one_way)] == ["Мост открыт", "Дождь идёт"]


def test_paragraphs_in_a_list_become_lines(tmp_path: Path) -> None:
    rows = [
        {"title": TITLE, "body": ["Раз.", "Два."], "url": URL},
        {"title": TITLE, "body": [{"type": "p", "text": "Раз."}, {"type": "p", "text": "Два."}], "url": URL},
        {"title": TITLE, "body": ["Раз и ", {"type": "bold", "text": "два"}, "."], "url": URL},
    ]
    (tmp_path / "a.json").write_text(json.dumps(rows), "utf-8")
    bodies = [document.text.partition("\n")[2] for document in read(tmp_path / "a.json")]
    assert bodies == ["Раз.\nДва.", "Раз.\nДва.", "Раз и два."]


def test_the_title_of_a_source_is_no_title_of_an_article(tmp_path: Path) -> None:
    row = {"source": {"id": None, "title": "Вестник"}, "author": {"name": "А. Н."}, "headline": TITLE, "text": TEXT}
    (tmp_path / "a.json").write_text(json.dumps([row]), "utf-8")
    (document,) = read(tmp_path / "a.json")
    assert (document.article.title, document.article.source) == (TITLE, "Вестник")
    assert [note.text for note in document.notes] == ["author.name: А. Н."]


def test_our_own_lines_stay_with_the_lossless_reader(tmp_path: Path) -> None:
    row = {
        "id": "x",
        "title": "Другой заголовок",
        "text": "Токаев сказал.",
        "entities": [{"start": 0, "end": 6, "label": "PER"}],
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (document,) = read(tmp_path / "a.jsonl")
    assert document.text == row["text"] and len(document.annotations) == 1


def test_a_mapping_says_which_column_is_which(tmp_path: Path) -> None:
    rows = [["a", "b", "Тело, полное", "text"], [TITLE, URL, TEXT, "реклама"]]
    path = write_csv(tmp_path / "a.csv", rows)
    mapping = parse_mapping("title=a, text=тело, полное,url=2")
    assert facts(read(path, TableChoices(mapping))[0]) == (TITLE, None, "example.kz", URL, f"{TITLE}\n{TEXT}")
    assert parse_mapping(show_mapping(mapping)) == mapping


def test_a_mapping_that_fits_no_column_lists_those_that_there_are(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["заголовок", "тело"], ["А", "Б"]])
    words = str(fault_of(path, TableChoices(parse_mapping("text=body"))))
    assert "“body”" in words and "заголовок, тело" in words and "--map" in words


@pytest.mark.parametrize("words", ["text", "text=", "colour=a", "=a", "text=a,,b=c=d,title"])
def test_a_mapping_that_says_nothing_is_refused_with_an_example(words: str) -> None:
    if words.startswith("text=a"):
        assert dict(parse_mapping(words))[ArticleField.TEXT] == "a,,b=c=d,title"
        return
    with pytest.raises(UserError) as caught:
        parse_mapping(words)
    assert "title=headline,text=body.text" in str(caught.value)


def test_a_table_without_a_column_of_texts_lists_its_columns_and_an_example(tmp_path: Path) -> None:
    words = str(fault_of(write_csv(tmp_path / "a.csv", [["имя", "город"], ["Анна", "Алматы"]])))
    assert "имя, город" in words and "--map title=headline,text=body.text" in words


def test_without_headers_the_longest_values_are_the_text_and_the_window_asks(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["2025-09-02", TITLE, URL, TEXT * 3]] * 2)
    assert facts(read(path)[0]) == (TITLE, date(2025, 9, 2), "example.kz", URL, f"{TITLE}\n{TEXT * 3}")
    preview = registry.preview_table(path, None, TableChoices())
    assert preview is not None and not preview.is_certain and len(preview.rows) == 2


def test_a_mapping_is_remembered_for_tables_with_the_same_columns(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["x", "y"], ["Раз два.", TITLE]])
    known = TableChoices(remembered=(RememberedTable(("y", "x"), parse_mapping("text=x,title=y")),))
    assert read(path, known)[0].text == f"{TITLE}\nРаз два."
    preview = registry.preview_table(path, None, known)
    assert preview is not None and preview.is_certain
    assert "x, y" in str(fault_of(path))


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.dat"])
def test_a_table_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    write_csv(tmp_path / name, [["Заголовок", "Текст", "Ссылка"], [TITLE, TEXT, URL]], "utf-16", "\t")
    assert read(tmp_path / name)[0].article.title == TITLE
    write_xlsx(tmp_path / name, a=[["Заголовок", "Текст", "Ссылка"], [TITLE, TEXT, URL]])
    assert read(tmp_path / name)[0].article.title == TITLE


@pytest.mark.parametrize(
    "text",
    ["Дата, текст, подпись — всё на месте, сообщил аким.\nДа.", "{Начало} статьи: [раз], «два»", "[1] Ссылка\nТекст"],
)
def test_an_article_that_looks_a_little_like_a_table_stays_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert [document.text for document in read(tmp_path / "a.txt")] == [text]


def test_the_frame_in_a_cell_is_understood(tmp_path: Path) -> None:
    framed = f" date 2025-09-02 {TITLE}\nОпубликовано:\n{TEXT}\nОригинал статьи: {URL}"
    assert facts(read(write_csv(tmp_path / "a.csv", [["id", "text"], ["5", framed]]))[0]) == SAME


def test_a_title_that_opens_the_text_does_not_stand_twice(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["title", "text"], [TITLE, f"{TITLE}\n\n{TEXT}"]])
    assert read(path)[0].text == f"{TITLE}\n\n{TEXT}"


def test_a_quotation_mark_that_is_not_closed_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,Раз.\n2,"Два.\n3,Три.\n4,Четыре.\n', "utf-8")
    documents = read(tmp_path / "a.csv")
    assert len(documents) == 2 and "row 3" in str(documents[-1].lost[0])


def test_rows_that_cannot_be_read_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"headline": "А", "body": "Раз."}\n{bad\n5\n{"headline": "Б", "body": "Два."}\n', "utf-8"
    )
    documents = read(tmp_path / "a.jsonl")
    said = str(documents[-1].lost[0])
    assert len(documents) == 2 and "2 rows cannot be read" in said and "2: " in said and "3: " in said


def test_a_workbook_that_the_program_wrote_is_no_table_of_articles(tmp_path: Path) -> None:
    sheet: list[list[object]] = [["Title", "Text"], [TITLE, TEXT]]
    path = write_xlsx(tmp_path / "a.xlsx", Articles=sheet, Entities=sheet, Claims=sheet, Notes=sheet)
    assert "Pometka wrote" in str(fault_of(path))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", a=[["text"], ["я " * 10_000]])
    monkeypatch.setattr(sheets, "MAX_UNPACKED_BYTES", 10_000)
    assert "“a.xlsx” comes to" in str(fault_of(path))


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_a_damaged_workbook_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert "“a.xlsx”" in str(fault_of(tmp_path / "a.xlsx"))


def test_a_workbook_without_its_parts_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    assert "“a.xlsx”" in str(fault_of(tmp_path / "a.xlsx"))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-09-02T14:05", date(2025, 9, 2)),
        ("2025-09-02 14:05:33.120+06:00", date(2025, 9, 2)),
        ("2025-09-02T23:30:00Z", date(2025, 9, 2)),
        ("02.09.2025 14:05", date(2025, 9, 2)),
        ("2/9/2025", date(2025, 9, 2)),
        ("Tue, 02 Sep 2025 14:05:00 GMT", date(2025, 9, 2)),
        ("1756796400", date(2025, 9, 2)),
        (1756796400000, date(2025, 9, 2)),
        (45902.5, date(2025, 9, 2)),
        ("20250902", date(2025, 9, 2)),
        ("вчера", None),
        ("", None),
        (5, None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        ("9" * 400, None),
    ],
)
def test_days_are_read_in_the_forms_that_tables_have(value: object, day: date | None) -> None:
    assert read_day(value) == day


def test_choices_for_a_file_hold_for_it_alone_with_what_is_remembered(tmp_path: Path) -> None:
    one, two = (write_csv(tmp_path / f"{name}.csv", [["x", "text"], ["а;б", "Раз."]]) for name in ("one", "two"))
    known = read_remembered({columns_key(("text", "x")): "title=x,text=text", "ш": "no mapping", "": ""})
    assert [table.columns for table in known] == [("text", "x")]
    choices = TableChoices(remembered=known, files=((one, TableChoices(separator=";")),))
    assert "more cells than there are columns" in str(fault_of(one, choices))
    assert read(two, choices)[0].article.title == "а;б"


def test_headers_of_two_rows_are_read_together(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([], ["№", "Публикация", None, "Текст", "Ссылка"], [None, "Дата", "Заголовок"]):
        sheet.append(row)
    sheet.append([1, date(2025, 9, 2), TITLE, TEXT, URL])
    book.save(tmp_path / "a.xlsx")
    assert [facts(document) for document in read(tmp_path / "a.xlsx")] == [SAME]


def test_days_of_a_column_are_read_month_first_where_some_must_be(tmp_path: Path) -> None:
    rows = [["date", "text"], ["9/2/2025", TEXT], ["9/14/2025", TEXT]]
    first, second = read(write_csv(tmp_path / "a.csv", rows))
    assert (first.article.date, second.article.date) == (date(2025, 9, 2), date(2025, 9, 14))
    assert any("month first" in str(message) for message in second.lost)
    (plain,) = read(write_csv(tmp_path / "b.csv", rows[:2]))
    assert plain.article.date == date(2025, 2, 9)


def test_paragraphs_of_json_are_surely_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"title": TITLE, "paragraphs": TEXT.split("\n"), "url": URL}]), "utf-8")
    preview = registry.preview_table(path, None, NO_CHOICES)
    assert preview is not None and preview.is_certain
    assert read(path)[0].text == f"{TITLE}\n{TEXT}"


def test_text_of_a_hundred_thousand_sentences_is_no_header_and_is_read_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'title,text\nМост,"{"Текст. Дата. " * 100_000}"\n', "utf-8")
    began = process_time()
    (found,) = registry.read_file(tmp_path / "a.csv")
    assert process_time() - began < 20, "it took minutes when each sentence was looked up as a header"
    assert found.text.startswith("Мост\nТекст. Дата.")


def test_longest_column_is_no_title_where_none_is_the_text(tmp_path: Path) -> None:
    rows = [
        ("Мост открыли", "2025-09-02", "Мост открыли утром."),
        ("Парк закрыли", "2025-09-03", "Парк закрыли на год."),
    ]
    (tmp_path / "a.csv").write_text("\n".join(",".join(row) for row in rows), "utf-8")
    preview = registry.preview_table(tmp_path / "a.csv", None, TableChoices())
    assert preview is not None
    assert {ArticleField.TITLE, ArticleField.TEXT}.isdisjoint(dict(preview.mapping))
