"""Full dates in every way of writing.

What stands around them, and days that no calendar has, are tested too.
"""

from __future__ import annotations

from datetime import date

import pytest

from app.formats.text.written_dates import (
    DateMark,
    find_date,
    match_date_stamp,
    match_partial_stamp,
    match_update_stamp,
    read_sent_date,
)

RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
KAZAKH = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
]


@pytest.mark.parametrize(
    ("name", "month"), [(name, month) for names in (RUSSIAN, KAZAKH) for month, name in enumerate(names, start=1)]
)
def test_a_month_is_known_by_its_name_in_either_language(name: str, month: int) -> None:
    for written in (name, name.upper(), name.capitalize()):
        assert find_date(f"5 {written} 2025") == DateMark(0, len(f"5 {name} 2025"), date(2025, month, 5))


@pytest.mark.parametrize(
    "written", ["2025-09-02", "2025/9/2", "2025.09.02", "02.09.2025", "2/9/2025", "2 сентября 2025"]
)
def test_a_date_is_found_where_it_stands(written: str) -> None:
    assert find_date(f"от {written} г.") == DateMark(3, 3 + len(written), date(2025, 9, 2))


def test_the_first_of_several_dates_counts() -> None:
    mark = find_date("1 мая 2024, 2025-09-02")
    assert mark is not None and mark.value == date(2024, 5, 1)


@pytest.mark.parametrize("written", ["31.02.2025", "2025-13-01", "0 мая 2025"])
def test_a_day_that_no_calendar_has_is_found_without_a_value(written: str) -> None:
    assert find_date(written) == DateMark(0, len(written), None)


@pytest.mark.parametrize("text", ["", "2025", "мая 2025", "12025-09-02", "2025-09-022", "5 мая 20255"])
def test_what_is_no_full_date_is_not_found(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    "written",
    [
        "2 сен 2025",
        "2 сент. 2025",
        "02.09.25",
        "02-09-2025",
        "2-го сентября 2025",
        "2025 жылғы 2 қыркүйек",
        "2 September 2025",
        "September 2, 2025",
        "02 Sep 2025",
        "2 сентябрь 2025",
    ],
)
def test_short_and_foreign_spellings_are_dates_too(written: str) -> None:
    assert find_date(f"от {written}, вторник") == DateMark(3, 3 + len(written), date(2025, 9, 2))


@pytest.mark.parametrize(("written", "year"), [("02.09.69", 2069), ("02.09.70", 1970), ("02.09.25", 2025)])
def test_a_year_of_two_digits_lies_near_to_today(written: str, year: int) -> None:
    assert find_date(written) == DateMark(0, 8, date(year, 9, 2))


@pytest.mark.parametrize("text", ["версия 2.9.25", "192.02.09.25", "02.09.25.1", "13.30.25", "2.9 млн в 2025"])
def test_figures_with_dots_are_no_dates(text: str) -> None:
    assert find_date(text) is None


STAMPS = [
    "02. 09. 2025",
    "02 09 2025",
    "2сентября 2025",
    "2025 год, 2 сентября",
    "от 02.09.2025",
    "от 2 сентября 2025 года",
    "Дата: 02.09.2025",
    "Күні: 2 қыркүйек 2025",
    "02.09.2025 - 14:05 -",
    "2025-09-02T14:05",
    "2025-09-02T14:05:00+05:00",
    "2025-09-02T09:05:00.123Z",
    "2025-09-02 14:05:33 MSK",
    "2 сентября 2025 года",
    "2 сентября 2025 г. в 14:05 по времени Астаны",
    "2 сентября 2025, 14:05 (UTC+5)",
    "вторник, 2 сентября 2025",
    "Вт, 02.09.2025 14:05",
    "2 сентября 2025 года, вторник,",
    "14:05, 2 сентября 2025",
    "14:05 02.09.2025",
    "02.09.2025 14.05",
    "02.09.2025 г.",
    "02.09.25 14:05 |",
    "02/09/2025 —",
    "[2025-09-02]",
    "2 қыркүйек 2025 ж.",
    "2025 ж. 2 қыркүйек, 14:05",
    "2025 жылғы 2 қыркүйек, сағат 14:05",
    "Tue, 02 Sep 2025 14:05:00 +0500",
    "September 2, 2025 2:05 PM",
    "2.9.25",
    "20250902",
    "«2» сентября 2025 года",
    "Tue Sep 2 14:05:00 2025",
    "2025-09-02 14:05:33.123456+05",
    "2 сентября 2025 года в 14 часов 05 минут",
    "2 сентября 2025 г. 14 ч. 05 мин.",
    "2 сентября 2025 - вторник",
    "2 сентября 2025 — вторник,",
    "2 сентября 2025 | Обновлено: 3 сентября 2025, 10:00",
    "02.09.2025, 14:05 (обновлено 15:10)",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_covers_all_that_belongs_to_its_date(stamp: str) -> None:
    mark = match_date_stamp(f"{stamp} Мост откроют")
    assert mark is not None and mark.value == date(2025, 9, 2)
    assert f"{stamp} Мост откроют"[mark.stop :] == "Мост откроют"


@pytest.mark.parametrize(
    "title",
    [
        "12.5 млн тенге выделят",
        "12.50 тенге стоит хлеб",
        "Г. Тлеуов выступил",
        "-5 градусов обещают",
        "«Мост» откроют",
        "2026 год объявят",
        "Май будет тёплым",
        "10 школ построят",
        "… и снова дождь",
        "В 14:05 начнётся матч",
        "Среда выдалась тёплой",
        "Z-класс покажут",
        "Обновлённый мост откроют",
        "5 часов ждали поезда",
    ],
)
def test_a_stamp_takes_nothing_of_the_title(title: str) -> None:
    mark = match_date_stamp(f"2025-09-02 {title}")
    assert mark is not None and f"2025-09-02 {title}"[mark.stop :] == title


@pytest.mark.parametrize("text", ["", "Мост 2025-09-02", "14:05", "вторник", "сентября 2025"])
def test_a_text_that_does_not_begin_with_a_date_has_no_stamp(text: str) -> None:
    assert match_date_stamp(text) is None


@pytest.mark.parametrize(
    "stamp",
    ["Сегодня, 14:05", "вчера в 9:30", "Бүгін, 14:05", "14:05, сегодня", "2 сентября, 14:05", "Кеше сағат 14:05"],
)
def test_a_date_without_year_or_day_is_known_as_one_and_has_no_value(stamp: str) -> None:
    assert match_partial_stamp(stamp, is_line=True) == DateMark(0, len(stamp), None)
    mark = match_partial_stamp(f"{stamp} Мост откроют")
    assert mark is not None and f"{stamp} Мост откроют"[mark.stop :] == "Мост откроют"


@pytest.mark.parametrize(
    "line", ["14:05", "2 сентября", "5 минут назад", "час назад", "2 сағат бұрын", "вторник, 2 сентября"]
)
def test_a_time_or_a_day_alone_is_one_where_the_line_holds_nothing_else(line: str) -> None:
    assert match_partial_stamp(line, is_line=True) is not None
    assert match_partial_stamp(f"{line} откроют мост", is_line=True) is None


@pytest.mark.parametrize(
    "text", ["Сегодня откроют мост", "2 сентября откроют мост", "Вчера", "14 школ", "В 14:05 начнут"]
)
def test_words_of_a_sentence_are_no_date_without_year(text: str) -> None:
    assert match_partial_stamp(text) is None and match_partial_stamp(text, is_line=True) is None


@pytest.mark.parametrize("line", ["Обновлено: 3 сентября 2025, 10:00", "Обновлено в 15:10", "Жаңартылды: 03.09.2025"])
def test_the_day_of_the_last_change_is_known_as_such(line: str) -> None:
    mark = match_update_stamp(line)
    assert mark is not None and mark.stop == len(line)


def test_american_order_is_read_where_no_other_fits() -> None:
    assert find_date("03/14/2025") == DateMark(0, 10, date(2025, 3, 14))
    assert find_date("03/04/2025") == DateMark(0, 10, date(2025, 4, 3))
    assert find_date("13/14/2025") == DateMark(0, 10, None)


@pytest.mark.parametrize(
    "written",
    [
        "Tue, 02 Sep 2025 23:05:00 +0500",
        "Tue, 02 Sep 25 00:05 -0900",
        "2 Sep 2025 10:00:00 GMT",
        "2025-09-02T23:05:00+05:00",
        "Tue, 02 Sep 2025 14:05:00 +9999999999",
        "Вт, 2 сентября 2025 г.",
    ],
)
def test_what_was_sent_has_the_day_of_its_place_in_any_form(written: str) -> None:
    assert read_sent_date(written) == date(2025, 9, 2)


@pytest.mark.parametrize(
    "written", ["", "Tue, 02 Sep", "Tue, 02 Sep 99999 10:00:00 +0500", "31 Feb 2025 10:00 +0", "-"]
)
def test_what_says_no_day_was_sent_on_none(written: str) -> None:
    assert read_sent_date(written) is None
